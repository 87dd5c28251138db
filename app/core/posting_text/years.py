"""Years of experience that a posting asks for; never how old the company is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.core.phrases import Span
from app.core.posting_text.blocks import Section
from app.core.posting_text.reading import Reading

_IN_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_COUNT = {word: number for number, word in enumerate(_IN_WORDS, start=1)}
_WORDS = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,2}}|{_WORDS})"
_YEARS = re.compile(
    rf"(?<![\d.,$€£/-])(?P<low>\d{{1,2}}|(?<![a-z])(?:{_WORDS}))(?: ?\(\d{{1,2}}\))?(?P<plus>\+| ?plus| ?or more)?"
    rf"(?: ?(?:-|–|—|to|or) ?(?P<high>{_NUMBER})(?: ?\(\d{{1,2}}\))?(?:\+)?)?[ \n-]{{0,2}}(?:or more "
    rf"|full )?(?:years?|yrs?)\b(?P<tail>'|\.)?"
)
# What makes the years a demand ...
_WORK = re.compile(
    r"experience|expertise|background|track record|exposure|\b(?:of|in|as|with|at|within|managing|leading"
    r"|working|running|owning|delivering|building|"
    r"overseeing|driving|developing|programming|pm|pmo|tpm)\b"
)
_EXPERIENCE = re.compile(r"experience|expertise|background|track record")
_DEMAND = re.compile(
    r"\b(?:minimum|min\.?|at least|must|require[sd]?|requires|you have|you bring|you've|with|looking for|seeking"
    r"|ideally|candidates?)\b"
)
# ... and what makes them somebody's age.
_AGE = re.compile(
    r"\b(?:history|heritage|founded|established|since \d{4}|in business|anniversary|trusted|serving|served|old"
    r"|of age|warranty|"
    r"combined|our (?:company|clients|customers|firm|team|history)|we have been|we've been|has been|have been"
    r"|been|for (?:over|more than|nearly|almost|about|the (?:past|last))|"
    r"over the (?:past|last|next)|the (?:past|last|next)|past|last|next|within|abstract|contract|fixed term|term"
    r"|duration|vest\w*|cliff|pto|leave|"
    r"after|every|per|work history|employment history|references|with the company|of service|award|running|ago"
    r"|period)\b[^.;]{0,12}$"
)
_AGE_BEHIND = re.compile(
    r"^[ ,)]*(?:old|of age|ago|in business|of (?:history|heritage|innovation|excellence|success|growth|service"
    r"|trust|stability|leadership)|with the company|"
    r"contract|fixed|term|warranty|in a row|running(?=[.,;]|$)|period|degree|program\b|abstract)"
)
_IN_THE_TRADE = re.compile(r"^[ ,)]*in the (?:industry|business|market)")  # the company's, unless it is asked
_COMPANY = re.compile(
    r"\b(?:we|we're|we've|our|us|is (?:a|an|the) [^.]{0,60}?(?:company|leader|leading|provider|firm"
    r"|organi[sz]ation|institution|partner))\b"
)
_CANDIDATE = re.compile(
    r"\b(?:you|you'll|you've|your|candidates?|applicants?|must|require[sd]?|minimum|at least|ideal|looking for"
    r"|seeking|hire)\b"
)
_ASKING = frozenset({Section.REQUIREMENTS, Section.NICE, Section.EDUCATION})
_NOT_ASKING = frozenset({Section.COMPANY, Section.BENEFITS, Section.PROCESS, Section.NOTICES})
LONGEST_NUMBER = 45  # characters of "twenty-five (25) or more full" before "years"
MOST_MENTIONS = 200  # that are looked at: a text with more is no posting
MOST_YEARS = 30  # nobody asks for more; what does is a company's age


@dataclass(frozen=True)
class FoundYears:
    """One demand for years: "5 to 7 years" has least 5 and most 7."""

    least: int
    most: int
    span: Span


def find(reading: Reading) -> tuple[FoundYears, ...]:
    return tuple(demand for match in _mentions(reading) if (demand := _demand(reading, match)) is not None)


def _mentions(reading: Reading) -> Iterator[re.Match[str]]:
    """Every number of years, found by the word."""
    done = 0
    for span in reading.found.get("cue:years", [])[:MOST_MENTIONS]:
        for match in _YEARS.finditer(reading.folded, max(done, span.start - LONGEST_NUMBER), span.end + 1):
            done = match.end()
            yield match


def _demand(reading: Reading, match: re.Match[str]) -> FoundYears | None:
    low = _value(match["low"])
    high = _value(match["high"]) if match["high"] else low
    block = reading.block_at(match.start())
    if not 0 < low <= high <= MOST_YEARS or block is None:
        return None
    sentence = reading.sentence_at(match.start())
    before = reading.folded[sentence.start : match.start()]
    behind = reading.folded[match.end() : max(match.end(), min(sentence.end, match.end() + 120))]
    if _is_an_age(before, behind, block.section) or not _is_asked(before, behind, block.section, match):
        return None
    return FoundYears(low, high, Span(match.start(), match.end()))


def _is_an_age(before: str, behind: str, section: Section) -> bool:
    """Whether the years are how old something is, or how long something takes."""
    if _AGE_BEHIND.match(behind) or (_AGE.search(before) and not _is_asked_despite(before, behind)):
        return True
    if _IN_THE_TRADE.match(behind) and section not in _ASKING and not _CANDIDATE.search(before):
        return True
    speaks_of_company = _COMPANY.search(before) is not None and not _CANDIDATE.search(before)
    if section in _NOT_ASKING or speaks_of_company:
        return not (_CANDIDATE.search(before) and _EXPERIENCE.search(behind))
    return False


def _is_asked(before: str, behind: str, section: Section, match: re.Match[str]) -> bool:
    """Whether the words around say that the years are experience."""
    if _EXPERIENCE.search(behind) or _EXPERIENCE.search(before):
        return True
    if match["plus"] and _WORK.search(behind[:20]):
        return True
    return (section in _ASKING or _DEMAND.search(before) is not None) and _WORK.search(behind) is not None


def _is_asked_despite(before: str, behind: str) -> bool:
    """ "Within the last 5 years" is a window; "must have had, for at least 5 years, experience in" is a demand."""
    return re.search(r"\b(?:at least|minimum|more than|over) (?:of )?$", before) is not None and (
        re.match(r"[' ]*(?:of )?(?:\w+ ){0,4}experience", behind) is not None and _COMPANY.search(before) is None
    )


def _value(written: str) -> int:
    return _COUNT.get(written) or int(written)
