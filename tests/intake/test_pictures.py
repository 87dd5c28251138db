"""The pages of a PDF as pictures to compare with: few, small, and never a reason for a file not to be read."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image

from app.intake.pictures import HIGHEST, MOST_SHOWN, WIDEST
from app.intake.reader import Reader
from tests.resume_files import column, locked_pdf, pdf, picture_pdf, swelling_pdf

A_PAGE = column(72, 72, "Experience", "Cut the release cycle from ten days to two days", gap=30)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def test_the_first_pages_are_drawn_within_bounds(reader: Reader) -> None:
    drawn = reader.pictures(pdf(*[A_PAGE] * 9))

    assert len(drawn) == MOST_SHOWN
    for content in drawn:
        picture = Image.open(io.BytesIO(content))
        assert picture.format == "WEBP"
        assert picture.width <= WIDEST + 1
        assert picture.height <= HIGHEST + 1
        assert len(content) < 120_000


def test_a_sheet_as_large_as_a_wall_becomes_a_small_picture(reader: Reader) -> None:
    (content,) = reader.pictures(pdf(A_PAGE).replace(b"[0 0 612 792]", b"[0 0 14000 90]"))

    assert Image.open(io.BytesIO(content)).width <= WIDEST + 1


def test_a_scan_can_be_looked_at_although_it_cannot_be_read(reader: Reader) -> None:
    assert len(reader.pictures(picture_pdf())) == 1


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", locked_pdf(), b"", b"no PDF at all"])
def test_what_cannot_be_drawn_is_left_out(reader: Reader, content: bytes) -> None:
    assert reader.pictures(content) == ()


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_is_drawn() -> None:
    with Reader(seconds=1.5) as hurried:
        assert hurried.pictures(swelling_pdf(megabytes=300)) == ()
        assert len(hurried.pictures(pdf(A_PAGE))) == 1
