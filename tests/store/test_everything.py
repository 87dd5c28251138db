"""Whatever tables there are: what belongs to somebody is found in all of them, and goes from all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, MetaData
from sqlalchemy.orm import Session

from app.config import Settings
from app.store import database, everything, schema
from app.store.every_table import METADATA
from tests.store.rows import counts, fill


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """A database with one row in every table, all under workspace 1."""
    schema.upgrade(settings.database_url)
    engine = database.open_engine(settings.database_url)
    with engine.begin() as connection:
        fill(connection, METADATA)
    yield engine
    engine.dispose()


def test_every_table_is_exported_without_what_opens_doors(engine: Engine) -> None:
    with Session(engine) as session:
        rows = everything.rows_under(session, frozenset({1}))

    assert {name: len(found) for name, found in rows.items()} == dict.fromkeys(
        everything.table_names() - everything.NOBODYS, 1
    )
    assert all(name not in everything.SECRETS for found in rows.values() for row in found for name in row)


def test_nothing_is_found_under_another_workspace_or_under_none(engine: Engine) -> None:
    with Session(engine) as session:
        for nobody in (frozenset({2}), frozenset[int]()):
            assert set(everything.counts_under(session, nobody).values()) == {0}


def test_what_was_exported_is_gone_after_the_deletion(engine: Engine) -> None:
    metadata = MetaData()
    with Session(engine) as session:
        everything.remove(session, frozenset({1}))
        session.commit()

    with engine.connect() as connection:
        metadata.reflect(connection)
        left = {name: count for name, count in counts(connection, metadata).items() if count}
    assert left == {"alembic_version": 1} | dict.fromkeys(everything.NOBODYS, 1)
