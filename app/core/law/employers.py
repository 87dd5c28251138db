"""How many people an employer has, in all and in each place, when only some of the counts are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.core.law.duties import Threshold


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Count:
    """At least `low` people, at most `high` (None: no upper bound is known)."""

    low: int
    high: int | None

    def reaches(self, number: int) -> Answer:
        if self.low >= number:
            return Answer.YES
        return Answer.NO if self.high is not None and self.high < number else Answer.UNKNOWN


@dataclass(frozen=True)
class Employer:
    """Head counts as given: `heads` by code, where the people of a city are also people of its state.

    A place without a count is not a place without people: whoever is in `total` and in no other place may be there.
    """

    total: int | None = None
    heads: Mapping[str, int] = field(default_factory=dict)
    based_in: str | None = None

    @cached_property
    def everyone(self) -> Count:
        named = self._named()
        if self.total is None:
            return Count(named, None)
        return Count(max(self.total, named), max(self.total, named))

    def people(self, code: str) -> Count:
        """How many people are in a place; counted once for each place."""
        if code not in self._counted:
            self._counted[code] = self._count(code)
        return self._counted[code]

    @cached_property
    def _counted(self) -> dict[str, Count]:
        return {}

    def _count(self, code: str) -> Count:
        low = self._at_least(code)
        if code in self.heads:
            return Count(low, low)
        above = self._nearest_count_above(code)
        if above is None:
            return Count(low, None)
        ceiling, elsewhere = above
        return Count(low, max(low, ceiling - elsewhere))

    @property
    def note(self) -> str:
        """What is odd about the counts, in words; empty when nothing is."""
        named = self._named()
        if self.total is not None and named > self.total:
            return (
                f"The places add up to {named} people, but the total says {self.total}; "
                f"{named} was used for the rules that count everybody."
            )
        return ""

    def _children(self, code: str) -> list[str]:
        """The counted places directly beneath a place (beneath none: the outermost ones)."""
        inside = [one for one in self.heads if not code or one.startswith(f"{code}-")]
        return [one for one in inside if not any(one.startswith(f"{other}-") for other in inside)]

    def _at_least(self, code: str) -> int:
        beneath = sum(self._at_least(child) for child in self._children(code))
        return max(self.heads.get(code, 0), beneath)

    def _named(self) -> int:
        return sum(self._at_least(code) for code in self._children(""))

    def _nearest_count_above(self, code: str) -> tuple[int, int] | None:
        """The count of the nearest place around this one, and how many of those are known to be elsewhere in it."""
        above = code.rpartition("-")[0]
        while above and above not in self.heads:
            above = above.rpartition("-")[0]
        if not above and self.total is None:
            return None
        beside = [one for one in self._children(above) if not one.startswith(f"{code}-")]
        elsewhere = sum(self._at_least(one) for one in beside)
        return (self._at_least(above) if above else self.everyone.low), elsewhere


def meets(employer: Employer, threshold: Threshold, code: str) -> Answer:
    """Whether the employer has as many people, in all and in the place, as bring it under a law."""
    answers = (employer.everyone.reaches(threshold.total), employer.people(code).reaches(threshold.here))
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def assumptions(employer: Employer, threshold: Threshold, code: str, name: str) -> tuple[str, ...]:
    """What must be taken as given, in words, because a head count is not known."""
    taken = []
    if employer.everyone.reaches(threshold.total) is Answer.UNKNOWN:
        taken.append(f"you have {_people(threshold.total)} or more in all")
    if employer.people(code).reaches(threshold.here) is Answer.UNKNOWN:
        taken.append(f"you have {_people(threshold.here)} or more in {name}")
    return tuple(taken)


def counts_in_words(employer: Employer, name: Callable[[str], str]) -> str:
    """What is known of the head counts: "40 people in all, 14 in Colorado"; empty when nothing is."""
    counts = [f"{number:,} in {name(code)}" for code, number in employer.heads.items()]
    if employer.total is not None:
        counts.insert(0, f"{employer.total:,} in all")
    if counts:
        number, _, where = counts[0].partition(" ")
        counts[0] = f"{number} {'person' if number == '1' else 'people'} {where}"
    return ", ".join(counts)


def _people(number: int) -> str:
    return "1 employee" if number == 1 else f"{number} employees"
