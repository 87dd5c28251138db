"""A backup brings back everything, in any database, from any version; a damaged one changes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import Engine, MetaData, event, select, text

from app.config import Settings
from app.store import archive, schema
from app.store.archive import BadArchive
from app.store.database import open_engine
from app.store.every_table import METADATA
from tests.store.rows import fill

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@contextmanager
def engine_of(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


def filled(url: str, revision: str = "head") -> str:
    """A database with one row in every table of a revision."""
    schema.upgrade(url, revision)
    with engine_of(url) as engine, engine.begin() as connection:
        metadata = MetaData()
        metadata.reflect(connection)
        fill(connection, metadata)
    return url


def backup(url: str, secret_key: str | None = None) -> BytesIO:
    file = BytesIO()
    with engine_of(url) as engine:
        archive.write(engine, file, product="1.2.3", now=NOW, secret_key=secret_key)
    return file


def restore(url: str, file: BytesIO) -> None:
    opened, manifest = archive.open_checked(file)
    with engine_of(url) as engine:
        archive.restore(engine, opened, manifest)


def contents(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the tables that the code knows, as the code reads it."""
    with engine_of(url) as engine, engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in METADATA.sorted_tables
        }


@pytest.fixture(params=["sqlite", "postgresql"])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A second, empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'other.sqlite3'}"
    url: str = request.getfixturevalue("second_postgres_url")
    return url


def test_everything_comes_back_in_either_database(settings: Settings, other_url: str) -> None:
    source = filled(settings.database_url)

    restore(other_url, backup(source))

    found = contents(other_url)
    assert found == contents(source)
    assert [name for name, rows in found.items() if not rows] == []
    assert schema.pending_changes(other_url) == []


def test_new_rows_get_numbers_after_those_that_came_back(settings: Settings, other_url: str) -> None:
    restore(other_url, backup(filled(settings.database_url)))

    with engine_of(other_url) as engine, engine.begin() as connection:
        workspace = METADATA.tables["workspace"]
        added = connection.execute(workspace.insert().values(made_at=NOW, seen_at=NOW))

    assert added.inserted_primary_key == (2,)


@pytest.mark.parametrize("revision", schema.revisions())
def test_a_backup_of_any_older_version_is_brought_up_to_date(settings: Settings, tmp_path: Path, revision: str) -> None:
    old = filled(f"sqlite:///{tmp_path / 'old.sqlite3'}", revision)

    restore(settings.database_url, backup(old))

    assert schema.pending_changes(settings.database_url) == []
    assert len(contents(settings.database_url)["posting"]) == 1


def test_what_was_there_gives_way_to_the_backup(settings: Settings) -> None:
    schema.upgrade(settings.database_url)
    nothing = backup(settings.database_url)
    filled(settings.database_url)

    restore(settings.database_url, nothing)

    assert {name: rows for name, rows in contents(settings.database_url).items() if rows} == {}


def test_a_backup_is_of_one_moment_whatever_is_written_meanwhile(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = filled(settings.database_url)
    before = contents(url)
    file = BytesIO()
    with engine_of(url) as engine, engine_of(url) as others:

        @event.listens_for(engine, "before_cursor_execute")
        def somebody_writes(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if "FROM posting_version" in statement:  # the tables before this one were read already
                with others.begin() as connection:
                    connection.execute(text("DELETE FROM posting_version"))

        archive.write(engine, file, product="1.2.3", now=NOW, secret_key=None)
    gone = contents(url)["posting_version"]
    restore(url, file)

    assert gone == []
    assert contents(url) == before


def test_a_file_says_what_it_holds(settings: Settings) -> None:
    file = backup(filled(settings.database_url), secret_key="k" * 40)

    opened, manifest = archive.open_checked(file)

    assert (manifest.product, manifest.made_at) == ("1.2.3", "2026-11-22T12:00:00+00:00")
    assert manifest.migration == schema.revisions()[-1]
    assert manifest.tables["posting"].rows == 1
    assert opened.read(archive.KEY_FILE) == b"k" * 40
    assert manifest.secret_key == hashlib.sha256(b"k" * 40).hexdigest()
    assert archive.open_checked(backup(settings.database_url))[1].secret_key is None


# -- files that cannot be used


def changed(file: BytesIO, name: str, content: bytes) -> BytesIO:
    """The same file with one of its parts changed."""
    made = BytesIO()
    with ZipFile(file) as old, ZipFile(made, "w") as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return made


def manifest_of(file: BytesIO) -> dict[str, Any]:
    with ZipFile(file) as opened:
        read: dict[str, Any] = json.loads(opened.read(archive.MANIFEST))
    return read


def test_a_changed_row_is_found_before_anything_is_touched(sqlite_settings: Settings) -> None:
    file = changed(backup(filled(sqlite_settings.database_url)), "tables/posting.jsonl", b'{"id": 1}\n')

    with pytest.raises(BadArchive, match="damaged: the table “posting”"):
        archive.open_checked(file)


@pytest.mark.parametrize("content", [b"", b"not a backup", b"PK\x03\x04 nearly"])
def test_a_file_that_is_no_backup_is_refused(content: bytes) -> None:
    with pytest.raises(BadArchive, match="not a whole backup"):
        archive.open_checked(BytesIO(content))


def test_half_a_file_is_refused(sqlite_settings: Settings) -> None:
    whole = backup(filled(sqlite_settings.database_url)).getvalue()

    with pytest.raises(BadArchive, match="not a whole backup"):
        archive.open_checked(BytesIO(whole[: len(whole) // 2]))


@pytest.mark.parametrize("newer", [{"migration": "9999"}, {"format": 2}])
def test_a_file_of_a_newer_version_is_refused(sqlite_settings: Settings, newer: dict[str, object]) -> None:
    file = backup(filled(sqlite_settings.database_url))
    content = json.dumps(manifest_of(file) | newer).encode()

    with pytest.raises(BadArchive, match="newer than this one"):
        archive.open_checked(changed(file, archive.MANIFEST, content))


def test_a_restore_that_fails_half_way_leaves_everything_as_it_was(settings: Settings) -> None:
    url = filled(settings.database_url)
    before = contents(url)
    file = backup(url)
    rows = b'{"id": 7, "nonsense": 1}\n'
    plain = manifest_of(file)
    plain["tables"]["posting_answer"] = {"rows": 1, "sha256": hashlib.sha256(rows).hexdigest()}
    wrong = changed(changed(file, "tables/posting_answer.jsonl", rows), archive.MANIFEST, json.dumps(plain).encode())

    with pytest.raises(BadArchive, match="“posting_answer” could not be filled; nothing was changed"):
        restore(url, wrong)

    assert contents(url) == before
    assert schema.pending_changes(url) == []


def test_an_empty_database_is_told_from_one_that_holds_work(settings: Settings) -> None:
    with engine_of(settings.database_url) as engine:
        bare = archive.holds_anything(engine)
        schema.upgrade(settings.database_url)
        empty = archive.holds_anything(engine)
        filled(settings.database_url)

        assert (bare, empty, archive.holds_anything(engine)) == (False, False, True)


def test_a_database_without_tables_has_nothing_to_back_up(settings: Settings) -> None:
    with pytest.raises(archive.DomainError, match="nothing to back up"):
        backup(settings.database_url)


def test_no_row_is_read_back_under_another_zone(settings: Settings, other_url: str) -> None:
    restore(other_url, backup(filled(settings.database_url)))

    ((_, _, made_at, _),) = contents(other_url)["workspace"]

    assert made_at == datetime(2026, 11, 22, 12, 30, 15, 123456, tzinfo=UTC)
