"""How long a PDF takes: one after the other, and as visitors ask for them."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from pypdf import PdfReader

from app.config import DATA, from_environment
from app.core.postings.posting import Posting, edit_item
from app.documents.pdf.pool import PdfWriter
from app.documents.pdf.posting import posting_pdf
from app.usecases import postings
from app.usecases.toolkit import Toolkit

WARM = 30
WARM_TARGET = 115  # milliseconds
WORKERS = 2
DOCUMENTS_A_SECOND = 4
ARRIVALS = 120
P95_TARGET = 450  # milliseconds


def main() -> None:
    posting = postings.from_brief_file(
        Toolkit(from_environment()), (DATA / "examples" / "senior-program.yaml").read_bytes()
    )
    first = posting_pdf(posting)
    pages = len(PdfReader(BytesIO(first)).pages)
    print(f"PDF of a posting: {pages} pages, {len(first) / 1000:.0f} kB")

    warm = [_milliseconds_of(one) for one in _editions(posting, WARM)]
    print(f"  warm, one process: median {statistics.median(warm):.0f} ms (target {WARM_TARGET})")

    waits = _waits(posting)
    p50, p95 = (statistics.quantiles(waits, n=100)[percent - 1] for percent in (50, 95))
    print(
        f"  {DOCUMENTS_A_SECOND} a second, {WORKERS} workers: "
        f"median {p50:.0f} ms, 95 of 100 within {p95:.0f} ms (target {P95_TARGET})"
    )


def _editions(posting: Posting, count: int) -> Iterator[Posting]:
    """As many postings, of which no two are the same."""
    for number in range(count):
        summary = posting.section("about").items[0]
        yield edit_item(posting, summary.id, f"Opening number {number}. {summary.text}")


def _waits(posting: Posting) -> list[float]:
    """How long each visitor waits when they come at random, from asking to having."""
    chance = random.Random(1)
    writer = PdfWriter(workers=WORKERS, seconds=60)
    for one in _editions(posting, 2 * WORKERS):
        writer.posting(one)
    visitors = []
    with ThreadPoolExecutor(max_workers=ARRIVALS) as crowd:
        for one in _editions(posting, ARRIVALS):
            time.sleep(chance.expovariate(DOCUMENTS_A_SECOND))
            visitors.append(crowd.submit(_wait, writer, one, time.perf_counter()))
    writer.close()
    return [visitor.result() for visitor in visitors]


def _wait(writer: PdfWriter, posting: Posting, since: float) -> float:
    writer.posting(posting)
    return (time.perf_counter() - since) * 1000


def _milliseconds_of(posting: Posting) -> float:
    began = time.perf_counter()
    posting_pdf(posting)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
