"""Keeping all that an installation holds in one file, and bringing it back."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from app.config import Settings, make_folder, replace_secret
from app.core.errors import DomainError
from app.store import accounts, archive, database
from app.store.archive import Manifest
from app.store.database import open_engine

__all__ = ["Manifest", "Restored", "back_up", "look_into", "restore"]


@dataclass(frozen=True)
class Restored:
    """What was brought back; `key_in_force` says whether the secret key of the backup is now this installation's.

    `second_factors` are the accounts whose second factor opens nothing unless the key is that of the backup.
    """

    manifest: Manifest
    key_in_force: bool
    second_factors: int


def back_up(settings: Settings, file: Path, now: datetime, *, with_secret_key: bool) -> Manifest:
    """Write everything to a file that only its owner can read; it appears under its name once it is whole."""
    database.check_there(settings.database_url)
    if file.exists():
        raise DomainError(f"{file} exists already. A backup never overwrites a file: choose another name.")
    unfinished = file.with_name(f"{file.name}.part")
    engine = open_engine(settings.database_url)
    try:
        with open(unfinished, "wb", opener=_for_its_owner_alone) as whole:
            key = settings.secret_key if with_secret_key else None
            manifest = archive.write(engine, whole, product=version("tpm-toolkit"), now=now, secret_key=key)
            whole.flush()
            os.fsync(whole.fileno())
        unfinished.rename(file)
    except OSError as error:
        raise DomainError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
        engine.dispose()
    return manifest


def place(settings: Settings) -> str:
    """Where the database is, without its password."""
    return database.check_there(settings.database_url)


def look_into(file: Path) -> Manifest:
    """Check every byte of a backup and return what it says of itself."""
    with file.open("rb") as opened:
        return archive.open_checked(opened)[1]


def restore(settings: Settings, file: Path, *, replace: bool) -> Restored:
    """Bring a backup back: all of it or nothing; what is there already goes only when told so."""
    make_folder(settings.instance)
    with file.open("rb") as opened:
        checked, manifest = archive.open_checked(opened)
        engine = open_engine(settings.database_url)
        try:
            database.revision(engine)  # says kindly when the database is out of reach
            if not replace and archive.holds_anything(engine):
                raise DomainError(
                    "The database holds work already. To lose it and put the backup in its place, add --replace.",
                    code="not_empty",
                )
            archive.restore(engine, checked, manifest)
            with database.sessions(engine)() as session:
                second_factors = accounts.with_second_factor(session)
        finally:
            engine.dispose()
        key = checked.read(archive.KEY_FILE).decode() if manifest.secret_key else None
    in_force = key is not None and (key == settings.secret_key or replace_secret(settings, key))
    return Restored(manifest, in_force, second_factors)


def _for_its_owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
