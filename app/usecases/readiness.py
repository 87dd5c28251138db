"""Whether this installation can answer: what it needs, and which part is missing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from app.config import SettingError
from app.core.errors import DataError
from app.store import database
from app.usecases.toolkit import Toolkit

READY = "ready"


@dataclass(frozen=True)
class Readiness:
    """Each part with `ready` or what is wrong with it, in words that name no address and no secret."""

    parts: dict[str, str]

    @property
    def is_ready(self) -> bool:
        return all(state == READY for state in self.parts.values())


def check(toolkit: Toolkit) -> Readiness:
    """Look at the database and the data now; the data is read once and then known to be readable."""
    return Readiness({"database": _database(toolkit), "data": _data(toolkit)})


def _database(toolkit: Toolkit) -> str:
    if database.file_of(toolkit.engine) != toolkit.database_file:  # asked first: looking further would make a new one
        return "not the file that was opened: put it back, or restart"
    try:
        found = database.revision(toolkit.engine)
    except (SettingError, SQLAlchemyError):
        return "out of reach"
    return READY if found == database.newest_revision() else "not migrated: run `tpm db upgrade`"


def _data(toolkit: Toolkit) -> str:
    try:
        _ = (toolkit.framework, toolkit.sources)
    except (DataError, OSError):
        return "not readable: run `tpm data check`"
    return READY
