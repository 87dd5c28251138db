"""A question of the search that asks for pay: "senior tpm seattle", "salary range California", "TPM salary berlin"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.core import titles
from app.core.errors import DomainError
from app.core.places import with_article
from app.core.salaries.regions import RegionAsked
from app.core.salaries.tables import PayTables
from app.core.search.words import SAME, SMALL_WORDS, words_of

_PAY = frozenset({"pay", "range", "ranges", "band", "bands", "earning", "make", "money"}) | SAME["pay"]
# Alone they name the role that everything here is about, and no level of it.
_THE_ROLE = frozenset({"tpm", "tpms"})
MOST_WORDS = 10


@dataclass(frozen=True)
class PayQuestion:
    """What was asked: a region, and a title if one was named."""

    asked: str  # the region as it was written
    found: RegionAsked
    title: str = ""

    @property
    def in_words(self) -> str:
        who = f" for {self.title}" if self.title else ""
        return f"Pay{who} in {with_article(self.found.region.name)}"

    @property
    def note(self) -> str:
        return self.found.note or "A band, with how sure it is."


def pay_question(question: str, tables: PayTables) -> PayQuestion | None:
    """None for a question that names no region with figures, or that does not ask for pay."""
    words = question.replace("?", " ").split()[:MOST_WORDS]
    for asked, rest in _cuts(words):
        said = [word for one in rest for word in words_of(one)]
        left = [one for one in rest if not set(words_of(one)) <= _PAY | SMALL_WORDS]
        title = "" if set(words_of(" ".join(left))) <= _THE_ROLE else " ".join(left)
        if (set(said) & (_PAY | _THE_ROLE) or title) and (found := _known(asked, tables)) and _is_title(title, tables):
            return PayQuestion(asked, found, title)
    return None


def _cuts(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The words as a place and the rest, the longest places first; a place stands at the end or the beginning."""
    for length in range(len(words) - 1, 0, -1):
        yield " ".join(words[-length:]), words[:-length]
        yield " ".join(words[:length]), words[length:]


def _known(asked: str, tables: PayTables) -> RegionAsked | None:
    try:
        found = tables.regions.known(asked)
    except DomainError:  # a name that several regions bear: the look-up itself asks which
        return None
    return found if found and tables.answerable(found.region.code) else None


def _is_title(title: str, tables: PayTables) -> bool:
    try:
        return not title or bool(titles.read(title, tables.titles))
    except DomainError:
        return False
