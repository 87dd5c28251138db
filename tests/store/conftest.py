"""Every test of the store runs twice: on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.config import Settings


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, sqlite_settings: Settings, tmp_path: Path) -> Settings:
    if request.param == "sqlite":
        return sqlite_settings
    return replace(sqlite_settings, database_url=request.getfixturevalue("postgres_url"))
