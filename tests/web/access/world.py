"""A small world of people and things, so that every route can be asked as every kind of visitor."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from tests.people import registered, sign_in
from tests.web.test_assessment_pages import finished, invited
from tests.web.test_kept_work import a_kept_look_up, a_kept_report
from tests.web.test_posting_pages import a_saved_posting
from tests.web.test_sharing import shared

VISITORS = ("anonymous", "owner", "other")


@dataclass
class World:
    """Browsers by the kind of visitor, and what addresses are filled with."""

    app: Flask
    file: Path
    browsers: dict[str, FlaskClient] = field(default_factory=dict)
    things: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    def browser(self, visitor: str) -> FlaskClient:
        """The visitor's browser as it was when the world was kept."""
        client = self.app.test_client()
        if visitor in self.cookies:
            client.set_cookie("session", self.cookies[visitor])
        return client

    def keep(self) -> None:
        """Remember how things stand."""
        self._close()
        held = {visitor: client.get_cookie("session") for visitor, client in self.browsers.items()}
        self.cookies = {visitor: cookie.value for visitor, cookie in held.items() if cookie}
        shutil.copy(self.file, self.file.with_suffix(".kept"))

    def put_back(self) -> None:
        """Bring everything back to how it stood, whatever a request has changed or deleted."""
        self._close()
        shutil.copy(self.file.with_suffix(".kept"), self.file)

    def number(self, table: str, which: str = "min") -> str:
        """The first or the last row's number, for what no page shows."""
        with self.app.app_context(), extensions.toolkit().sessions() as session:
            return str(session.scalar(text(f"SELECT {which}(id) FROM {table}")))  # noqa: S608  # names stand in code

    def _close(self) -> None:
        """Write everything to the one file and let go of it."""
        with self.app.app_context(), extensions.toolkit().sessions() as session:
            session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            session.connection().engine.dispose()


def a_world(app: Flask, file: Path) -> World:
    world = World(app, file)
    for visitor in VISITORS:
        world.browsers[visitor] = app.test_client()
        if visitor != "anonymous":
            registered(world.browsers[visitor], f"{visitor}@example.com")
    _own_things(world)
    world.keep()
    return world


def _own_things(world: World) -> None:
    owner = world.browsers["owner"]
    world.things["posting"] = a_saved_posting(owner).rsplit("/", 1)[1]
    assessment = finished(owner)
    world.things["assessment"] = assessment.rsplit("/", 1)[1]
    world.things["rater_link"] = invited(owner, assessment).rsplit("/", 1)[1]
    world.things["withdrawn_rater_link"] = invited(owner, assessment, "Coach Lee").rsplit("/", 1)[1]
    owner.post(f"{assessment}/raters/{world.number('assessment_invitation', 'max')}/withdraw")
    world.things["invitation"] = world.number("assessment_invitation", "min")
    world.things["snapshot"] = world.number("assessment_snapshot")
    _shared(world)
    sign_in(world.app.test_client(), "owner@example.com")  # from one browser more, which can be signed out
    world.things["sign_in"] = world.number("sign_in", "max")


def _shared(world: World) -> None:
    """A kept report with a link that works, one that was withdrawn and one that has run out, and a kept look-up."""
    owner = world.browsers["owner"]
    world.things["report"] = a_kept_report(owner).rsplit("/", 1)[1]
    world.things["look_up"] = a_kept_look_up(owner).rsplit("/", 1)[1]
    page = f"/work/{world.things['report']}"
    world.things["expired_shared_link"] = shared(owner, page)
    with world.app.app_context(), extensions.toolkit().sessions.begin() as session:
        session.execute(text("UPDATE share SET expires_at = made_at"))
    world.things["withdrawn_shared_link"] = shared(owner, page)
    owner.post(f"{page}/share/{world.number('share', 'max')}/withdraw")
    world.things["shared_link"] = shared(owner, page)
    world.things["share"] = world.number("share", "max")
