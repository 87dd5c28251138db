"""Showing one thing by a link: what the reader sees was seen before, for a time, and never more than was ticked."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from tests.clock import travel
from tests.people import registered
from tests.usecases.test_documents import of_pdf
from tests.web.test_assessment_pages import finished
from tests.web.test_kept_work import a_kept_look_up, a_kept_report
from tests.web.test_posting_pages import a_saved_posting, version_of, words
from tests.web.test_resume_pages import SECRET

EVIDENCE = "A pre-mortem for the Zanzibar tramway, with the minutes"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """The owner's browser. It is no context manager, which would lend its context to the browsers of others."""
    return app.test_client()


def page_of(address: str) -> str:
    """Where the work behind an address is shared."""
    return f"/work/{address.rsplit('/', 1)[1]}"


def shared(client: FlaskClient, page: str, *parts: str, days: int = 30) -> str:
    """Make a link after having seen what it shows; returns its secret."""
    form: dict[str, Any] = dict.fromkeys(parts, "y") | {"days": days}
    seen = client.post(f"{page}/share", data=form | {"go": "look"}).text
    found = re.search(r'name="seen" value="([^"]*)"', seen)
    assert found
    made = client.post(f"{page}/share", data=form | {"seen": found[1], "go": "make"})
    assert made.status_code == 200, words(made.text)
    link = re.search(r"http://localhost/shared/([\w-]{32,})", made.text)
    assert link, words(made.text)
    return link[1]


def preview_of(page: str) -> str:
    return words(page.partition('class="seen__title"')[2].partition("</main>")[0])


def an_assessment(client: FlaskClient) -> str:
    at = finished(client)
    evidence = {"pick": "1", "text": EVIDENCE, "link": "https://wiki.example/minutes"}
    assert client.post(f"{at}/skills/risk", data=evidence).status_code == 303
    assert client.post(f"{at}/finish").status_code == 303
    return at


# -- what a reader sees


def test_a_stranger_reads_a_posting_by_its_link_and_can_change_nothing(app: Flask, client: FlaskClient) -> None:
    address = a_saved_posting(client, title="Payments program lead")
    token = shared(client, page_of(address))

    stranger = app.test_client()
    page = stranger.get(f"/shared/{token}")
    assert page.status_code == 200
    told = words(page.text)
    assert "Payments program lead" in told
    assert "168,000" in told
    assert 'method="post"' not in page.text
    assert "csrf_token" not in page.text
    assert address not in page.text
    assert stranger.get(address).status_code == 404
    assert "set-cookie" not in page.headers


def test_the_preview_is_what_the_reader_sees(app: Flask, client: FlaskClient) -> None:
    for address, *parts in (
        (a_saved_posting(client),),
        (an_assessment(client), "plan", "evidence"),
        (a_kept_report(client), "blind"),
        (a_kept_look_up(client),),
    ):
        page = page_of(address)
        preview = preview_of(client.post(f"{page}/share", data=dict.fromkeys(parts, "y") | {"go": "look"}).text)
        token = shared(client, page, *parts)

        stranger = app.test_client()
        seen = words(stranger.get(f"/shared/{token}").text.partition("</header>")[2])
        assert preview.partition(" ")[2].strip()[:-10] in seen or preview[-200:-20] in seen
        assert preview[80:-20] in seen


def test_no_search_engine_no_cache_and_no_other_site_learns_the_address(client: FlaskClient) -> None:
    token = shared(client, page_of(a_saved_posting(client)))

    for address in (f"/shared/{token}", f"/shared/{token}/pdf", "/shared/made-up"):
        headers = client.get(address).headers
        assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"


def test_each_kind_of_thing_has_its_pdf(app: Flask, client: FlaskClient) -> None:
    tokens = [
        shared(client, page_of(address))
        for address in (a_saved_posting(client), an_assessment(client), a_kept_report(client), a_kept_look_up(client))
    ]

    stranger = app.test_client()
    for token in tokens:
        answer = stranger.get(f"/shared/{token}/pdf")
        assert answer.data.startswith(b"%PDF")
        assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.pdf"', answer.headers["Content-Disposition"])


