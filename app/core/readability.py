"""How hard a posting is to read: the Flesch-Kincaid grade, with every bullet counted as a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from app.core.posting_text.blocks import Kind
from app.core.posting_text.reading import Reading

_TAILS = frozenset({"s", "t", "d", "m", "re", "ve", "ll"})  # what an apostrophe cuts off is no word
# Flesch-Kincaid, as published in 1975
_A_SENTENCE, _A_SYLLABLE, _BASE = 0.39, 11.8, -15.59
# -- syllables, from letters: vowel groups, less what is silent, more where two vowels are spoken apart
_VOWELS = re.compile(r"[aeiouyàâäáãåæèéêëìíîïòóôöõøùúûüœ]+")
_SILENT = re.compile(
    r"[^aeiouy]e$(?<![^aeiouylr]le)|[^aeiouytd]ed$(?<![^aeiouylr]led)"
    r"|(?<![sxzcg])(?<![cs]h)[^aeiouy]es$(?<![sxzcg]es)(?<![cs]hes)(?<![^aeiouylr]les)"
    r"|[^aeiouy]e(?=(?:ly|ment|ments|less|ness|ful|fully|where|work|works|base|based|line|lines|side|time|times"
    r"|place|house|d?ware)$)"
)
_APART = re.compile(
    r"(?<![tscg])ia(?!ge|l)|[bdlmnprv]ial|[^tscgx]io(?!u)(?<!tio)|(?<=[aeo])ing|i(?:er"
    r"|est)$(?<=[^aeiou]{1}ier)(?<=\wier)|[^q]ua(?!r|d$|l$)|ual(?!i)|uou|eo(?!u|pl|n$|ff)|iu|"
    r"creat|react|scien|[^aeiou]yi|quie|fluen|influ|pre[aeo]|re[ao](?=[cls])|oe[mt]|eu[mr]|uen|ism$|thm$"
    r"|coo(?=rd|pe)|[aeiou]y(?=[aeiou])(?!e[drs])"
)
# Common words of postings that their letters mislead about.
_BY_COUNT = {
    1: "real tier",
    2: "business client clients senior seniors junior juniors equal technique techniques milestone milestones "
    "colleague colleagues unique language safety someone union million millions increase hired rely fashion reason "
    "fluid therefore solely buyer buyers hundred forecast brilliant",
    3: "stakeholder stakeholders various employer employers implement implements previous lifecycle supplier suppliers "
    "idea ideas area areas audience everyday everything languages businesses linear barriers desire desired entire",
    4: "etc variety experience experienced negotiate associate associates retirement proactively oriented "
    "proactive audiences negotiating curiosity society",
    5: "experiences associated orientation negotiation familiarity ambiguity initiation",
    6: "simultaneously",
}
_KNOWN = {word: count for count, words in _BY_COUNT.items() for word in words.split()}


@dataclass(frozen=True)
class Readability:
    """`words` counts everything; `grade` is of the running text, without headings. None when there is too little."""

    grade: float | None
    words: int
    sentences: int


def read(reading: Reading) -> Readability:
    starts, all_words = reading.words
    words = sentences = syllables = 0
    for block in reading.blocks:
        if block.kind in {Kind.HEADING, Kind.SIGNATURE}:
            continue
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        spoken = [word for word in all_words[first:last] if word.isalpha() and word not in _TAILS]
        if not spoken:
            continue
        words += len(spoken)
        sentences += max(1, reading.count_sentences(block))
        syllables += sum(map(count_syllables, spoken))
    return Readability(_grade(words, sentences, syllables), len(reading.whole_words), sentences)


def _grade(words: int, sentences: int, syllables: int) -> float | None:
    if not sentences:
        return None
    return round(_A_SENTENCE * words / sentences + _A_SYLLABLE * syllables / words + _BASE, 1)


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """The syllables of an English word in lower case, told from its letters."""
    known = _KNOWN.get(word)
    if known is not None:
        return known
    count = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_APART.findall(word))
    return max(1, count)
