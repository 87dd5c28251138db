"""The whole reading of a résumé: its score with visible parts, what was found, and what to do next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.core.achievements import words
from app.core.achievements.reading import Reading
from app.core.resumes.findings import LevelEvidence, Scale, level_evidence, methods_of, practices_of, scale_of
from app.core.resumes.pages import Pages
from app.core.resumes.roles import Role
from app.core.resumes.sections import WORK, Section
from app.core.resumes.structure import Line, Structure

BEST, OUTCOME_SHARE, COVERAGE, RECENCY = 60, 20, 15, 5
BEST_LINES = 8
FEWEST_BEST = 4  # a short résumé is measured by at least this many lines
TARGET_SHARE = 0.40  # of the lines at work that tell an outcome
COVERED = ("schedule", "cost", "quality", "risk")
RECENT_YEARS = 5  # back from the latest date in the résumé
POOR_READING = 0.85
OFTEN = 3  # a verb that opens more lines than this is named
_FIRST_WORD = re.compile(r"^\W*([A-Za-z-]+)")
_WEAK = re.compile(rf"^\W*(?:{words.words(words.WEAK_OPENINGS)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class ReadLine:
    """A line with its reading."""

    line: Line
    reading: Reading


@dataclass(frozen=True)
class ScorePart:
    """A part of the résumé's score: its points, how many it could have, and how it came about."""

    name: str
    points: float
    of: int
    why: str


@dataclass(frozen=True)
class Report:
    """What the page, the JSON and the PDF show."""

    score: int
    parts: tuple[ScorePart, ...]
    sections: tuple[Section, ...]
    roles: tuple[Role, ...]
    lines: tuple[ReadLine, ...]
    scale: Scale
    methods: tuple[str, ...]
    practices: tuple[str, ...]
    level: LevelEvidence
    repeated_verbs: tuple[tuple[str, int], ...]
    weak_openings: tuple[int, ...]
    warnings: tuple[str, ...]
    quality: float
    source: str
    hidden: tuple[str, ...]

    def worth_mending(self, most: int) -> tuple[ReadLine, ...]:
        """Lines about work that come nearest to a good line: a word more is worth most there."""
        weak = [one for one in self.lines if at_work(one.line) and one.reading.needs_mending and one.reading.prompts]
        once = {one.line.text: one for one in reversed(weak)}.values()
        return tuple(sorted(once, key=lambda one: (-one.reading.score, one.line.number))[:most])

    @property
    def work(self) -> tuple[tuple[str, tuple[ReadLine, ...]], ...]:
        """The parts that tell about work, each with its lines, in the résumé's order."""
        parts = groupby((one for one in self.lines if one.line.section in WORK), key=lambda one: one.line.section)
        return tuple((str(section), tuple(lines)) for section, lines in parts)


def at_work(line: Line) -> bool:
    """Whether a line tells about work, rather than being a head, a skill or a school."""
    return line.section in WORK and not line.header


def best_of(lines: Sequence[ReadLine]) -> tuple[ReadLine, ...]:
    scored = [one for one in lines if at_work(one.line) and one.reading.is_scored]
    return tuple(sorted(scored, key=lambda one: (-one.reading.score, one.line.number))[:BEST_LINES])


def report_of(pages: Pages, structure: Structure, readings: Sequence[Reading]) -> Report:
    """Put the readings of all lines together; `readings` has one for each line, in order."""
    lines = tuple(ReadLine(line, reading) for line, reading in zip(structure.lines, readings, strict=True))
    telling = [one for one in lines if at_work(one.line)]
    parts = (_best_part(lines), _share_part(telling), _coverage_part(telling), _recency_part(lines, structure.roles))
    texts = [one.line.text for one in lines]
    weak = tuple(one.line.number for one in telling if _WEAK.match(one.line.text))
    return Report(
        score=round(sum(part.points for part in parts)),
        parts=parts,
        sections=structure.sections,
        roles=structure.roles,
        lines=lines,
        scale=scale_of([one.reading for one in telling]),
        methods=methods_of(texts),
        practices=practices_of(texts),
        level=level_evidence([(one.line.number, one.reading) for one in telling]),
        repeated_verbs=_repeated(telling),
        weak_openings=weak,
        warnings=_warnings(pages, lines, weak),
        quality=pages.quality,
        source=pages.source,
        hidden=pages.hidden,
    )


