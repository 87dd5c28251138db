"""A text with marks over it, in the pieces that a page shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.core.marks import pieces
from app.core.phrases import Span

SPANS = st.builds(Span, st.integers(0, 40), st.integers(0, 40))


def test_a_mark_within_a_mark_is_shown_as_the_narrower_one() -> None:
    cut = pieces("lead a rockstar team", [(1, Span(0, 20)), (2, Span(7, 15))])

    assert [(piece.text, piece.numbers, piece.begins) for piece in cut] == [
        ("lead a ", (1,), (1,)),
        ("rockstar", (2, 1), (2,)),
        (" team", (1,), ()),
    ]


def test_a_mark_without_width_is_no_mark() -> None:
    assert [piece.text for piece in pieces("text", [(1, Span(2, 2))])] == ["text"]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(1, 9), SPANS), max_size=6))
def test_the_pieces_are_the_text_whatever_is_marked(text: str, marks: list[tuple[int, Span]]) -> None:
    cut = pieces(text, marks)

    assert "".join(piece.text for piece in cut) == text
    begun = [number for piece in cut for number in piece.begins]
    assert len(begun) == len(set(begun))
