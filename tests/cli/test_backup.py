"""`tpm backup` and `tpm restore`: what a person saved is there again after everything was lost."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from app.config import Settings
from app.core.framework import Framework
from app.core.postings.compose import compose
from app.core.postings.plain import posting_to_plain
from app.factory import create_app
from app.usecases import upkeep
from tests.builders import SOME_PLACES, a_brief
from tests.cli.test_command_line import run
from tests.people import EMAIL, is_signed_in, messages, registered, sign_in
from tests.serving import Visitor, running
from tests.web.accounts.test_second_factor import turned_on

LOST = ("tpm.sqlite3", "tpm.sqlite3-wal", "tpm.sqlite3-shm", "secret_key")


@pytest.fixture
def posting(framework: Framework) -> bytes:
    return json.dumps(posting_to_plain(compose(a_brief(), framework, SOME_PLACES))).encode()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> dict[str, str]:
    if request.param == "sqlite":
        return {}
    return {"TPM_DATABASE_URL": request.getfixturevalue("postgres_url")}


def saved_by(visitor: Visitor, posting: bytes) -> str:
    visitor.take_secret("/postings/")
    address = visitor.post("/postings/import", {"file": (BytesIO(posting), "posting.json")})
    assert address is not None
    return address


def test_after_everything_was_lost_a_browser_finds_its_work_again(
    database: dict[str, str], tmp_path: Path, posting: bytes
) -> None:
    instance, file = tmp_path / "instance", tmp_path / "backup.zip"
    instance.mkdir()
    with running(instance, **database) as server:
        visitor = Visitor(server.address)
        address = saved_by(visitor, posting)

        made = run("backup", str(file), "--with-secret-key", TPM_INSTANCE=str(instance), **database)

        assert made.returncode == 0, made.stderr
        saved_by(visitor, posting)  # after the backup: gone, once it is restored
        server.kill()
        for name in LOST:
            (instance / name).unlink(missing_ok=True)
        brought = run("restore", str(file), "--replace", TPM_INSTANCE=str(instance), **database)
        assert brought.returncode == 0, brought.stderr
        assert "key of the backup is in force" in brought.stdout
        server.start()

        assert visitor.get(address)[0] == 200
        assert visitor.get("/ready")[0] == 200
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_sqlite_moves_into_postgresql(tmp_path: Path, posting: bytes, postgres_url: str) -> None:
    file = tmp_path / "backup.zip"
    with running(tmp_path) as server:
        visitor = Visitor(server.address)
        address = saved_by(visitor, posting)
        run("backup", str(file), TPM_INSTANCE=str(tmp_path))
        server.kill()

        moved = run("restore", str(file), TPM_INSTANCE=str(tmp_path), TPM_DATABASE_URL=postgres_url)
        server.use(TPM_DATABASE_URL=postgres_url)
        server.start()

        assert moved.returncode == 0, moved.stderr
        assert "from sqlite" in moved.stdout
        assert visitor.get(address)[0] == 200
        assert saved_by(visitor, posting) != address


def test_a_backup_can_be_made_while_people_save(database: dict[str, str], tmp_path: Path, posting: bytes) -> None:
    enough = Event()
    with running(tmp_path, **database) as server:

        def save_on_and_on() -> None:
            visitor = Visitor(server.address)
            while not enough.is_set():
                saved_by(visitor, posting)

        writers = [Thread(target=save_on_and_on) for _ in range(2)]
        for writer in writers:
            writer.start()
        files = [tmp_path / f"backup-{number}.zip" for number in range(2)]
        made = [run("backup", str(file), TPM_INSTANCE=str(tmp_path), **database) for file in files]
        enough.set()
        for writer in writers:
            writer.join()

    assert [one.stderr for one in made if one.returncode] == []
    for file in files:
        rows = rows_of(file, "posting"), rows_of(file, "posting_version")
        assert rows[0] == rows[1] > 0  # a posting and its first version are saved together or not at all


def rows_of(file: Path, table: str) -> int:
    with ZipFile(file) as opened:
        rows: int = json.loads(opened.read("manifest.json"))["tables"][table]["rows"]
    return rows


def test_a_database_that_holds_work_is_not_overwritten_unasked(tmp_path: Path, posting: bytes) -> None:
    file = tmp_path / "backup.zip"
    with running(tmp_path) as server:
        saved_by(Visitor(server.address), posting)
    run("backup", str(file), TPM_INSTANCE=str(tmp_path))

    refused = run("restore", str(file), TPM_INSTANCE=str(tmp_path))

    assert refused.returncode == 2
    assert "add --replace" in refused.stderr
    assert run("restore", str(file), "--replace", TPM_INSTANCE=str(tmp_path)).returncode == 0


def test_a_backup_overwrites_no_file(tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    file.write_text("something else", encoding="utf-8")

    refused = run("backup", str(file), TPM_INSTANCE=str(tmp_path))

    assert refused.returncode == 2
    assert file.read_text(encoding="utf-8") == "something else"


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    instance = tmp_path / "instance"
    run("db", "upgrade", TPM_INSTANCE=str(instance))

    missing = run("backup", str(tmp_path / "no-such-folder" / "backup.zip"), TPM_INSTANCE=str(instance))

    assert missing.returncode == 2
    assert "cannot be written" in missing.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["instance"]


@pytest.mark.parametrize("command", [("backup", "backup.zip"), ("upkeep",), ("account", "second-factor-off", "a@b.cd")])
def test_a_command_that_looks_after_a_database_makes_none(tmp_path: Path, command: tuple[str, ...]) -> None:
    instance = tmp_path / "somewhere-else"

    refused = run(*command, TPM_INSTANCE=str(instance))

    assert refused.returncode == 2
    assert f"There is no database of TPM Toolkit at sqlite:///{instance / 'tpm.sqlite3'}" in refused.stderr
    assert "with the settings of the server" in refused.stderr
    assert not (instance / "tpm.sqlite3").exists()


@pytest.mark.parametrize("command", [("backup", "backup.zip"), ("upkeep",), ("restore", "backup.zip")])
def test_a_database_out_of_reach_is_told_in_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    here = tmp_path / "here"
    run("db", "upgrade", TPM_INSTANCE=str(here))
    run("backup", str(tmp_path / "whole.zip"), TPM_INSTANCE=str(here))
    away = "postgresql+psycopg://tpm:opensesame@127.0.0.1:1/tpm"

    refused = run(*(one.replace("backup.zip", str(tmp_path / "whole.zip")) for one in command), TPM_DATABASE_URL=away)

    assert refused.returncode == 2
    assert "cannot be reached" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "opensesame" not in refused.stderr


def test_a_backup_of_nothing_says_so_loudly(tmp_path: Path) -> None:
    run("db", "upgrade", TPM_INSTANCE=str(tmp_path))

    made = run("backup", str(tmp_path / "backup.zip"), TPM_INSTANCE=str(tmp_path))

    assert made.returncode == 0
    assert f"NOTHING IS SAVED in sqlite:///{tmp_path / 'tpm.sqlite3'}" in made.stderr


def test_under_another_key_the_second_factors_are_counted_and_only_an_operator_turns_one_off(tmp_path: Path) -> None:
    settings, file = settings_in(tmp_path / "here"), tmp_path / "backup.zip"
    phone = turned_on(browser_of(settings))
    run("backup", str(file), TPM_INSTANCE=str(settings.instance), TPM_SECRET_KEY="b" * 40)
    there = settings_in(tmp_path / "there")

    brought = run("restore", str(file), "--replace", TPM_INSTANCE=str(there.instance), TPM_SECRET_KEY="c" * 40)
    locked_out = browser_of(replace(there, secret_key="c" * 40))
    sign_in(locked_out)
    refused = locked_out.post("/account/code", data={"code": phone.code(30)})
    off = run("account", "second-factor-off", EMAIL, TPM_INSTANCE=str(there.instance), TPM_SECRET_KEY="c" * 40)
    let_in = browser_of(replace(there, secret_key="c" * 40))
    sign_in(let_in)

    assert "Second factors: 1 account has one" in brought.stdout
    assert refused.status_code == 422
    assert (off.returncode, off.stdout.startswith(f"The second factor of {EMAIL} is off")) == (0, True)
    assert is_signed_in(let_in)
    assert "turned your second factor off" in let_in.get("/account/trail").text
    assert "Your second factor was turned off" in messages(there.instance)[-1]


def test_a_second_factor_that_is_not_there_is_not_turned_off(tmp_path: Path) -> None:
    registered(browser_of(settings_in(tmp_path)))

    nobody = run("account", "second-factor-off", "nobody@example.com", TPM_INSTANCE=str(tmp_path))
    nothing = run("account", "second-factor-off", EMAIL, TPM_INSTANCE=str(tmp_path))

    assert (nobody.returncode, nothing.returncode) == (2, 2)
    assert "There is no account with the address nobody@example.com." in nobody.stderr
    assert f"The account {EMAIL} has no second factor." in nothing.stderr


def settings_in(instance: Path) -> Settings:
    settings = Settings(instance, f"sqlite:///{instance / 'tpm.sqlite3'}", "b" * 40)
    upkeep.upgrade_database(settings)
    return settings


def browser_of(settings: Settings) -> FlaskClient:
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return app.test_client()


def test_a_damaged_backup_is_told_and_changes_nothing(tmp_path: Path) -> None:
    run("db", "upgrade", TPM_INSTANCE=str(tmp_path))
    whole, half = tmp_path / "whole.zip", tmp_path / "half.zip"
    run("backup", str(whole), TPM_INSTANCE=str(tmp_path))
    half.write_bytes(whole.read_bytes()[:500])

    checked = run("restore", str(whole), "--check", TPM_INSTANCE=str(tmp_path))
    refused = run("restore", str(half), "--check", TPM_INSTANCE=str(tmp_path))

    assert (checked.returncode, refused.returncode) == (0, 4)
    assert "is whole: 0 rows" in checked.stdout
    assert "not a whole backup" in refused.stderr


def test_a_key_from_the_environment_stays_in_force(tmp_path: Path) -> None:
    run("db", "upgrade", TPM_INSTANCE=str(tmp_path))
    file = tmp_path / "backup.zip"
    run("backup", str(file), "--with-secret-key", TPM_INSTANCE=str(tmp_path))

    brought = run("restore", str(file), TPM_INSTANCE=str(tmp_path), TPM_SECRET_KEY="e" * 40)

    assert brought.returncode == 0, brought.stderr
    assert "TPM_SECRET_KEY stays in force" in brought.stdout
