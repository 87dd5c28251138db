"""The guide's markup, and how its notes are numbered."""

from __future__ import annotations

import pytest

from app.core.guide.chapters import Block, Chapter, LivePart, Section, Shape
from app.core.guide.text import Kind, links_of, notes_of, parse, words_of
from app.core.targets import Kind as TargetKind
from app.core.targets import Target

NOTHING_LIVE: dict[LivePart, tuple[str, ...]] = dict.fromkeys(LivePart, ())


def a_chapter(*texts: str) -> Chapter:
    blocks = tuple(Block(Shape.TEXT, lead=parse(text)) for text in texts)
    return Chapter("one", "One", "One", "The first.", (Section("part", "Part", blocks),), ())


def test_a_text_is_read_in_its_runs() -> None:
    text = parse("**First.** See [planning](skill:planning).[^known]")

    assert [(run.kind, run.words) for run in text] == [
        (Kind.STRONG, "First."),
        (Kind.PLAIN, " See "),
        (Kind.LINK, "planning"),
        (Kind.PLAIN, "."),
        (Kind.NOTE, "known"),
    ]
    assert words_of(text) == "First. See planning."
    assert links_of(text) == (Target(TargetKind.SKILL, "planning"),)
    assert notes_of(text) == ("known",)


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("**never closed", "is not complete"),
        ("a note [^", "is not complete"),
        ("**[both](skill:risk)**", "is not complete"),
        ("[there](somewhere)", "must be page:…"),
        ("[there](galaxy:far)", "must be page:…"),
        ("[mine](own:/postings/x)", None),
    ],
)
def test_a_mark_that_is_not_whole_is_refused(written: str, complaint: str | None) -> None:
    if complaint is None:
        assert parse(written)
        return
    with pytest.raises(ValueError, match=complaint):
        parse(written)


def test_a_link_may_name_a_heading_of_a_chapter() -> None:
    (target,) = links_of(parse("[so](chapter:questions#scope-creep)"))

    assert (target.id, target.anchor, target.written) == ("questions", "scope-creep", "chapter:questions#scope-creep")


def test_notes_are_numbered_as_a_reader_meets_them_and_once_each() -> None:
    chapter = a_chapter("One.[^b] Two.[^a]", "Three.[^b][^c]")

    assert chapter.numbered(NOTHING_LIVE) == {"b": 1, "a": 2, "c": 3}


def test_the_sources_of_a_live_part_are_numbered_where_it_stands() -> None:
    blocks = (
        Block(Shape.TEXT, lead=parse("One.[^a]")),
        Block(Shape.LIVE, live=LivePart.PAY),
        Block(Shape.TEXT, lead=parse("Two.[^b]")),
    )
    chapter = Chapter("one", "One", "One", "The first.", (Section("part", "Part", blocks),), ())

    assert chapter.numbered({**NOTHING_LIVE, LivePart.PAY: ("wages", "a")}) == {"a": 1, "wages": 2, "b": 3}


def test_a_list_has_sources_when_its_first_line_or_each_of_its_items_does() -> None:
    cited, bare = parse("So it is.[^a]"), parse("So it is.")

    assert Block(Shape.POINTS, lead=cited, items=(bare, bare)).has_sources
    assert Block(Shape.POINTS, lead=bare, items=(cited, cited)).has_sources
    assert not Block(Shape.POINTS, lead=bare, items=(cited, bare)).has_sources
    assert not Block(Shape.TEXT, lead=bare).has_sources


def test_a_row_of_a_table_needs_one_source_and_not_one_in_every_cell() -> None:
    row = (parse("CAPM"), parse("23 hours.[^a]"))

    assert Block(Shape.TABLE, rows=(row, row)).has_sources
    assert not Block(Shape.TABLE, rows=(row, (parse("PMP"), parse("35 hours.")))).has_sources
