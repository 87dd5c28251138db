"""HTML as plain text with headings, bullets and paragraphs kept; scripts and styles left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_LOOKS_LIKE = re.compile(
    r"<(?:!doctype html|html|body|div|p|br|ul|ol|li|h[1-6]|span|table|section|article)\b[^<>]{0,500}>", re.I
)
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "head", "title", "iframe", "object"})
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "table",
        "tr",
        "ul",
        "ol",
        "header",
        "footer",
        "main",
        "blockquote",
        "dl",
        "dt",
        "dd",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLANKS = re.compile(r"[ \t\r\f\v\n\u00a0]+")
FEWEST_TAGS = 2


def looks_like_html(text: str) -> bool:
    """Whether there are enough tags that the writer cannot have meant them as words."""
    found = _LOOKS_LIKE.finditer(text, 0, 20_000)
    return sum(1 for _ in zip(range(FEWEST_TAGS), found, strict=False)) >= FEWEST_TAGS


def to_text(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._mark = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _HEADINGS:
            self._break(blank=True)
            self._mark = "## "
        elif tag == "li":
            self._break()
            self._mark = "• "
        elif tag in _BLOCKS:
            self._break(blank=True)
        elif tag == "br":
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._break(blank=True)
        elif tag == "li":
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._line.append(data)

    def _break(self, blank: bool = False) -> None:
        words = _BLANKS.sub(" ", "".join(self._line)).strip()
        self._line = []
        if words:
            self._lines.append(self._mark + words)
            self._mark = ""
        if blank and self._lines and self._lines[-1]:
            self._lines.append("")

    def text(self) -> str:
        self._break()
        return "\n".join(self._lines).strip() + "\n"
