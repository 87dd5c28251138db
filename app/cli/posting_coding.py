"""`tpm posting coding`: gender-coded words in postings, many at a time."""

from __future__ import annotations

import json
from typing import Any

import click

from app.cli.batches import answer_lines, text_of
from app.config import from_environment
from app.usecases import handed_in, posting_review, review_record
from app.usecases.toolkit import Toolkit


@click.command("coding")
@click.argument("file", type=click.Path(dir_okay=False), required=False)
@click.option("--batch", type=click.Path(dir_okay=False), help="A file of JSON lines, or - for standard input.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(file: str | None, batch: str | None, as_json: bool) -> None:
    """Count gender-coded words: the open Gender Decoder's verdict, ours, and the 2011 paper's rate.

    Information only; the evidence on such words is mixed.

    \b
    Example: tpm posting coding --batch postings.jsonl
    {"id": "1", "text": "You will lead ..."}
    """
    toolkit = Toolkit(from_environment())
    if (file is None) == (batch is None):
        raise click.UsageError("Give either a FILE or --batch.")
    if batch is not None:
        answer_lines(batch, lambda record: _coded(toolkit, text_of(record)))
    elif file is not None:
        given = handed_in.read_path(file)
        answer = _coded(toolkit, given.text)
        click.echo(json.dumps(answer, ensure_ascii=False) if as_json else _in_words(answer))


def _coded(toolkit: Toolkit, text: str) -> dict[str, Any]:
    return review_record.coding_record(posting_review.coded(toolkit, text), toolkit.coding_lists.note)


def _in_words(answer: dict[str, Any]) -> str:
    rate, own = answer["rate"], answer["own"]
    return "\n".join(
        (
            f"Gender Decoder: {answer['compatible']['coding']}",
            f"Ours: {own['coding']}, of which {own['role_words']} are words of the role itself",
            f"Masculine words: {rate['masculine_percent']} % of {rate['words']} words",
            f"Feminine words: {rate['feminine_percent']} % of {rate['words']} words",
            answer["note"],
        )
    )
