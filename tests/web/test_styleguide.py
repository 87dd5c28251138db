"""The page of components is there for those who develop, and for nobody else."""

from __future__ import annotations

from dataclasses import replace

from flask.testing import FlaskClient

from app.config import Settings
from app.factory import create_app


def test_in_development_it_shows_each_component(settings: Settings) -> None:
    app = create_app(replace(settings, development=True))

    page = app.test_client().get("/styleguide/")

    assert page.status_code == 200
    for part in ("notice--warn", "error-summary", "field--error", 'table class="cards"', "onward", "chip--bad"):
        assert part in page.text


def test_otherwise_there_is_no_such_page(client: FlaskClient) -> None:
    assert client.get("/styleguide/").status_code == 404
