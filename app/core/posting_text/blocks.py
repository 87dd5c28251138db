"""A posting in blocks: headings, bullets and paragraphs, each under its section."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.core.phrases import Span


class Kind(StrEnum):
    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    SIGNATURE = "signature"  # the foot or the head of an e-mail


class Section(StrEnum):
    """What the heading above a block promises."""

    TITLE = "title"
    COMPANY = "company"
    ABOUT = "about"
    OUTCOMES = "outcomes"
    RESPONSIBILITIES = "responsibilities"
    REQUIREMENTS = "requirements"
    NICE = "nice"
    EDUCATION = "education"
    WORK = "work"
    PAY = "pay"
    BENEFITS = "benefits"
    PROCESS = "process"
    NOTICES = "notices"
    NONE = "none"


# A run of plain lines under one of these is a list although nobody typed the bullets.
LISTS = frozenset(
    {
        Section.OUTCOMES,
        Section.RESPONSIBILITIES,
        Section.REQUIREMENTS,
        Section.NICE,
        Section.EDUCATION,
        Section.BENEFITS,
    }
)


# What a heading's words announce, and whether they say little else.
SectionOf = Callable[[str], tuple[Section, bool] | None]


class Block(NamedTuple):
    """A stretch of the text that is read as one; `start` stands behind a bullet or heading mark."""

    kind: Kind
    section: Section
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_BULLET_MARK = re.compile(
    r"[ \t>]*(?:[*+•·●▪◦‣∙○■□➢➤►✓✔✅➔→–—-][ \t]+|[•·●▪◦‣∙○■□➢➤►✓✔✅➔→][ \t]*|-(?=[A-Za-z\"])|\(?\d{1,2}[.)][ \t]+"
    r"|[a-z]\)[ \t]+)+"
)
_HEADING_MARK = re.compile(r"[ \t>]*#{1,6}[ \t]*")
_NOISE = "*_#:> \t\"'-–—=\u200b\u00a0"
_SIGNATURE = re.compile(
    r"(?:--|(?:best|kind|warm)? ?regards|sincerely|cheers|many thanks|thanks|thank you|sent from my .{1,30})[,.! ]*$",
    re.I,
)
_MAIL_HEAD = re.compile(r"(?:from|to|cc|subject|date|sent|reply-to):\s", re.I)
_INLINE_BULLET = re.compile(
    r"[•·●▪◦‣∙■➢➤►✓✔][ \t]{0,8}|(?<=[ \t])\*[ \t]{1,8}|(?<=[ \t])-[ \t]{1,8}(?=[A-Z])"
    r"|(?<=[a-z;.])-[ \t]{1,8}(?=[A-Z])"
)
# "Location: Berlin": a fact of its own, neither a heading nor the rest of the line before.
_LABEL = re.compile(r"[A-Za-z][\w /&-]{1,28}:[ \t*_]+\S")
LONGEST_HEADING = 10  # words
LONGEST_HEADING_LETTERS = 120
FEWEST_INLINE = 3  # marks on one line before they are taken for lost line breaks


_BEHIND = re.compile(r"[ \t]*[:?]|[A-Z•*][^.\s]|[ \t]+[•*-] |\d")
_LIST_BEHIND = re.compile(r":[ \t]*[*•]|:[ \t]+- ")


@dataclass(frozen=True)
class InlineHeadings:
    """Where the words of a heading stand that may have lost its line, in order."""

    spans: list[Span]

    def cuts(self, text: str, start: int, end: int) -> list[int]:
        """Where the line is cut around them."""
        first, last = bisect_left(self.spans, (start, start)), bisect_left(self.spans, (end, end))
        found = [span for span in self.spans[first:last] if _is_heading(text, span)]
        return [place for span in found for place in span if start < place < end]


def _is_heading(text: str, span: Span) -> bool:
    """Words with a capital that are glued to others, or that a colon, a bullet or a number follows."""
    if not text[span.start].isupper():
        return False
    before = text[max(0, span.start - 2) : span.start]
    if before and (before[-1].islower() or before[-1] in ".)!"):
        return True
    if before.endswith((". ", "! ", ": ")) or not before or not before[-1].isspace():
        return _BEHIND.match(text, span.end) is not None
    after_word = len(before) == 2 and (before[0].isalnum() or before[0] in "/&-")
    return (_LIST_BEHIND if after_word else _BEHIND).match(text, span.end) is not None


def split(text: str, section_of: SectionOf, inline_heads: InlineHeadings) -> tuple[Block, ...]:
    """Return the blocks in reading order; `section_of` tells what a heading's words announce."""
    pieces = list(_signature_off(text, _pieces(text, inline_heads)))
    return tuple(_sectioned(text, pieces, section_of))


# -- lines, and what has run together on one


class _Piece(NamedTuple):
    """A line or a part of one, without the blanks at its ends."""

    start: int
    end: int
    bullet: bool
    marked_heading: bool
    after_blank: bool
    broken_off: bool = False  # the line went on: this piece was cut out of it


def _pieces(text: str, inline_heads: InlineHeadings) -> Iterator[_Piece]:
    blank = True
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip(_NOISE):
            blank = True
            continue
        cuts = _cuts(text, start, end, inline_heads) if len(line) > 160 else []
        edges = [start, *cuts, end]
        for number, (low, high) in enumerate(itertools.pairwise(edges)):
            piece = _piece(text, low, high, blank and number == 0, broken_off=bool(cuts))
            if piece is not None:
                yield piece
        blank = False


