"""The job title of a pasted posting: the line that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.phrases import Span
from app.core.posting_text.blocks import Kind
from app.core.posting_text.reading import Reading

_LABEL = re.compile(
    r"^[ \t>*_#-]*(?:job title|post title|position(?: title)?|title|role"
    r"|position designation)[ \t*_]*:[ \t*_\"]*(?P<title>[^\n\"]{3,120})",
    re.I | re.M,
)
_WORK = re.compile(
    r"\b(?:(?:program(?:me)?|project|delivery|product|pmo|agile|release|implementation|portfolio"
    r"|engineering)s? (?:\w+ ){0,2}?(?:manager|management|lead|director|coordinator|analyst|head)"
    r"|projectmanager|scrum master|tpms?|head of (?:delivery|pmo|programs?|projects?)|director of (?:delivery"
    r"|program|project)\w*)\b",
    re.I,
)
_RANK = (
    r"(?:senior|sr\.?|junior|jr\.?|associate|assistant|staff|principal|lead|group|chief|head|director"
    r"|technical|it|technology|software|infrastructure|agile|engineering|global|federal|information system)"
)
_SEEKING = re.compile(
    r"(?:looking for|seeking|hiring|hire|need|as) (?:an?|our|our next|the)?(?: [\w-]+){0,3}[ *_]*$", re.I
)
LONGEST_TITLE = 110
FIRST_LINES = 6


def find(reading: Reading) -> Span | None:
    """Where the title stands: behind a label, on one of the first lines, or where the text says whom it seeks."""
    labeled = _LABEL.search(reading.text[:6000])
    if labeled is not None and _WORK.search(labeled["title"]):
        return _trimmed(reading.text, Span(labeled.start("title"), labeled.end("title")))
    for span in _first_lines(reading):
        if _WORK.search(reading.text, span.start, span.end):
            return _trimmed(reading.text, span)
    return _sought(reading)


def _first_lines(reading: Reading) -> Iterator[Span]:
    for block in reading.blocks[:FIRST_LINES]:
        first_line = min(end for end in (reading.text.find("\n", block.start, block.end), block.end) if end >= 0)
        words = reading.text[block.start : first_line]
        if (
            block.kind is not Kind.BULLET
            and len(words) <= LONGEST_TITLE
            and not words.rstrip(" *_").endswith((".", ":", "?"))
        ):
            yield Span(block.start, first_line)


def _sought(reading: Reading) -> Span | None:
    """The first time that the work is named in the text, with the rank before it."""
    for found in _WORK.finditer(reading.text, 0, 8000):
        start = found.start()
        before = reading.text[max(0, start - 80) : start]
        rank = re.search(rf"(?:(?:{_RANK})[ \n]+){{1,4}}$", before, re.I)
        start -= len(rank.group()) if rank else 0
        is_named = all(word[0].isupper() for word in reading.text[start : found.end()].split() if len(word) > 3)
        is_sought = _SEEKING.search(reading.text, max(0, start - 40), start) is not None
        if (is_named or is_sought) and not found.group().lower().endswith("management"):
            return Span(start, found.end())
    return None


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    left = len(words) - len(words.lstrip(" *_#\"'"))
    right = len(words.rstrip(" *_#\"',"))
    return Span(span.start + left, span.start + max(left, right))
