"""The second factor: a code of an app, or a recovery code."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from passlib.totp import TOTP

from tests.people import is_signed_in, registered, sign_in


class Phone:
    """An authenticator app that was given the key on the page."""

    def __init__(self, key: str) -> None:
        self._codes = TOTP(key=key)

    def code(self, later: int = 0) -> str:
        """The code of now, or of so many seconds later, which a server takes for a phone whose clock is ahead."""
        return str(self._codes.generate(datetime.now(UTC) + timedelta(seconds=later)).token)


def turned_on(client: FlaskClient) -> Phone:
    registered(client)
    page = client.post("/account/second-factor", data={"setup": "authenticator"}).text
    key = re.search(r"<code>([A-Z0-9 -]+)</code>", page)
    assert key, page
    phone = Phone(key[1])
    answer = client.post("/account/code", data={"code": phone.code()}, follow_redirects=True)
    assert "Make recovery codes" in answer.text, answer.text
    return phone


def test_a_wrong_first_code_shows_the_same_key_and_picture_again(client: FlaskClient) -> None:
    registered(client)
    page = client.post("/account/second-factor", data={"setup": "authenticator"}).text
    shown = re.search(r"<code>[^<]+</code>", page)
    picture = re.search(r'<img class="qr" src="[^"]+"', page)
    assert shown
    assert picture

    answer = client.post("/account/code", data={"code": "000000"})

    assert answer.status_code == 422
    assert "This code is not right" in answer.text
    assert shown[0] in answer.text
    assert picture[0] in answer.text
    phone = Phone(shown[0][6:-7])
    assert client.post("/account/code", data={"code": phone.code()}).location == "/account/second-factor/done"


def recovery_codes(client: FlaskClient) -> list[str]:
    return re.findall(r"<li>([0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})</li>", client.post("/account/recovery-codes").text)


def test_signing_in_asks_for_a_code_and_nothing_is_open_before(app: Flask) -> None:
    phone = turned_on(app.test_client())
    client = app.test_client()

    answer = sign_in(client)

    assert answer.location.startswith("/account/code")
    assert not is_signed_in(client)
    assert client.post("/account/code", data={"code": phone.code(30)}).status_code == 302
    assert is_signed_in(client)


def test_a_wrong_code_opens_nothing(app: Flask) -> None:
    turned_on(app.test_client())
    client = app.test_client()
    sign_in(client)

    answer = client.post("/account/code", data={"code": "000000"})

    assert answer.status_code == 422
    assert "This code is not right" in answer.text
    assert not is_signed_in(client)


def test_a_code_is_good_once(app: Flask) -> None:
    phone = turned_on(app.test_client())
    owner, onlooker = app.test_client(), app.test_client()
    seen = phone.code(30)
    for client in (owner, onlooker):
        sign_in(client)
        client.post("/account/code", data={"code": seen})

    assert is_signed_in(owner)
    assert not is_signed_in(onlooker)


def test_codes_cannot_be_guessed_one_after_another(app: Flask) -> None:
    turned_on(app.test_client())
    client = app.test_client()
    sign_in(client)

    answers = [client.post("/account/code", data={"code": f"{number:06}"}).status_code for number in range(11)]

    assert answers[-1] == 429


def test_a_recovery_code_opens_once_and_is_kept_as_a_hash(app: Flask) -> None:
    owner = app.test_client()
    turned_on(owner)
    codes = recovery_codes(owner)
    assert len(codes) == 8
    assert codes[0] not in owner.get("/account/recovery-codes").text

    first, second = app.test_client(), app.test_client()
    for client in (first, second):
        sign_in(client)
        client.post("/account/recovery", data={"code": codes[0].upper().replace("-", " ")})

    assert is_signed_in(first)
    assert not is_signed_in(second)
    assert "7 recovery codes left" in first.get("/account/").text


def test_it_can_be_turned_off_again(app: Flask) -> None:
    client = app.test_client()
    turned_on(client)

    client.post("/account/second-factor", data={"setup": "disable"})
    client.post("/account/sign-out")

    assert sign_in(client).status_code == 302
    assert is_signed_in(client)


def test_making_recovery_codes_stands_in_the_trail(client: FlaskClient) -> None:
    turned_on(client)

    assert recovery_codes(client)

    assert "You made new recovery codes" in client.get("/account/trail").text