def _cuts(text: str, start: int, end: int, inline_heads: InlineHeadings) -> list[int]:
    """Where a long line is cut: before bullets that lost their line, and around headings that did."""
    marks = [found.start() for found in _INLINE_BULLET.finditer(text, start + 1, end)]
    cuts = marks if len(marks) >= FEWEST_INLINE else []
    return sorted({*cuts, *inline_heads.cuts(text, start, end)})


def _piece(text: str, start: int, end: int, after_blank: bool, broken_off: bool) -> _Piece | None:
    heading = bullet = None
    if not (text[start].isalpha() and text[start + 1 : start + 2] != ")"):  # a word: neither mark can stand here
        heading = _HEADING_MARK.match(text, start, end)
        bullet = None if heading else _BULLET_MARK.match(text, start, end)
    if bullet is None and broken_off:
        bullet = _INLINE_BULLET.match(text, start, end)
    begins = heading.end() if heading else bullet.end() if bullet else start
    while begins < end and text[begins] in '*_ \t>:"\u00a0\u200b':
        begins += 1
    while end > begins and text[end - 1] in '*_ \t"\u00a0\u200b':
        end -= 1
    if begins >= end:
        return None
    return _Piece(begins, end, bullet is not None, heading is not None, after_blank, broken_off)


def _signature_off(text: str, pieces: Iterator[_Piece]) -> Iterator[tuple[_Piece, bool]]:
    """Say of each piece whether it belongs to the frame of an e-mail."""
    all_pieces = list(pieces)
    first_sign = len(all_pieces)
    for number in range(max(0, len(all_pieces) - 12), len(all_pieces)):
        piece = all_pieces[number]
        if not piece.bullet and _SIGNATURE.match(text, piece.start, piece.end):
            first_sign = number
            break
    mail_head = True
    for number, piece in enumerate(all_pieces):
        mail_head = mail_head and _MAIL_HEAD.match(text, piece.start, piece.end) is not None
        yield piece, number >= first_sign or (mail_head and len(all_pieces) > 2)


# -- blocks


def _sectioned(text: str, pieces: list[tuple[_Piece, bool]], section_of: SectionOf) -> Iterator[Block]:
    section = Section.NONE
    open_block: Block | None = None
    for number, (piece, is_signature) in enumerate(pieces):
        words = text[piece.start : piece.end]
        if is_signature:
            if open_block:
                yield open_block
            open_block = None
            yield Block(Kind.SIGNATURE, Section.NONE, piece.start, piece.end)
            continue
        heading = _heading(words, piece, section_of)
        if heading is not None:
            if open_block:
                yield open_block
            open_block = None
            section = _under(section, heading, is_first=number == 0)
            yield Block(Kind.HEADING, section, piece.start, piece.end)
        elif open_block is not None and _goes_on(text, open_block, piece) and not _is_label(words):
            open_block = open_block._replace(end=piece.end)
        else:
            if open_block:
                yield open_block
            kind = Kind.BULLET if piece.bullet or section in LISTS else Kind.PARAGRAPH
            open_block = Block(kind, section, piece.start, piece.end)
    if open_block:
        yield open_block


def _under(before: Section, announced: Section | None, is_first: bool) -> Section:
    """A heading that announces nothing keeps the section; one above the text is its title."""
    if announced is None:
        return Section.TITLE if is_first else before
    return before if announced is Section.NONE else announced


def _heading(words: str, piece: _Piece, section_of: SectionOf) -> Section | None:
    """The section that a heading opens (NONE: it opens none); None for what is not a heading."""
    bare = words.strip(_NOISE)
    if not bare or len(bare) > LONGEST_HEADING_LETTERS:
        return None
    short = bare.count(" ") < LONGEST_HEADING
    if piece.marked_heading and bare.count(" ") < 2 * LONGEST_HEADING and not bare.endswith((".", ";")):
        announced = section_of(bare)
        return announced[0] if announced else Section.NONE
    ends_open = words.rstrip(_NOISE.replace(":", "")).endswith(":")
    if piece.bullet:
        return Section.NONE if ends_open and short else None
    if not short or bare.endswith((".", ",", ";")) or bare[0].isdigit() or (_is_label(words) and not ends_open):
        return None
    return _unmarked_heading(bare, ends_open, piece, section_of)


def _unmarked_heading(bare: str, ends_open: bool, piece: _Piece, section_of: SectionOf) -> Section | None:
    """A short line is a heading when it ends in a colon, is loud, or says nothing but what a heading says."""
    announced = section_of(bare)
    loud = bare.isupper() and len(bare) > 3
    if announced is not None and (ends_open or loud or announced[1]):
        return announced[0]
    return Section.NONE if (ends_open or loud) and not piece.broken_off else None


def _is_label(words: str) -> bool:
    return ":" in words[:32] and _LABEL.match(words) is not None


def _goes_on(text: str, block: Block, piece: _Piece) -> bool:
    """Whether a line only continues the block before it, because somebody's window was narrow."""
    if piece.bullet or piece.after_blank or piece.broken_off:
        return False
    first, last = text[piece.start], text[block.end - 1]
    last_line = block.end - max(block.start, text.rfind("\n", block.start, block.end))
    if last not in ".!?:;" and last_line >= 60:
        return True
    return first.islower() and not _is_label(text[block.start : block.start + 40])
