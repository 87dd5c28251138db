"""Signing in with an issuer of identities: a real one on this machine, with its own key and its own mind."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from joserfc.jwk import RSAKey
from sqlalchemy import text
from werkzeug.test import TestResponse

from app import extensions
from app.config import ROOT, SettingError, Settings
from app.factory import create_app
from app.usecases import upkeep
from tests.issuer import Issuer, person, running_issuer
from tests.people import EMAIL, PASSWORD, is_signed_in, link_in, messages, register, registered, sign_in
from tests.web.accounts.test_second_factor import turned_on
from tests.web.test_kept_work import a_kept_report
from tests.web.test_posting_pages import a_saved_posting
from tests.web.test_sharing import shared

START, BACK = "/account/single-sign-on", "/account/single-sign-on/back"


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with running_issuer() as issuer:
        yield issuer


@pytest.fixture
def settings(sqlite_settings: Settings, issuer: Issuer) -> Settings:
    return replace(sqlite_settings, **issuer.settings)


def led_to(answer: TestResponse) -> str:
    """The issuer's address that a page leads to."""
    assert answer.status_code == 200, answer.text
    link = re.search(r'<a href="(http[^"]+)">Go there now', answer.text)
    assert link
    assert answer.headers["Refresh"] == f"0; url={unescape(link[1])}"
    return unescape(link[1])


def brought_back(client: FlaskClient, address: str) -> TestResponse:
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def through(client: FlaskClient, issuer: Issuer, **form: str) -> TestResponse:
    """Press the button, sign in at the issuer, and come back."""
    return brought_back(client, issuer.visited(led_to(client.post(START, data=form))))


def confirmed(client: FlaskClient, settings: Settings) -> None:
    registered(client)
    client.get(link_in(messages(settings.instance)[-1]))


def rows(app: Flask, table: str) -> list[dict[str, object]]:
    with app.app_context(), extensions.toolkit().sessions() as session:
        return [dict(row._mapping) for row in session.execute(text(f"SELECT * FROM {table}"))]  # noqa: S608


# -- where it is not set


def test_without_an_issuer_there_is_no_button_and_no_page(sqlite_settings: Settings) -> None:
    upkeep.upgrade_database(sqlite_settings)
    client = create_app(sqlite_settings).test_client()

    assert "Sign in with" not in client.get("/account/sign-in").text + client.get("/account/register").text
    assert client.get(BACK).status_code == 404


def test_the_issuer_is_asked_nothing_before_somebody_presses_the_button(client: FlaskClient, issuer: Issuer) -> None:
    for page in ("/account/sign-in", "/account/register"):
        assert "Sign in with Acme" in client.get(page).text

    assert issuer.asked == []


def test_the_button_cannot_be_pressed_from_another_site(app: Flask, issuer: Issuer) -> None:
    app.config["WTF_CSRF_ENABLED"] = True

    assert app.test_client().post(START).status_code == 400
    assert issuer.asked == []


WITHOUT_ITS_PACKAGES = """
import sys
from pathlib import Path
sys.modules.update(authlib=None, requests=None)
from app.config import ROOT, SettingError, Settings
from app.factory import create_app
from app.usecases import upkeep
from app.factory import create_app
create_app(Settings(Path(sys.argv[1]), "sqlite://", "s" * 40))
"""


def test_the_product_runs_without_its_packages(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_ITS_PACKAGES, str(tmp_path)], cwd=ROOT, check=True)


