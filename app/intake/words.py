"""How well a text reads: the share of its words that a word list knows, and whether it is English."""

from __future__ import annotations

import re
from functools import cache

from spellchecker import SpellChecker

WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
FEWEST_WORDS = 30  # below this a share says little

# The commonest little words of the languages in which résumés reach us most.
LITTLE_WORDS = {
    "English": "the and of to in for with on by from at as an is was that this our their it be or which",
    "German": "und der die das von mit für im den des zur bei als auf eine einer ist sowie nach über dem",
    "French": "et de la le les des du en pour dans avec sur une un par au aux est ou leur",
    "Spanish": "y de la el los las del en para con por un una al que como se su más",
    "Portuguese": "e de da do dos das em para com por um uma na no ao que os as",
    "Italian": "e di il la dei delle della del in per con un una nel al che le gli",
    "Dutch": "en van de het een in voor met op aan bij als te door naar is",
    "Polish": "i w z na do od dla przez oraz się nie po za",
}
_PROFILES = {language: frozenset(words.split()) for language, words in LITTLE_WORDS.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset(SpellChecker(language="en", distance=1).word_frequency.dictionary)


def unknown_share(text: str) -> float:
    """The share of words that the word list does not know; names and acronyms are left out."""
    words = [word for word in WORD.findall(text) if len(word) > 2 and not word.isupper()]
    counted = [word for word in words if not (word[0].isupper() and len(word) < 13)] or words
    if not counted:
        return 1.0
    return sum(not is_word(word) for word in counted) / len(counted)


def is_word(word: str) -> bool:
    plain = word.lower().replace("’", "'")
    return plain in _known() or plain.removesuffix("'s") in _known()


def language_of(text: str) -> str | None:
    """The language when it is plainly another than English, else None."""
    letters = [letter for letter in text if letter.isalpha()]
    if letters and sum(ord(letter) > 0x24F for letter in letters) > 0.3 * len(letters):
        return "another script"
    words = [word.lower() for word in WORD.findall(text)]
    if len(words) < FEWEST_WORDS:
        return None
    counts = {language: sum(word in profile for word in words) for language, profile in _PROFILES.items()}
    best = max(counts, key=lambda language: counts[language])
    clear = counts[best] > 1.6 * counts["English"] and counts[best] >= 0.06 * len(words)
    return best if best != "English" and clear and unknown_share(text) > 0.3 else None
