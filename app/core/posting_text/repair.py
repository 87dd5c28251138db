"""Puts back line breaks that a careless copy lost: "on timeResponsibilitiesLead two teams"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.core.phrases import Span

_GLUE = re.compile(
    r"(?<=[a-z)])(?<![A-Z][a-z])(?=[A-Z][a-z]+(?:['’]s)?(?:[ /,:&-]|[A-Z(]))"
    r"|(?<=[a-z)][.!?:])(?=[A-Z][a-z]*[ :])|(?:(?<=[a-z)])|(?<=[A-Z]{4}))(?=\d{1,2}\+? years)"
)
_MAY_BE = re.compile(r"[a-z).!?:][A-Z\d]")
_JOINED_WORD = re.compile(r"[A-Z]?[a-z]+[A-Z][a-z]+")
# Names that are written so on purpose.
_NAMES = frozenset(
    [
        "javascript",
        "typescript",
        "powerpoint",
        "sharepoint",
        "github",
        "gitlab",
        "devops",
        "linkedin",
        "youtube",
        "mongodb",
        "postgresql",
        "servicenow",
        "salesforce",
        "bitbucket",
        "openstack",
        "wordpress",
        "quickbooks",
        "docusign",
        "hubspot",
        "bigquery",
        "datadog",
        "teamcity",
        "onenote",
        "onedrive",
        "clickup",
        "airtable",
        "smartsheet",
        "smartsheets",
        "powerbi",
        "techops",
        "finops",
        "secops",
        "mlops",
    ]
)
FEWEST = 3  # joints before a line is taken to be several
LONG_LINE = 300  # characters; what was joined is longer than what people write on a line
BREAK = "\n\n"


@dataclass(frozen=True)
class Repaired:
    """The text with its breaks, and where in the original each was put."""

    text: str
    breaks: tuple[int, ...] = ()

    def origin(self, span: Span) -> Span:
        """The same stretch in the original text."""
        return Span(self._before(span.start), self._before(span.end))

    def _before(self, place: int) -> int:
        number = bisect_right(self._shifted, place)
        return place - len(BREAK) * number

    @cached_property
    def _shifted(self) -> list[int]:
        return [at + len(BREAK) * (number + 1) for number, at in enumerate(self.breaks)]


def repair(text: str) -> Repaired:
    breaks = [at for start, end in _long_lines(text) for at in _joints(text, start, end)]
    if not breaks:
        return Repaired(text)
    edges = [0, *breaks, len(text)]
    pieces = [text[low:high] for low, high in itertools.pairwise(edges)]
    return Repaired(BREAK.join(pieces), tuple(breaks))


def _long_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if len(line) > LONG_LINE:
            yield start, start + len(line)
        start += len(line) + 1


def _joints(text: str, start: int, end: int) -> list[int]:
    """Where a line was joined to the next; none when there are so few that they may be meant."""
    if len(_MAY_BE.findall(text, start, end)) < FEWEST:
        return []
    seen = Counter(match.group() for match in _JOINED_WORD.finditer(text, start, end))
    names = {word for word, times in seen.items() if times > 1 or word.lower() in _NAMES}
    inside = [match.span() for match in _JOINED_WORD.finditer(text, start, end) if match.group() in names]
    starts = [first for first, _ in inside]
    joints = []
    for match in _GLUE.finditer(text, start, end):
        at = match.start()
        number = bisect_right(starts, at) - 1
        if number < 0 or not inside[number][0] < at < inside[number][1]:
            joints.append(at)
    return joints if len(joints) >= FEWEST else []
