"""Reviews the wording of a posting: few findings, each at its place and with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.core.phrases import Span
from app.core.posting_text.blocks import LISTS, Block, Kind, Section
from app.core.posting_text.extract import Extraction
from app.core.posting_text.reading import Reading
from app.core.wording.rules import Evidence, Gates, Rule, Rules, Severity, Special

MOST_SHOWN = 3  # notes beyond this many findings are kept back: a reader mends three things, not twelve
LONG_SENTENCE = 45  # words
MANY_ACRONYMS = 8
LONGEST_QUOTE = 160  # characters
MOST_HITS = 200  # of one rule that are looked at: a text with more is no posting
MOST_ACRONYMS = 40
LONGEST_POSTING = 100_000  # characters that are searched for short forms
_DENIAL = re.compile(
    r"(?:\bno|\bnot|\bnever|\bwithout|n't|\bnon|\brather than|\binstead of|\bneither|\bnor|\bless than|\bfree of"
    r"|\bavoid|\bhate|\bban)"
    r"(?:[ \t]+(?:a|an|any|the|our|your|need|want|require|looking|look|for|hire|hiring|be|to|of|is|are"
    r"|have)){0,4}[ \t\"'(-]*$"
)
_DENIAL_BEHIND = re.compile(
    r"^[\w \t,'()-]{0,40}?\b(?:(?:is|are) not|isn't|aren't|not) (?:required|necessary|needed|expected|mandatory"
    r"|essential|a must)|^ (?:is |are )?optional"
)
_QUOTES = re.compile(r"“[^”\n]{1,160}”|(?<![\w\"])\"[^\"\n]{1,160}\"(?!\w)|‘[^’\n]{1,160}’(?!\w)")
_GLUED = re.compile(r"[a-z)][A-Z][a-z]")  # line breaks that were lost: what looks like a sentence is a list
_SPELLED_OUT = re.compile(r"\(([A-Z][A-Z&]+)s?\)|(?<![\w-])([A-Z][A-Z&]+) \([a-zA-Z]{3}")
_ACRONYM = re.compile(r"(?<![\w@./-])[A-Z][A-Z&]{1,5}[A-Z](?![\w-])")


@dataclass(frozen=True)
class Finding:
    """A stretch of the text that could be better, why, and what could stand instead."""

    rule: str
    category: str
    severity: Severity
    evidence: Evidence
    sources: tuple[str, ...]
    start: int
    end: int
    text: str
    message: str
    alternatives: tuple[str, ...]
    also: tuple[Span, ...] = ()  # where else the same rule applies
    line: Span | None = None  # the sentence, when it can be taken out whole

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Wording:
    """What to show first, and the notes that were kept back so that it stays readable."""

    findings: tuple[Finding, ...]
    kept_back: tuple[Finding, ...]


_WEIGHT = {Severity.ERROR: 0, Severity.WARN: 1, Severity.INFO: 2}


def review(reading: Reading, rules: Rules, facts: Extraction) -> Wording:
    """Return one finding a rule, in reading order; a posting that is not English is not judged."""
    if not reading.language.is_english:
        return Wording((), ())
    found = [finding for rule in rules.rules if (finding := _finding(reading, rule, rules, facts)) is not None]
    ranked = sorted(_without_nested(found), key=lambda one: (_WEIGHT[one.severity], one.evidence, one.start))
    shown = [one for number, one in enumerate(ranked) if one.severity is not Severity.INFO or number < MOST_SHOWN]
    kept_back = [one for one in ranked if one not in shown]
    return Wording(*(tuple(sorted(part, key=lambda one: one.start)) for part in (shown, kept_back)))


def _without_nested(found: list[Finding]) -> list[Finding]:
    """Of two rules that mark the same words, the weightier speaks."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda each: (_WEIGHT[each.severity], each.evidence)):
        if not any(other.start < one.end and one.start < other.end for other in kept):
            kept.append(one)
    return kept


