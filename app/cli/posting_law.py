"""`tpm posting law`: postings against the law of every place where the work may be done, many at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import IO, Any

import click

from app.config import from_environment
from app.core.errors import DomainError
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
    with _lines_of(batch) as lines:
        for record in _answers(lines, toolkit, today):
            click.echo(json.dumps(record, ensure_ascii=False))


def _lines_of(batch: str) -> IO[str]:
    try:
        file: IO[str] = click.open_file(batch, encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise DomainError(f"{batch} cannot be read: {error.strerror}.", field="batch", code="bad_file") from error
    return file


def _answers(lines: IO[str], toolkit: Toolkit, today: date) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(line, number, toolkit, today)


def _answer(line: str, number: int, toolkit: Toolkit, today: date) -> dict[str, Any]:
    """The line's answer or its error, with its id; nothing that a line holds stops the batch."""
    identity = None
    try:
        record = _record(line, number)
        identity = record.get("id")
        return {"id": identity} | answer(read_question(record, toolkit.law_codes, today), toolkit.law)
    except DomainError as error:
        field = {"field": error.field} if error.field else {}
        return {"id": identity, "error": {"code": error.code, "message": error.message} | field}


def _record(line: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise DomainError(f"Line {number} is not JSON.", code="bad_json") from None
    if not isinstance(record, dict):
        raise DomainError(f"Line {number} must be a JSON object.", code="bad_json")
    return record
