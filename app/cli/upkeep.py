"""`tpm upkeep`: what should run every day."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from app.config import from_environment
from app.usecases import upkeep


@click.command()
def command() -> None:
    """Forget what lay in the bin, and what browsers left behind, for longer than TPM_RETENTION_DAYS (30 days).

    Links and invitations that closed as long ago go as well. It needs the settings of the server.

    Example: tpm upkeep
    """
    settings = from_environment()
    where = upkeep.existing_database(settings)
    dropped = upkeep.clean_up(settings, datetime.now(UTC))
    click.echo(
        f"Forgotten for good in {where}: {dropped.deleted} deleted, {dropped.unclaimed} unclaimed "
        f"{'workspace' if dropped.unclaimed == 1 else 'workspaces'}, {dropped.links} closed "
        f"{'link' if dropped.links == 1 else 'links'}."
    )