def _finding(reading: Reading, rule: Rule, rules: Rules, facts: Extraction) -> Finding | None:
    if rule.special is Special.LONG_SENTENCE:
        return _long_sentence(reading, rule)
    if rule.special is Special.ACRONYMS:
        return _acronyms(reading, rule, rules.known_acronyms)
    if rule.special is Special.YEARS_RANGE:
        spans = [years.span for years in facts.years if years.most > years.least]
    else:
        spans = _spans(reading, rule, facts)
    return _at(reading, rule, spans[0], tuple(spans[1:])) if len(spans) >= rule.least else None


def _spans(reading: Reading, rule: Rule, facts: Extraction) -> list[Span]:
    """Where the rule's phrases stand and no gate is shut."""
    hits = reading.found.get(f"rule:{rule.id}", [])
    anywhere = rule.gates.anywhere_pattern
    if not hits or (rule.gates.unless_pay and facts.pay) or (anywhere and anywhere.search(reading.folded)):
        return []
    title = facts.title.span if facts.title else None
    return list(_distinct(span for span in hits[:MOST_HITS] if _applies(reading, rule, span, title)))


def _at(reading: Reading, rule: Rule, span: Span, also: tuple[Span, ...] = (), words: str = "") -> Finding:
    message = rule.message.replace("{words}", words)
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        evidence=rule.evidence,
        sources=rule.sources,
        start=span.start,
        end=span.end,
        text=reading.shown(span),
        message=f"{message} {rule.advice}".strip(),
        alternatives=rule.alternatives_for(reading.shown(span)),
        also=also,
        line=_line(reading, span) if rule.line_out else None,
    )


def _line(reading: Reading, span: Span) -> Span:
    """The sentence around the words, with its full stop."""
    sentence = reading.sentence_at(span.start)
    start = sentence.start + len(reading.shown(sentence)) - len(reading.shown(sentence).lstrip())
    stopped = reading.text[sentence.end : sentence.end + 1] in {".", "!", "?"}
    return Span(start, max(sentence.end + stopped, span.end))


def _distinct(spans: Iterator[Span]) -> Iterator[Span]:
    """Each place once: of phrases that begin or lie within one another, the longest."""
    last: Span | None = None
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if last is None or span.start >= last.end:
            yield span
            last = span


# -- the gates


def _applies(reading: Reading, rule: Rule, span: Span, title: Span | None) -> bool:
    block = reading.block_at(span.start)
    if title is not None and rule.gates.names and title.start <= span.start and span.end <= title.end:
        return True  # every word of a title has its capital, so that none makes a name
    if block is None or block.kind in {Kind.HEADING, Kind.SIGNATURE} or reading.is_legal(span.start):
        return False
    return _place_fits(reading, rule.gates, span, block) and _sentence_fits(reading, rule.gates, span)


def _place_fits(reading: Reading, gates: Gates, span: Span, block: Block) -> bool:
    """Whether the section, the spelling and the quotes around leave it a find."""
    if block.section in gates.not_in or (gates.only_in and block.section not in gates.only_in):
        return False
    if gates.exact_case and not reading.shown(span).startswith(gates.exact_case):
        return False
    return not (gates.names and _is_name(reading, span, block.start)) and not _is_quoted(reading, span, block.start)


def _sentence_fits(reading: Reading, gates: Gates, span: Span) -> bool:
    """Whether the words of its sentence leave it a find."""
    sentence = reading.sentence_at(span.start)
    start, end = sentence.start, max(sentence.end, span.end)
    if gates.longest_sentence and len(reading.folded[start:end].split()) > gates.longest_sentence:
        return False
    if gates.denied and _is_denied(reading.folded, start, span, end):
        return False
    unless, only_with = gates.unless_pattern, gates.only_with_pattern
    if unless is not None and unless.search(reading.folded, start, end):
        return False
    return only_with is None or only_with.search(reading.folded, start, end) is not None


