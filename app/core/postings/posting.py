"""A posting: sections of lines, each of which knows where it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.core.errors import DomainError
from app.core.postings.brief import Brief

LONGEST_ITEM = 2_000
MOST_ITEMS = 40  # in one section
LONGEST_POSTING = 300_000  # letters; a brief whose every text is as long as may be makes fewer
MOST_LINES = 1_000


@dataclass(frozen=True)
class Item:
    """One line or paragraph.

    `id` is its address in the posting, `ref` the framework item or brief field it was composed from ("" for a
    line that the author wrote), `composed` the text as composed, so that an edit can be told apart.
    """

    id: str
    text: str
    ref: str = ""
    composed: str = ""
    lead: str = ""

    @property
    def is_edited(self) -> bool:
        return self.text != self.composed

    @property
    def in_full(self) -> str:
        """The line with what leads it: "By day 30: You have met ..."."""
        return f"{self.lead}: {self.text}" if self.lead else self.text


@dataclass(frozen=True)
class Section:
    """A heading with its lines; `style` is paragraphs, bullets or steps."""

    key: str
    heading: str
    style: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Posting:
    """A posting, the brief it was composed from, and the framework edition it speaks."""

    edition: str
    brief: Brief
    sections: tuple[Section, ...]
    facts: tuple[tuple[str, str], ...]
    removed: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.brief.title

    @property
    def shown(self) -> tuple[Section, ...]:
        """The sections that hold anything."""
        return tuple(section for section in self.sections if section.items)

    def section(self, key: str) -> Section:
        """Raises `DomainError` for an unknown key."""
        for section in self.sections:
            if section.key == key:
                return section
        keys = ", ".join(section.key for section in self.sections)
        raise DomainError(f"There is no section {key!r}; there are {keys}.", field="section", code="unknown_section")

    def item(self, item_id: str) -> Item:
        """Raises `DomainError` for an unknown id."""
        for section in self.sections:
            for item in section.items:
                if item.id == item_id:
                    return item
        raise _no_item(item_id)


def _no_item(item_id: str) -> DomainError:
    return DomainError(f"There is no line {item_id!r}: it may have been removed.", field="item", code="unknown_item")


def check_size(posting: Posting) -> None:
    """Raises `DomainError` for a posting that nobody could have written here, because it is far too long."""
    lines = [item for section in posting.sections for item in section.items]
    letters = sum(len(item.text) + len(item.composed) for item in lines)
    if len(lines) > MOST_LINES or letters > 2 * LONGEST_POSTING:
        raise DomainError(
            f"This posting has {len(lines):,} lines with {letters:,} letters, which is too much for a posting.",
            code="too_long",
        )


def edit_item(posting: Posting, item_id: str, text: str) -> Posting:
    """Return the posting with a line reworded."""
    posting.item(item_id)
    checked = _checked(text)
    return _with_items(
        posting,
        lambda section: tuple(replace(one, text=checked) if one.id == item_id else one for one in section.items),
    )


def restore_item(posting: Posting, item_id: str) -> Posting:
    """Return the posting with a line as it was composed."""
    item = posting.item(item_id)
    return edit_item(posting, item_id, item.composed or item.text)


def add_item(posting: Posting, section_key: str, text: str) -> Posting:
    """Return the posting with a line of the author's own at the end of a section."""
    section = posting.section(section_key)
    if len(section.items) >= MOST_ITEMS:
        raise DomainError(f"A section holds at most {MOST_ITEMS} lines.", field="text", code="too_many")
    taken = {item.id for item in section.items} | set(posting.removed)
    number = next(n for n in range(1, 10_000) if f"{section_key}.own-{n}" not in taken)
    added = Item(id=f"{section_key}.own-{number}", text=_checked(text))
    return _with_items(posting, lambda one: (*one.items, added) if one.key == section_key else one.items)


def remove_item(posting: Posting, item_id: str) -> Posting:
    """Return the posting without a line; composing again does not bring it back."""
    posting.item(item_id)
    without = _with_items(posting, lambda section: tuple(one for one in section.items if one.id != item_id))
    return replace(without, removed=(*posting.removed, item_id))


def move_item(posting: Posting, item_id: str, by: int) -> Posting:
    """Return the posting with a line moved up (-1) or down (+1) within its section; the ends hold."""
    posting.item(item_id)

    def moved(section: Section) -> tuple[Item, ...]:
        ids = [item.id for item in section.items]
        if item_id not in ids:
            return section.items
        items = list(section.items)
        at = ids.index(item_id)
        to = min(max(at + by, 0), len(items) - 1)
        items.insert(to, items.pop(at))
        return tuple(items)

    return _with_items(posting, moved)


def _with_items(posting: Posting, change: Callable[[Section], tuple[Item, ...]]) -> Posting:
    return replace(posting, sections=tuple(replace(section, items=change(section)) for section in posting.sections))


def _checked(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise DomainError("Write something, or remove the line.", field="text", code="empty")
    if len(words) > LONGEST_ITEM:
        raise DomainError(
            f"A line holds at most {LONGEST_ITEM:,} characters; this has {len(words):,}.", field="text", code="too_long"
        )
    return words
