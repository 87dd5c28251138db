"""A file that cannot be read gets an answer of its own, before any score."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.resumes.pages import BadFileError
from app.intake import docx as word
from app.intake import plain
from app.intake.reader import LARGEST_FILE, Reader
from tests.resume_files import column, docx, locked_pdf, paragraph, pdf, picture_pdf, swelling_pdf

LONG_WORD_FILE = docx(*(paragraph(f"Led release {n} in {n * 7919 % 1000} countries.") for n in range(200)))
GERMAN = "Verantwortlich für die Planung und Steuerung der Projekte mit dem Kunden sowie für das Budget. " * 4
CASES = {
    "an empty file": (b"", "no_text"),
    "a file that is too large": (b"x" * (LARGEST_FILE + 1), "too_large"),
    "a PDF with a password": (locked_pdf(), "encrypted"),
    "a PDF cut short": (pdf(column(72, 72, "A page"))[:200], "broken"),
    "a PDF of noise": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken"),
    "a PDF that is a picture": (picture_pdf(), "image_only"),
    "a PDF with too many pages": (pdf(*[column(72, 72, "A page")] * 31), "too_many_pages"),
    "a photo": (b"\x89PNG\r\n\x1a\n" + b"0" * 64, "image_only"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "old_word"),
    "a rich text file": (rb"{\rtf1 hello}", "unsupported"),
    "an archive that is no Word file": (b"PK\x03\x04" + b"0" * 40, "broken"),
    "a Word file with a doctype": (
        docx(paragraph("&a;"), doctype='<!DOCTYPE w [<!ENTITY a "aaaa">]>'),
        "broken",
    ),
    "a Word file that unpacks to too much": (
        docx(paragraph("x"), extra={"word/media/a.bin": bytes(61 * 1024 * 1024)}),
        "zip_bomb",
    ),
    "a Word file without text": (docx(), "image_only"),
    "a program": (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00", "unsupported"),
    "JSON that is no résumé": (b'{"a": 1}', "unsupported"),
    "JSON that is damaged": (b'{"basics": ', "broken"),
    "JSON as deep as a well": (b'{"basics": ' + b"[" * 100_000, "broken"),
    "a German résumé": (GERMAN.encode(), "not_english"),
    "a Chinese résumé": ("项目经理负责计划和预算".encode() * 20, "not_english"),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize(("content", "code"), CASES.values(), ids=CASES.keys())
def test_each_case_has_its_own_answer(reader: Reader, content: bytes, code: str) -> None:
    with pytest.raises(BadFileError) as refusal:
        reader.read(content, "resume.bin")

    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


def test_a_file_that_swells_is_ended_and_the_next_one_is_read() -> None:
    with Reader(seconds=1.5) as reader:
        with pytest.raises(BadFileError) as refusal:
            reader.read(swelling_pdf(300), "bomb.pdf")
        after = reader.read(b"Led the release of the billing platform in four countries.", "cv.txt")

    assert refusal.value.code in ("too_slow", "too_heavy")
    assert after.lines


def test_a_text_longer_than_any_resume_is_refused() -> None:
    with pytest.raises(BadFileError) as refusal:
        plain.read_text("word " * 50_000)

    assert refusal.value.code == "too_long"


@settings(max_examples=150, deadline=None)
@given(places=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_word_file_is_read_or_refused_and_nothing_else(places: list[tuple[int, int]]) -> None:
    damaged = bytearray(LONG_WORD_FILE)
    for place, byte in places:
        damaged[place % len(damaged)] = byte

    with suppress(BadFileError):
        assert word.read(bytes(damaged)).lines
