"""Every text export says the same, in the same order, and what a person typed stays text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from app.core.framework import Framework
from app.core.postings.compose import compose
from app.core.postings.plain import posting_from_plain
from app.core.postings.posting import Posting, edit_item
from app.documents.posting_text import to_html, to_json, to_markdown, to_plain_text
from tests.builders import SOME_PLACES, a_brief

NASTY = "<script>alert(1)</script> & **bold** [x](javascript:1) عربي 日本語 🚀"


@pytest.fixture
def posting(framework: Framework) -> Posting:
    composed = compose(a_brief(), framework, SOME_PLACES)
    return edit_item(edit_item(composed, "must.risk", NASTY), "must.business", "- 1. not a list # nor a heading")


class _Words(HTMLParser):
    """The words and the tags of an HTML text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _from_markdown(text: str) -> str:
    unmarked = re.sub(r"^(#+ |- |\d+\. )|\*\*(?=[A-Z][^*]*:\*\*)|(?<=:)\*\*", "", text, flags=re.MULTILINE)
    return re.sub(r"\\(.)", r"\1", unmarked)


def _from_html(text: str) -> str:
    return "".join(_Words(text).words)


def _as_it_is(text: str) -> str:
    return re.sub(r"^(\* |\d+\. )", "", text, flags=re.MULTILINE)


READERS: list[tuple[Callable[[Posting], str], Callable[[str], str]]] = [
    (to_markdown, _from_markdown),
    (to_html, _from_html),
    (to_plain_text, _as_it_is),
]


@pytest.mark.parametrize(("write", "read"), READERS, ids=["markdown", "html", "plain text"])
def test_every_line_and_fact_comes_back_in_order(
    posting: Posting, write: Callable[[Posting], str], read: Callable[[str], str]
) -> None:
    words = read(write(posting))

    wanted = [posting.title]
    wanted += [f"{label}: {value}" for label, value in posting.facts]
    wanted += [item.in_full for section in posting.shown for item in section.items]
    places = []
    start = 0
    for text in wanted:
        start = words.find(text, start)
        places.append(start)
        assert start >= 0, text
    assert places == sorted(places)


def test_html_holds_no_more_than_job_boards_keep(posting: Posting) -> None:
    assert _Words(to_html(posting)).tags == {"h1", "h2", "p", "ul", "li", "strong"}


def test_typed_script_stays_text(posting: Posting) -> None:
    assert "<script" not in to_html(posting)
    assert "<script" not in to_markdown(posting).replace("\\<script", "")


def test_json_loses_nothing(posting: Posting) -> None:
    assert posting_from_plain(json.loads(to_json(posting))) == posting


def test_plain_text_has_no_signs_that_a_form_could_stumble_over(framework: Framework) -> None:
    plain = to_plain_text(compose(a_brief(), framework, SOME_PLACES))

    assert not re.search(r"[•–—“”]", plain)
