"""Guessing is slow; nobody is locked out by what somebody else tries."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from app.factory import create_app
from tests.people import EMAIL, PASSWORD, register, sign_in

WRONG = "certainly not this one"


def from_place(app: Flask, address: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = address
    return client


def guess(client: FlaskClient, times: int, email: str = EMAIL) -> list[int]:
    return [sign_in(client, email, WRONG).status_code for _ in range(times)]


def test_after_ten_wrong_passwords_one_has_to_wait_and_is_told_how_long(app: Flask) -> None:
    client = from_place(app, "198.51.100.7")
    register(client)

    assert guess(client, 10) == [422] * 10
    refused = sign_in(client)

    assert refused.status_code == 429
    assert "Please wait 15 minutes" in refused.text
    assert 0 < int(refused.headers["Retry-After"]) <= 900


def test_the_owner_signs_in_from_elsewhere_all_the_while(app: Flask) -> None:
    attacker, owner = from_place(app, "198.51.100.7"), from_place(app, "203.0.113.9")
    register(owner)
    guess(attacker, 11)

    assert sign_in(owner).status_code == 302


def test_one_place_cannot_try_account_after_account(app: Flask) -> None:
    client = from_place(app, "198.51.100.7")

    answers = guess_each(client, 51)

    assert answers[:50] == [422] * 50
    assert answers[50] == 429


def guess_each(client: FlaskClient, accounts: int) -> list[int]:
    return [guess(client, 1, f"somebody{number}@example.com")[0] for number in range(accounts)]


def test_signing_in_rightly_does_not_count(app: Flask) -> None:
    client = from_place(app, "198.51.100.7")
    register(client)

    for _ in range(11):
        assert sign_in(client, password=PASSWORD).status_code == 302
        client.post("/account/sign-out")


def test_another_process_of_the_server_knows_what_was_tried(app: Flask, settings: Settings) -> None:
    guess(from_place(app, "198.51.100.7"), 10)
    second = create_app(settings)
    second.config.update(TESTING=True, WTF_CSRF_ENABLED=False)

    assert guess(from_place(second, "198.51.100.7"), 1) == [429]


def test_nobody_can_flood_a_mailbox(app: Flask) -> None:
    client = from_place(app, "198.51.100.7")

    answers = [client.post("/account/reset", data={"email": EMAIL}).status_code for _ in range(11)]

    assert answers == [200] * 10 + [429]


def test_deleting_everything_is_no_way_to_guess_a_password(app: Flask) -> None:
    client = from_place(app, "198.51.100.7")
    register(client)
    sign_in(client)

    answers = [client.post("/privacy/delete", data={"sure": "y", "password": WRONG}).status_code for _ in range(11)]

    assert answers == [422] * 10 + [429]
    assert client.post("/privacy/delete", data={"sure": "y", "password": PASSWORD}).status_code == 429
