"""Spells the words that stand in templates as the installation does, once, when a template is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from app.core.english import Spelling

# Attributes that are read out or shown.
_SHOWN = re.compile(r'((?:title|alt|aria-label|placeholder)=")([^"]*)')


def spell_templates(environment: Environment, spelling: Spelling) -> None:
    """Spell the words of every template that the environment reads from here on."""

    class SpelledText(Extension):
        def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
            return _spelled(stream, spelling)

    environment.add_extension(SpelledText)


def _spelled(stream: TokenStream, spelling: Spelling) -> Iterator[Token]:
    in_tag = False
    for token in stream:
        if token.type == "data":
            written, in_tag = _outside_tags(str(token.value), in_tag, spelling)
            yield Token(token.lineno, "data", written)
        elif token.type == "string" and " " in str(token.value):  # words; a key or an address has no blank
            yield Token(token.lineno, "string", spelling(str(token.value)))
        else:
            yield token


def _outside_tags(html: str, in_tag: bool, spelling: Spelling) -> tuple[str, bool]:
    """Spell what a reader sees of a piece of a page; a tag may go on from the piece before, and into the next."""
    parts = []
    for piece in re.split(r"([<>])", html):
        if piece in {"<", ">"}:
            in_tag = piece == "<"
            parts.append(piece)
        elif in_tag:
            parts.append(_SHOWN.sub(lambda found: found[1] + spelling(found[2]), piece))
        else:
            parts.append(spelling(piece))
    return "".join(parts), in_tag
