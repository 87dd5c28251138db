"""Every route is asked as every kind of visitor, and a route without a row in the table fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import url_for
from werkzeug.test import TestResponse

from app.config import Settings
from app.factory import create_app
from app.usecases import upkeep
from tests.issuer import running_issuer
from tests.web.access.world import VISITORS, World, a_world

TABLE: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "table.yaml").read_text(encoding="utf-8"))
REFUSALS = (401, 403, 404, 410)


@dataclass(frozen=True)
class Row:
    """A route, what fills its address and its form, and what each visitor gets."""

    group: str
    method: str
    endpoint: str
    values: dict[str, Any]
    expected: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint} ({self.group})"


def _rows() -> Iterator[Row]:
    for group, said in TABLE.items():
        expected = {visitor: said.get(visitor, said["everybody"]) for visitor in VISITORS}
        for route in said["routes"]:
            name, values = next(iter(route.items())) if isinstance(route, dict) else (route, {})
            method, endpoint = name.split()
            yield Row(group, method, endpoint, {**said.get("with", {}), **values}, expected)


ROWS = tuple(_rows())


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """With single sign-on, since its routes exist only where an issuer is set."""
    folder = tmp_path_factory.mktemp("world")
    file = folder / "tpm.sqlite3"
    settings = Settings(instance=folder, database_url=f"sqlite:///{file}", secret_key="w" * 40)
    upkeep.upgrade_database(settings)
    with running_issuer() as issuer:
        app = create_app(replace(settings, **issuer.settings))
        app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
        yield a_world(app, file)


def _asked(world: World, row: Row, visitor: str) -> TestResponse:
    rule = next(one for one in world.app.url_map.iter_rules(row.endpoint) if row.method in (one.methods or ()))
    values = {name: world.things.get(str(value), value) for name, value in row.values.items()}
    in_address = {name: value for name, value in values.items() if name in rule.arguments or row.method == "GET"}
    form = {name: value for name, value in values.items() if name not in in_address}
    with world.app.test_request_context():
        address = url_for(row.endpoint, **in_address)
    return world.browser(visitor).open(address, method=row.method, data=form if row.method == "POST" else None)


def _told(answer: TestResponse) -> Any:
    if answer.status_code in (302, 303) and "/account/sign-in?" in f"{answer.location}?":
        return "sign in"
    return answer.status_code if answer.status_code in REFUSALS else "in"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_visitor_gets_what_the_table_says(world: World, row: Row) -> None:
    got = {}
    for visitor in VISITORS:
        answer = _asked(world, row, visitor)
        assert answer.status_code < 500, f"{visitor}: {answer.status_code}"
        got[visitor] = _told(answer)
        world.put_back()

    assert got == row.expected


def test_every_route_has_a_row(world: World) -> None:
    routes = {
        f"{method} {rule.endpoint}"
        for rule in world.app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert routes - {f"{row.method} {row.endpoint}" for row in ROWS} == set()


def test_no_row_names_a_route_that_is_gone(world: World) -> None:
    routes = {rule.endpoint for rule in world.app.url_map.iter_rules()}

    assert {row.endpoint for row in ROWS} - routes == set()
