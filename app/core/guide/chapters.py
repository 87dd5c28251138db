"""The guide's parts: chapters of sections, sections of blocks, and the notes at a chapter's end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError
from app.core.guide.text import Text, links_of, notes_of, words_of
from app.core.targets import Target

WORDS_A_MINUTE = 230  # of running text, read by an adult


class Shape(StrEnum):
    TEXT = "text"
    POINTS = "points"
    STEPS = "steps"
    TABLE = "table"
    LIVE = "live"


class LivePart(StrEnum):
    """What a chapter shows from the toolkit's own data, as it stands on the day."""

    LEVELS = "levels"
    SKILLS = "skills"
    PAY = "pay"
    ARTICLES = "articles"
    WAYS_IN = "ways-in"
    INDUSTRIES = "industries"


@dataclass(frozen=True)
class Block:
    """A paragraph, a list, a table, or a live part.

    `lead` is the paragraph itself, the line above a list, or a table's caption. `ours` marks advice of the guide's
    own, which needs no source; anything else must name one.
    """

    shape: Shape
    lead: Text = ()
    items: tuple[Text, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    live: LivePart | None = None
    ours: bool = False

    @property
    def texts(self) -> tuple[Text, ...]:
        return (self.lead, *self.items, *(cell for row in self.rows for cell in row))

    @property
    def has_sources(self) -> bool:
        """Whether the lead names a source for all of it, or each item and row its own."""
        if notes_of(self.lead):
            return True
        units = [*self.items, *(tuple(run for cell in row for run in cell) for row in self.rows)]
        return bool(units) and all(notes_of(unit) for unit in units)


@dataclass(frozen=True)
class Section:
    id: str
    heading: str
    blocks: tuple[Block, ...]

    @property
    def opening(self) -> str:
        """The first words that a reader meets, for a search result."""
        return next((words_of(text) for block in self.blocks for text in block.texts if words_of(text).strip()), "")


@dataclass(frozen=True)
class Tool:
    """A tool that helps with what a chapter speaks of."""

    target: Target
    words: str
    why: str


@dataclass(frozen=True)
class Chapter:
    id: str
    title: str
    short: str
    summary: str
    sections: tuple[Section, ...]
    tools: tuple[Tool, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        return (block for section in self.sections for block in section.blocks)

    @property
    def texts(self) -> Iterator[Text]:
        return (text for block in self.blocks for text in block.texts)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of what the text cites, in the order of their first mention."""
        return tuple(dict.fromkeys(note for text in self.texts for note in notes_of(text)))

    @property
    def links(self) -> tuple[Target, ...]:
        return (*(link for text in self.texts for link in links_of(text)), *(tool.target for tool in self.tools))

    @property
    def words(self) -> int:
        """How long the text is, without its live parts."""
        return len(" ".join(words_of(text) for text in self.texts).split())

    @property
    def minutes(self) -> int:
        return max(1, round(self.words / WORDS_A_MINUTE))

    def numbered(self, live: Mapping[LivePart, tuple[str, ...]]) -> Mapping[str, int]:
        """The number of each source's note, in the order in which a reader meets them, live parts included."""
        ids: dict[str, None] = {}
        for block in self.blocks:
            for text in block.texts:
                ids.update(dict.fromkeys(notes_of(text)))
            if block.live is not None:
                ids.update(dict.fromkeys(live[block.live]))
        return {id: number for number, id in enumerate(ids, start=1)}


@dataclass(frozen=True)
class Guide:
    title: str
    lead: str
    licence: str
    chapters: tuple[Chapter, ...]

    def chapter(self, chapter_id: str) -> Chapter:
        """Raises `DomainError` with the known ones for an unknown id."""
        for one in self.chapters:
            if one.id == chapter_id:
                return one
        known = ", ".join(one.id for one in self.chapters)
        raise DomainError(f"The role guide has no chapter {chapter_id!r}; it has {known}.", code="unknown_chapter")

    def before(self, chapter: Chapter) -> Chapter | None:
        at = self.chapters.index(chapter)
        return self.chapters[at - 1] if at else None

    def after(self, chapter: Chapter) -> Chapter | None:
        at = self.chapters.index(chapter)
        return self.chapters[at + 1] if at + 1 < len(self.chapters) else None
