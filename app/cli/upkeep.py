"""`tpm upkeep`: what should run every day."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from app.config import from_environment
from app.usecases import upkeep


@click.command()
def command() -> None:
    """Forget what lay in the bin for 30 days, and work in browsers that nobody came back to for 30 days.

    Example: tpm upkeep
    """
    settings = from_environment()
    upkeep.upgrade_database(settings)
    dropped = upkeep.clean_up(settings, datetime.now(UTC))
    click.echo(
        f"Forgotten for good: {dropped.deleted} deleted and {dropped.unclaimed} unclaimed "
        f"{'workspace' if dropped.unclaimed == 1 else 'workspaces'}."
    )