def test_evidence_and_plan_are_shown_only_when_they_are_ticked(app: Flask, client: FlaskClient) -> None:
    page = page_of(an_assessment(client))
    bare, planned, whole = shared(client, page), shared(client, page, "plan"), shared(client, page, "plan", "evidence")

    stranger = app.test_client()
    told = {
        name: stranger.get(f"/shared/{token}").text for name, token in zip("bpw", (bare, planned, whole), strict=True)
    }
    assert "The answers look most like" in told["b"]
    assert ["The plan" in told[name] for name in "bpw"] == [False, True, True]
    assert [EVIDENCE in told[name] for name in "bpw"] == [False, False, True]
    assert ["wiki.example" in told[name] for name in "bpw"] == [False, False, True]


def test_the_pdf_holds_back_what_the_page_holds_back(
    client: FlaskClient,
) -> None:
    page = page_of(an_assessment(client))
    bare, whole = shared(client, page), shared(client, page, "plan", "evidence")

    printed = [of_pdf(client.get(f"/shared/{token}/pdf").data) for token in (bare, whole)]

    assert [EVIDENCE in " ".join(text.split()) for text in printed] == [False, True]
    assert ["What to show next" in text for text in printed] == [False, True]


def test_a_blind_report_names_nobody(app: Flask, client: FlaskClient) -> None:
    page = page_of(a_kept_report(client))
    blind, open_one = shared(client, page, "blind"), shared(client, page)

    stranger = app.test_client()
    told = stranger.get(f"/shared/{blind}").text
    assert SECRET in told
    for name in ("Ada", "ada@example.org", "Lakeside", "2009"):
        assert name not in told
    assert SECRET in stranger.get(f"/shared/{open_one}").text


def test_a_report_is_blind_unless_its_owner_says_otherwise(client: FlaskClient) -> None:
    page = client.get(f"{page_of(a_kept_report(client))}/share").text

    assert re.search(r'name="blind" value="y" checked', page)


def test_the_name_that_an_owner_gave_it_is_for_the_owner(app: Flask, client: FlaskClient) -> None:
    page = page_of(a_saved_posting(client, title="Payments program lead"))
    client.post(page, data={"do": "rename", "title": "Cheap hire for Berlin"})
    token = shared(client, page)

    stranger = app.test_client()
    assert "Cheap hire" not in stranger.get(f"/shared/{token}").text
    assert "cheap" not in stranger.get(f"/shared/{token}/pdf").headers["Content-Disposition"]


def test_open_law_gaps_are_told_to_the_reader(app: Flask, client: FlaskClient) -> None:
    token = shared(client, page_of(a_saved_posting(client, benefits="", closes="")))

    stranger = app.test_client()
    assert "Draft: " in words(stranger.get(f"/shared/{token}").text)


def test_a_reader_sees_what_the_owner_changes_later(app: Flask, client: FlaskClient) -> None:
    address = a_saved_posting(client)
    token = shared(client, page_of(address))
    version = version_of(client.get(f"{address}?edit=must.risk").text)

    edit = {"action": "edit", "item": "must.risk", "text": "You have run a pre-mortem.", "version": version}
    assert client.post(f"{address}/lines", data=edit).status_code == 303

    stranger = app.test_client()
    assert "You have run a pre-mortem." in stranger.get(f"/shared/{token}").text


def test_an_assessment_that_is_begun_again_says_that_it_has_nothing_just_now(app: Flask, client: FlaskClient) -> None:
    address = an_assessment(client)
    token = shared(client, page_of(address))
    client.post(f"{address}/again")

    stranger = app.test_client()
    answer = stranger.get(f"/shared/{token}")
    assert answer.status_code == 404
    assert "Nothing to show just now" in answer.text


# -- making links


def test_nobody_shares_what_they_have_not_seen(client: FlaskClient) -> None:
    page = page_of(an_assessment(client))

    answer = client.post(f"{page}/share", data={"evidence": "y", "days": "30", "seen": "", "go": "make"})

    assert answer.status_code == 422
    assert "You changed what is shown." in words(answer.text)
    assert EVIDENCE in answer.text
    assert "/shared/" not in answer.text


def test_a_link_is_shown_once_and_only_its_hash_is_kept(app: Flask, client: FlaskClient) -> None:
    page = page_of(a_saved_posting(client))
    token = shared(client, page)

    assert token not in client.get(f"{page}/share").text
    with app.app_context(), extensions.toolkit().sessions() as session:
        kept = session.execute(text("SELECT * FROM share")).all()
    assert token not in str(kept)


