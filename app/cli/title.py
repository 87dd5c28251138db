"""`tpm title`: what a job title says."""

from __future__ import annotations

import json

import click

from app.config import from_environment
from app.core import titles
from app.core.salaries.query import FAMILY_NAMES
from app.documents.salary_plain import title_to_plain
from app.usecases.toolkit import Toolkit


@click.command()
@click.argument("title")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(title: str, *, as_json: bool) -> None:
    """Read a job TITLE into pay family, track and level, and say why and how sure that is.

    \b
    Example: tpm title "Sr. Technical Program Manager III"
    """
    reading = titles.read(title, Toolkit(from_environment()).titles)
    if as_json:
        click.echo(json.dumps(title_to_plain(reading), ensure_ascii=False))
        return
    click.echo(f"{FAMILY_NAMES[reading.family]}, {reading.track} track, {reading.level} (certainty: {reading.sure})")
    click.echo(reading.why)
