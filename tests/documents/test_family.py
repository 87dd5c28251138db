"""All our documents are one family: accessible, small, the same bytes each time, and whole on either paper."""

from __future__ import annotations

import hashlib
import inspect
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import byref, c_uint
from functools import cache
from importlib import import_module
from io import BytesIO

import page
import pypdfium2
import pytest
from pypdf import PdfReader

from app.config import ROOT
from app.documents import pdf
from app.documents.pdf import render
from app.documents.pdf.paper import PageSize
from tests.documents import family
from tests.documents.family import DOCUMENTS

LARGEST = 200_000  # bytes
POINTS = {PageSize.A4: (595, 842), PageSize.LETTER: (612, 792)}
THINNEST_GREY = 0.55  # how light a letter may be on a grey printer: 4.5 to 1 against white is 0.46 of its light


@cache
def printed(name: str, size: PageSize) -> bytes:
    return render.here(DOCUMENTS[name](), size)


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_accessible_and_small(name: str, size: PageSize) -> None:
    document = printed(name, size)

    assert [failure.rule_id for failure in page.validate_pdf_bytes(document, profile="ua1").failures] == []
    assert len(document) < LARGEST


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_page_has_its_paper_its_foot_and_nothing_outside(name: str, size: PageSize) -> None:
    reader = PdfReader(BytesIO(printed(name, size)))

    assert reader.metadata is not None
    assert reader.metadata.title
    for number, sheet in enumerate(reader.pages, start=1):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == POINTS[size]
        text = sheet.extract_text()
        assert f"Page {number} of {len(reader.pages)}" in text
        assert "Made with TPM Toolkit, role framework 2026.1" in text
    width, height = POINTS[size]
    for left, bottom, right, top in _drawn(printed(name, size)):
        assert -1 <= left <= right <= width + 1
        assert -1 <= bottom <= top <= height + 1


def _drawn(document: bytes) -> Iterator[tuple[float, float, float, float]]:
    """Where each piece of text stands on its page."""
    for sheet in pypdfium2.PdfDocument(document):
        for text in sheet.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)):
            yield text.get_bounds()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_letter_is_too_light_for_a_grey_printer(name: str) -> None:
    for sheet in pypdfium2.PdfDocument(printed(name, PageSize.A4)):
        for text in sheet.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)):
            red, green, blue, _ = _fill(text)
            grey = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
            assert grey < THINNEST_GREY or grey == 1.0  # white stands on a dark ground only


def _fill(text: pypdfium2.PdfObject) -> tuple[int, int, int, int]:
    parts = tuple(c_uint() for _ in range(4))
    assert pypdfium2.raw.FPDFPageObj_GetFillColor(text.raw, *(byref(part) for part in parts))
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


def test_another_process_prints_the_same_bytes() -> None:
    names = [name for name in DOCUMENTS if name != "guide"]  # the guide's own test prints it twice
    script = (
        "import hashlib; from app.documents.pdf import render; from app.documents.pdf.paper import PageSize;"
        "from tests.documents.family import DOCUMENTS;"
        f"print(*(hashlib.sha256(render.here(DOCUMENTS[name](), PageSize.A4)).hexdigest() for name in {names!r}))"
    )

    other = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    ours = [hashlib.sha256(printed(name, PageSize.A4)).hexdigest() for name in names]
    assert dict(zip(names, other, strict=True)) == dict(zip(names, ours, strict=True))


def test_no_document_is_left_out() -> None:
    makers = {
        name
        for module in pkgutil.iter_modules(pdf.__path__)
        for name, _ in inspect.getmembers(import_module(f"{pdf.__name__}.{module.name}"), inspect.isfunction)
        if name.endswith("_html") and not name.startswith("_")
    }

    used = inspect.getsource(family)
    elsewhere = {"cohort_html"}  # a group's is made in its own test
    assert [name for name in sorted(makers - elsewhere) if name not in used] == []
