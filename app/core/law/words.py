"""How dates of the law are written for a reader."""

from __future__ import annotations

from datetime import date


def in_words(day: date, known_to: str = "day") -> str:
    """January 1, 2024; or January 2024, or 2024, when no more is known."""
    if known_to == "year":
        return str(day.year)
    return f"{day:%B %Y}" if known_to == "month" else f"{day:%B} {day.day}, {day.year}"
