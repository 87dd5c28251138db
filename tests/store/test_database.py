"""The database's shape: migrations lead to exactly what the code expects and lose nothing on the way."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import MetaData, inspect, text

from app.config import ROOT, SettingError, Settings
from app.core.framework import Framework
from app.core.postings.compose import compose
from app.store import database, postings, schema
from tests.builders import SOME_PLACES, a_brief
from tests.store.rows import counts, fill
from tests.store.sessions import at_home

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
UPGRADE = "import sys; from app.store import schema; schema.upgrade(sys.argv[1])"


def test_the_migrations_make_exactly_the_tables_that_the_code_expects(settings: Settings) -> None:
    schema.upgrade(settings.database_url)

    assert schema.pending_changes(settings.database_url) == []


def test_migrations_go_down_and_up_again(settings: Settings) -> None:
    schema.upgrade(settings.database_url)
    schema.downgrade(settings.database_url, "base")
    left = tables(settings)
    schema.upgrade(settings.database_url)

    assert left == {"alembic_version"}
    assert "posting" in tables(settings)


def test_an_upgrade_from_any_revision_keeps_every_row(settings: Settings) -> None:
    """SQLite changes a table by dropping it, which must not take the rows that refer to it."""
    engine = database.open_engine(settings.database_url)
    before: dict[str, int] = {}

    for revision in schema.revisions():
        schema.upgrade(settings.database_url, revision)
        metadata = MetaData()
        with engine.begin() as connection:
            metadata.reflect(connection)
            found = counts(connection, metadata)
            lost = {name: (count, found[name]) for name, count in before.items() if found.get(name, count) < count}
            assert lost == {}, f"revision {revision} lost rows"
            fill(connection, metadata)
            before = counts(connection, metadata)
    engine.dispose()

    assert before["posting"] >= 1


def test_an_empty_database_can_be_taken_down_one_revision_at_a_time_with_rows_in_it(settings: Settings) -> None:
    schema.upgrade(settings.database_url)
    engine = database.open_engine(settings.database_url)
    with engine.begin() as connection:
        metadata = MetaData()
        metadata.reflect(connection)
        fill(connection, metadata)
    engine.dispose()

    for revision in (*reversed(schema.revisions()[:-1]), "base"):
        schema.downgrade(settings.database_url, revision)

    assert tables(settings) == {"alembic_version"}


def test_servers_that_start_together_migrate_once(settings: Settings) -> None:
    def upgrade(_number: int) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", UPGRADE, settings.database_url]
        return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)

    with ThreadPoolExecutor(3) as pool:
        results = list(pool.map(upgrade, range(3)))

    assert [result.stderr for result in results if result.returncode] == []
    assert database.is_up_to_date(settings.database_url)


def test_a_migration_that_fails_leaves_everything_as_it_was(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_, last = schema.revisions()
    schema.upgrade(settings.database_url, first)
    before = tables(settings)
    # A table that a later migration wants to make is there already: that one fails when earlier ones have run.
    engine = database.open_engine(settings.database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE assessment_invitation (id INTEGER)"))
    engine.dispose()

    with pytest.raises(Exception, match="already exists"):
        schema.upgrade(settings.database_url, last)

    assert tables(settings) == before | {"assessment_invitation"}


def test_a_start_that_finds_the_database_up_to_date_need_not_migrate(settings: Settings) -> None:
    before = database.is_up_to_date(settings.database_url)
    schema.upgrade(settings.database_url)

    assert not before
    assert database.is_up_to_date(settings.database_url)
    assert database.newest_revision() == schema.revisions()[-1]


def test_moments_come_back_in_utc_whatever_the_zone_of_the_server(settings: Settings, framework: Framework) -> None:
    schema.upgrade(settings.database_url)
    engine = database.open_engine(settings.database_url)
    with database.sessions(engine)() as session:
        saved = postings.add(at_home(session), compose(a_brief(), framework, SOME_PLACES), NOON)
        session.commit()
        session.expire_all()

        assert postings.get(session, saved.slug).created_at.isoformat() == "2026-11-22T12:00:00+00:00"
    engine.dispose()


def test_sqlite_is_tuned_as_measured(sqlite_settings: Settings) -> None:
    engine = database.open_engine(sqlite_settings.database_url)
    with engine.connect() as connection:
        values = [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        ]
    engine.dispose()

    assert values == ["wal", 2, 5000, 1]


def test_a_sqlite_file_is_readable_by_its_owner_alone(sqlite_settings: Settings) -> None:
    schema.upgrade(sqlite_settings.database_url)

    files = [path for path in sqlite_settings.instance.iterdir() if path.name.startswith("tpm.sqlite3")]

    assert files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.parametrize("url", ["nonsense", "mysql://localhost/tpm", "postgresql+asyncpg://localhost/tpm"])
def test_an_address_of_no_database_that_is_known_is_refused_in_words(url: str) -> None:
    with pytest.raises(SettingError, match="TPM_DATABASE_URL must be sqlite"):
        database.open_engine(url)


def test_a_database_out_of_reach_is_named_without_its_password() -> None:
    with pytest.raises(SettingError, match=re.escape("postgresql+psycopg://tpm:***@127.0.0.1:1/tpm cannot be reached")):
        database.is_up_to_date("postgresql+psycopg://tpm:opensesame@127.0.0.1:1/tpm")


def tables(settings: Settings) -> set[str]:
    engine = database.open_engine(settings.database_url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names
