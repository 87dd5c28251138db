"""What a posting holds and what it leaves out: completeness out of 100, and findings about the whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.phrases import Span
from app.core.posting_text.blocks import Block, Kind, Section
from app.core.posting_text.degree import Degree
from app.core.posting_text.extract import Extraction
from app.core.posting_text.reading import Reading
from app.core.readability import Readability
from app.core.wording.review import Finding, Wording
from app.core.wording.rules import Evidence, Severity

PARTS = (
    "pay_and_place",
    "outcomes",
    "responsibilities",
    "requirements_split",
    "process_and_deadline",
    "benefits",
    "notices",
    "language",
)
REMARKS = (
    "must-haves",
    "more-musts-than-outcomes",
    "one-list",
    "degree",
    "years-for-level",
    "many-year-demands",
    "no-outcomes",
    "outcomes-without-date",
    "no-reporting-line",
    "no-address",
    "no-deadline",
    "deadline-passed",
    "deadline-before-opening",
    "deadline-unclear",
    "length",
    "long-list",
    "title",
    "grade",
)
FEW_OUTCOMES = 3  # with fewer, half of the points
MOST_RESPONSIBILITIES = 10  # more is a list of tasks
_YOU = re.compile(r"\byou\b")
_ADDRESS = re.compile(r"https?://|\bwww\.|[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|net|io|example|gov|edu|co)\b")
_BUTTON = re.compile(r"\b(?:apply|applying|click) (?:here|now|online|below|through|via|with|to apply)\b")
_APPLYING = re.compile(r"\b(?:hear from us|your application|to apply|interviews?)\b")
_TITLE_CODE = re.compile(
    r"\b(?:req(?:uisition)?[ #-]?\d+|[A-Z]{1,3}-?\d{3,}|grade \d+|band \d+|\$|€|£)|[\U0001F300-\U0001FAFF☀-➿]"
    r"|\b(?:urgent|hiring now|immediate)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Remark:
    """What a rule of structure says; the words in braces are filled in."""

    id: str
    severity: Severity
    evidence: Evidence
    sources: tuple[str, ...]
    message: str
    advice: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class StructureRules:
    weights: Mapping[str, int]
    most_years: Mapping[str, int]
    most_must_haves: int
    most_list_items: int
    least_words: int
    most_words: int
    longest_title: int
    grade_from: int
    remarks: Mapping[str, Remark]


@dataclass(frozen=True)
class Part:
    """A part of a whole posting: points got, points to get, and what is missing in words."""

    name: str
    got: int
    of: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Structure:
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]

    @property
    def score(self) -> int:
        return sum(part.got for part in self.parts)


def review(
    reading: Reading,
    facts: Extraction,
    readability: Readability,
    wording: Wording,
    rules: StructureRules,
    *,
    on: date,
    level: str | None = None,
) -> Structure:
    """Judge the whole posting; `level` is the writer's own, otherwise the title's is taken."""
    judge = _Judge(reading, facts, rules)
    if not reading.language.is_english:
        return Structure(tuple(judge.parts(wording)), ())
    role = facts.title.role if facts.title else None
    found = judge.findings(readability, on, level or (role.level if role else None))
    return Structure(tuple(judge.parts(wording)), tuple(sorted(found, key=lambda one: one.start)))


class _Judge:
    def __init__(self, reading: Reading, facts: Extraction, rules: StructureRules) -> None:
        self.reading, self.facts, self.rules = reading, facts, rules
        self._starts: dict[str, list[int]] = {}
        self.musts = self._items(Section.REQUIREMENTS, Section.EDUCATION)
        self.nice = self._items(Section.NICE)
        self.duties = self._items(Section.RESPONSIBILITIES)
        self.outcomes = self._outcomes()
        self.dated = [block for block in self.outcomes if self._holds("cue:outcome_date", block)]

    def _items(self, *sections: Section) -> list[Block]:
        """The points of a list; the lines that only lead in to it are no points."""
        items = self.reading.items(*sections)
        bullets = [block for block in items if block.kind is Kind.BULLET]
        return bullets or items

    def _outcomes(self) -> list[Block]:
        """What stands under a heading of outcomes, and every point that says by when."""
        under = self._items(Section.OUTCOMES)
        elsewhere = [
            block
            for block in self.reading.items(Section.ABOUT, Section.RESPONSIBILITIES, Section.NONE)
            if self._holds("cue:outcome_date", block) and self._is_about_the_work(block)
        ]
        return under + elsewhere

    def _is_about_the_work(self, block: Block) -> bool:
        """Whether it speaks to the reader, and not of when they hear of their application."""
        words = self.reading.folded[block.start : block.end]
        return _YOU.search(words) is not None and _APPLYING.search(words) is None

    def _holds(self, label: str, block: Block) -> bool:
        starts = self._starts.get(label)
        if starts is None:
            starts = self._starts[label] = [span.start for span in self.reading.found.get(label, ())]
        return bisect_left(starts, block.start) < bisect_left(starts, block.end)

    def _has(self, label: str) -> bool:
        return any(
            (block := self.reading.block_at(span.start)) is None or block.kind is not Kind.HEADING
            for span in self.reading.found.get(label, ())
        )

    # -- the parts

    def parts(self, wording: Wording) -> Iterator[Part]:
        shares_of = {
            "pay_and_place": self._pay_and_place(),
            "outcomes": self._outcomes_part(),
            "responsibilities": self._responsibilities(),
            "requirements_split": self._requirements_split(),
            "process_and_deadline": self._process_and_deadline(),
            "benefits": self._benefits(),
            "notices": self._notices(),
            "language": self._language(wording),
        }
        for name, of in self.rules.weights.items():
            shares = list(shares_of[name])
            got = sum(share for share, _ in shares)
            missing = tuple(words for _, words in shares if words)
            yield Part(name, round(of * min(1.0, got)), of, missing)

    def _pay_and_place(self) -> Iterator[tuple[float, str]]:
        pay = self.facts.pay[0] if self.facts.pay else None
        if pay is None:
            yield 0.0, "the pay: the lowest and the highest amount, with currency and period"
        elif pay.min is None or pay.max is None:
            yield 0.4, "the other end of the pay range"
        else:
            yield 0.6, ""
        yield (0.25, "") if self.facts.places else (0.0, "the place of work, or the places from which it may be done")
        yield (0.15, "") if self.facts.mode else (0.0, "whether the work is on site, hybrid or remote")

    def _outcomes_part(self) -> Iterator[tuple[float, str]]:
        if not self.outcomes:
            yield 0.0, "what the person will have achieved after 90 days and after 12 months"
            return
        yield (0.5, "") if len(self.outcomes) >= FEW_OUTCOMES else (0.25, "a third outcome")
        yield (0.5, "") if self.dated else (0.0, "by when each outcome is expected")

    def _responsibilities(self) -> Iterator[tuple[float, str]]:
        count = len(self.duties)
        if count == 0:
            yield 0.0, "a list of what the person will do"
        elif count < 3:
            yield 0.5, "three to eight responsibilities"
        elif count > MOST_RESPONSIBILITIES:
            yield 0.7, f"a shorter list of responsibilities than {count}"
        else:
            yield 1.0, ""

    def _requirements_split(self) -> Iterator[tuple[float, str]]:
        yield (0.4, "") if self.musts else (0.0, "what the person needs from the first day")
        yield (0.35, "") if self.nice else (0.0, "what is good to have and not required")
        if self.musts and len(self.musts) > self.rules.most_must_haves:
            yield 0.0, f"a choice of the {self.rules.most_must_haves} must-haves that count"
        elif self.musts:
            yield 0.25, ""

    def _process_and_deadline(self) -> Iterator[tuple[float, str]]:
        yield (0.4, "") if self._has("cue:process") else (0.0, "the steps from application to decision")
        has_end = self.facts.deadline is not None or self.facts.rolling
        yield (0.4, "") if has_end else (0.0, "the last day to apply")
        yield (0.2, "") if self._has("cue:how_to_apply") else (0.0, "how to apply")

    def _benefits(self) -> Iterator[tuple[float, str]]:
        spans = [*self.reading.found.get("cue:benefits", ()), *self.reading.found.get("cue:other_pay", ())]
        named = len({self.reading.folded[span.start : span.end] for span in spans})
        if named >= 3:
            yield 1.0, ""
        elif named or self._items(Section.BENEFITS):
            yield 0.5, "the benefits by name: health, paid leave, retirement"
        else:
            yield 0.0, "the benefits"

    def _notices(self) -> Iterator[tuple[float, str]]:
        yield (0.6, "") if self._has("cue:equal_opportunity") else (0.0, "a line on equal opportunity")
        yield (0.4, "") if self._has("cue:accommodation") else (0.0, "whom to ask for an accommodation")

    def _language(self, wording: Wording) -> Iterator[tuple[float, str]]:
        errors = sum(one.severity is Severity.ERROR for one in wording.findings)
        warnings = sum(one.severity is Severity.WARN for one in wording.findings)
        lost = 0.4 * errors + 0.2 * warnings
        yield max(0.0, 1.0 - lost), "the findings on language mended" if lost else ""

    # -- the findings

    def findings(self, readability: Readability, on: date, level: str | None) -> list[Finding]:
        return [
            *self._about_requirements(level),
            *self._about_outcomes(),
            *self._about_applying(),
            *self._about_days(on),
            *self._about_form(readability),
        ]

    def _about_requirements(self, level: str | None) -> Iterator[Finding]:
        most = self.rules.most_must_haves
        if len(self.musts) > most:
            yield self._say("must-haves", self._over(self.musts), count=len(self.musts), most=most)
        elif self.outcomes and len(self.musts) > len(self.outcomes):
            yield self._say(
                "more-musts-than-outcomes", self._over(self.musts), count=len(self.musts), outcomes=len(self.outcomes)
            )
        if len(self.musts) > 3 and not self.nice and not self.reading.has("cue:invites_partial_match"):
            yield self._say("one-list", self._over(self.musts))
        if self.facts.degree.degree is Degree.REQUIRED and self.facts.degree.span is not None:
            yield self._say("degree", self.facts.degree.span)
        yield from self._about_years(level)

    def _about_years(self, level: str | None) -> Iterator[Finding]:
        asked = [one for one in self.facts.years if not self._is_nice(one.span)]
        if level is not None and level in self.rules.most_years and asked:
            longest = max(asked, key=lambda one: one.least)
            most = self.rules.most_years[level]
            if longest.least > most:
                yield self._say("years-for-level", longest.span, years=longest.least, level=level, most=most)
        if len(asked) > 2:
            yield self._say("many-year-demands", asked[0].span, count=len(asked))

    def _is_nice(self, span: Span) -> bool:
        block = self.reading.block_at(span.start)
        return block is not None and block.section is Section.NICE

    def _about_outcomes(self) -> Iterator[Finding]:
        if not self.outcomes:
            yield self._say("no-outcomes", Span(0, 0))
        elif not self.dated:
            yield self._say("outcomes-without-date", self._over(self.outcomes))
        if not self._has("cue:reports_to"):
            yield self._say("no-reporting-line", Span(0, 0))

    def _about_applying(self) -> Iterator[Finding]:
        if self._has("cue:how_to_apply") or self.reading.items(Section.PROCESS):
            told = _ADDRESS.search(self.reading.text) or _BUTTON.search(self.reading.folded)
            if told is None:
                yield self._say("no-address", Span(0, 0))

    def _about_days(self, on: date) -> Iterator[Finding]:
        deadline, opening = self.facts.deadline, self.facts.opening
        if deadline is None:
            if not self.facts.rolling:
                yield self._say("no-deadline", Span(0, 0))
        elif deadline.day is None:
            yield self._say("deadline-unclear", deadline.span, doubt=deadline.doubt)
        else:
            opens = opening.day if opening else None
            if opens is not None and deadline.day < opens:
                yield self._say(
                    "deadline-before-opening", deadline.span, day=_words(deadline.day), opening=_words(opens)
                )
            elif deadline.day < on:
                yield self._say("deadline-passed", deadline.span, day=_words(deadline.day))

    def _about_form(self, readability: Readability) -> Iterator[Finding]:
        rules = self.rules
        if not rules.least_words <= readability.words <= rules.most_words:
            short = readability.words < rules.least_words
            what = "Say more about the work itself." if short else "Cut what a reader can ask about later."
            yield self._say(
                "length", Span(0, 0), words=readability.words, least=rules.least_words, most=rules.most_words, what=what
            )
        longest = max(self._lists(), key=len, default=[])
        if len(longest) > rules.most_list_items and longest != self.musts:
            yield self._say("long-list", self._over(longest), count=len(longest))
        if self.facts.title is not None and (what := self._odd_title(self.facts.title.title)):
            yield self._say("title", self.facts.title.span, what=what, most=rules.longest_title)
        if readability.grade is not None and readability.grade >= rules.grade_from and readability.sentences >= 5:
            yield self._say("grade", Span(0, 0), grade=f"{readability.grade:.0f}")

    def _lists(self) -> Iterator[list[Block]]:
        """Runs of bullets that no heading or paragraph breaks."""
        run: list[Block] = []
        for block in self.reading.blocks:
            if block.kind is Kind.BULLET:
                run.append(block)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _odd_title(self, title: str) -> str:
        if len(title) > self.rules.longest_title:
            return f"has {len(title)} characters"
        found = _TITLE_CODE.search(title)
        return f"holds “{found.group()}”" if found else ""

    def _over(self, blocks: list[Block]) -> Span:
        return Span(blocks[0].start, blocks[-1].end)

    def _say(self, rule: str, span: Span, **words: object) -> Finding:
        remark = self.rules.remarks[rule]
        filled = {key: str(value) for key, value in words.items()}
        return Finding(
            rule=rule,
            category="structure",
            severity=remark.severity,
            evidence=remark.evidence,
            sources=remark.sources,
            start=span.start,
            end=span.end,
            text=self.reading.shown(span),
            message=f"{remark.message} {remark.advice}".format_map(filled),
            alternatives=remark.alternatives,
        )


def _words(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
