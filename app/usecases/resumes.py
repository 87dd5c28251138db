"""Résumés: read a file or a text, read its lines, and put the report together. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.config import DATA
from app.core.resumes import matching
from app.core.resumes.matching import Match, SkillWords
from app.core.resumes.pages import BadFileError, Pages
from app.core.resumes.report import ReadLine, Report, at_work, report_of
from app.core.resumes.structure import structure_of
from app.intake import plain, worker
from app.intake.reader import Reader
from app.reference import skill_words
from app.usecases.lines import Lines

CLEAR_RESULT = 2  # of the strengths from 0 to 4
MORE_THAN_BEING_THERE = 15  # points; under them a line says little more than that somebody took part
NO_LINES = "No line of text was found in this résumé. Paste the text instead."


def reading_room() -> Reader:
    """Where files are read; to be closed when no more will come."""
    return Reader()


def read_file(reader: Reader, content: bytes, name: str) -> Pages:
    """The pages of an uploaded file; raises `BadFileError` with the case and what can be done."""
    return reader.read(content, name)


def read_text(text: str) -> Pages:
    """The pages of a pasted text."""
    return worker.read(text.encode(), "pasted.txt")


def read_corrected(text: str) -> Pages:
    """The pages of our own reading after a person has corrected it; raises `BadFileError` for what is no résumé."""
    return worker.in_english(plain.read_rows(text))


@dataclass(frozen=True)
class Original:
    """What a file looks like to a person, to be held beside our reading of it."""

    pictures: tuple[bytes, ...]  # WebP, of the first pages
    page_count: int
    text: str  # of files that have no pages to show


def original_of(reader: Reader, content: bytes, pages: Pages) -> Original:
    """The file to look at: pages of a PDF as pictures, of anything else the plain text."""
    if pages.source != "pdf":
        return Original((), pages.page_count, pages.text)
    pictures = reader.pictures(content)
    return Original(pictures, pages.page_count, "" if pictures else pages.text)


def analyze(lines: Lines, pages: Pages) -> Report:
    """The whole report on what was read."""
    structure = structure_of(pages)
    if not structure.lines:
        raise BadFileError("no_text", NO_LINES)
    return report_of(pages, structure, [lines.read_in_place(line) for line in structure.lines])


def match(report: Report, posting: str) -> Match:
    """The report against a posting's text: which line shows each skill that is asked."""
    return matching.match(report, posting, _skill_words())


# An outcome that speaks of one of these shows the skill by what came of the work, whatever its words.
SHOWN_BY_RESULT = {"schedule": "planning", "cost": "budget", "quality": "quality", "risk": "risk"}


def skills_shown(report: Report) -> Mapping[int, tuple[str, ...]]:
    """For each line about work, by its number, the ids of the skills that it shows; lines that show none are out."""
    shown = {one.line.number: _shown_by(one) for one in report.lines if may_show(one)}
    return {number: skills for number, skills in shown.items() if skills}


def _shown_by(one: ReadLine) -> tuple[str, ...]:
    """By the line's words; by its result as well, where it tells one."""
    named = {skill.id for skill in matching.shown_by(one.line.text, _skill_words())}
    if is_clear(one):
        named |= {skill for about, skill in SHOWN_BY_RESULT.items() if about in one.reading.dimensions}
    return tuple(skill.id for skill in _skill_words() if skill.id in named)


def is_strong(one: ReadLine) -> bool:
    """Whether a line tells a clear result, so that its writer may use it for any skill."""
    return may_show(one) and one.reading.strength >= CLEAR_RESULT


def may_show(one: ReadLine) -> bool:
    """Whether a line tells of something done, so that it can stand as evidence."""
    told = at_work(one.line) and one.reading.is_scored and not one.reading.slots.placeholder
    return told and (is_clear(one) or one.reading.score >= MORE_THAN_BEING_THERE)


def is_clear(one: ReadLine) -> bool:
    return one.reading.is_outcome and one.reading.strength >= CLEAR_RESULT


@cache
def _skill_words() -> tuple[SkillWords, ...]:
    return skill_words.load(DATA / "resumes" / "skill_words.yaml")
