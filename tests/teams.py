"""Teams for the tests of pages: people of each rank, each in a browser of their own."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from tests.people import confirmed, link_in, messages

TEAM = "Harborline Payments"
RANKS = ("owner", "editor", "reader", "outsider")
NAMES = {"owner": "Ada Moreno", "editor": "Bo Lind", "reader": "Cy Park"}


@dataclass(frozen=True)
class Team:
    """A team's address, and the browsers of its members and of somebody who does not belong to it."""

    address: str
    owner: FlaskClient
    editor: FlaskClient
    reader: FlaskClient
    outsider: FlaskClient

    @property
    def slug(self) -> str:
        return self.address.rsplit("/", 1)[1]


def a_team(app: Flask, instance: Path, suffix: str = "") -> Team:
    people = {rank: app.test_client() for rank in RANKS}
    for rank, client in people.items():
        confirmed(client, instance, f"{rank}{suffix}@example.com")
    address = made(people["owner"])
    for rank in ("editor", "reader"):
        invited(people["owner"], address, f"{rank}{suffix}@example.com", rank)
        join(people[rank], link_in(messages(instance)[-1]), NAMES[rank])
    return Team(address, **people)


class KeptTeam:
    """A team that each test finds as it was made."""

    def __init__(self, app: Flask, instance: Path) -> None:
        self._app, self._file = app, instance / "tpm.sqlite3"
        self._outbox = instance / "outbox"
        team = a_team(app, instance)
        self._address = team.address
        self._cookies = {rank: self._cookie_of(getattr(team, rank)) for rank in RANKS}
        self._mails = set(self._outbox.iterdir())
        self._let_go()
        shutil.copy(self._file, self._file.with_suffix(".kept"))

    def put_back(self) -> Team:
        self._let_go()
        shutil.copy(self._file.with_suffix(".kept"), self._file)
        for mail in set(self._outbox.iterdir()) - self._mails:
            mail.unlink()
        browsers = {rank: self._app.test_client() for rank in RANKS}
        for rank, browser in browsers.items():
            browser.set_cookie("session", self._cookies[rank])
        return Team(self._address, **browsers)

    @staticmethod
    def _cookie_of(client: FlaskClient) -> str:
        cookie = client.get_cookie("session")
        assert cookie
        return cookie.value

    def _let_go(self) -> None:
        """Write everything to the one file and close it."""
        with self._app.app_context(), extensions.toolkit().sessions() as session:
            session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            session.connection().engine.dispose()


def made(client: FlaskClient, name: str = TEAM, member: str = NAMES["owner"]) -> str:
    """Make a team, and return the path of its page."""
    answer = client.post("/teams/", data={"name": name, "member": member})
    assert answer.status_code == 303, answer.text
    return answer.location


def invited(client: FlaskClient, address: str, email: str, rank: str) -> None:
    answer = client.post(f"{address}/members", data={"email": email, "rank": rank})
    assert answer.status_code == 303, answer.text


def join(client: FlaskClient, link: str, name: str) -> None:
    answer = client.post(link, data={"member": name})
    assert answer.status_code == 303, answer.text


def account_of(client: FlaskClient, address: str, name: str) -> str:
    """A member's number, as the forms of the members page carry it."""
    page = client.get(f"{address}/members").text
    found = re.search(rf"<h2>{name}.*?/members/(\d+)", page, re.DOTALL)
    assert found, page
    return found[1]
