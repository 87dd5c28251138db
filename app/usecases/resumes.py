"""Résumés: read a file or a text, read its lines, and put the report together. Nothing of it is kept."""

from __future__ import annotations

from app.config import DATA
from app.core.resumes import matching
from app.core.resumes.matching import Match
from app.core.resumes.pages import BadFileError, Pages
from app.core.resumes.report import Report, report_of
from app.core.resumes.structure import structure_of
from app.intake import plain, worker
from app.intake.reader import Reader
from app.reference import skill_words
from app.usecases.lines import Lines

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
    """The pages of our own reading after a person has corrected it."""
    return plain.read_rows(text)


def analyze(lines: Lines, pages: Pages) -> Report:
    """The whole report on what was read."""
    structure = structure_of(pages)
    if not structure.lines:
        raise BadFileError("no_text", NO_LINES)
    return report_of(pages, structure, [lines.read_in_place(line) for line in structure.lines])


def match(report: Report, posting: str) -> Match:
    """The report against a posting's text: which line shows each skill that is asked."""
    return matching.match(report, posting, skill_words.load(DATA / "resumes" / "skill_words.yaml"))