def _best_part(lines: Sequence[ReadLine]) -> ScorePart:
    best = best_of(lines)
    mean = sum(one.reading.score for one in best) / max(FEWEST_BEST, len(best))
    why = (
        f"The strongest lines ({len(best)}) score {mean:.0f} of 100 on average."
        if best
        else "No line tells of work done."
    )
    return ScorePart("best lines", round(BEST * mean / 100, 1), BEST, why)


def _share_part(telling: Sequence[ReadLine]) -> ScorePart:
    scored = [one for one in telling if one.reading.is_scored]
    outcomes = sum(one.reading.is_outcome for one in scored)
    share = outcomes / len(scored) if scored else 0.0
    why = (
        f"{outcomes} of {len(scored)} lines about work say what came of it; {TARGET_SHARE:.0%} is a good share."
        if scored
        else "No line tells of work done."
    )
    return ScorePart("outcome lines", round(OUTCOME_SHARE * min(1.0, share / TARGET_SHARE), 1), OUTCOME_SHARE, why)


def _coverage_part(telling: Sequence[ReadLine]) -> ScorePart:
    named = {name for one in telling if one.reading.is_outcome for name in one.reading.dimensions}
    covered = [name for name in COVERED if name in named]
    lacking = [name for name in COVERED if name not in named]
    why = f"Outcomes speak of {', '.join(covered) or 'none of the four'}" + (
        f"; none of {', '.join(lacking)}." if lacking else "."
    )
    return ScorePart("coverage", COVERAGE * len(covered) / len(COVERED), COVERAGE, why)


def _recency_part(lines: Sequence[ReadLine], roles: Sequence[Role]) -> ScorePart:
    """How many of the best lines come from the last years; measured from the résumé's own latest date."""
    best = [one for one in best_of(lines) if one.reading.is_outcome]
    dated = [one for one in best if one.line.role is not None]
    if not roles or not dated:
        return ScorePart("recency", 0.0, RECENCY, "The strongest lines carry no dates.")
    latest = max((role.span.end or (9999, 12))[0] for role in roles)
    if latest == 9999:
        latest = max(role.span.start[0] for role in roles)
        recent = [one for one in dated if _end_of(roles, one) >= latest - RECENT_YEARS]
    else:
        recent = [one for one in dated if _end_of(roles, one) > latest - RECENT_YEARS]
    why = f"From the last {RECENT_YEARS} years that it covers: {len(recent)} of the {len(best)} strongest outcomes."
    return ScorePart("recency", round(RECENCY * len(recent) / len(best), 1), RECENCY, why)


def _end_of(roles: Sequence[Role], one: ReadLine) -> int:
    end = roles[one.line.role].span.end if one.line.role is not None else None
    return 9999 if end is None else end[0]


def _repeated(telling: Sequence[ReadLine]) -> tuple[tuple[str, int], ...]:
    openings = Counter(
        match.group(1).lower()
        for one in telling
        if one.reading.is_scored and (match := _FIRST_WORD.match(one.line.text)) and len(match.group(1)) > 2
    )
    return tuple(
        (verb, count) for verb, count in openings.most_common() if count > OFTEN and verb not in ("the", "and")
    )


def _warnings(pages: Pages, lines: Sequence[ReadLine], weak: Sequence[int]) -> tuple[str, ...]:
    warnings = list(pages.notes)
    if pages.hidden:
        warnings.append("The file holds text that no reader would see (white, tiny or off the page); it was left out.")
    if pages.quality < POOR_READING:
        warnings.append(
            "Many words of this file do not read as words. Check how we read it before you trust the score."
        )
    if not any(at_work(one.line) and one.reading.is_scored for one in lines):
        warnings.append("No line about work was found. Is there a section such as “Experience”?")
    if any(one.reading.slots.placeholder for one in lines):
        warnings.append("Some lines still hold a blank such as [Number].")
    if len(weak) >= 3:
        warnings.append(f"{len(weak)} lines open weakly, for example with “responsible for”.")
    return tuple(warnings)
