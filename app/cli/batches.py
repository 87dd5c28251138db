"""Answering JSON lines: one line out for each line in, in the same order, never stopping for one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import IO, Any

import click

from app.cli import error_object
from app.core.errors import DomainError
from app.core.text import from_json

Answer = Callable[[dict[str, Any]], dict[str, Any]]


def answer_lines(batch: str, answer: Answer) -> None:
    """Write the answer or the error of each line of a file (- for standard input), with the line's id."""
    with _opened(batch) as lines:
        for record in _answers(lines, answer):
            click.echo(json.dumps(record, ensure_ascii=False))


def _opened(batch: str) -> IO[str]:
    try:
        file: IO[str] = click.open_file(batch, encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise DomainError(f"{batch} cannot be read: {error.strerror}.", field="batch", code="bad_file") from error
    return file


def _answers(lines: IO[str], answer: Answer) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(line, number, answer)


def _answer(line: str, number: int, answer: Answer) -> dict[str, Any]:
    identity = None
    try:
        record = _record(line, number)
        identity = record.get("id")
        return {"id": identity} | answer(record)
    except DomainError as error:
        return {"id": identity, "error": error_object(error)}


def _record(line: str, number: int) -> dict[str, Any]:
    try:
        record = from_json(line)
    except ValueError:
        raise DomainError(f"Line {number} is not JSON.", code="bad_json") from None
    if not isinstance(record, dict):
        raise DomainError(f"Line {number} must be a JSON object.", code="bad_json")
    return record


def text_of(record: dict[str, Any]) -> str:
    """The line's text; raises `DomainError` when it has none."""
    text = record.get("text")
    if not isinstance(text, str):
        raise DomainError('A line needs a "text".', field="text", code="no_text")
    return text
