"""The pages on PostgreSQL, where a value that the database cannot hold is refused and not bent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from app.factory import create_app
from app.usecases import upkeep


@pytest.fixture
def app(sqlite_settings: Settings, postgres_url: str) -> Flask:
    settings = replace(sqlite_settings, database_url=postgres_url)
    upkeep.upgrade_database(settings)
    application = create_app(settings)
    application.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return application


def test_an_address_with_a_zero_character_is_refused_in_words(client: FlaskClient) -> None:
    page = client.get("/postings/%00")

    assert page.status_code == 400
    assert "cannot be kept" in page.text


def test_an_unknown_address_is_not_found(client: FlaskClient) -> None:
    assert client.get("/postings/none-such").status_code == 404


@pytest.mark.parametrize("number", ["9" * 10, "9" * 30])
def test_a_number_larger_than_any_table_holds_is_an_address_that_does_not_exist(
    client: FlaskClient, number: str
) -> None:
    assert client.get(f"/postings/none-such/versions/{number}").status_code == 404
