"""Whether a posting asks for a degree, and what it takes instead."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core.phrases import Span
from app.core.posting_text.blocks import Kind, Section
from app.core.posting_text.reading import Reading


class Degree(StrEnum):
    REQUIRED = "required"
    OR_EQUIVALENT = "required_or_equivalent"
    PREFERRED = "preferred"
    NONE = "none"


@dataclass(frozen=True)
class FoundDegree:
    """The strongest demand in the text, and where it stands."""

    degree: Degree
    span: Span | None


_SHORT = (
    r"(?:b\.?a\.?|b\.?s\.?(?:c\.?)?|m\.?s\.?(?:c\.?)?|m\.?a\.?|b\.?eng\.?|m\.?eng\.?|b\.?tech\.?|b\.e\.|mba"
    r"|ph\.?d\.?)"
)
_DEGREE = re.compile(
    rf"\b(?:bachelor(?:'?s|s')?(?: degrees?| of (?:science|arts|engineering|technology))?|master(?:'s"
    rf"|s'?)(?: degrees?)?|master(?: degree| of (?:science|arts|business|engineering))|"
    rf"(?:undergraduate|graduate|college|university|advanced|engineering|technical|professional|academic"
    rf"|associate'?s?|four-year|4-year|higher) degrees?|degrees?|"
    rf"ph\.?d\.?|doctorate|mba|{_SHORT}(?=[ /,]|/)(?: ?(?:/|or|and) ?{_SHORT})*(?: degrees?)?|"
    rf"(?:post[- ]?secondary|university|college|tertiary|technical|formal) (?:education|diploma|qualification)s?"
    rf"|university graduate|college graduate|diploma)\b"
)
_SHORT_ONLY = re.compile(rf"{_SHORT}(?: ?(?:/|or|and) ?{_SHORT})*")
# "MS" and "BA" are also Microsoft and the business analyst.
_SUBJECT_BEHIND = re.compile(
    r"\.? ?(?:degrees?|in (?:a |an |the )?(?:related |relevant |technical )?(?:computer|engineering|business"
    r"|information|mathematics|math|science|statistics|electrical|software|"
    r"technology|technical|management|related|relevant|physics|economics|mis\b|cs\b|it\b|field|stem|finance"
    r"|systems|any)|/|,? ?(?:or|and) (?:higher|equivalent|above|master|m\.?s|mba|ph)|from an?|, ?m\.?sc?\b"
    r"|,? (?:is )?(?:required|preferred)| level)"
)
_NO_DEGREE = re.compile(
    r"(?:high|some|certain|great|large|varying|any|greater|same|360|\d) degrees?$|degrees? of (?!science|arts"
    r"|engineering)|degree (?:celsius|view|feedback)"
)
_PREFERRED = re.compile(
    r"\b(?:prefer(?:red|ence|ably|able|s)?|desired|desirable|(?:a|strong|big|huge|major) plus|is a plus"
    r"|nice[- ]to[- ]have|asset|advantage(?:ous)?|bonus|ideally|beneficial|welcome|"
    r"optional|helpful|would be (?:nice|great|good)|not (?:required|necessary|needed|mandatory|essential))\b"
)
_FIELD_PREFERRED = re.compile(
    r"\([^)]{0,60}prefer[^)]{0,40}\)|preferabl[ey] (?:in|with an?|from|an? )[^.;]{0,60}|(?:mechanical|technical"
    r"|related field|engineering) preferred\)"
)
_WAIVED = re.compile(
    r"\bno (?:\w+ ){0,2}(?:degree|diploma)|(?:degrees? (?:is|are) )?not (?:required|necessary|needed|mandatory)"
    r"|(?:without|regardless of) (?:a |any )?(?:college |university )?degree|"
    r"don't (?:need|require|care|ask) [^.]{0,30}degree|do not (?:need|require|ask) [^.]{0,30}degree|degree-free"
)
_EQUIVALENT = re.compile(
    r"\b(?:equivalent|comparable|commensurate|commiserate|similar|equal|comparative)(?: (?:or|and|of|combination"
    r"|practical|work|working|professional|relevant|related|industry|military|job|hands-on|real-world|life|"
    r"education|training|prior|demonstrated|technical|years|level|amount|mix)|[/,]| in)*[ /]*experiences?\b"
    r"|experience (?:equivalent|instead|in lieu|may be substituted|can be substituted|accepted)"
    r"|in lieu of|in place of|instead of a|substitut\w*|combination of (?:education|experience|skills|training"
    r"|relevant)|"
    r"or (?:(?:relevant|related|practical|work|professional|proven|demonstrated|hands-on|significant"
    r"|\w+ years'?(?: of)?|\d+\+? years'?(?: of)?) ){1,4}experience"
    r"|or the equivalent\b|shown by a degree or|by degree or|or (?:has|have) (?:worked|gained)"
    r"|or equivalent(?= *(?:$|[.,;)\n]))|\(or equivalent\)|and/or equivalent|or equivalent (?:military|practical"
    r"|work|skills|knowledge|background|training)|or experience\b|experience or (?:a )?degree"
)
_REQUIRED = re.compile(
    r"\b(?:required|requires?|must|mandatory|essential|minimum|necessary|need|needed|should have|have|hold"
    r"|possess(?:ion|es)?)\b"
)
_SUBSTITUTION = re.compile(
    r"(?:experience|education|training|degree)[^.;]{0,60}(?:may|can|could|will) (?:also )?be (?:substituted"
    r"|considered|accepted)|in lieu of[^.;]{0,40}(?:degree|education)|"
    r"equivalent combination of (?:education|experience|training)|combination of (?:education and experience"
    r"|experience and education)|substituted for[^.;]{0,40}education"
)
LONGEST_WORD = 18  # characters of "post-secondary"
MOST_MENTIONS = 200  # that are looked at: a text with more is no posting
_RANK = (Degree.REQUIRED, Degree.OR_EQUIVALENT, Degree.PREFERRED)
_ASKING = frozenset({Section.REQUIREMENTS, Section.NICE, Section.EDUCATION})
_ELSEWHERE = frozenset({Section.COMPANY, Section.BENEFITS, Section.PROCESS, Section.RESPONSIBILITIES, Section.OUTCOMES})


def find(reading: Reading) -> FoundDegree:
    best: FoundDegree = FoundDegree(Degree.NONE, None)
    seen_end = -1
    for match in _mentions(reading):
        if match.start() < seen_end or not _is_degree(reading.folded, match):
            continue
        sentence = reading.sentence_at(match.start())
        seen_end, classed = _sentence_class(reading, sentence, match)
        if classed is not None and (best.span is None or _RANK.index(classed) < _RANK.index(best.degree)):
            best = FoundDegree(classed, Span(match.start(), match.end()))
    if best.degree is Degree.REQUIRED and _SUBSTITUTION.search(reading.folded):
        best = FoundDegree(Degree.OR_EQUIVALENT, best.span)
    return best


def _mentions(reading: Reading) -> Iterator[re.Match[str]]:
    """Every degree by name, found by its words."""
    done = 0
    for span in reading.found.get("cue:degree", [])[:MOST_MENTIONS]:
        match = _DEGREE.search(reading.folded, max(done, span.start - LONGEST_WORD), span.end + 3 * LONGEST_WORD)
        if match is not None:
            done = match.end()
            yield match


def _is_degree(folded: str, match: re.Match[str]) -> bool:
    if _NO_DEGREE.search(folded, max(0, match.start() - 12), min(len(folded), match.end() + 14)):
        return False
    word = match.group()
    if _SHORT_ONLY.fullmatch(word) and word not in {"mba", "phd", "ph.d", "ph.d."}:
        return (
            _SUBJECT_BEHIND.match(folded, match.end()) is not None
            or _SUBJECT_BEHIND.match(folded, match.end() - 1) is not None
        )
    return True


def _sentence_class(reading: Reading, sentence: Span, first: re.Match[str]) -> tuple[int, Degree | None]:
    """What the sentence asks, degree by degree, and where it ends; None when it asks nothing of the reader."""
    folded = reading.folded
    block = reading.block_at(first.start())
    end = max(sentence.end, first.end())
    if block is None or reading.is_legal(first.start()):
        return end, None
    whole = folded[sentence.start : end]
    if block.section in _ELSEWHERE and not _REQUIRED.search(whole) and not _EQUIVALENT.search(whole):
        return end, None
    if block.kind is Kind.HEADING and block.section is not Section.NICE and not _REQUIRED.search(whole):
        return end, None
    if (
        block.kind is Kind.PARAGRAPH
        and block.section not in _ASKING
        and not (_REQUIRED.search(whole) or _PREFERRED.search(whole) or _EQUIVALENT.search(whole))
        and len(whole) > 120
    ):
        return end, None
    marks = [match for match in _DEGREE.finditer(folded, first.start(), end) if _is_degree(folded, match)]
    edges = [sentence.start, *_edges(folded, marks), end]
    classes = [_class(folded[low:high], block.section) for low, high in itertools.pairwise(edges)]
    asked = [one for one in classes if one is not None]
    if not asked:
        return end, None
    strongest = min(asked, key=_RANK.index)
    if strongest is Degree.REQUIRED and _EQUIVALENT.search(whole):
        strongest = Degree.OR_EQUIVALENT
    return end, strongest


def _edges(folded: str, marks: list[re.Match[str]]) -> list[int]:
    """Where the next degree begins a thought of its own: "Bachelor's degree; a Master's is preferred"."""
    edges = []
    for before, mark in itertools.pairwise(marks):
        between = folded[before.end() : mark.start()]
        if len(between) > 12 or re.search(r"[;,.]", between):
            edges.append(mark.start() - (len(between) - len(between.rstrip(" a"))))
    return edges


def _class(part: str, section: Section) -> Degree | None:
    part = _FIELD_PREFERRED.sub(" ", part)
    if _WAIVED.search(part):
        return Degree.PREFERRED if _PREFERRED.search(_WAIVED.sub(" ", part)) else None
    if _PREFERRED.search(part):
        is_required_too = re.search(r"\b(?:required|must|mandatory)\b", part) and not re.search(
            r"not (?:required|mandatory)", part
        )
        return Degree.REQUIRED if is_required_too else Degree.PREFERRED
    if section is Section.NICE:
        return Degree.PREFERRED
    if _EQUIVALENT.search(part):
        return Degree.OR_EQUIVALENT
    return Degree.REQUIRED
