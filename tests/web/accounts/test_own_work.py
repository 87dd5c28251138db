"""What somebody made before they had an account is theirs, and nobody else's."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.people import register, registered, sign_in
from tests.web.test_posting_pages import a_saved_posting
from tests.web.test_posting_review_pages import COLORADO


def test_work_made_before_signing_in_comes_along(app: Flask) -> None:
    here, elsewhere = app.test_client(), app.test_client()
    slug = started(here)
    registered(here)
    sign_in(elsewhere)

    assert here.get(f"/assessments/{slug}").status_code == 200
    assert elsewhere.get(f"/assessments/{slug}").status_code == 200


def test_after_signing_out_the_browser_does_not_find_the_work_any_more(client: FlaskClient) -> None:
    slug = started(client)
    registered(client)

    client.post("/account/sign-out")

    assert client.get(f"/assessments/{slug}").status_code == 404


def test_what_was_made_in_another_browser_is_added_to_what_the_account_has(app: Flask) -> None:
    at_home, at_work = app.test_client(), app.test_client()
    registered(at_home)
    first, second = started(at_home), started(at_work)

    sign_in(at_work)

    assert at_work.get(f"/assessments/{first}").status_code == 200
    assert at_work.get(f"/assessments/{second}").status_code == 200


def test_somebody_else_does_not_find_it(app: Flask) -> None:
    owner, other = app.test_client(), app.test_client()
    registered(owner)
    slug = started(owner)
    register(other, "robin@example.com", "quiet harbors collect tiles")
    sign_in(other, "robin@example.com", "quiet harbors collect tiles")

    assert other.get(f"/assessments/{slug}").status_code == 404


def test_head_counts_made_before_signing_in_come_along_with_the_postings(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **COLORADO)
    count_heads(client, posting, "Colorado 4")

    registered(client)

    assert "Colorado 4</textarea>" in client.get(f"{posting}/review").text


def test_head_counts_that_the_account_has_stand(app: Flask) -> None:
    at_home, at_work = app.test_client(), app.test_client()
    registered(at_home)
    count_heads(at_home, a_saved_posting(at_home, **COLORADO), "Colorado 40")
    posting = a_saved_posting(at_work, **COLORADO)
    count_heads(at_work, posting, "Colorado 4")

    sign_in(at_work)

    assert "Colorado 40</textarea>" in at_work.get(f"{posting}/review").text


def count_heads(client: FlaskClient, posting: str, heads: str) -> None:
    answer = client.post(f"{posting}/review/head-counts", data={"heads": heads, "counts_version": "0"})
    assert answer.status_code == 303, answer.text


def started(client: FlaskClient) -> str:
    """The address of a self-assessment that was just begun in this browser."""
    answer = client.post("/assessments/", data={"aim": "project:L3"})
    assert answer.status_code == 303, answer.text
    return answer.location.split("/")[2]
