"""The guide on paper: all of it, and the same whenever it is asked for."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from app.config import Settings
from app.core.guide.text import words_of
from app.documents.pdf import render
from app.documents.pdf.guide import guide_html
from app.documents.pdf.paper import PageSize
from app.usecases import guide as guides
from app.usecases.toolkit import Toolkit

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    folder = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url="sqlite://", secret_key="s" * 40))


def printed(toolkit: Toolkit, size: PageSize) -> bytes:
    live = guides.live(ON, toolkit.framework, toolkit.salaries)
    return render.here(guide_html(toolkit.guide, live, toolkit.sources), size)


@pytest.fixture(scope="module")
def on_a4(toolkit: Toolkit) -> bytes:
    return printed(toolkit, PageSize.A4)


@pytest.fixture(scope="module")
def text(on_a4: bytes) -> str:
    document = pypdfium2.PdfDocument(on_a4)
    return " ".join(" ".join(leaf.get_textpage().get_text_range() for leaf in document).split())


def test_the_same_guide_is_the_same_bytes(toolkit: Toolkit, on_a4: bytes) -> None:
    assert printed(toolkit, PageSize.A4) == on_a4


def test_every_chapter_heading_and_source_is_on_paper(toolkit: Toolkit, text: str) -> None:
    cited = {source for chapter in toolkit.guide.chapters for source in chapter.sources}

    for chapter in toolkit.guide.chapters:
        assert chapter.title in text
        assert [section.heading for section in chapter.sections if section.heading not in text] == []
    assert [one for one in cited if toolkit.sources[one].publisher not in text] == []


def test_paragraphs_are_whole_on_paper(toolkit: Toolkit, text: str) -> None:
    answers = toolkit.guide.chapter("questions").sections[-1]

    first = words_of(answers.blocks[0].lead).split(".")[0]

    assert first in text


def test_the_contents_name_the_page_of_each_chapter(on_a4: bytes, toolkit: Toolkit) -> None:
    leaves = [" ".join(leaf.get_textpage().get_text_range().split()) for leaf in pypdfium2.PdfDocument(on_a4)]

    starts = [
        next(at for at, leaf in enumerate(leaves, start=1) if at > 1 and f"Chapter {number} " in leaf)
        for number, _ in enumerate(toolkit.guide.chapters, start=1)
    ]

    assert starts == sorted(starts)
    assert all(str(start) in leaves[0] for start in starts)


def test_a_page_names_its_chapter_and_the_cover_its_month(on_a4: bytes, toolkit: Toolkit) -> None:
    leaves = [" ".join(leaf.get_textpage().get_text_range().split()) for leaf in pypdfium2.PdfDocument(on_a4)]
    last = toolkit.guide.chapters[-1].title
    [begins] = [leaf for leaf in leaves[1:] if f"Chapter {len(toolkit.guide.chapters)} " in leaf]

    assert begins.count(last) == 2  # the heading, and the running head
    assert leaves[-1].count("Sources") == 1
    assert "Figures of November 2026" in leaves[0]
    assert leaves[0].count("our own advice") == 1


def test_what_is_not_known_of_a_source_is_said_once(text: str) -> None:
    assert "Not stated" not in text
    assert "address not known" not in text
    assert text.count("do not know where it can be read") == 1


def test_the_guide_is_light_enough_to_be_sent(on_a4: bytes) -> None:
    assert len(on_a4) < 200_000
