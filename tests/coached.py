"""A coach and a client with confirmed accounts, as far into coaching as a test wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from tests import people
from tests.people import link_in

COACH, CLIENT = "kim@example.com", "ada@example.com"


@dataclass
class Pair:
    """Two browsers, and the address of what they share."""

    app: Flask
    settings: Settings
    coach: FlaskClient
    client: FlaskClient
    at: str = ""

    def thing(self, assessment: str) -> str:
        """The address at which both look at an assessment."""
        return f"{self.at}/shown/{assessment.rsplit('/', 1)[1]}"

    def show(self, assessment: str) -> str:
        """Let the coach see an assessment; returns where."""
        slug = assessment.rsplit("/", 1)[1]
        assert self.client.post(f"{self.at}/consent/{slug}", data={"do": "show"}).status_code == 303
        return self.thing(assessment)

    def take_back(self, assessment: str) -> None:
        slug = assessment.rsplit("/", 1)[1]
        assert self.client.post(f"{self.at}/consent/{slug}", data={"do": "withdraw"}).status_code == 303


def confirmed(app: Flask, settings: Settings, email: str) -> FlaskClient:
    """Somebody who is signed in and has opened the link in their first message."""
    browser = app.test_client()
    people.confirmed(browser, settings.instance, email)
    return browser


def newest_to(settings: Settings, email: str) -> str:
    return people.newest_to(settings.instance, email)


def invite(browser: FlaskClient, settings: Settings, email: str, role: str = "coach", name: str = "Kim Berg") -> str:
    """Invite somebody, and return the link in their message."""
    answer = browser.post("/coaching/invite", data={"role": role, "email": email, "name": name})
    assert answer.status_code == 303, answer.text
    return link_in(newest_to(settings, email))


def two_people(app: Flask, settings: Settings) -> Pair:
    return Pair(app, settings, confirmed(app, settings, COACH), confirmed(app, settings, CLIENT))


def coached(app: Flask, settings: Settings) -> Pair:
    """Kim coaches Ada; nothing is shown yet."""
    pair = two_people(app, settings)
    link = invite(pair.coach, settings, CLIENT)
    answer = pair.client.post(link, data={"name": "Ada Moreno"})
    assert answer.status_code == 303, answer.text
    pair.at = answer.location
    return pair


def rating(page: str, step: str = "3") -> dict[str, str]:
    """The same step for each skill that a page asks about."""
    return dict.fromkeys(re.findall(r'<fieldset class="statements" id="(\w+)"', page), step)