def test_an_issuer_without_its_packages_is_an_error_that_says_what_to_install(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.usecases.single_sign_on.find_spec", lambda name: None)

    with pytest.raises(SettingError, match=r"requirements/oidc\.txt"):
        create_app(settings)


# -- who comes in


def test_who_is_new_gets_a_confirmed_account_without_a_password(
    app: Flask, client: FlaskClient, issuer: Issuer
) -> None:
    answer = through(client, issuer)

    assert (answer.status_code, answer.location) == (303, "/")
    page = client.get("/account/").text
    assert "<h1>jordan@example.com" in page
    assert "None: you sign in another way." in page
    assert "Confirmed." in page
    assert "You signed in with Acme" in client.get("/account/trail").text
    assert "this one" in client.get("/account/sign-ins").text
    (identity,) = rows(app, "account_identity")
    assert (identity["issuer"], identity["subject"]) == (issuer.address, "subject-1")


def test_who_came_before_is_known_by_the_issuers_own_name_whatever_their_address_is_now(
    app: Flask, issuer: Issuer
) -> None:
    through(app.test_client(), issuer)
    issuer.says = {"sub": "subject-1", "email": "married@example.com", "email_verified": False}
    client = app.test_client()

    through(client, issuer)

    assert "<h1>jordan@example.com" in client.get("/account/").text
    assert (len(rows(app, "account")), len(rows(app, "account_identity"))) == (1, 1)


def test_somebody_else_who_got_the_old_address_of_another_gets_no_other_subject(app: Flask, issuer: Issuer) -> None:
    through(app.test_client(), issuer)
    issuer.says = person("robin@example.com", "subject-2")

    through(app.test_client(), issuer)

    assert sorted(str(row["email"]) for row in rows(app, "account")) == ["jordan@example.com", "robin@example.com"]


def test_a_confirmed_account_is_found_by_its_verified_address_and_keeps_its_password(
    app: Flask, settings: Settings, issuer: Issuer
) -> None:
    confirmed(app.test_client(), settings)
    client = app.test_client()
    issuer.says = person("JORDAN@Example.com")

    through(client, issuer)

    assert is_signed_in(client)
    assert len(rows(app, "account")) == 1
    assert sign_in(app.test_client()).status_code == 302


def test_whoever_registered_an_address_without_confirming_it_loses_every_way_in(
    app: Flask, settings: Settings, issuer: Issuer
) -> None:
    squatter, owner = app.test_client(), app.test_client()
    turned_on(squatter)
    read_along = shared(squatter, "/work/" + a_kept_report(squatter).rsplit("/", 1)[1])
    squatter.post("/account/e-mail", data={"email": "squatter@example.com"})
    to_change = link_in(messages(settings.instance)[-1])

    through(owner, issuer)

    page = owner.get("/account/")
    assert page.status_code == 200
    assert "nobody had confirmed" in page.text
    assert not is_signed_in(squatter)
    assert sign_in(app.test_client()).status_code == 422
    assert app.test_client().get(f"/shared/{read_along}").status_code == 410
    app.test_client().get(to_change)
    (account,) = rows(app, "account")
    assert account["email"] == EMAIL
    assert (account["password"], account["second_factor"], account["second_factor_secret"]) == (None, None, None)
    assert account["confirmed_at"] is not None
    assert "Acme showed that this address is yours" in owner.get("/account/trail").text


def test_a_second_factor_that_was_turned_on_here_is_still_asked_for(
    app: Flask, settings: Settings, issuer: Issuer
) -> None:
    here = app.test_client()
    phone = turned_on(here)
    here.get(link_in(next(one for one in messages(settings.instance) if "/confirm/" in one)))
    client = app.test_client()

    answer = through(client, issuer, next="/work/")

    assert answer.location.startswith("/account/code")
    assert not is_signed_in(client)
    assert rows(app, "account_identity") == []
    done = client.post(answer.location, data={"code": phone.code(30)})
    assert done.location == "/work/"
    assert "You signed in with Acme" in client.get("/account/trail").text
    assert len(rows(app, "account_identity")) == 1


def test_who_turns_back_to_the_password_has_not_signed_in_with_the_issuer(
    app: Flask, settings: Settings, issuer: Issuer
) -> None:
    here = app.test_client()
    phone = turned_on(here)
    here.get(link_in(next(one for one in messages(settings.instance) if "/confirm/" in one)))
    client = app.test_client()
    through(client, issuer)

    sign_in(client)
    client.post("/account/code", data={"code": phone.code(30)})

    assert is_signed_in(client)
    assert "You signed in with Acme" not in client.get("/account/trail").text
    assert rows(app, "account_identity") == []


@pytest.mark.parametrize("verified", [False, None, "false", 1.5])
def test_an_address_that_the_issuer_has_not_verified_opens_nothing(
    app: Flask, client: FlaskClient, issuer: Issuer, verified: object
) -> None:
    register(app.test_client())
    issuer.says = {"sub": "subject-1", "email": EMAIL} | ({} if verified is None else {"email_verified": verified})

    answer = through(client, issuer)

    assert answer.status_code == 403
    assert "Your address is not verified there" in answer.text
    assert not is_signed_in(client)
    assert rows(app, "account_identity") == []


def test_an_issuer_that_tells_the_address_only_when_asked_is_asked(client: FlaskClient, issuer: Issuer) -> None:
    issuer.says = {"sub": "subject-1"}
    issuer.at_userinfo = person()

    through(client, issuer)

    assert is_signed_in(client)


def test_what_is_said_of_somebody_else_does_not_count(client: FlaskClient, issuer: Issuer) -> None:
    issuer.says = {"sub": "subject-2"}
    issuer.at_userinfo = person(subject="subject-1")

    assert through(client, issuer).status_code == 403
    assert not is_signed_in(client)


def test_an_issuer_that_wants_the_secret_in_the_form_gets_it_there(client: FlaskClient, issuer: Issuer) -> None:
    issuer.discovery = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}

    through(client, issuer)

    assert is_signed_in(client)


