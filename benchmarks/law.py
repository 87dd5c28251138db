"""Posting law: the whole table against one posting (limit 1 ms), and 1,000 postings after a change (limit 2 s)."""

from __future__ import annotations

import json
import os
import statistics
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.config import from_environment
from app.core.law.duties import Law
from app.core.law.employers import Employer
from app.core.law.facts import AdvertisedPay, PostingFacts
from app.core.law.review import review
from app.core.law.workplaces import WorkPlace, read_work_place
from app.usecases.toolkit import Toolkit

TODAY = date(2026, 11, 22)
EMPLOYER = Employer(400, {"US-CO": 20, "US-NY-NYC": 40, "US-CA": 100, "US-MN": 30, "CA-ON": 60, "PL": 25, "SG": 12})
PARAGRAPH = (
    "You plan and run a program of six teams that moves payments to a new platform. You keep one plan, one list of "
    "risks and one record of decisions, and you tell leaders early what will slip. "
    "You have led programs of several teams.\n"
)


def main() -> None:
    toolkit = Toolkit(from_environment())
    start = time.perf_counter()
    law = toolkit.law
    print(f"reading data/law: {1000 * (time.perf_counter() - start):.0f} ms, {len(law.jurisdictions)} places")
    texts = _texts()
    words = statistics.median(len(text.split()) for text in texts)
    print(f"{len(texts)} texts, median {words:.0f} words")
    everywhere = tuple(read_work_place(code, toolkit.law_codes) for code in (*law.jurisdictions, "DE"))
    remote = (read_work_place("US remote anywhere", toolkit.law_codes),)
    _one("one posting, every place with posting law", texts, everywhere, law)
    _one("one posting, US remote anywhere", texts, remote, law)
    _thousand(texts, remote, law)


def _texts() -> list[str]:
    """Real postings when the folder of them is there, otherwise one of about the same length."""
    folder = os.environ.get("TPM_BENCH_DATA")
    path = Path(folder) / "postings" / "postings_public.jsonl" if folder else None
    if path is None or not path.exists():
        return [PARAGRAPH * 12]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def _posting(text: str, number: int) -> PostingFacts:
    pay = AdvertisedPay(Decimal(150_000 + number), Decimal(190_000), "USD", "YEAR")
    return PostingFacts(pay, "Health insurance.", "A bonus.", date(2026, 12, 20), False, None, True, (), text)


def _one(what: str, texts: list[str], places: tuple[WorkPlace, ...], law: Law) -> None:
    times = []
    for number in range(300):
        posting = _posting(texts[number % len(texts)], number)
        start = time.perf_counter()
        review(posting, EMPLOYER, places, TODAY, law)
        times.append(time.perf_counter() - start)
    print(f"{what}: median {1000 * statistics.median(times):.2f} ms, slowest {1000 * max(times):.2f} ms (limit 1 ms)")


def _thousand(texts: list[str], places: tuple[WorkPlace, ...], law: Law) -> None:
    postings = [_posting(texts[number % len(texts)], number) for number in range(1000)]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        for posting in postings:
            review(posting, EMPLOYER, places, TODAY, law)
        times.append(time.perf_counter() - start)
    print(f"1,000 postings: median {statistics.median(times):.2f} s (limit 2 s)")


if __name__ == "__main__":
    main()
