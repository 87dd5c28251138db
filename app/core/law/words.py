"""How the law's dates, thresholds and reach are said to a reader."""

from __future__ import annotations

from datetime import date

from app.core.english import day_in_words
from app.core.law.duties import Duty, Remote, Status


def capitalized(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def in_words(day: date, known_to: str = "day") -> str:
    """January 1, 2024; or January 2024, or 2024, when no more is known."""
    if known_to == "year":
        return str(day.year)
    return f"{day:%B %Y}" if known_to == "month" else day_in_words(day)


def since_in_words(duty: Duty, on: date) -> str:
    """ "since January 1, 2024", "from September 26, 2027", with the end and the first day of enforcement."""
    start = f"{'since' if duty.since <= on else 'from'} {in_words(duty.since, duty.since_known_to)}"
    end = f" until {in_words(duty.until)}" if duty.until is not None else ""
    enforced = f", enforced from {in_words(duty.enforced_from)}" if duty.enforced_from is not None else ""
    return f"{start}{end}{enforced}"


def bound_employers(duty: Duty, place: str) -> str:
    """ "employers with 15 people anywhere, 1 of them in California"."""
    if duty.status is Status.DIRECTIVE:
        return "member states, and employers only once their state has made it law"
    total, here = duty.employers.total, duty.employers.here
    if here == 0:
        return f"employers with {_people(total)} or more, wherever they work" if total > 1 else "every employer"
    if total <= here:
        return f"employers with {_people(here)} or more in {place}"
    return f"employers with {_people(total)} or more anywhere, {here} or more of them in {place}"


def _people(number: int) -> str:
    return "1 employee" if number == 1 else f"{number} employees"


_REMOTE = {
    Remote.YES: "Reaches jobs that may be done from anywhere, because they may be done there.",
    Remote.NO: "Does not reach jobs that are done elsewhere.",
    Remote.UNCLEAR: "Whether it reaches jobs that may be done from anywhere is not clear.",
}


def reach_in_words(duty: Duty, place: str) -> str:
    """Whose jobs outside the place the law takes in."""
    reach = duty.reach
    ways = [
        _REMOTE[reach.remote],
        f"It reaches jobs elsewhere that report to {place}." if reach.reports_to else "",
        f"It reaches remote jobs of employers based in {place}." if reach.based_here else "",
        f"It is enough that people in {place} may apply." if reach.applications else "",
    ]
    return " ".join(way for way in ways if way)
