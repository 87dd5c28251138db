"""A review's findings as the pages show them: numbered in one row, of three kinds, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.core.law.duties import Law
from app.core.law.findings import Finding as LawFinding
from app.core.law.findings import Kind
from app.core.law.vocabulary import fault_title
from app.core.marks import Piece, pieces
from app.core.phrases import Span
from app.core.sources import Source
from app.core.wording.review import Finding
from app.core.wording.rewrite import replace as rewritten
from app.core.wording.rules import Evidence
from app.usecases.posting_review import Review, not_said_by_law

KINDS = ("law", "structure", "wording")
EVIDENCE_IN_WORDS = {
    Evidence.LAW: "law or regulation",
    Evidence.STUDY: "agency guidance or a reviewed study",
    Evidence.PRESS: "the trade press or a vendor",
    Evidence.HOUSE: "our own view",
}
_SAID = {
    Kind.MISSING: "missing",
    Kind.VIOLATES: "against the law",
    Kind.WARNS: "not settled",
    Kind.DUTY: "owed later",
    Kind.UPCOMING: "coming",
    Kind.ADVICE: "prudent",
}
_TONES = {Kind.MISSING: "gap", Kind.VIOLATES: "gap", Kind.WARNS: "warn"}
UNKNOWN_HEAD_COUNTS = "Places that head counts decide"


@dataclass(frozen=True)
class Card:
    """One finding; `spans` are its places in the reviewed text, `key` outlasts a change of the text."""

    key: str
    kind: str
    tone: str
    title: str
    said: str
    words: str
    message: str
    evidence: str
    sources: tuple[Source, ...]
    spans: tuple[Span, ...] = ()
    alternatives: tuple[str, ...] = ()
    line: Span | None = None  # what can be taken out whole
    adds: bool = False  # the alternative goes behind the words, not in their place
    law: LawFinding | None = None
    stale: bool = False
    number: int = 0

    @property
    def is_gap(self) -> bool:
        return self.law is not None and self.law.is_gap

    @property
    def mark(self) -> str:
        """How its number looks: what the law asks later, or advises, is marked more quietly than a gap."""
        return "law-later" if self.kind == "law" and self.tone == "info" else self.kind


@dataclass(frozen=True)
class Shown:
    """All findings of a review, those that were set aside apart from the rest, and the text with its marks."""

    cards: tuple[Card, ...]
    aside: tuple[Card, ...]
    more: tuple[Card, ...]
    text: tuple[Piece, ...]

    def of(self, kind: str) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.kind == kind)

    def answered(self, kind: str) -> tuple[Card, ...]:
        """The findings of a kind that were set aside or signed off."""
        return tuple(card for card in self.aside if card.kind == kind)

    @property
    def by_number(self) -> Mapping[int, Card]:
        return {card.number: card for card in self.cards}

    @property
    def gaps(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.is_gap)


def shown(done: Review, law: Law, sources: Mapping[str, Source], set_aside: Iterable[str] = ()) -> Shown:
    """The findings in reading order of their kinds; `set_aside` are keys of findings that somebody answered."""
    away = frozenset(set_aside)
    text = done.reading.text
    by_law = [_law_card(finding, text, done.on, law, sources) for finding in done.law]
    cards = [
        *by_law,
        *(_card("structure", finding, sources) for finding in done.structure.findings),
        *(_card("wording", finding, sources) for finding in not_said_by_law(done)),
    ]
    kept = [card for card in cards if card.key not in away]
    numbered = tuple(replace(card, number=number) for number, card in enumerate(kept, start=1))
    return Shown(
        cards=numbered,
        aside=tuple(card for card in cards if card.key in away),
        more=tuple(_card("wording", finding, sources) for finding in done.wording.kept_back),
        text=pieces(text, [(card.number, _first_line(span, text)) for card in numbered for span in card.spans]),
    )


def _first_line(span: Span, text: str) -> Span:
    """Where a mark is drawn: a finding about a whole list is marked where the list begins."""
    end = text.find("\n", span.start, span.end)
    return span if end < 0 else Span(span.start, end)


def swapped(text: str, start: int, words: str, alternative: str) -> str | None:
    """The text with an alternative for the words that stood at `start`; None when they stand there no more."""
    if not words or text[start : start + len(words)] != words:
        return None
    return rewritten(text, Span(start, start + len(words)), alternative)


LINE_OUT = "Take the line out"


def whole_line(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with its bullet and line break, when nothing else stands on its line."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    alone = not text[first:start].strip(" \t-*•·–") and not text[end:last].strip()
    return (first, min(last + 1, len(text))) if alone else (start, end)


def offers(card: Card, old: str) -> list[tuple[str, str]]:
    """What can be put in the place of a finding's words: the button's label, and the new words."""
    if card.adds:
        return [(f"Add “{one}”", f"{old} {one}") for one in card.alternatives]
    return [(f"“{one}”" if one else "Take it out", one) for one in card.alternatives]


def _card(kind: str, finding: Finding, sources: Mapping[str, Source]) -> Card:
    spans = tuple(span for span in (finding.span, *finding.also) if span.start < span.end)
    head, _, rest = finding.message.partition(". ")
    titled = kind == "structure"
    return Card(
        key=f"{kind}:{finding.rule}",
        kind=kind,
        tone={"error": "gap", "warn": "warn"}.get(finding.severity.value, "info"),
        title=head.rstrip(".") if titled else f"“{_short(finding.text)}”",
        said="",
        words=finding.text,
        message=rest if titled else finding.message,
        evidence=EVIDENCE_IN_WORDS[finding.evidence],
        sources=_read(sources, finding.sources),
        spans=spans,
        alternatives=finding.alternatives,
        line=finding.line,
        adds=titled,
    )


def title_of(finding: LawFinding, law: Law) -> str:
    """ "Colorado: benefits described"."""
    if finding.value == "unknown_head_counts":
        return UNKNOWN_HEAD_COUNTS
    about = ", ".join(fault_title(name) for name in finding.about)
    return f"{law.name(finding.code)}: {about[:1].lower()}{about[1:]}"


def _law_card(finding: LawFinding, text: str, on: date, law: Law, sources: Mapping[str, Source]) -> Card:
    span = _quoted(finding, text)
    return Card(
        key=f"law:{finding.key}",
        kind="law",
        tone=_TONES.get(finding.kind, "info"),
        title=title_of(finding, law),
        said=_SAID[finding.kind],
        words=finding.quote.text if finding.quote is not None else "",
        message=finding.message,
        evidence=EVIDENCE_IN_WORDS[Evidence.LAW],
        sources=_read(sources, finding.sources),
        spans=(span,) if span else (),
        law=finding,
        stale=finding.stale(on),
    )


def _quoted(finding: LawFinding, text: str) -> Span | None:
    """Where the quoted words stand in the text: the law also quotes from the title or the benefits alone."""
    quote = finding.quote
    if quote is None or not quote.text:
        return None
    at = quote.start if quote.where == "text" else text.find(quote.text)
    return Span(at, at + len(quote.text)) if at >= 0 else None


def _read(sources: Mapping[str, Source], ids: tuple[str, ...]) -> tuple[Source, ...]:
    return tuple(sources[one] for one in ids)


def _short(words: str, most: int = 90) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[:most].rstrip()}…"
