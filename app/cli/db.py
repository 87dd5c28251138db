"""`tpm db`: the database's shape."""

from __future__ import annotations

import click

from app.config import from_environment
from app.usecases import upkeep


@click.group()
def command() -> None:
    """Look after the database."""


@command.command()
def upgrade() -> None:
    """Bring the database up to date (safe at any time).

    Example: tpm db upgrade
    """
    upkeep.upgrade_database(from_environment())
    click.echo("The database is up to date.")
