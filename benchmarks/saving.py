"""What keeping work costs: a save, a posting on the disk, a backup and a restore, in SQLite and PostgreSQL."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from sqlalchemy import Engine, event, text

from app.config import DATA
from app.core.postings.compose import compose
from app.reference import framework as framework_files
from app.store import archive, postings, reach, schema, workspaces
from app.store.database import open_engine, sessions
from app.store.reach import OneWorkspace
from tests.builders import SOME_PLACES, a_brief
from tests.databases import postgres_database, running_postgres

SAVES = 300
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, running_postgres(safe=True) as server:
        for synchronous in ("NORMAL", "FULL"):
            url = f"sqlite:///{Path(folder) / synchronous}.sqlite3"
            with _engine(url) as engine:
                if synchronous == "NORMAL":
                    event.listen(engine, "connect", _less_safe)
                _saves(f"SQLite, synchronous={synchronous}", engine, url)
        print(f"one posting in SQLite: {Path(folder, 'FULL.sqlite3').stat().st_size / SAVES / 1024:.1f} KiB")
        with postgres_database(server) as url, _engine(url) as engine:
            _saves("PostgreSQL", engine, url)
            _backup("PostgreSQL", engine)
        with _engine(f"sqlite:///{Path(folder) / 'FULL.sqlite3'}") as engine:
            _backup("SQLite", engine)


@contextmanager
def _engine(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()


def _less_safe(connection: object, _entry: object) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")  # type: ignore[attr-defined]


def _saves(what: str, engine: Engine, url: str) -> None:
    """Each save is a posting, its first version and its entry, in one transaction."""
    schema.upgrade(url)
    framework = framework_files.load(DATA / "framework" / framework_files.CURRENT)
    posting = compose(a_brief(), framework, SOME_PLACES)
    took = []
    with sessions(engine)() as session:
        reach.limit(session, OneWorkspace(workspaces.open_for_owner(session, NOW)))
        for number in range(SAVES):
            one = replace(posting, brief=replace(posting.brief, title=f"Program Manager {number}"))
            start = time.perf_counter()
            postings.add(session, one, NOW)
            session.commit()
            took.append((time.perf_counter() - start) * 1000)
            session.expunge_all()
    took.sort()
    slowest = took[-SAVES // 100]
    print(f"save a posting, {what}: median {statistics.median(took):.1f} ms, 99 of 100 within {slowest:.1f} ms")


def _backup(what: str, engine: Engine) -> None:
    file = BytesIO()
    start = time.perf_counter()
    rows = archive.write(engine, file, product="benchmark", now=NOW, secret_key=None).rows
    wrote = time.perf_counter() - start
    archive.restore(engine, *archive.open_checked(file))
    both = time.perf_counter() - start
    print(f"back up {SAVES} postings ({rows} rows), {what}: {wrote:.2f} s; restore: {both - wrote:.2f} s")
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM posting")) == SAVES  # noqa: S101


if __name__ == "__main__":
    main()
