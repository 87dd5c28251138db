"""What all tests share: an application on a database of its own, and no skipping in continuous integration."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import URL

from app.config import DATA, Settings
from app.core.framework import Framework
from app.factory import create_app
from app.reference import framework as framework_files
from app.usecases import upkeep
from tests.databases import postgres_database, running_postgres


@pytest.fixture(scope="session")
def framework() -> Framework:
    return framework_files.load(DATA / "framework" / framework_files.CURRENT)


@pytest.fixture
def sqlite_settings(tmp_path: Path) -> Settings:
    return Settings(instance=tmp_path, database_url=f"sqlite:///{tmp_path / 'tpm.sqlite3'}", secret_key="s" * 40)


@pytest.fixture
def settings(sqlite_settings: Settings) -> Settings:
    return sqlite_settings


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    with running_postgres() as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: URL) -> Iterator[str]:
    """The address of an empty PostgreSQL database of the test's own."""
    with postgres_database(postgres_server) as url:
        yield url


@pytest.fixture
def app(settings: Settings) -> Flask:
    upkeep.upgrade_database(settings)
    application = create_app(settings)
    application.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return application


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture
def second_postgres_url(postgres_server: URL) -> Iterator[str]:
    with postgres_database(postgres_server) as url:
        yield url


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI") == "true":
        terminalreporter.write_line(f"{len(skipped)} tests were skipped, which continuous integration does not allow.")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
