"""`tpm restore`: a backup put in the place of what is there."""

from __future__ import annotations

from pathlib import Path

import click

from app.config import from_environment
from app.usecases import backups
from app.usecases.backups import Manifest


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Lose what the database holds now.")
@click.option("--check", is_flag=True, help="Only see whether FILE is whole; change nothing.")
def command(file: Path, replace: bool, check: bool) -> None:
    """Bring back what `tpm backup` wrote to FILE. Stop the product first.

    FILE is checked byte by byte before anything is changed, and all of it is taken or nothing. A backup of SQLite can
    be restored into PostgreSQL and the other way round, and one of an older version is brought up to date.

    Example: tpm restore /var/backups/tpm-2026-11-22.zip
    """
    if check:
        click.echo(f"{file} is whole: {_told(backups.look_into(file))}")
        return
    restored = backups.restore(from_environment(), file, replace=replace)
    click.echo(f"Restored {_told(restored.manifest)}")
    if restored.key_in_force:
        click.echo("The secret key of the backup is in force from the next start on.")
    elif restored.manifest.secret_key:
        click.echo("TPM_SECRET_KEY stays in force; the key in the backup was not taken.")
    else:
        click.echo("The backup holds no secret key; the one of this installation stays in force.")
    if restored.second_factors and not restored.key_in_force:
        click.echo(
            f"Second factors: {restored.second_factors} "
            f"{'account has' if restored.second_factors == 1 else 'accounts have'} one. Under another key than that "
            "of the backup it takes no code, and no recovery code either. Bring the key back (TPM_SECRET_KEY, or the "
            "file secret_key), or let somebody in with the password alone: tpm account second-factor-off EMAIL"
        )


def _told(manifest: Manifest) -> str:
    return (
        f"{manifest.rows} rows of {len(manifest.tables)} tables, "
        f"written {manifest.made_at} by TPM Toolkit {manifest.product} from {manifest.database}."
    )