def _is_quoted(reading: Reading, span: Span, block_start: int) -> bool:
    """Whether somebody else's words are cited; quotes around a whole line cite nobody."""
    low, high = max(block_start, span.start - LONGEST_QUOTE), span.end + LONGEST_QUOTE
    return any(
        match.start() < span.start and span.end < match.end() and match.start() > block_start
        for match in _QUOTES.finditer(reading.text, low, high)
    )


def _is_denied(folded: str, start: int, span: Span, end: int) -> bool:
    before = folded[max(start, span.start - 60) : span.start]
    return _DENIAL.search(before) is not None or _DENIAL_BEHIND.match(folded[span.end : end]) is not None


def _is_name(reading: Reading, span: Span, block_start: int) -> bool:
    """A capital that no sentence begins: a product, a company or a person; so is what a trademark sign follows."""
    words = reading.shown(span)
    if reading.text[span.end : span.end + 1] in {"®", "™"} or reading.text[span.end : span.end + 2] == ".js":
        return True
    if not words[0].isupper() or words.isupper():
        return False
    before = reading.text[max(block_start, span.start - 3) : span.start].strip(" \t*_\"'(")
    starts_sentence = not before or before[-1] in ".!?:•-–—\n"
    next_word = re.match(r"[ \t]+[A-Z][a-z]", reading.text[span.end : span.end + 4])
    return not starts_sentence or next_word is not None


# -- what no phrase can say


def _long_sentence(reading: Reading, rule: Rule) -> Finding | None:
    """The longest sentence of the writer's own words, when nobody can read it in one breath."""
    longest: tuple[int, Span] = (0, Span(0, 0))
    for block in reading.blocks:
        if block.end - block.start < 4 * LONG_SENTENCE or block.kind not in {Kind.PARAGRAPH, Kind.BULLET}:
            continue
        if reading.is_legal(block.start) or block.section in {Section.NOTICES, Section.COMPANY}:
            continue
        for span in reading.sentences(block):
            words = reading.folded[span.start : span.end]
            count = len(words.split())
            is_list = words.count(",") + words.count(";") > count / 5 or words.count("*") + words.count("•") > 1
            is_list = is_list or len(_GLUED.findall(reading.text, span.start, span.end)) > 1
            # What the employer tells of itself is long by nature; what is asked of the reader should not be.
            is_for_the_reader = block.section in LISTS or " you" in f" {words}"
            if count > longest[0] and not is_list and is_for_the_reader:
                longest = count, span
    count, span = longest
    if count < LONG_SENTENCE:
        return None
    start = span.start + len(reading.text[span.start : span.end]) - len(reading.text[span.start : span.end].lstrip())
    return _at(reading, rule, Span(start, span.end), words=str(count))


def _acronyms(reading: Reading, rule: Rule, known: frozenset[str]) -> Finding | None:
    """Short forms that the text never spells out, when there are many."""
    first: dict[str, Span] = {}
    for match in _ACRONYM.finditer(reading.text, 0, LONGEST_POSTING):
        word = match.group()
        if word in known or word in first or len(first) == MOST_ACRONYMS:
            continue
        block = reading.block_at(match.start())
        if block is None or block.kind is Kind.HEADING or reading.is_legal(match.start()):
            continue
        around = reading.text[max(block.start, match.start() - 60) : min(block.end, match.end() + 60)]
        if sum(map(str.isupper, around)) * 3 > len(around):
            continue
        first[word] = Span(match.start(), match.end())
    if len(first) < MANY_ACRONYMS:
        return None
    spelled_out = {match[1] or match[2] for match in _SPELLED_OUT.finditer(reading.text, 0, LONGEST_POSTING)}
    left = {word: span for word, span in first.items() if word not in spelled_out}
    if len(left) < MANY_ACRONYMS:
        return None
    spans = list(left.values())
    return _at(reading, rule, spans[0], tuple(spans[1:]), words=", ".join(list(left)[:6]))
