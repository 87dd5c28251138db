"""`tpm backup`: everything in one file, while the product goes on serving."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from app.config import from_environment
from app.usecases import backups


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--with-secret-key", is_flag=True, help="Put the key that signs cookies into the file too.")
def command(file: Path, with_secret_key: bool) -> None:
    """Write all saved work to FILE, as it stands at one moment; the product may go on serving.

    The file is a ZIP that fits SQLite and PostgreSQL alike, readable by you alone. It holds everything that people
    saved: keep it as safe as the database.

    Example: tpm backup /var/backups/tpm-$(date +%F).zip
    """
    settings = from_environment()
    manifest = backups.back_up(settings, file, datetime.now(UTC), with_secret_key=with_secret_key)
    click.echo(f"{file} holds {manifest.rows} rows of {len(manifest.tables)} tables.")
    if not manifest.rows:
        click.echo(
            f"NOTHING IS SAVED in {backups.place(settings)}, so this backup is empty. If people have saved work, this "
            "is another database: run the command with the settings of the server.",
            err=True,
        )
    if with_secret_key:
        click.echo("The secret key is in it: who has this file can sign in as anybody. Keep it safe.")
    else:
        click.echo(
            "The secret key is not in it. Keep the key, or add it with --with-secret-key: under another key, "
            "browsers lose the work that was saved without an account, everybody signs in anew, and who has a second "
            "factor cannot sign in at all, with a recovery code neither."
        )
