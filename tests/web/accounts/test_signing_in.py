"""Registering, signing in and out, and choosing a new password."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from tests.people import EMAIL, PASSWORD, is_signed_in, link_in, messages, register, registered, sign_in


def test_somebody_registers_and_signs_in(client: FlaskClient) -> None:
    told = client.get(register(client).location)

    assert "You can sign in right away" in told.text
    assert f'value="{EMAIL}"' in told.text
    assert sign_in(client).status_code == 302
    assert EMAIL in client.get("/").text


def test_an_address_that_has_an_account_gets_the_same_answer_and_its_owner_a_message(
    app: Flask, settings: Settings
) -> None:
    fresh = client_answer(app, "new@example.com")
    register(app.test_client())
    taken = client_answer(app, EMAIL)

    assert fresh == taken.replace(EMAIL, "new@example.com")
    assert "You have one already" in messages(settings.instance)[-1]


def client_answer(app: Flask, email: str) -> str:
    client = app.test_client()
    answer = register(client, email, "another long pass phrase")
    return f"{answer.status_code} {answer.location} {as_read(client.get(answer.location).text)}"


def as_read(page: str) -> str:
    """A page without the forms' secrets, which no two answers share."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page)


def test_a_wrong_password_and_an_unknown_address_look_alike(client: FlaskClient) -> None:
    register(client)
    client.get("/account/sign-in")

    wrong = sign_in(client, password="not my password")
    unknown = sign_in(client, email="nobody@example.com")

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert "do not belong together" in wrong.text
    assert as_read(wrong.text) == as_read(unknown.text).replace("nobody@example.com", EMAIL)


def test_what_a_sign_in_lacks_is_said_once(client: FlaskClient) -> None:
    nothing = sign_in(client, email="", password="").text
    no_password = sign_in(client, password="").text

    assert "<title>Error: Sign in" in nothing
    assert "2 things need your attention" in nothing
    assert nothing.count("Enter your e-mail address.") == nothing.count("Enter your password.") == 1
    assert "Enter your password." in no_password
    assert "belong together" not in nothing + no_password


def test_the_address_of_a_new_account_waits_on_the_sign_in_page_until_it_is_used(client: FlaskClient) -> None:
    page = client.get(register(client).location)
    again = client.get("/account/sign-in").text

    assert "the password that you just chose" in page.text
    assert f'value="{EMAIL}"' in again
    sign_in(client)
    client.post("/account/sign-out")
    assert EMAIL not in client.get("/account/sign-in").text


def test_making_an_account_leads_on_to_where_one_wanted_to_go(client: FlaskClient, settings: Settings) -> None:
    wanted = "/salaries/?family=program_manager&level=L4"
    page = client.get("/account/sign-in", query_string={"next": wanted}).text
    link = re.search(r'href="(/account/register[^"]*)"', page)
    assert link
    assert 'name="next" value="/salaries/?family=program_manager&amp;level=L4"' in client.get(unescape(link[1])).text

    made = register(client, next=wanted)
    signed_in = sign_in(client, next=parse_qs(urlsplit(made.location).query)["next"][0])
    confirmed = client.get(link_in(messages(settings.instance)[-1]))

    assert signed_in.location.endswith(wanted)
    assert client.get(confirmed.location).location == wanted
    assert client.get("/account/confirmed").location == "/account/"


def test_who_confirms_the_address_first_signs_in_and_is_led_on(client: FlaskClient, settings: Settings) -> None:
    register(client, next="/coaching/")

    confirmed = client.get(link_in(messages(settings.instance)[-1]))

    assert client.get(confirmed.location).location == "/account/sign-in?next=/coaching/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_making_an_account_never_leads_to_another_site(client: FlaskClient, elsewhere: str) -> None:
    assert register(client, next=elsewhere).location == "/account/sign-in"


