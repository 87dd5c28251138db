"""The fields in which somebody says how many people an employer has, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from app.core.errors import DomainError
from app.core.law.duties import Law
from app.core.law.employers import Employer
from app.core.law.records import MOST_PEOPLE
from app.core.places import Places
from app.core.text import whole_number
from app.web.forms import Line, Lines, ToolForm

_T = TypeVar("_T")
_LONGEST_LINE = 200  # letters; no place with its count needs more
_LONGEST_SHOWN = 60
_HEADS = re.compile(r"(?P<place>.*\D)[\s:=](?P<count>\d[\d,.']*)")


class EmployerForm(ToolForm):
    """Head counts; everything may be left empty."""

    total = Line("Employees in all")
    heads = Lines("Employees by place", description="One place a line, such as “US-CO 12” or “Ontario 30”.")
    based_in = Line("Where the employer is based", description="A code or a name, such as US-CO or Colorado.")

    def employer(self, law: Law, known: frozenset[str], places: Places) -> Employer:
        """What is known of the head counts; what cannot be read stands as an error beside its field."""
        total = self.read("total", self.total.data or "", _count) if self.total.data else None
        heads: dict[str, int] = {}
        for line in self.heads.entries:
            read = self.read("heads", line, lambda words: _heads(words, law, known, places))
            if read is not None:
                heads[read[0]] = read[1]
        based = self.based_in.data
        based_in = self.read("based_in", based, lambda words: code_of(words, law, known, places)) if based else None
        return Employer(total, heads, based_in)

    def wrong(self, field: str, message: str) -> None:
        self[field].errors = [*self[field].errors, message]

    def read(self, field: str, written: str, read: Callable[[str], _T]) -> _T | None:
        try:
            return read(written)
        except DomainError as error:
            self.wrong(field, error.message)
            return None


def values_of(employer: Employer, names: Mapping[str, str]) -> dict[str, str]:
    """Head counts as the form shows them, so that it reads back what it shows."""
    return {
        "total": "" if employer.total is None else str(employer.total),
        "heads": "\n".join(f"{_written(code, names)} {count}" for code, count in employer.heads.items()),
        "based_in": _written(employer.based_in, names) if employer.based_in else "",
    }


def names_of(law: Law, places: Places) -> Mapping[str, str]:
    """The names of every place that a head count may stand for."""
    return {**places.names, **{code: place.name for code, place in law.jurisdictions.items()}}


def code_of(words: str, law: Law, known: frozenset[str], places: Places) -> str:
    """The code of a place that is written as its code or its name."""
    if words.upper() in known:
        return words.upper()
    named = {place.name.lower(): code for code, place in law.jurisdictions.items()}
    return named.get(words.lower()) or places.read(words).code


def _written(code: str, names: Mapping[str, str]) -> str:
    """The name where no other place bears it, and else the code."""
    name = names.get(code, code)
    return name if list(names.values()).count(name) == 1 else code


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"


def _count(words: str) -> int:
    digits = re.sub(r"[\s,.']", "", words)
    count = whole_number(digits, MOST_PEOPLE)
    if count is None:
        raise DomainError(f"“{_shown(words)}” is not a number of people; write it in digits, such as 40.")
    return count


def _heads(line: str, law: Law, known: frozenset[str], places: Places) -> tuple[str, int]:
    found = _HEADS.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    if found is None:
        raise DomainError(f"“{_shown(line)}” does not say how many; write it like “US-CO 12”.")
    return code_of(found["place"].strip(" :="), law, known, places), _count(found["count"])
