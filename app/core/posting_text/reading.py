"""A posting as it is read: its words, its blocks, and where each phrase that we know stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.core.phrases import PhraseBook, Span, Tokens, fold, tokens
from app.core.posting_text import blocks as layout
from app.core.posting_text import language
from app.core.posting_text.blocks import Block, Kind, Section
from app.core.posting_text.language import Language
from app.core.posting_text.repair import repair

WHOLE_WORD = re.compile(r"\w+(?:['-]\w+)*")
REMEMBERED = 5_000  # headings
INLINE_HEADING = "inline"
_LINK_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "or",
        "our",
        "your",
        "of",
        "for",
        "to",
        "this",
        "in",
        "on",
        "key",
        "main",
        "primary",
        "other",
        "more",
        "we",
        "you",
        "do",
        "it",
        "is",
        "s",
    ]
)
# The last case is a lost line break: "on time.Ability to".
_SENTENCE_END = re.compile(r"[.!?;](?:(?=[\s\"')\]*_]|$)|(?<=[a-z)]\.)(?=[a-z]{2,} ))")
_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "etc",
        "vs",
        "approx",
        "incl",
        "inc",
        "ltd",
        "co",
        "sr",
        "jr",
        "st",
        "no",
        "min",
        "max",
        "u.s",
        "dept",
    ]
)
REACH = 600  # characters around a place within which its sentence is looked for
LONGEST_LEGAL_BLOCK = 1200  # characters: a longer block with one legal sentence is not all legal


@dataclass(frozen=True)
class Words:
    """What is looked for in a posting: phrases by label, and what headings announce."""

    headings: tuple[tuple[Section, tuple[str, ...]], ...]
    inline_headings: tuple[str, ...]
    labeled: Mapping[str, tuple[str, ...]]
    tools: tuple[str, ...] = ()  # names, looked for when a text becomes a brief

    @cached_property
    def book(self) -> PhraseBook:
        return PhraseBook({**self.labeled, INLINE_HEADING: self.inline_headings})

    @cached_property
    def heading_book(self) -> PhraseBook:
        return PhraseBook({str(number): phrases for number, (_, phrases) in enumerate(self.headings)})

    @cached_property
    def section_of(self) -> Callable[[str], tuple[Section, bool] | None]:
        """Tells the section that a heading announces, and whether it says little else; remembered, for they recur."""
        return lru_cache(maxsize=REMEMBERED)(self._section_of)

    def _section_of(self, heading: str) -> tuple[Section, bool] | None:
        folded = fold(heading)
        words = tokens(folded)
        found = [(span.start - span.end, int(label), span) for label, span in self.heading_book.scan(folded, words)]
        if not found:
            return None
        _, number, _ = min(found)
        spans = [span for _, other, span in found if other == number]
        left = sum(
            1
            for at, word in zip(words.starts, words.words, strict=True)
            if word not in _LINK_WORDS and not any(span.start <= at < span.end for span in spans)
        )
        return self.headings[number][0], left <= 1


class Reading:
    """A posting read once; everything that judges it works on this.

    Places are places in `text`, which has got lost line breaks back; `origin` tells where they stood in what was given.
    """

    def __init__(self, text: str, words: Words) -> None:
        self.repaired = repair(text)
        self.text = self.repaired.text
        self.folded = fold(self.text)
        self.words: Tokens = tokens(self.folded)
        self.found: dict[str, list[Span]] = {}
        for label, span in words.book.scan(self.folded, self.words):
            self.found.setdefault(label, []).append(span)
        inline = layout.InlineHeadings(self.found.pop(INLINE_HEADING, []))
        self.blocks = layout.split(self.text, words.section_of, inline)

    @cached_property
    def whole_words(self) -> list[str]:
        """The words as people count them: a hyphen or an apostrophe does not part one."""
        return WHOLE_WORD.findall(self.folded)

    @cached_property
    def language(self) -> Language:
        return language.tell(self.words.words)

    # -- where something stands

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, place: int) -> Block | None:
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return None
        block = self.blocks[number]
        return block if place < block.end else None

    def sentence_at(self, place: int) -> Span:
        """The sentence around a place, within its block; a very long one is cut to its surroundings."""
        block = self.block_at(place)
        if block is None:
            return Span(place, place)
        low, high = max(block.start, place - REACH), min(block.end, place + REACH)
        start = low
        for end in self._ends(low, high):
            if end.start() >= place:
                return Span(start, end.start())
            start = end.end()
        return Span(start, high)

    def sentences(self, block: Block) -> list[Span]:
        """The sentences of a block, in order."""
        found, start = [], block.start
        for end in self._ends(block.start, block.end):
            found.append(Span(start, end.start()))
            start = end.end()
        found.append(Span(start, block.end))
        return [span for span in found if self.folded[span.start : span.end].strip()]

    def count_sentences(self, block: Block) -> int:
        """How many sentences the block holds; the words behind the last full stop are one too."""
        count, start = 0, block.start
        for end in self._ends(block.start, block.end):
            count, start = count + 1, end.end()
        return count if self.folded[start : block.end].isspace() or start >= block.end else count + 1

    def _ends(self, low: int, high: int) -> Iterator[re.Match[str]]:
        for end in _SENTENCE_END.finditer(self.folded, low, high):
            if not self._is_abbreviated(end.start()):
                yield end

    def _is_abbreviated(self, stop: int) -> bool:
        if self.folded[stop] != ".":
            return False
        last = self.folded[max(0, stop - 7) : stop].split()[-1:]
        word = last[0].lstrip("(") if last else ""
        return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())

    # -- what is not the writer's own wording of the job

    @cached_property
    def legal(self) -> list[Span]:
        """The equal-opportunity and accommodation parts, in order."""
        parts: list[Span] = []
        for label in ("cue:equal_opportunity", "cue:accommodation"):
            for span in self.found.get(label, ()):
                block = self.block_at(span.start)
                if block is None or block.kind is Kind.HEADING:
                    continue
                whole = block.end - block.start <= LONGEST_LEGAL_BLOCK
                parts.append(block.span if whole else self.sentence_at(span.start))
        return sorted(set(parts))

    @cached_property
    def _legal_starts(self) -> list[int]:
        return [span.start for span in self.legal]

    def is_legal(self, place: int) -> bool:
        number = bisect_right(self._legal_starts, place) - 1
        return any(span.start <= place < span.end for span in self.legal[max(0, number - 1) : number + 1])

    def items(self, *sections: Section) -> list[Block]:
        """The bullets and paragraphs of these sections, without their headings."""
        wanted = frozenset(sections)
        return [
            block
            for block in self.blocks
            if block.section in wanted
            and block.kind in {Kind.BULLET, Kind.PARAGRAPH}
            and not self.is_legal(block.start)
        ]

    def has(self, label: str) -> bool:
        return label in self.found

    def origin(self, span: Span) -> Span:
        return self.repaired.origin(span)

    def shown(self, span: Span) -> str:
        return self.text[span.start : span.end]
