"""One's own account: its address, the browsers that are signed in, and what happened."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from app import extensions
from app.config import Settings
from tests.clock import travel
from tests.people import (
    EMAIL,
    PASSWORD,
    SAFARI,
    is_signed_in,
    link_in,
    messages,
    register,
    registered,
    sign_in,
)


def test_the_address_changes_by_a_link_to_the_new_one_and_the_old_one_is_told(
    client: FlaskClient, settings: Settings
) -> None:
    registered(client)
    client.post("/account/e-mail", data={"email": "jordan@elsewhere.com"})
    assert "<h1>jordan@example.com" in client.get("/account/").text

    client.get(link_in(messages(settings.instance)[-1]))

    assert "<h1>jordan@elsewhere.com" in client.get("/account/").text
    assert messages(settings.instance)[-1].startswith(f"To: {EMAIL}\nYour e-mail address was changed")
    assert sign_in(client, "jordan@elsewhere.com").status_code == 302


def test_changing_to_an_address_that_has_an_account_does_not_tell(client: FlaskClient, settings: Settings) -> None:
    register(client, "robin@example.com")
    registered(client)
    before = len(messages(settings.instance))

    answer = client.post("/account/e-mail", data={"email": "robin@example.com"})

    assert answer.status_code == 200
    assert "Your address changes when you open a link" in answer.text
    assert len(messages(settings.instance)) == before


def test_each_browser_that_is_signed_in_is_listed_and_can_be_ended(app: Flask) -> None:
    here, phone = app.test_client(), app.test_client()
    registered(here)
    sign_in(phone, browser=SAFARI)
    page = here.get("/account/sign-ins").text
    assert "Firefox on Linux" in page
    assert "Safari on iPhone" in page
    assert page.count(">this one<") == 1

    here.post(ending(page))

    assert is_signed_in(here)
    assert not is_signed_in(phone)


def ending(page: str) -> str:
    """The address that ends the one other sign-in on the page."""
    start = page.index("/account/sign-ins/")
    return page[start : page.index('"', start)]


def test_nobody_ends_a_sign_in_of_somebody_else(app: Flask) -> None:
    owner, other = app.test_client(), app.test_client()
    registered(owner)
    registered(other, "robin@example.com")

    assert other.post("/account/sign-ins/1/end").status_code == 404
    assert is_signed_in(owner)


def test_signing_out_everywhere_ends_all_browsers_and_all_links(app: Flask, settings: Settings) -> None:
    here, elsewhere = app.test_client(), app.test_client()
    registered(here)
    sign_in(elsewhere)
    here.post("/account/reset", data={"email": EMAIL})
    link = link_in(messages(settings.instance)[-1])

    here.post("/account/sign-ins/end")

    assert not is_signed_in(here)
    assert not is_signed_in(elsewhere)
    assert here.get(link).status_code == 302


def test_a_browser_that_was_not_seen_for_thirty_days_is_signed_out(app: Flask, client: FlaskClient) -> None:
    registered(client)
    travel(app, days=31)

    assert not is_signed_in(client)


def test_only_who_asks_for_it_stays_signed_in_when_the_browser_closes(app: Flask) -> None:
    for asked, stays in (({}, False), ({"remember": "y"}, True)):
        client = app.test_client()
        register(client)

        sign_in(client, **asked)

        cookie = client.get_cookie("session")
        assert cookie is not None
        assert (cookie.expires is not None) is stays


def test_the_trail_tells_what_happened_and_roughly_from_where(app: Flask) -> None:
    client = app.test_client()
    registered(client)
    sign_in(app.test_client(), password="not this one", browser=SAFARI)
    client.post("/account/password", data={"password": PASSWORD, "new_password": "orchards hum at dusk"})

    page = client.get("/account/trail").text

    told = ["You changed your password", "Somebody entered a wrong password", "You signed in", "You made this account"]
    assert [one for one in told if one in page] == told
    assert sorted(told, key=page.index) == told
    assert "Safari on iPhone, 127.0.0.x" in page


def test_the_trail_of_others_stays_theirs(app: Flask) -> None:
    owner, other = app.test_client(), app.test_client()
    registered(owner)
    registered(other, "robin@example.com")
    sign_in(app.test_client(), password="not this one", browser=SAFARI)

    assert "wrong password" not in other.get("/account/trail").text


def test_an_account_without_a_confirmed_address_works_and_says_so_gently(client: FlaskClient) -> None:
    registered(client)

    page = client.get("/account/").text

    assert "Everything works" in page
    assert "this installation sends no mail" in page


def test_secrets_are_kept_as_hashes_only(app: Flask, client: FlaskClient) -> None:
    registered(client)
    with client.session_transaction() as browser:
        token = browser["sign_in"]
    with app.app_context():
        kept = (
            extensions.toolkit()
            .sessions()
            .connection()
            .exec_driver_sql(
                "SELECT account.password, sign_in.token_hash FROM account JOIN sign_in ON account_id = account.id"
            )
            .one()
        )

    assert kept.password.startswith("$argon2id$")
    assert PASSWORD not in kept.password
    assert token != kept.token_hash
