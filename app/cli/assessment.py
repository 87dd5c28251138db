"""`tpm assessment`: score answers, and measure how often the scoring is right."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import click

from app.cli import save
from app.cli.batches import answer_lines
from app.config import from_environment
from app.core.assessments.plain import result_to_plain
from app.core.assessments.result import Result
from app.core.assessments.simulation import SCENARIOS, Figures
from app.core.errors import DomainError
from app.core.text import from_json
from app.documents.assessment_text import to_text
from app.usecases import assessments
from app.usecases.toolkit import Toolkit

LARGEST = 1_000_000  # characters; real answers hold a few thousand


@click.group()
def command() -> None:
    """Assess oneself against the levels of the role."""


@command.command()
@click.argument("answers", type=click.File("r", encoding="utf-8"), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--format", "kind", type=click.Choice(["text", "json", "pdf"]), default="text", help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to; else standard output.")
@click.option("--batch", help="JSON lines of answers, each with its id (- for standard input).")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day to count from; today unless given.")
def score(
    answers: IO[str] | None,
    *,
    as_json: bool,
    kind: str,
    output: Path | None,
    batch: str | None,
    day: datetime | None,
) -> None:
    """Score ANSWERS (JSON; - for standard input).

    \b
    Example: tpm assessment score answers.json --json
             tpm assessment score answers.json --format pdf -o report.pdf
             tpm assessment score --batch people.jsonl
    """
    toolkit = Toolkit(from_environment())
    today = (day or datetime.now(UTC)).date()
    if answers is not None and batch is None:
        result = assessments.scored(toolkit, _read(answers.read(LARGEST + 1)), today)
        _write(result, toolkit, "json" if as_json else kind, output)
    elif batch is not None and answers is None:
        answer_lines(batch, lambda record: result_to_plain(assessments.scored(toolkit, record, today)))
    else:
        raise click.UsageError("Name one file of answers, or use --batch FILE.")


def _read(text: str) -> object:
    if len(text) > LARGEST:
        raise DomainError(f"The file holds more than {LARGEST:,} characters.", code="bad_file")
    try:
        content: object = from_json(text)
    except ValueError as error:
        raise DomainError(f"The answers are not JSON: {error}", code="bad_file") from error
    return content


def _write(result: Result, toolkit: Toolkit, kind: str, output: Path | None) -> None:
    if kind == "pdf":
        from app.documents.pdf.assessment import assessment_pdf  # WeasyPrint is heavy: only when a PDF is asked for

        if output is None:
            raise click.UsageError("A PDF needs a file: add -o FILE.")
        save(output, assessment_pdf(result, toolkit.framework))
        return
    text = (
        json.dumps(result_to_plain(result), ensure_ascii=False, indent=2)
        if kind == "json"
        else to_text(result, toolkit.framework)
    )
    if output is None:
        click.echo(text)
    else:
        save(output, f"{text}\n".encode())


@command.command()
@click.option(
    "--people", type=click.IntRange(1, 100_000), default=3000, show_default=True, help="How many, a scenario."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same figures.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def simulate(people: int, seed: int, as_json: bool) -> None:
    """Measure the scoring on made-up people whose level is known.

    \b
    Example: tpm assessment simulate --people 3000 --seed 1 --json
    """
    figures = assessments.simulated(Toolkit(from_environment()), people, seed)
    if as_json:
        click.echo(json.dumps(_plain_figures(figures, people, seed), indent=2))
        return
    click.echo(
        f"{people} made-up people a scenario, seed {seed}. All figures are shares; width and error are in levels."
    )
    for scenario in SCENARIOS:
        click.echo(f"\n{scenario.id}: {scenario.describes}")
        click.echo(f"  {'':22} exact  within one  too high  too low  in band  band width  error")
        for name, one in figures[scenario.id].items():
            click.echo(
                f"  {name.replace('_', ' '):22} {one.exact:5.3f}  {one.within_one:10.3f}  {one.too_high:8.3f}  "
                f"{one.too_low:7.3f}  {one.band_coverage:7.3f}  {one.band_width:10.2f}  {one.skill_error:5.2f}"
            )


def _plain_figures(figures: dict[str, dict[str, Figures]], people: int, seed: int) -> dict[str, Any]:
    """The base scenario's figures first, then everything."""
    rounded = {
        scenario: {name: {key: round(value, 4) for key, value in asdict(one).items()} for name, one in methods.items()}
        for scenario, methods in figures.items()
    }
    return {"people": people, "seed": seed} | rounded["base"]["estimate"] | {"scenarios": rounded}
