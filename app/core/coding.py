"""Gender-coded words: the open decoder's verdict, our own count without its slips, and the paper's rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from app.core.phrases import Span, fold
from app.core.posting_text.blocks import Kind
from app.core.posting_text.reading import WHOLE_WORD, Reading

STRONGLY_FROM = 4  # the decoder calls a difference above 3 strong

_DECODER_BLANKS = str.maketrans(dict.fromkeys(".,<>*?!\"[]@':;()/&", " "))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = 3  # no entry is shorter, so words that begin otherwise are passed by at once


@dataclass(frozen=True)
class Stems:
    """Beginnings of words (`lead*`) and whole words, looked up by their first letters."""

    entries: tuple[str, ...]

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(entry for entry in self.entries if not entry.endswith("*"))

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        stems = sorted(entry.removesuffix("*") for entry in self.entries if entry.endswith("*"))
        return re.compile("|".join(map(re.escape, stems)) or r"(?!)")

    @cached_property
    def first_letters(self) -> frozenset[str]:
        return frozenset(entry[:_LETTERS] for entry in self.entries)

    def matches(self, word: str) -> bool:
        return word[:_LETTERS] in self.first_letters and (
            word in self._whole or self._beginnings.match(word) is not None
        )


@dataclass(frozen=True)
class DecoderLists:
    """The open Gender Decoder's lists: every entry is the beginning of a word."""

    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    keeps_hyphen: tuple[str, ...]
    exceptions: frozenset[str]

    @cached_property
    def masculine_stems(self) -> Stems:
        return Stems(tuple(f"{entry}*" for entry in self.masculine))

    @cached_property
    def feminine_stems(self) -> Stems:
        return Stems(tuple(f"{entry}*" for entry in self.feminine))

    @cached_property
    def hyphenated(self) -> re.Pattern[str]:
        """Every entry that holds a hyphen, to its word's end."""
        entries = [entry for entry in (*self.masculine, *self.feminine) if "-" in entry]
        return re.compile(rf"(?:{'|'.join(map(re.escape, entries))})\w*")

    @cached_property
    def first_parts(self) -> frozenset[str]:
        return frozenset(entry.partition("-")[0] for entry in (*self.masculine, *self.feminine) if "-" in entry)


@dataclass(frozen=True)
class CodingLists:
    decoder: DecoderLists
    paper_masculine: Stems
    paper_feminine: Stems
    role_masculine: Stems
    role_feminine: Stems
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """A label, and the words that led to it, in the order of the text."""

    coding: str
    masculine: tuple[str, ...]
    feminine: tuple[str, ...]


@dataclass(frozen=True)
class Rate:
    """Coded words of the 2011 paper in percent of all words."""

    masculine_percent: float
    feminine_percent: float
    words: int


@dataclass(frozen=True)
class Coding:
    """`own` counts each word once, without headings and legal parts; `role_words` of it belong to the job."""

    compatible: Verdict
    own: Verdict
    role_words: int
    own_spans: tuple[Span, ...]
    rate: Rate


def label(masculine: int, feminine: int) -> str:
    """The decoder's six labels."""
    difference = feminine - masculine
    if difference == 0:
        return "neutral" if feminine else "empty"
    side = "feminine-coded" if difference > 0 else "masculine-coded"
    return f"strongly {side}" if abs(difference) >= STRONGLY_FROM else side


# -- the decoder, word for word


def compatible(text: str, lists: DecoderLists) -> Verdict:
    """Judge as the open Gender Decoder does, in linear time, its slips included.

    The slips: a word that begins with two of its stems counts twice; the second word is never split at its hyphen,
    nor is any that begins with one; what is not ASCII is a blank.
    """
    words = _decoder_words(text, lists.keeps_hyphen)
    first_letters = lists.masculine_stems.first_letters | lists.feminine_stems.first_letters
    near = [word for word in words if word[:_LETTERS] in first_letters and word not in lists.exceptions]
    masculine, feminine = (_once_a_stem(near, stems) for stems in (lists.masculine, lists.feminine))
    return Verdict(label(len(masculine), len(feminine)), masculine, feminine)


def _once_a_stem(words: list[str], stems: tuple[str, ...]) -> tuple[str, ...]:
    """Each word as often as there are stems that it begins with."""
    times = {word: sum(map(word.startswith, stems)) for word in set(words)}
    return tuple(word for word in words for _ in range(times[word]))


