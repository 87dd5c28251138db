"""A file as it was read: plain lines with what their layout hints at, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import DomainError


class BadFileError(DomainError):
    """The file cannot be read; the code says which case it is, the message what the person can do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message, field="file", code=code)


@dataclass(frozen=True)
class PageLine:
    """One line as it stands on the page; positions are points from the left and the top, 0 where a file has none."""

    text: str
    page: int = 1
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    size: float = 0.0
    bold: bool = False
    label: str = ""  # bold words before a colon, with which the line starts
    bullet: bool = False  # the file itself says that a list entry starts here
    heading: bool = False  # the file itself says that this is a heading
    whole: bool = False  # the file ends its paragraphs itself, so no line goes on in the next

    @property
    def placed(self) -> bool:
        """Whether the line knows where on the page it stands."""
        return self.right > self.left


@dataclass(frozen=True)
class Pages:
    """What one file gave: its lines in reading order and how far the reading can be trusted."""

    lines: tuple[PageLine, ...]
    source: str  # pdf, docx, text, markdown, json-resume
    engine: str
    page_count: int = 1
    unknown_words: float = 0.0  # share of words that no word list knows
    hidden: tuple[str, ...] = ()  # text that no reader would see
    notes: tuple[str, ...] = ()

    @property
    def quality(self) -> float:
        """From 0 to 1: the share of words that read as words."""
        return round(1.0 - self.unknown_words, 3)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)