def test_capitals_in_the_address_do_not_matter(client: FlaskClient) -> None:
    register(client)

    assert sign_in(client, email="Jordan@Example.COM").status_code == 302


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "at least 10 characters"),
        ("password12", "a password that many people use"),
        ("jordan@example", "close to your e-mail address"),
        ("a" * 201, "at most 200 characters"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused_with_its_reason_and_the_address_stays(
    client: FlaskClient, password: str, why: str
) -> None:
    answer = register(client, password=password)

    assert answer.status_code == 422
    assert why in answer.text
    assert f'value="{EMAIL}"' in answer.text
    assert f'value="{password}"' not in answer.text


def test_a_password_needs_no_digit_and_no_capital(client: FlaskClient) -> None:
    assert register(client, password="quiet harbors collect tiles").status_code == 303


def test_signing_out_ends_it(client: FlaskClient) -> None:
    registered(client)

    client.post("/account/sign-out")

    assert not is_signed_in(client)


def test_a_cookie_that_was_kept_aside_does_not_sign_in_again_after_signing_out(app: Flask) -> None:
    client, thief = app.test_client(), app.test_client()
    registered(client)
    cookie = client.get_cookie("session")
    assert cookie is not None
    thief.set_cookie("session", cookie.value)
    assert is_signed_in(thief)

    client.post("/account/sign-out")

    assert not is_signed_in(thief)


def test_after_signing_in_one_is_back_on_the_page_that_one_came_from(client: FlaskClient) -> None:
    register(client)

    assert sign_in(client, next="/account/trail").location.endswith("/account/trail")


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "https:evil.example"]
)
def test_signing_in_never_leads_to_another_site(client: FlaskClient, elsewhere: str) -> None:
    register(client)

    location = sign_in(client, next=elsewhere).location or "/"

    assert location[0] == "/"
    assert location[1:2] not in ("/", "\\")


def test_a_form_without_the_secret_of_its_page_is_refused(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True

    assert sign_in(app.test_client()).status_code == 400


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(client: FlaskClient, settings: Settings) -> None:
    register(client)
    client.post("/account/reset", data={"email": EMAIL})
    link = link_in(messages(settings.instance)[-1])

    first = client.post(link, data={"password": "orchards hum at dusk"})
    again = client.post(link, data={"password": "somebody elses choice"})

    assert first.status_code == 302
    assert "does not work any more" in client.get(again.location).text
    assert sign_in(client).status_code == 422
    assert sign_in(client, password="orchards hum at dusk").status_code == 302


def test_asking_for_a_reset_does_not_tell_who_has_an_account(client: FlaskClient, settings: Settings) -> None:
    client.get(register(client).location)
    before = len(messages(settings.instance))

    known = as_read(client.post("/account/reset", data={"email": EMAIL}).text)
    unknown = as_read(client.post("/account/reset", data={"email": "nobody@example.com"}).text)

    assert known == unknown.replace("nobody@example.com", EMAIL)
    assert len(messages(settings.instance)) == before + 1


def test_a_reset_signs_every_browser_out(app: Flask, settings: Settings) -> None:
    at_home, elsewhere = app.test_client(), app.test_client()
    registered(at_home)
    sign_in(elsewhere)
    at_home.post("/account/reset", data={"email": EMAIL})

    app.test_client().post(link_in(messages(settings.instance)[-1]), data={"password": "orchards hum at dusk"})

    assert not is_signed_in(at_home)
    assert not is_signed_in(elsewhere)


def test_a_reset_confirms_the_address_too(client: FlaskClient, settings: Settings) -> None:
    register(client)
    client.post("/account/reset", data={"email": EMAIL})
    client.post(link_in(messages(settings.instance)[-1]), data={"password": "orchards hum at dusk"})
    sign_in(client, password="orchards hum at dusk")

    assert "not confirmed yet" not in client.get("/account/").text


def test_the_link_in_the_first_message_confirms_the_address(client: FlaskClient, settings: Settings) -> None:
    registered(client)
    assert "not confirmed yet" in client.get("/account/").text

    client.get(link_in(messages(settings.instance)[-1]))

    assert "not confirmed yet" not in client.get("/account/").text


def test_changing_the_password_signs_the_others_out_and_keeps_this_one(app: Flask) -> None:
    here, elsewhere = app.test_client(), app.test_client()
    registered(here)
    sign_in(elsewhere)

    answer = here.post("/account/password", data={"password": PASSWORD, "new_password": "orchards hum at dusk"})

    assert answer.status_code == 302
    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)
    assert "This one only" in here.get("/account/").text


def test_a_page_for_members_asks_to_sign_in_first(client: FlaskClient) -> None:
    answer = client.get("/account/trail")

    assert answer.status_code == 302
    assert "/account/sign-in" in answer.location


def test_nobody_is_let_in_by_a_token_of_the_library(client: FlaskClient) -> None:
    registered(client)
    answer = client.post(
        "/account/sign-in?include_auth_token",
        json={"email": EMAIL, "password": PASSWORD},
        headers={"Accept": "application/json"},
    )

    assert "token" not in answer.text.replace("csrf_token", "")