def _decoder_words(text: str, keeps_hyphen: tuple[str, ...]) -> list[str]:
    plain = text if text.isascii() else _NOT_ASCII.sub(" ", text)
    words = plain.lower().translate(_DECODER_BLANKS).split()
    # It takes words out of the list that it is walking: behind the first word that it handles, one is passed over.
    handled = next(
        (number for number, word in enumerate(words) if word.find("-") and not word.startswith(keeps_hyphen)), None
    )
    passed_over = None if handled is None or handled + 1 >= len(words) else handled + 1
    if passed_over is not None and "-" in words[passed_over]:
        # Each later one like it makes the first that is left be split, so the last one stays whole.
        passed_over = len(words) - 1 - words[::-1].index(words[passed_over])
    split: list[str] = []
    for number, word in enumerate(words):
        if "-" not in word or word.startswith("-") or word.startswith(keeps_hyphen) or number == passed_over:
            split.append(word)
        else:
            split += word.split("-")
    return split


# -- our own count


def _own(reading: Reading, lists: CodingLists) -> tuple[Verdict, int, tuple[Span, ...]]:
    decoder = lists.decoder
    masculine: list[str] = []
    feminine: list[str] = []
    spans: list[Span] = []
    role_words = 0
    for start, word in _own_words(reading, decoder):
        is_masculine, is_feminine = decoder.masculine_stems.matches(word), decoder.feminine_stems.matches(word)
        if not (is_masculine or is_feminine) or word in decoder.exceptions or not _is_own(reading, start):
            continue
        spans.append(Span(start, start + len(word)))
        if is_masculine:
            masculine.append(word)
        if is_feminine:
            feminine.append(word)
        role_words += lists.role_masculine.matches(word) if is_masculine else lists.role_feminine.matches(word)
    return Verdict(label(len(masculine), len(feminine)), tuple(masculine), tuple(feminine)), role_words, tuple(spans)


def _own_words(reading: Reading, decoder: DecoderLists) -> list[tuple[int, str]]:
    """The words that may be coded, split at hyphens unless the lists know the whole."""
    first_letters = decoder.masculine_stems.first_letters | decoder.feminine_stems.first_letters
    starts, words = reading.words
    near = [(start, word) for start, word in zip(starts, words, strict=True) if word[:_LETTERS] in first_letters]
    firsts = decoder.first_parts
    matches = (
        decoder.hyphenated.match(reading.folded, start)
        for start, word in zip(starts, words, strict=True)
        if word in firsts
    )
    whole = [(match.start(), match.group()) for match in matches if match is not None]
    if not whole:
        return near
    inside = {place for start, word in whole for place in range(start, start + len(word))}
    return sorted([token for token in near if token[0] not in inside] + whole)


def _is_own(reading: Reading, place: int) -> bool:
    """Whether the words are the job's: not a heading, not a signature, not an equal-opportunity part."""
    block = reading.block_at(place)
    return block is not None and block.kind not in {Kind.HEADING, Kind.SIGNATURE} and not reading.is_legal(place)


# -- the paper


def rate(text: str, lists: CodingLists) -> Rate:
    """The study's measure: words of its lists in percent of all words."""
    return _rate(WHOLE_WORD.findall(fold(text)), lists)


def _rate(words: list[str], lists: CodingLists) -> Rate:
    if not words:
        return Rate(0.0, 0.0, 0)
    first_letters = lists.paper_masculine.first_letters | lists.paper_feminine.first_letters
    near = [word for word in words if "-" in word or word[:_LETTERS] in first_letters]
    masculine, feminine = (
        sum(_counts(word, stems) for word in near) for stems in (lists.paper_masculine, lists.paper_feminine)
    )
    return Rate(round(100 * masculine / len(words), 2), round(100 * feminine / len(words), 2), len(words))


def _counts(word: str, stems: Stems) -> bool:
    return stems.matches(word) or ("-" in word and any(map(stems.matches, word.split("-"))))


def code(reading: Reading, given: str, lists: CodingLists) -> Coding:
    """Judge a posting; `given` is the text as it came, which the decoder's own counting needs."""
    own, role_words, spans = _own(reading, lists)
    words = reading.whole_words if given == reading.text else WHOLE_WORD.findall(fold(given))
    return Coding(compatible(given, lists.decoder), own, role_words, spans, _rate(words, lists))
