"""What all our documents have in common: the templates' environment, and what a document says of itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from app.config import TEMPLATES
from app.documents import locale

# Longer names would push the page number off the foot of the page.
LONGEST_RUNNING_TITLE = 90

ADDRESS = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?()]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Imprint:
    """A document's particulars: they go into its properties, its head and its foot."""

    title: str
    author: str
    subject: str
    edition: str
    language: str = "en"


def templates() -> Environment:
    """The environment in which documents are written as the installation writes."""
    return _templates(locale.current())


@cache
def _templates(_locale: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(linked=linked, long_words=long_words, setting=setting, shortened=shortened)
    locale.dress(environment)
    return environment


def setting(text: str, room: int) -> Markup:
    """The attributes with which a text is set: its direction, and whether a word is longer than the room for it."""
    right_to_left = Markup(' dir="rtl"') if runs_right_to_left(text) else Markup("")
    return right_to_left + long_words(text, room)


def long_words(text: str, room: int) -> Markup:
    """The attribute of a text in which a word is longer than the room for it."""
    return Markup(' data-words="long"') if any(len(word) > room for word in text.split()) else Markup("")


def runs_right_to_left(text: str) -> bool:
    """As its first letter that has a direction does."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def linked(text: str) -> Markup:
    """The text as HTML, with web and mail addresses that can be clicked; everything else stays text."""
    parts = []
    at = 0
    for found in ADDRESS.finditer(text):
        address = found[0] if found[0].startswith("http") else f"mailto:{found[0]}"
        parts += [escape(text[at : found.start()]), Markup('<a href="{}">{}</a>').format(address, found[0])]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def shortened(text: str, most: int = LONGEST_RUNNING_TITLE) -> str:
    """The text as it fits into a running head."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
