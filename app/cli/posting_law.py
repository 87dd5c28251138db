"""`tpm posting law`: postings against the law of every place where the work may be done, many at a time."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from app.cli.batches import answer_lines
from app.config import from_environment
from app.core.law.records import answer, read_question
from app.usecases.toolkit import Toolkit


@click.command("law")
@click.option(
    "--batch", type=click.Path(dir_okay=False), required=True, help="A file of JSON lines, or - for standard input."
)
def command(batch: str) -> None:
    """Review postings against posting law; one JSON line in, one JSON line out, in the same order.

    Information, not legal advice. A line without "posting_date" counts as posted today.

    \b
    Example: tpm posting law --batch postings.jsonl
    {"id": "1", "posting_date": "2026-11-22", "employer": {"total_employees": 40, "US-CO": 1},
     "work": ["US-CO remote"], "posting": {"pay": null, "benefits": null, "deadline": null}}
    (each line on one line)
    """
    toolkit = Toolkit(from_environment())
    today = datetime.now(UTC).date()
    answer_lines(batch, lambda record: answer(read_question(record, toolkit.law_codes, today), toolkit.law))
