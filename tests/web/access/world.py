"""A small world of people and things, so that every route can be asked as every kind of visitor."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from tests.people import link_in, messages, registered, sign_in
from tests.teams import account_of, join, made
from tests.teams import invited as asked_to_join
from tests.web.test_assessment_pages import finished, invited
from tests.web.test_kept_work import a_kept_look_up, a_kept_report
from tests.web.test_posting_pages import a_saved_posting
from tests.web.test_sharing import shared

VISITORS = (
    "anonymous",
    "owner",
    "other",
    "coach",
    "coach without consent",
    "team_owner",
    "team_editor",
    "team_reader",
)


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
            registered(world.browsers[visitor], address_of(visitor))
            world.browsers[visitor].get(link_in(messages(file.parent)[-1]))  # confirms the address
    _own_things(world)
    _coaching(world)
    _teams(world)
    world.keep()
    return world


def address_of(visitor: str) -> str:
    return f"{visitor.replace(' ', '.')}@example.com"


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


def _coaching(world: World) -> None:
    """Two people coach the owner: one sees the assessment and has rated it, the other is shown nothing."""
    owner, coach = world.browsers["owner"], world.browsers["coach"]
    for visitor, thing in (("coach", "coaching"), ("coach without consent", "coaching_unshown")):
        _invite(world, "owner", visitor)
        accepted = world.browsers[visitor].post(link_in(messages(world.file.parent)[-1]), data={"name": "Coach"})
        world.things[thing] = accepted.location.rsplit("/", 1)[1]
    assessment, at = world.things["assessment"], f"/coaching/with/{world.things['coaching']}"
    owner.post(f"{at}/consent/{assessment}", data={"do": "show"})
    coach.post(f"{at}/shown/{assessment}/rating", data={"planning": "3"})
    coach.post(f"{at}/shown/{assessment}/comments", data={"place": "all", "text": "Well done"})
    coach.post(f"{at}/goals", data={"text": "A goal", "due": "2099-01-01", "state": "open"})
    world.things["comment"] = world.number("coaching_comment")
    world.things["goal"] = world.number("coaching_goal")
    world.things["closed_coaching_link"] = _invite(world, "owner", "gone")
    world.things["closed_coaching_invitation"] = world.number("coaching_invitation", "max")
    owner.post(f"/coaching/invitations/{world.things['closed_coaching_invitation']}/withdraw")
    world.things["coaching_link"] = _invite(world, "owner", "other")
    world.things["coaching_invitation"] = world.number("coaching_invitation", "max")


def _invite(world: World, inviting: str, invited_one: str) -> str:
    """Ask somebody to coach; returns the secret of the link in their message."""
    form = {"role": "client", "email": address_of(invited_one), "name": "Owner"}
    assert world.browsers[inviting].post("/coaching/invite", data=form).status_code == 303
    return link_in(messages(world.file.parent)[-1]).rsplit("/", 1)[1]


def _teams(world: World) -> None:
    """A team with a member of each rank; `team_link` was sent to the other visitor, `used_team_link` let one in."""
    owner, outbox = world.browsers["team_owner"], world.file.parent
    team = made(owner)
    for rank in ("editor", "reader"):
        asked_to_join(owner, team, f"team_{rank}@example.com", rank)
        link = link_in(messages(outbox)[-1])
        join(world.browsers[f"team_{rank}"], link, f"The {rank}")
        world.things["used_team_link"] = link.rsplit("/", 1)[1]
    asked_to_join(owner, team, "other@example.com", "reader")
    world.things["team_link"] = link_in(messages(outbox)[-1]).rsplit("/", 1)[1]
    world.things["team_invitation"] = world.number("member_invitation")
    world.things["team"] = team.rsplit("/", 1)[1]
    world.things["member"] = account_of(owner, team, "The reader")
    world.things["team_posting"] = a_saved_posting(owner, keep_in=world.things["team"]).rsplit("/", 1)[1]
