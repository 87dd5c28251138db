"""`tpm data`: whether the data files can be used, and how fresh they are."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from app.cli import data_imports
from app.usecases import data_report


@click.group()
def command() -> None:
    """Check and report on the files under data/."""


data_imports.add_to(command)


@command.command()
def check() -> None:
    """Read every data file strictly; the first fault is named by file and key.

    Example: tpm data check
    """
    for line in data_report.check():
        click.echo(line)
    click.echo("All data files can be used.")


@command.command()
def report() -> None:
    """Say what the data files hold and how old they are.

    Example: tpm data report
    """
    for part in data_report.report(datetime.now(UTC).date()):
        age = "" if part.oldest_days is None else f"; oldest source {part.oldest_days} days old"
        click.echo(f"{part.name}: {part.holds}{age}")
