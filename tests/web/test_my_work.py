"""My work: what was saved in a browser is found there, and by nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from app.config import Settings
from app.usecases import upkeep
from tests.people import registered
from tests.web.test_posting_pages import a_saved_posting, words


def slug_of(address: str) -> str:
    return address.rsplit("/", 1)[1]


def test_an_empty_list_says_how_to_begin(client: FlaskClient) -> None:
    page = words(client.get("/work/").text)

    assert "Nothing is saved yet" in page
    assert "dropped 30 days after your last visit" in page


def test_an_empty_list_asks_for_no_words_to_find(client: FlaskClient) -> None:
    assert 'aria-label="My work"' not in client.get("/work/").text

    a_saved_posting(client)
    assert 'aria-label="My work"' in client.get("/work/").text
    assert 'aria-label="My work"' in client.get("/work/?q=nothing+of+that+name").text


def test_who_is_signed_in_reads_that_their_work_stays_and_finds_their_teams(client: FlaskClient) -> None:
    assert 'href="/teams/">Teams</a>' not in client.get("/work/").text
    registered(client)

    page = client.get("/work/").text

    assert "Kept in your account." in page
    assert "is dropped" not in page
    assert 'href="/teams/">Teams</a>' in page.partition("<main")[2]


def test_what_an_account_keeps_is_not_said_to_be_dropped(client: FlaskClient) -> None:
    registered(client)
    a_saved_posting(client)

    for page in (client.get("/work/").text, client.get("/postings/").text):
        assert "Kept in your account." in words(page)
        assert "dropped" not in words(page)
        assert "Only this browser" not in words(page)


def test_postings_and_assessments_stand_in_one_list(client: FlaskClient) -> None:
    a_saved_posting(client, title="Payments program lead")
    client.post("/assessments/", data={"aim": "program:L4"})

    page = words(client.get("/work/").text)

    assert "Payments program lead" in page
    assert "Self-assessment of" in page


def test_another_browser_finds_nothing(app: Flask, client: FlaskClient) -> None:
    address = a_saved_posting(client, title="Payments program lead")

    with app.test_client() as other:
        assert "Payments program lead" not in other.get("/work/").text
        for method, path in (
            ("get", address),
            ("get", f"{address}/files/pdf"),
            ("get", f"{address}/review"),
            ("post", f"{address}/delete"),
            ("post", f"/work/{slug_of(address)}"),
        ):
            data = {"do": "delete"} if method == "post" else None
            assert getattr(other, method)(path, data=data).status_code == 404

    assert client.get(address).status_code == 200


def test_a_thing_can_be_renamed_and_found_by_its_name(client: FlaskClient) -> None:
    slug = slug_of(a_saved_posting(client, title="Payments program lead"))
    a_saved_posting(client, title="Another one")

    client.post(f"/work/{slug}", data={"do": "rename", "title": "For the Berlin office"})

    page = words(client.get("/work/?q=berlin+office").text)
    assert "For the Berlin office" in page
    assert "Another one" not in page


def test_a_name_that_is_missing_is_asked_for_beside_its_field(client: FlaskClient) -> None:
    slug = slug_of(a_saved_posting(client))

    answer = client.post(f"/work/{slug}", data={"do": "rename", "title": "  "})

    assert answer.status_code == 422
    assert "Give it a name of at most 120 characters." in words(answer.text)


def test_what_was_put_away_leaves_the_list_and_comes_back(client: FlaskClient) -> None:
    slug = slug_of(a_saved_posting(client, title="Payments program lead"))

    client.post(f"/work/{slug}", data={"do": "archive"})
    assert "Payments program lead" not in client.get("/work/").text
    assert "Payments program lead" in client.get("/work/?archived=1").text

    client.post(f"/work/{slug}", data={"do": "take-out", "archived": "1"})
    assert "Payments program lead" in client.get("/work/").text


def test_what_was_deleted_can_be_brought_back(client: FlaskClient) -> None:
    address = a_saved_posting(client, title="Payments program lead")

    client.post(f"{address}/delete")
    assert client.get(address).status_code == 404
    assert "Payments program lead" in client.get("/work/bin").text

    client.post(f"/work/{slug_of(address)}", data={"do": "bring-back"})
    assert client.get(address).status_code == 200


def test_what_is_deleted_for_good_leaves_nothing_behind(app: Flask, client: FlaskClient) -> None:
    address = a_saved_posting(client)
    client.post(f"{address}/delete")

    client.post(f"/work/{slug_of(address)}", data={"do": "forget"})

    with app.app_context(), extensions.toolkit().sessions() as session:
        for table in ("work", "posting", "posting_version"):
            assert session.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608  # names stand above


def test_upkeep_keeps_what_the_pages_promise_and_not_longer(settings: Settings, client: FlaskClient) -> None:
    address = a_saved_posting(client)
    now = datetime.now(UTC)

    assert upkeep.clean_up(settings, now + timedelta(days=29)).unclaimed == 0
    assert client.get(address).status_code == 200
    assert upkeep.clean_up(settings, now + timedelta(days=31)).unclaimed == 1
    assert client.get(address).status_code == 404


def test_a_visitor_who_saves_nothing_leaves_nothing(app: Flask, client: FlaskClient) -> None:
    for address in ("/", "/postings/", "/assessments/", "/work/"):
        client.get(address)

    with app.app_context(), extensions.toolkit().sessions() as session:
        assert session.scalar(text("SELECT count(*) FROM workspace")) == 0