def test_a_link_lasts_as_long_as_was_chosen_and_no_other_time_can_be_sent(client: FlaskClient) -> None:
    page = page_of(a_saved_posting(client))
    shared(client, page, days=7)

    assert client.post(f"{page}/share", data={"days": "3650", "seen": "", "go": "make"}).status_code == 422
    until = datetime.now(UTC) + timedelta(days=7)
    assert f"Works until {until:%B} {until.day}, {until.year}." in words(client.get(f"{page}/share").text)


def test_only_the_day_of_the_last_opening_is_noted(app: Flask, client: FlaskClient) -> None:
    page = page_of(a_saved_posting(client))
    token = shared(client, page)
    assert "Not opened yet." in words(client.get(f"{page}/share").text)

    stranger = app.test_client()
    stranger.get(f"/shared/{token}", headers={"User-Agent": "Canary/9"}, environ_base={"REMOTE_ADDR": "203.0.113.9"})

    assert "Last opened" in words(client.get(f"{page}/share").text)
    with app.app_context(), extensions.toolkit().sessions() as session:
        columns = session.execute(text("SELECT * FROM share")).keys()
    assert set(columns) == {
        *("id", "work_id", "token_hash", "parts", "made_at", "expires_at", "withdrawn_at", "opened_on")
    }


def test_an_assessment_without_a_result_cannot_be_shared_yet(client: FlaskClient) -> None:
    slug = client.post("/assessments/", data={"aim": "program:L4"}).location.split("/")[2]

    answer = client.get(f"/work/{slug}/share")

    assert answer.status_code == 422
    assert "Five skills are needed first" in words(answer.text)


# -- the end of a link


def test_a_withdrawn_link_is_closed_at_once(app: Flask, client: FlaskClient) -> None:
    page = page_of(a_saved_posting(client, title="Payments program lead"))
    token = shared(client, page)
    withdraw = re.search(rf"{page}/share/\d+/withdraw", client.get(f"{page}/share").text)
    assert withdraw

    stranger = app.test_client()
    assert stranger.get(f"/shared/{token}").status_code == 200
    assert client.post(withdraw[0]).status_code == 303
    for address in (f"/shared/{token}", f"/shared/{token}/pdf"):
        answer = stranger.get(address)
        assert answer.status_code == 410
        assert "has withdrawn it" in words(answer.text)
        assert "Payments program lead" not in answer.text


def test_a_link_runs_out(app: Flask, client: FlaskClient) -> None:
    token = shared(client, page_of(a_saved_posting(client)), days=7)

    travel(app, days=6, hours=23)
    assert client.get(f"/shared/{token}").status_code == 200
    travel(app, days=7, minutes=1)
    answer = client.get(f"/shared/{token}")

    assert answer.status_code == 410
    assert "could be used until" in words(answer.text)


def test_a_link_to_something_deleted_says_so_and_then_leads_nowhere(app: Flask, client: FlaskClient) -> None:
    page = page_of(a_saved_posting(client))
    token = shared(client, page)

    client.post(page, data={"do": "delete"})
    assert client.get(f"/shared/{token}").status_code == 410
    client.post(page, data={"do": "bring-back"})
    assert client.get(f"/shared/{token}").status_code == 200
    client.post(page, data={"do": "delete"})
    client.post(page, data={"do": "forget"})
    assert client.get(f"/shared/{token}").status_code == 404


def test_links_come_along_when_an_account_takes_the_work_in(app: Flask, client: FlaskClient) -> None:
    page = page_of(a_saved_posting(client))
    token = shared(client, page)

    registered(client)

    assert client.get(f"{page}/share").status_code == 200
    stranger = app.test_client()
    assert stranger.get(f"/shared/{token}").status_code == 200
    assert stranger.get(f"{page}/share").status_code == 404


def test_links_stand_in_the_trail_of_whoever_is_signed_in(client: FlaskClient) -> None:
    registered(client)
    page = page_of(a_saved_posting(client, title="Payments program lead"))
    shared(client, page)
    withdraw = re.search(rf"{page}/share/\d+/withdraw", client.get(f"{page}/share").text)
    assert withdraw
    client.post(withdraw[0])

    trail = words(client.get("/account/trail").text)
    assert "You made a link to Payments program lead" in trail
    assert "You withdrew a link to Payments program lead" in trail