# -- where they go


def test_they_come_back_to_where_they_were(client: FlaskClient, issuer: Issuer) -> None:
    assert 'name="next" value="/work/?kind=posting"' in client.get("/account/sign-in?next=/work/?kind%3Dposting").text

    assert through(client, issuer, next="/work/?kind=posting").location == "/work/?kind=posting"


@pytest.mark.parametrize(
    "away", ["https://evil.example", "//evil.example", "\\\\evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_they_are_sent_nowhere_else(client: FlaskClient, issuer: Issuer, away: str) -> None:
    assert through(client, issuer, next=away).location == "/"


def test_what_they_made_before_belongs_to_them(client: FlaskClient, issuer: Issuer) -> None:
    a_saved_posting(client)

    through(client, issuer)

    assert "One thing that you made in this browser before now belongs to you." in client.get("/work/").text


# -- when it does not work


def test_who_says_no_there_reads_so(client: FlaskClient, issuer: Issuer) -> None:
    issuer.declines = True

    answer = through(client, issuer)

    assert answer.status_code == 403
    assert "said no at Acme" in answer.text
    assert "Sign in with Acme" in answer.text


def test_an_issuer_by_another_name_is_not_believed_and_asked_again_later(client: FlaskClient, issuer: Issuer) -> None:
    issuer.discovery = {"issuer": "https://somebody.else"}
    assert client.post(START).status_code == 403
    issuer.discovery = {}

    through(client, issuer)

    assert is_signed_in(client)


def test_an_issuer_that_does_not_answer_is_a_page_and_no_error(sqlite_settings: Settings) -> None:
    with running_issuer() as gone:
        settings = replace(sqlite_settings, **gone.settings)
    upkeep.upgrade_database(settings)
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)

    answer = app.test_client().post(START)

    assert answer.status_code == 503
    assert "Acme cannot be reached just now" in answer.text


def test_an_issuer_that_goes_down_on_the_way_is_a_page_too(client: FlaskClient, issuer: Issuer) -> None:
    address = issuer.visited(led_to(client.post(START, data={"next": "/work/"})))
    issuer.broken = True

    answer = brought_back(client, address)

    assert answer.status_code == 503
    assert "Acme cannot be reached just now" in answer.text
    assert 'name="next" value="/work/"' in answer.text


def test_an_issuer_may_change_its_key(app: Flask, issuer: Issuer) -> None:
    through(app.test_client(), issuer)
    issuer.key = RSAKey.generate_key(2048, {"kid": "two"})
    client = app.test_client()

    through(client, issuer)

    assert is_signed_in(client)


@pytest.mark.parametrize(
    "lie",
    [
        {"nonce": "of another sign-in"},
        {"aud": "another client"},
        {"iss": "https://somebody.else"},
        {"exp": 1_000_000_000},
        {"sub": ""},
        {"sub": "s" * 256},
    ],
    ids=lambda lie: next(iter(lie)),
)
def test_a_token_that_does_not_fit_signs_nobody_in(
    app: Flask, client: FlaskClient, issuer: Issuer, lie: dict[str, object]
) -> None:
    issuer.lies = lie

    answer = through(client, issuer)

    assert answer.status_code == 403
    assert "That answer cannot be trusted" in answer.text
    assert rows(app, "account") == []


def test_a_token_that_another_key_signed_signs_nobody_in(app: Flask, client: FlaskClient, issuer: Issuer) -> None:
    issuer.signs_with = RSAKey.generate_key(2048, {"kid": "one"})

    assert through(client, issuer).status_code == 403
    assert rows(app, "account") == []


def test_doors_without_tls_elsewhere_are_not_used(client: FlaskClient, issuer: Issuer) -> None:
    issuer.discovery = {"token_endpoint": "http://id.example.org/token"}

    assert client.post(START).status_code == 403


def test_an_answer_is_good_in_the_browser_that_asked_and_once(app: Flask, client: FlaskClient, issuer: Issuer) -> None:
    address = issuer.visited(led_to(client.post(START)))

    elsewhere = brought_back(app.test_client(), address)
    assert elsewhere.status_code == 400
    assert "That sign-in has run out" in elsewhere.text
    assert brought_back(client, address).status_code == 303
    assert brought_back(app.test_client(), address).status_code == 400


def test_a_code_without_its_proof_is_worth_nothing(client: FlaskClient, issuer: Issuer) -> None:
    address = issuer.visited(led_to(client.post(START)))
    with client.session_transaction() as browser:
        (name,) = [name for name in browser if name.startswith("_state_issuer_")]
        browser[name] = {**browser[name], "data": {**browser[name]["data"], "code_verifier": "made up" * 10}}

    answer = brought_back(client, address)

    assert answer.status_code == 403
    assert "did not finish the sign-in" in answer.text
    assert not is_signed_in(client)


def test_coming_back_in_vain_again_and_again_is_slowed_down(client: FlaskClient) -> None:
    codes = [client.get(f"{BACK}?code=made-up&state=made-up").status_code for _ in range(51)]

    assert (codes[0], codes[-1]) == (400, 429)


def test_a_cookie_does_not_grow_with_every_beginning(client: FlaskClient, issuer: Issuer) -> None:
    for _ in range(5):
        client.post(START)

    with client.session_transaction() as browser:
        assert len([name for name in browser if name.startswith("_state_")]) == 1


# -- an account without a password


def stale(client: FlaskClient) -> None:
    with client.session_transaction() as browser:
        browser["fs_paa"] = 0.0
        browser.pop("fs_gexp", None)


def test_before_a_change_they_sign_in_once_more_there(client: FlaskClient, issuer: Issuer) -> None:
    through(client, issuer)
    stale(client)
    asked = client.get("/account/password", follow_redirects=True).text
    assert "<h1>Sign in once more" in asked
    assert 'type="password"' not in asked

    answer = through(client, issuer, next="/account/password")

    assert (issuer.wishes["prompt"], issuer.wishes["max_age"]) == ("login", "0")
    assert answer.location == "/account/password"
    assert client.get("/account/password").status_code == 200
    client.post("/account/password", data={"new_password": PASSWORD})
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (person("robin@example.com", "subject-2"), "That is not this account"),
        (person(auth_time=1_000_000_000), "You signed in there a while ago"),
    ],
)
def test_somebody_else_or_a_sign_in_of_long_ago_does_not_do_for_a_change(
    app: Flask, client: FlaskClient, issuer: Issuer, says: dict[str, object], told: str
) -> None:
    through(client, issuer)
    stale(client)
    issuer.says = says

    assert told in through(client, issuer).text
    assert client.get("/account/password").status_code == 302
    assert len(rows(app, "account")) == 1


def test_it_is_deleted_by_typing_its_address(app: Flask, client: FlaskClient, issuer: Issuer) -> None:
    through(client, issuer)
    assert 'name="email"' in client.get("/privacy/delete").text
    assert "Single sign-on: 1" in client.get("/privacy/delete").text

    wrong = client.post("/privacy/delete", data={"sure": "y", "email": "robin@example.com"})
    assert wrong.status_code == 422
    assert "Type the e-mail address of your account." in wrong.text

    assert client.post("/privacy/delete", data={"sure": "y", "email": EMAIL}).status_code == 303
    assert (rows(app, "account"), rows(app, "account_identity")) == ([], [])
