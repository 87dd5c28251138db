"""Reads `data/framework/coverage.csv`: what the founding documents say, and where the framework answers."""

from __future__ import annotations

import csv
from pathlib import Path

from app.core.coverage import Statement
from app.core.errors import DataError

_COLUMNS = ["seed", "section", "statement", "items", "status", "note"]
_STATUSES = ("covered", "partial", "rejected", "elsewhere")


def load(path: Path) -> tuple[Statement, ...]:
    """Return all statements; raises `DataError` that names the line."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != _COLUMNS:
            raise DataError(f"data/framework/coverage.csv: the columns must be {', '.join(_COLUMNS)}.")
        return tuple(_statement(row, number) for number, row in enumerate(rows, start=2))


def _statement(row: dict[str, str], line: int) -> Statement:
    items = tuple(item.strip() for item in row["items"].split(";") if item.strip())
    if row["status"] not in _STATUSES:
        raise DataError(f"data/framework/coverage.csv, line {line}: the status must be one of {', '.join(_STATUSES)}.")
    if not items and not (row["status"] in ("rejected", "elsewhere") and row["note"]):
        raise DataError(f"data/framework/coverage.csv, line {line}: name an item, or note why there is none.")
    return Statement(row["seed"], row["section"], row["statement"], items, row["status"], row["note"])
