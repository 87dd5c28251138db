"""The processes that make PDFs: stopped when they hang, replaced when they die, gone when their server ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from threading import Timer

import pytest

from app.config import ROOT
from app.core.framework import Framework
from app.core.postings.compose import compose
from app.core.postings.posting import Posting
from app.documents.pdf.paper import PageSize
from app.documents.pdf.pool import PdfFailed, PdfTooSlow, PdfWriter
from app.documents.pdf.posting import posting_pdf
from tests.builders import SOME_PLACES, a_brief

SHORT = '<html lang="en"><title>Short</title><body><h1>Short</h1></body></html>'
ENDLESS = '<html lang="en"><title>Endless</title><body>' + "<p>" + "word " * 50 + "</p>"
ENDLESS += ENDLESS * 10_000


@pytest.fixture(scope="module")
def posting(framework: Framework) -> Posting:
    return compose(a_brief(), framework, SOME_PLACES)


@pytest.fixture(scope="module")
def writer() -> Iterator[PdfWriter]:
    writer = PdfWriter(workers=1, seconds=60)
    yield writer
    writer.close()


def workers() -> list[int]:
    return [child.pid for child in multiprocessing.active_children() if child.pid and "pebble" in child.name]


def test_another_process_prints_the_same_bytes(writer: PdfWriter, posting: Posting) -> None:
    assert writer.posting(posting) == posting_pdf(posting)


def test_a_stamp_and_other_paper_can_be_asked_for(writer: PdfWriter, posting: Posting) -> None:
    assert writer.posting(posting, PageSize.A4, "Draft") == posting_pdf(posting, PageSize.A4, "Draft")


def test_a_document_that_takes_too_long_is_stopped_and_the_next_one_is_made() -> None:
    impatient = PdfWriter(workers=1, seconds=5)
    try:
        with pytest.raises(PdfTooSlow, match="longer than 5 seconds"):
            impatient.document(ENDLESS, PageSize.A4)

        assert impatient.document(SHORT, PageSize.A4).startswith(b"%PDF")
    finally:
        impatient.close()


def test_a_worker_that_dies_at_its_work_is_replaced(writer: PdfWriter) -> None:
    writer.document(SHORT, PageSize.A4)
    killer = Timer(0.5, lambda: [os.kill(worker, signal.SIGKILL) for worker in workers()])
    killer.start()

    with pytest.raises(PdfFailed, match="ask for it again"):
        writer.document(ENDLESS, PageSize.A4)

    killer.join()
    assert writer.document(SHORT, PageSize.A4).startswith(b"%PDF")


def test_a_worker_that_dies_at_rest_is_replaced(writer: PdfWriter) -> None:
    writer.document(SHORT, PageSize.A4)
    [worker] = workers()
    os.kill(worker, signal.SIGKILL)
    while worker in workers():
        time.sleep(0.05)

    assert _patiently(writer).startswith(b"%PDF")


def _patiently(writer: PdfWriter) -> bytes:
    """A document asked for in the very moment of a worker's end may fail, and says to ask again."""
    try:
        return writer.document(SHORT, PageSize.A4)
    except PdfFailed:
        return writer.document(SHORT, PageSize.A4)


def test_whatever_a_document_breaks_on_is_a_failed_pdf_and_the_next_one_is_made(writer: PdfWriter) -> None:
    asks_outside = (
        '<html lang="en"><title>Out</title><body><img src="http://example.invalid/a.png" alt="a"></body></html>'
    )

    with pytest.raises(PdfFailed, match="could not be made"):
        writer.document(asks_outside, PageSize.A4)

    assert writer.document(SHORT, PageSize.A4).startswith(b"%PDF")


def test_warming_up_waits_for_nothing_and_closing_leaves_nobody() -> None:
    writer = PdfWriter(workers=1, seconds=60)
    before = set(workers())

    writer.warm()
    writer.document(SHORT, PageSize.A4)
    assert len(set(workers()) - before) == 1

    writer.close()
    assert set(workers()) <= before
    writer.close()


def test_a_writer_that_nobody_used_has_no_processes() -> None:
    before = workers()

    PdfWriter(workers=2, seconds=60).close()

    assert workers() == before


def _print_in_a_child() -> None:
    if not PdfWriter(workers=1, seconds=60).document(SHORT, PageSize.A4).startswith(b"%PDF"):
        raise SystemExit(1)


def test_a_server_worker_can_print_and_ends_when_it_is_done() -> None:
    """The server's workers are spawned children themselves, and forget to close their writer."""
    server_worker = multiprocessing.get_context("spawn").Process(target=_print_in_a_child)

    server_worker.start()
    server_worker.join(60)

    assert server_worker.exitcode == 0


def test_a_program_that_forgets_to_close_its_writer_still_ends() -> None:
    program = (
        "from app.documents.pdf.pool import PdfWriter\n"
        "from app.documents.pdf.paper import PageSize\n"
        f"print(PdfWriter(1, 60).document({SHORT!r}, PageSize.A4)[:4])\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )

    assert ended.stdout == "b'%PDF'\n"
    assert ended.stderr == ""


def test_asking_for_a_writer_loads_no_weasyprint() -> None:
    program = (
        "import sys\n"
        "from app.documents.pdf.pool import PdfWriter\n"
        "PdfWriter(1, 60)\n"
        "print('weasyprint' in sys.modules)\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )

    assert ended.stdout == "False\n"
