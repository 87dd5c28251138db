"""`tpm posting review`: law, structure and wording of a posting from anywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import click

from app.cli.batches import answer_lines, text_of
from app.config import from_environment
from app.core.errors import DomainError
from app.usecases import handed_in, posting_review, review_record
from app.usecases.handed_in import Given
from app.usecases.toolkit import Toolkit


@click.command("review")
@click.argument("file", type=click.Path(dir_okay=False), required=False)
@click.option("--batch", type=click.Path(dir_okay=False), help="A file of JSON lines, or - for standard input.")
@click.option("--employer", type=click.Path(dir_okay=False), help="Head counts by place, as YAML.")
@click.option("--place", "places", multiple=True, help='Where the work is, such as "US-CO remote"; repeat for more.')
@click.option("--date", "on", help="The day whose law applies, such as 2026-11-22; else today.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    *,
    file: str | None,
    batch: str | None,
    employer: str | None,
    places: tuple[str, ...],
    on: str | None,
    as_json: bool,
) -> None:
    """Review a posting: a text, HTML, PDF or Word FILE, or a posting saved as JSON (- for standard input).

    Law findings are information, not legal advice.

    \b
    Example: tpm posting review posting.txt --place "US-CO remote" --json
    """
    if (file is None) == (batch is None):
        raise click.UsageError("Give either a FILE or --batch.")
    toolkit = Toolkit(from_environment())
    day = _day(on)
    terms = posting_review.terms(toolkit, employer, places)

    def answer(given: Given) -> dict[str, Any]:
        return review_record.as_record(toolkit, posting_review.review(toolkit, given, day, *terms))

    if batch is not None:
        answer_lines(batch, lambda record: answer(handed_in.from_text(text_of(record))))
    elif file is not None:
        record = answer(handed_in.read_path(file))
        click.echo(json.dumps(record, ensure_ascii=False) if as_json else "\n".join(_in_words(record)))


def _day(written: str | None) -> date:
    if written is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise DomainError(f"{written!r} is not a day such as 2026-11-22.", field="date", code="invalid_date") from None


def _in_words(record: Mapping[str, Any]) -> list[str]:
    """The review for a terminal: the score, what is missing, and each finding with its words."""
    completeness, facts = record["completeness"], record["facts"]
    lines = [f"Completeness {completeness['score']} of 100"]
    lines += [f"  missing: {words}" for parts in completeness["missing"].values() for words in parts]
    lines.append(f"{record['readability']['words']} words, reading grade {record['readability']['grade']}")
    lines.append(f"Title: {facts['title'] or 'not found'} ({facts['track'] or '?'} {facts['level'] or '?'})")
    if record["language"]["checks_off"]:
        lines.append(f"Not in English, so these were not checked: {', '.join(record['language']['checks_off'])}.")
    if record["law"]["note"]:
        lines.append(record["law"]["note"])
    for finding in record["findings"]:
        words = f" “{finding['text']}”" if finding["text"] and len(finding["text"]) < 80 else ""
        lines.append(f"{finding['severity']:5} {finding['kind']}: {finding['rule']}{words}: {finding['message']}")
    return lines
