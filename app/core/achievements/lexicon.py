"""Lists of words and phrases that are looked for in lines, quickly: most lines hold none of a list."""

from __future__ import annotations

import re

STEM = 3  # letters by which a word with open ending is first looked for
_WORD = re.compile(r"[a-z0-9]+")


def alternatives(text: str) -> str:
    """Words as alternatives of a pattern; a star stands for any ending."""
    return "|".join(
        re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
        for word in text.split(",")
        for word in [" ".join(word.split())]
    )


class Spoken:
    """A text with its words in small letters, split once for all lists."""

    __slots__ = ("known", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _WORD.findall(text.lower())
        self.known = frozenset(self.words)
        self.starts = frozenset([word[:STEM] for word in self.words])


class Lexicon:
    """One list: single words are found by looking them up, and only phrases and open endings need a pattern."""

    def __init__(self, text: str) -> None:
        entries = [" ".join(entry.split()).lower() for entry in text.split(",")]
        self.pattern = rf"\b(?:{alternatives(text)})\b"
        self._expression = re.compile(self.pattern, re.IGNORECASE)
        self._plain = frozenset(entry for entry in entries if _WORD.fullmatch(entry))
        rest = [entry for entry in entries if entry not in self._plain]
        self._rest = re.compile(rf"\b(?:{alternatives(', '.join(rest))})\b", re.IGNORECASE) if rest else None
        self._starts = frozenset(_WORD.findall(entry)[0][:STEM] for entry in rest)

    def among(self, spoken: Spoken) -> bool:
        """Whether the text holds any of the list."""
        if not self._plain.isdisjoint(spoken.known):
            return True
        rest = self._rest
        return rest is not None and not self._starts.isdisjoint(spoken.starts) and rest.search(spoken.text) is not None

    def opens(self, spoken: Spoken) -> bool:
        """Whether the text opens with any of the list."""
        if not spoken.words:
            return False
        first, rest = spoken.words[0], self._rest
        return first in self._plain or (
            rest is not None and first[:STEM] in self._starts and rest.match(spoken.text) is not None
        )

    def count(self, spoken: Spoken) -> int:
        """How many of the list stand in the text."""
        plain = sum(word in self._plain for word in spoken.words)
        rest = self._rest
        if rest is None or self._starts.isdisjoint(spoken.starts):
            return plain
        return plain + len(rest.findall(spoken.text))
