"""A brief from a posting that somebody pasted, and what of the text it could not take up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.core.framework import Framework, Track
from app.core.money import Pay, Period
from app.core.phrases import Span
from app.core.places import Place
from app.core.posting_text.blocks import Block, Kind, Section
from app.core.posting_text.extract import Extraction
from app.core.posting_text.reading import Reading
from app.core.postings import stated
from app.core.postings.brief import FEWEST_SKILLS, LONGEST_TITLE, MOST_SKILLS, MOST_STEPS, Brief, WorkMode

USUAL_ROLE = (Track.PROGRAM, "L4")  # for a title that says neither track nor level
FACT_LINE = 160  # characters: a shorter line that holds a fact says little besides
_BULLET = "•"
_EQUITY = re.compile(r"\b(?:equity|stock|shares|rsus?|options)\b", re.IGNORECASE)
_BONUS = re.compile(r"\b(?:bonus(?:es)?|commissions?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """The brief as far as the text fills it, and all that it leaves out, in the text's own order."""

    brief: Brief
    left_over: str


def draft(reading: Reading, facts: Extraction, framework: Framework, tools: Iterable[str] = ()) -> Draft:
    """Take up what a brief has a place for; nothing of the rest is lost. `tools` are the names of tools to look for."""
    track, level = _role(facts, framework)
    about, benefits = reading.items(Section.COMPANY), reading.items(Section.BENEFITS)
    process = reading.items(Section.PROCESS)
    steps = process if 0 < len(process) <= MOST_STEPS and all(one.kind is Kind.BULLET for one in process) else []
    legal = [block for block in reading.blocks if _is_within(block, reading.legal)]
    ai, address = stated.ai_use(reading), stated.address(reading)
    equity, bonus = (_that_hold(reading, benefits, words) for words in (_EQUITY, _BONUS))
    benefits_alone = [block for block in benefits if block not in (*equity, *bonus)]
    used = {*about, *benefits, *steps, *legal}
    used |= (
        {ai.block} if ai is not None and _words(reading, ai.block).rstrip(".") == ai.statement.rstrip(".") else set()
    )
    used |= {block for block in reading.blocks if _is_fact(block, facts)}
    brief = Brief(
        track=track,
        level=level,
        title=facts.title.title[:LONGEST_TITLE] if facts.title else "",
        employer=stated.employer(reading),
        work_mode=WorkMode(facts.mode.mode) if facts.mode else WorkMode.HYBRID,
        places=tuple(dict.fromkeys(Place(one.code, one.city) for one in facts.places)),
        skills=_skills(facts, framework, track, level),
        about=_lines(reading, about),
        pay=_pay(facts),
        equity=_lines(reading, equity),
        bonus=_lines(reading, bonus),
        benefits=_lines(reading, benefits_alone),
        reports_to=stated.manager(reading),
        tools=stated.tools(reading, tools, MOST_STEPS),
        apply_to=address,
        ai_used=ai is not None and ai.used,
        ai_statement=ai.statement if ai is not None else "",
        opens=facts.opening.day if facts.opening else None,
        closes=facts.deadline.day if facts.deadline else None,
        process=tuple(_words(reading, block) for block in steps),
        equal_opportunity=_lines(reading, legal),
    )
    left_over = "\n".join(_left_over(reading, used)).strip()
    return Draft(brief, left_over)


def _that_hold(reading: Reading, blocks: list[Block], words: re.Pattern[str]) -> list[Block]:
    """The short points that name one of these words; a paragraph holds more besides."""
    return [
        block
        for block in blocks
        if block.kind is Kind.BULLET
        and block.end - block.start <= FACT_LINE
        and words.search(reading.shown(block.span))
    ]


def _role(facts: Extraction, framework: Framework) -> tuple[Track, str]:
    role = facts.title.role if facts.title else None
    if role is None:
        return USUAL_ROLE
    track = Track(role.track)
    levels = framework.track(track).levels
    return track, role.level if role.level in levels else levels[-1]


def _skills(facts: Extraction, framework: Framework, track: Track, level: str) -> tuple[str, ...]:
    """The skills that the text asks for and the level knows, filled up with those that the level leads with."""
    expected = framework.expected(track, level)
    asked = [one.skill for one in facts.skills if expected.get(one.skill)][:MOST_SKILLS]
    usual = (skill for skill in framework.profiles.default_skills[track, level] if skill not in asked)
    return (*asked, *(skill for skill, _ in zip(usual, range(FEWEST_SKILLS - len(asked)), strict=False)))


def _pay(facts: Extraction) -> Pay | None:
    if not facts.pay or facts.pay[0].period not in {one.value for one in Period}:
        return None
    found = facts.pay[0]
    return Pay(found.min, found.max, found.currency, Period(found.period))


def _is_within(block: Block, spans: list[Span]) -> bool:
    return any(span.start <= block.start and block.end <= span.end for span in spans)


def _is_fact(block: Block, facts: Extraction) -> bool:
    """A short line that does little but state a fact which the brief now holds."""
    found = [
        *(one.span for one in facts.places),
        *(one.span for one in facts.pay[:1]),
        *(one.span for one in (facts.title, facts.deadline, facts.opening) if one is not None),
    ]
    short = block.end - block.start <= FACT_LINE and block.kind is not Kind.BULLET
    return short and any(block.start <= span.start < block.end for span in found)


def _lines(reading: Reading, blocks: list[Block]) -> str:
    return "\n".join(_words(reading, block) for block in blocks)


def _words(reading: Reading, block: Block) -> str:
    return " ".join(reading.shown(block.span).split())


def _left_over(reading: Reading, used: set[Block]) -> Iterator[str]:
    """The other lines; a heading only where something stands beneath it."""
    heading: Block | None = None
    for block in reading.blocks:
        if block.kind is Kind.HEADING:
            heading = block if block not in used else None
        elif block not in used:
            if heading is not None:
                yield f"\n{_words(reading, heading)}"
                heading = None
            yield f"{_BULLET} {_words(reading, block)}" if block.kind is Kind.BULLET else _words(reading, block)
