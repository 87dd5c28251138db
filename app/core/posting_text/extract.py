"""The facts of a pasted posting, each with the words that it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.errors import DomainError
from app.core.phrases import Span
from app.core.posting_text import dates, degree, pay, places, title, years
from app.core.posting_text.blocks import Block, Kind
from app.core.posting_text.dates import FoundDay
from app.core.posting_text.degree import Degree, FoundDegree
from app.core.posting_text.language import Language
from app.core.posting_text.pay import FoundPay
from app.core.posting_text.places import FoundPlace, Gazetteer
from app.core.posting_text.reading import Reading
from app.core.posting_text.years import FoundYears
from app.core.titles import TitleMap, TitleReading
from app.core.titles import read as read_title

OFF_WITHOUT_ENGLISH = (
    "title, track and level",
    "degree and years of experience",
    "skills",
    "work mode",
    "wording",
    "gender-coded words",
    "reading grade",
    "structure",
)
_WORK_LABEL = re.compile(
    r"[\W_]*(?:work(?:place|ing)?(?: (?:mode|model|type|arrangement|style))?|location type)[*_ ]*:"
)
_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD"}


@dataclass(frozen=True)
class FoundTitle:
    title: str
    role: TitleReading | None
    span: Span


@dataclass(frozen=True)
class FoundSkill:
    skill: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class FoundMode:
    """on-site, hybrid or remote, and every place that says so."""

    mode: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Extraction:
    """Everything that was found. What is left of the text stands in `unmatched`, so that nothing is lost."""

    language: Language
    checks_off: tuple[str, ...]
    title: FoundTitle | None
    pay: tuple[FoundPay, ...]
    degree: FoundDegree
    years: tuple[FoundYears, ...]
    skills: tuple[FoundSkill, ...]
    mode: FoundMode | None
    places: tuple[FoundPlace, ...]
    deadline: FoundDay | None
    opening: FoundDay | None
    rolling: bool
    unmatched: tuple[Block, ...]

    @property
    def years_most(self) -> int | None:
        return max((one.most for one in self.years), default=None)

    @property
    def years_least(self) -> int | None:
        """The largest number that somebody must have to apply: of "5 to 7 years", the 5."""
        return max((one.least for one in self.years), default=None)


def extract(reading: Reading, gazetteer: Gazetteer, titles: TitleMap) -> Extraction:
    """Read the facts; in a language other than English, only pay, places and days are looked for."""
    english = reading.language.is_english
    found_places = places.find(reading, gazetteer)
    found_pay = pay.find(reading, _dollar(found_places))
    found_title = _title(reading, titles) if english else None
    found_years = years.find(reading) if english else ()
    found_degree = degree.find(reading) if english else FoundDegree(Degree.NONE, None)
    skills = _skills(reading) if english else ()
    deadline, opening = dates.deadline(reading), dates.opening(reading)
    used = [
        *(one.span for one in found_pay),
        *(one.span for one in found_years),
        *(one.span for one in found_places),
        *(span for one in skills for span in one.spans),
        *(one.span for one in (deadline, opening, found_title) if one is not None),
    ]
    return Extraction(
        language=reading.language,
        checks_off=() if english else OFF_WITHOUT_ENGLISH,
        title=found_title,
        pay=found_pay,
        degree=found_degree,
        years=found_years,
        skills=skills,
        mode=_mode(reading) if english else None,
        places=found_places,
        deadline=deadline,
        opening=opening,
        rolling=dates.is_rolling(reading),
        unmatched=_unmatched(reading, used),
    )


def _dollar(found: tuple[FoundPlace, ...]) -> str:
    """The dollar of the places, when they agree on one that is not the American."""
    countries = {place.code[:2] for place in found}
    return _DOLLARS.get(next(iter(countries)), "USD") if len(countries) == 1 else "USD"


def _title(reading: Reading, titles: TitleMap) -> FoundTitle | None:
    span = title.find(reading)
    if span is None:
        return None
    words = " ".join(reading.shown(span).split())
    return FoundTitle(words, _role(words, titles), span)


def _role(words: str, titles: TitleMap) -> TitleReading | None:
    """Track and level with their doubt; None for the title of another trade."""
    try:
        return read_title(words, titles)
    except DomainError:
        return None


def _skills(reading: Reading) -> tuple[FoundSkill, ...]:
    """The skills asked for, most often named first; the employer's own story and the legal parts ask for none."""
    found = []
    for label, spans in reading.found.items():
        kind, _, skill = label.partition(":")
        if kind != "skill":
            continue
        asked = tuple(span for span in spans if _asks(reading, span))
        if asked:
            found.append(FoundSkill(skill, asked))
    return tuple(sorted(found, key=lambda one: (-len(one.spans), one.spans[0])))


def _asks(reading: Reading, span: Span) -> bool:
    block = reading.block_at(span.start)
    return (
        block is not None
        and block.kind in {Kind.BULLET, Kind.PARAGRAPH}
        and block.section.value not in {"company", "benefits", "pay", "notices", "process"}
        and not reading.is_legal(span.start)
    )


def _mode(reading: Reading) -> FoundMode | None:
    denied = reading.found.get("not_a_mode", [])
    said = {
        mode: tuple(
            span
            for span in reading.found.get(f"mode:{mode}", ())
            if not any(one.start < span.end and span.start < one.end for one in denied)
        )
        for mode in ("hybrid", "remote", "on-site")
    }
    labeled = {mode: tuple(span for span in spans if _is_labeled(reading, span)) for mode, spans in said.items()}
    if any(labeled.values()):
        said = labeled  # a line such as "Work: Remote" settles it
    modes = [mode for mode in ("hybrid", "remote", "on-site") if said[mode]]
    if not modes:
        return None
    if "hybrid" in modes or {"remote", "on-site"} <= set(modes):
        return FoundMode("hybrid", tuple(sorted(span for mode in modes for span in said[mode])))
    return FoundMode(modes[0], said[modes[0]])


def _is_labeled(reading: Reading, span: Span) -> bool:
    block = reading.block_at(span.start)
    return block is not None and _WORK_LABEL.match(reading.folded, block.start, block.end) is not None


def _unmatched(reading: Reading, used: list[Span]) -> tuple[Block, ...]:
    starts = sorted(span.start for span in used)
    left: list[Block] = []
    number = 0
    for block in reading.blocks:
        while number < len(starts) and starts[number] < block.start:
            number += 1
        if number == len(starts) or starts[number] >= block.end:
            left.append(block)
    return tuple(left)
