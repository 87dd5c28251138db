"""Puts an alternative in the place of a find, keeping case, article and verb right."""

from __future__ import annotations

import re

from app.core.phrases import Span

_ARTICLE = re.compile(r"(?<![^\W_])(an?)(?=[ \t\n*_\"'“(]{1,4}$)", re.IGNORECASE)
# Letters that are spoken with a vowel first: "an MBA", "an X-ray"; and words whose first sound is not their letter.
_SPOKEN_VOWEL = frozenset("AEFHILMNORSX")
_SOUNDS_LIKE_VOWEL = ("hour", "honest", "honor", "heir")
_SOUNDS_LIKE_CONSONANT = ("one", "once", "uni", "use", "usu", "util", "eu", "ewe", "ubiq")
_SUBJECTS = frozenset({"he", "she", "he she", "she he", "s he", "he or she", "she or he"})
_VERB = re.compile(
    r"(?P<between>\s+(?:(?:also|always|often|usually|then|never|only|soon|[a-z]+ly)\s+)?)(?P<verb>[A-Za-z]+(?:'s"
    r"|’s)?)"
)
_IRREGULAR = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn": "aren",
    "wasn": "weren",
    "hasn": "haven",
    "doesn": "don",
    "goes": "go",
}


def replace(text: str, span: Span, alternative: str) -> str:
    """Return the text with the alternative in place of the words at `span`; an empty one takes them out."""
    before, words, after = text[: span.start], text[span.start : span.end], text[span.end :]
    new = _cased(alternative, words)
    if not new:
        return _closed(before, after)
    is_subject = _plain(words) in _SUBJECTS or _plain(words).startswith("the ")
    if is_subject and _plain(alternative) in {"they", "you"}:
        after = _agreeing(after)
    return _with_article(before, new) + new + after


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("/", " ").replace("-", " ").split())


# -- case


def _cased(alternative: str, words: str) -> str:
    """The alternative in the case of the words: all capitals, Each Word, or First only."""
    letters = [char for char in words if char.isalpha()]
    if not letters or not alternative:
        return alternative
    parts = re.findall(r"[^\W\d_]+", words)
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return alternative.upper()
    if len(parts) > 1 and all(part[0].isupper() for part in parts):
        return re.sub(r"(?<![^\W_])[^\W\d_]", lambda match: match.group().upper(), alternative)
    if letters[0].isupper():
        return alternative[0].upper() + alternative[1:]
    return alternative


# -- article


def _with_article(before: str, new: str) -> str:
    found = _ARTICLE.search(before, max(0, len(before) - 8))
    if found is None:
        return before
    article = "an" if _begins_with_vowel_sound(new) else "a"
    if found[1][0].isupper():
        article = article.upper() if new.isupper() and len(new) > 1 else article.capitalize()
    return before[: found.start()] + article + before[found.end() :]


def _begins_with_vowel_sound(words: str) -> bool:
    first = re.match(r"[^\w]*([\w’']+)", words)
    if first is None:
        return False
    word = first[1]
    if word.isupper() and 1 < len(word) <= 5:
        return word[0] in _SPOKEN_VOWEL
    low = word.lower()
    if low.startswith(_SOUNDS_LIKE_VOWEL) or re.match(r"(?:8|11|18)(?!\d)|8\d*", low):
        return True
    if low.startswith(_SOUNDS_LIKE_CONSONANT) and not low.startswith(("unin", "unim", "unid")):
        return False
    return low[0] in "aeiou"


# -- verb


def _agreeing(after: str) -> str:
    """ "he also manages" becomes "they also manage"."""
    found = _VERB.match(after)
    if found is None:
        return after
    return after[: found.start("verb")] + _plural(found["verb"]) + after[found.end("verb") :]


def _plural(verb: str) -> str:
    low = verb.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if len(low) < 4 or not low.endswith("s") or low.endswith(("ss", "us", "'s", "’s")):
        return verb
    if low.endswith("ies"):
        return verb[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return verb[:-2]
    return verb[:-1]


# -- taking words out


def _closed(before: str, after: str) -> str:
    """Both sides joined without a gap, and without an article or a comma that lost its word."""
    if after[:1] in {",", ".", ";", ":", ")", "!", "?"} or before.endswith("("):
        before = before.rstrip(" ")
    elif before.endswith((" ", "\n")) or not before:
        after = after.lstrip(" ")
    return before + after
