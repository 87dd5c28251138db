"""A posting as text: Markdown, an HTML fragment, plain text for an applicant tracking system, lossless JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from app.core.postings.plain import posting_to_plain
from app.core.postings.posting import Item, Posting, Section

_MARKDOWN_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~"})


def to_json(posting: Posting) -> str:
    """Everything, so that the posting can be taken up again elsewhere."""
    return json.dumps(posting_to_plain(posting), ensure_ascii=False, indent=2) + "\n"


# -- Markdown


def to_markdown(posting: Posting) -> str:
    return "\n".join(_markdown_lines(posting)).rstrip() + "\n"


def _markdown_lines(posting: Posting) -> Iterator[str]:
    yield f"# {_marked(posting.title)}"
    yield ""
    for label, value in posting.facts:
        yield f"- **{label}:** {_marked(value)}"
    for section in posting.shown:
        yield from ("", f"## {section.heading}", "")
        for number, item in enumerate(section.items, start=1):
            lead = f"**{item.lead}:** " if item.lead else ""
            yield f"{_mark(section, number)}{lead}{_marked(item.text)}"
            if section.style == "paragraphs":
                yield ""


def _mark(section: Section, number: int) -> str:
    return {"bullets": "- ", "steps": f"{number}. "}.get(section.style, "")


def _marked(text: str) -> str:
    """The text with Markdown's own signs disarmed, also where they would open a line."""
    safe = text.translate(_MARKDOWN_SPECIAL)
    if safe[:1] in {"-", "+", "="}:
        return f"\\{safe}"
    number, dot, rest = safe.partition(".")
    return f"{number}\\.{rest}" if dot and number.isdecimal() else safe


# -- HTML


def to_html(posting: Posting) -> str:
    """A fragment of p, ul, li, strong and headings only: what job boards keep."""
    return "\n".join((f"<h1>{escape(posting.title)}</h1>", *_html_lines(posting, "<h2>{}</h2>"))) + "\n"


def to_description(posting: Posting) -> str:
    """What stands below the title, in p, ul, li and strong alone."""
    return "\n".join(_html_lines(posting, "<p><strong>{}</strong></p>"))


def _html_lines(posting: Posting, heading: str) -> Iterator[str]:
    yield "<ul>"
    for label, value in posting.facts:
        yield f"<li><strong>{escape(label)}:</strong> {escape(value)}</li>"
    yield "</ul>"
    for section in posting.shown:
        yield heading.format(escape(section.heading))
        if section.style == "paragraphs":
            yield from (f"<p>{_html(item)}</p>" for item in section.items)
        else:
            yield "<ul>"
            yield from (f"<li>{_html(item)}</li>" for item in section.items)
            yield "</ul>"


def _html(item: Item) -> str:
    lead = f"<strong>{escape(item.lead)}:</strong> " if item.lead else ""
    return lead + escape(item.text)


# -- plain text


def to_plain_text(posting: Posting) -> str:
    """Plain lines that survive pasting into any form: no wrapping, ASCII bullets and numbers."""
    return "\n".join(_plain_lines(posting)).rstrip() + "\n"


def _plain_lines(posting: Posting) -> Iterator[str]:
    yield posting.title
    yield ""
    for label, value in posting.facts:
        yield f"{label}: {value}"
    for section in posting.shown:
        yield from ("", section.heading.upper(), "")
        for number, item in enumerate(section.items, start=1):
            mark = {"bullets": "* ", "steps": f"{number}. "}.get(section.style, "")
            yield f"{mark}{item.in_full}"
