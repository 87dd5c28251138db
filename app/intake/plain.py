"""Plain text, Markdown and JSON Resume as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from app.core.resumes.pages import BadFileError, PageLine, Pages
from app.core.text import clean_values, from_json
from app.intake import words

LONGEST_TEXT = 200_000  # letters; thirty full pages hold fewer
LETTER, LINE = 6.0, 12.0  # points: a text file is laid out like a typewriter's page
WRAPPED_AT_MOST = 110  # letters; longer lines were not broken by hand
TAB = 4

BINARY = "This file is not text. A résumé is read as PDF, .docx, plain text, Markdown or JSON Resume."
EMPTY = "There is no text to read."
TOO_LONG = f"This text is longer than {LONGEST_TEXT:,} letters, which no résumé is."
NO_RESUME = "This JSON is not a JSON Resume: it has neither “basics” nor “work”."

HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
STRONG_LABEL = re.compile(r"^(\s*[-*+•]\s+)(?:\*\*|__)([^*_]{2,60}?):?(?:\*\*|__):?\s+")
LABEL = re.compile(r"^(- [^:]{1,80}:)  (?=\S)")
EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
RULE = re.compile(r"^\s*([-=_*])\1{2,}\s*$")


def decoded(content: bytes) -> str:
    """The text in whatever encoding it has; raises `BadFileError` for what is no text."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content:
        raise BadFileError("unsupported", BINARY)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_text(text: str) -> Pages:
    """Raises `BadFileError` when there is nothing to read, or far too much."""
    _check(text)
    rows = [row.expandtabs(TAB).rstrip() for row in text.splitlines()]
    return _pages(tuple(_laid_out(rows)), "text", "text")


def read_rows(text: str) -> Pages:
    """A text in which every row is a whole line, as we hand it out to be corrected."""
    _check(text)
    rows = [row.strip() for row in text.splitlines()]
    lines = tuple(PageLine(" ".join(row.split()), label=_label_of(row), whole=True) for row in rows if row)
    return _pages(lines, "text", "rows")


def _label_of(row: str) -> str:
    """The label of a row that we handed out: what stands before a colon and two spaces."""
    found = LABEL.match(row)
    return " ".join(found.group(1).split()) if found else ""


def read_markdown(text: str) -> Pages:
    """Headings, list entries and bold labels become hints; the marks themselves go."""
    _check(text)
    rows = [row.expandtabs(TAB).rstrip() for row in text.splitlines() if not RULE.match(row)]
    lines = []
    for line in _laid_out(rows):
        heading = HEADING.match(line.text)
        label = STRONG_LABEL.match(line.text)
        plain = _unmarked(heading.group(1) if heading else line.text)
        if plain:
            lines.append(
                PageLine(
                    plain, 1, line.left, line.right, line.top, line.size,
                    label=f"{label.group(2)}:" if label and plain.find(f"{label.group(2)}:") in (0, 2) else "",
                    heading=heading is not None, whole=line.whole,
                )
            )  # fmt: skip
    return _pages(tuple(lines), "markdown", "text")


def _unmarked(text: str) -> str:
    plain = LINK.sub(r"\1", text)
    bullet = re.match(r"^[-*+]\s+", plain)
    head, rest = (plain[: bullet.end()], plain[bullet.end() :]) if bullet else ("", plain)
    return head + EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", rest)).strip("|").strip()


def _check(text: str) -> None:
    if not text.strip():
        raise BadFileError("no_text", EMPTY)
    if len(text) > LONGEST_TEXT:
        raise BadFileError("too_long", TOO_LONG)


def _laid_out(rows: list[str]) -> Iterator[PageLine]:
    """Each row with the place that it would have on a typewriter's page, if its lines were broken by hand."""
    longest = max(len(row) for row in rows)
    by_hand = longest <= WRAPPED_AT_MOST and sum(len(row) > 0.85 * longest for row in rows) >= 4
    for number, row in enumerate(rows):
        text = row.strip()
        if not text:
            continue
        left = LETTER * (len(row) - len(text))
        if by_hand:
            yield PageLine(" ".join(text.split()), 1, left, LETTER * len(row), LINE * number, 10.0)
        else:
            yield PageLine(" ".join(text.split()), whole=longest > WRAPPED_AT_MOST and left == 0)


def _pages(lines: tuple[PageLine, ...], source: str, engine: str) -> Pages:
    return Pages(lines, source, engine, unknown_words=words.unknown_share("\n".join(line.text for line in lines)))


# -- JSON Resume (https://jsonresume.org/schema)

SECTIONS = {
    "work": "Experience",
    "volunteer": "Volunteering",
    "projects": "Projects",
    "education": "Education",
    "awards": "Awards",
    "certificates": "Certifications",
    "publications": "Publications",
    "skills": "Skills",
    "languages": "Languages",
    "interests": "Interests",
}
NAMES = [
    *("position", "title", "studyType", "area", "name", "organization"),
    *("institution", "company", "issuer", "language", "fluency"),
]


def read_json(text: str) -> Pages:
    """Raises `BadFileError` for JSON that is damaged or is no résumé."""
    _check(text)
    try:
        resume = clean_values(from_json(text))
    except ValueError as error:
        raise BadFileError("broken", f"This JSON is damaged: {error}.") from error
    if not isinstance(resume, dict) or not ({"basics", "work"} & resume.keys()):
        raise BadFileError("unsupported", NO_RESUME)
    lines = tuple(_json_lines(resume))
    if not lines:
        raise BadFileError("no_text", EMPTY)
    return _pages(lines, "json-resume", "json")


def _json_lines(resume: dict[str, Any]) -> Iterator[PageLine]:
    basics = resume.get("basics")
    if isinstance(basics, dict):
        for key in ("name", "label", "email", "phone", "url"):
            yield from _line(basics.get(key))
        if basics.get("summary"):
            yield from _line("Summary", heading=True)
            yield from _line(basics.get("summary"))
    for key, heading in SECTIONS.items():
        entries = resume.get(key)
        if isinstance(entries, list) and entries:
            yield from _line(heading, heading=True)
            for entry in entries:
                yield from _entry(entry)


def _entry(entry: Any) -> Iterator[PageLine]:
    if not isinstance(entry, dict):
        yield from _line(entry)
        return
    head = [str(entry[name]) for name in NAMES if entry.get(name)]
    years = [str(entry[name]) for name in ("startDate", "endDate", "date", "releaseDate") if entry.get(name)]
    if entry.get("startDate") and not entry.get("endDate"):
        years.append("Present")
    yield from _line(", ".join(head) + (f" | {' – '.join(years)}" if years else ""))
    for key in ("summary", "description"):
        yield from _line(entry.get(key))
    for key in ("highlights", "keywords", "courses"):
        if isinstance(entry.get(key), list):
            if key == "keywords":
                yield from _line(", ".join(str(word) for word in entry[key]))
            else:
                for text in entry[key]:
                    yield from _line(text, bullet=True)


def _line(text: Any, *, heading: bool = False, bullet: bool = False) -> Iterator[PageLine]:
    if isinstance(text, str | int | float) and str(text).strip():
        yield PageLine(" ".join(str(text).split()), heading=heading, bullet=bullet, whole=True)
