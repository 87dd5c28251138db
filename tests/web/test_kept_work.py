"""What somebody asks to keep: a résumé report, a salary look-up; found again, changed, copied, taken away."""

from __future__ import annotations

import json
import re

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from app.usecases import kept
from tests.clock import travel
from tests.web.test_posting_pages import a_saved_posting, words
from tests.web.test_resume_pages import RESUME, SECRET

BETTER = RESUME.replace("Responsible for vendor reports", "Cut vendor cost by 18% by bundling five contracts")
ASKED = {"family": "technical_program_manager", "level": "L4", "region": "US-CA", "offer": "175,000"}


def a_kept_report(client: FlaskClient, resume: str = RESUME) -> str:
    answer = client.post("/work/reports", data={"text": resume})
    assert answer.status_code == 303
    return str(answer.location)


def a_kept_look_up(client: FlaskClient, **changes: str) -> str:
    answer = client.post("/work/look-ups", data=ASKED | changes)
    assert answer.status_code == 303
    return str(answer.location)


def score_in(page: str) -> int:
    found = re.search(r'class="score-now">(\d+)', page)
    assert found
    return int(found[1])


# -- résumé reports


def test_the_report_page_offers_to_keep_it_and_says_what_is_kept(client: FlaskClient) -> None:
    page = client.post("/resumes/", data={"text": RESUME}).text

    assert 'action="/work/reports"' in page
    assert "The file itself is not kept." in words(page)


def test_a_kept_report_is_found_in_my_work_and_shown_by_the_same_reader(client: FlaskClient) -> None:
    read = client.post("/resumes/again", data={"text": RESUME, "first": RESUME}).text
    address = a_kept_report(client)

    assert "Résumé report of" in client.get("/work/?kind=report").text
    page = client.get(address).text
    assert score_in(page) == score_in(read)
    assert SECRET in page
    assert f"Read by the trained model {kept.reader_version()}" in words(page)


def test_nothing_is_kept_of_a_text_that_holds_nothing(app: Flask, client: FlaskClient) -> None:
    for nothing in ("", "   \n"):
        assert client.post("/work/reports", data={"text": nothing}).status_code == 422

    with app.app_context(), extensions.toolkit().sessions() as session:
        assert session.scalar(text("SELECT count(*) FROM work")) == 0


def test_a_changed_text_is_read_again_and_kept(client: FlaskClient) -> None:
    address = a_kept_report(client)
    before = score_in(client.get(address).text)

    assert client.post(address, data={"text": BETTER, "version": "1"}).status_code == 303

    page = client.get(address).text
    assert "bundling five contracts" in page
    assert score_in(page) > before


def test_a_change_in_two_windows_shows_both_texts(client: FlaskClient) -> None:
    address = a_kept_report(client)
    client.post(address, data={"text": BETTER, "version": "1"})

    answer = client.post(address, data={"text": RESUME + "- My own new line", "version": "1"})

    assert answer.status_code == 409
    assert "My own new line" in answer.text
    assert "bundling five contracts" in answer.text
    assert client.post(address, data={"text": RESUME + "- My own new line", "version": "2"}).status_code == 303


def test_an_empty_change_is_refused_beside_its_field_and_loses_nothing(client: FlaskClient) -> None:
    address = a_kept_report(client)

    answer = client.post(address, data={"text": " ", "version": "1"})

    assert answer.status_code == 422
    assert "holds some text" in words(answer.text)
    assert SECRET in client.get(address).text


def test_a_report_of_an_older_reader_says_what_it_was_then(app: Flask, client: FlaskClient) -> None:
    address = a_kept_report(client)
    score = score_in(client.get(address).text)

    with app.app_context(), extensions.toolkit().sessions() as session:
        older = "UPDATE kept SET content = replace(content, :now, 'achievement-lines 00000000')"
        session.execute(text(older), {"now": kept.reader_version()})
        session.commit()

    assert f"read it and gave {score} of 100. Since then the model was trained anew" in words(client.get(address).text)


def test_a_kept_report_can_be_taken_away(client: FlaskClient) -> None:
    address = a_kept_report(client)

    as_json = json.loads(client.get(f"{address}/files/json").text)
    assert SECRET in as_json["text"]
    assert as_json["score"] == score_in(client.get(address).text)
    assert client.get(f"{address}/files/pdf").data.startswith(b"%PDF")
    assert client.get(f"{address}/files/exe").status_code == 404


# -- look-ups


def test_a_look_up_is_kept_with_one_press(client: FlaskClient) -> None:
    page = client.get("/salaries/?" + "&".join(f"{name}={value}" for name, value in ASKED.items())).text
    assert 'action="/work/look-ups"' in page
    assert '<input type="hidden" name="region" value="US-CA">' in page

    address = a_kept_look_up(client)

    told = words(client.get(address).text)
    assert "Pay: Technical program manager, L4, California" in told
    assert "The same question has the same answer today." in told
    assert "175,000" in told
    assert "Pay: Technical program manager" in client.get("/work/?kind=look-up").text


def test_then_and_now_stand_side_by_side(app: Flask, client: FlaskClient) -> None:
    address = a_kept_look_up(client)
    then = re.findall(r'<td class="number">([\d,]+)</td>', client.get(address).text)[:2]
    assert then[0] == then[1]

    travel(app, days=-3 * 365)

    page = client.get(address).text
    old, new = re.findall(r'<td class="number">([\d,]+)</td>', page)[:2]
    assert old == then[0] != new
    assert "today on evidence of" in page


def test_what_cannot_be_answered_is_not_kept(client: FlaskClient) -> None:
    answer = client.post("/work/look-ups", data=ASKED | {"family": "it_project_manager", "region": "GB"})

    assert answer.status_code == 422
    assert "Nothing is saved yet" in client.get("/work/").text


def test_a_kept_look_up_can_be_taken_away(client: FlaskClient) -> None:
    address = a_kept_look_up(client)

    as_json = json.loads(client.get(f"{address}/files/json").text)
    assert as_json["asked"] == ASKED
    assert as_json["offer"]["amount"] == 175_000
    pdf = client.get(f"{address}/files/pdf")
    assert pdf.data.startswith(b"%PDF")
    assert "pay-technical-program-manager-l4-california" in pdf.headers["Content-Disposition"]


# -- in my work


def test_postings_reports_and_look_ups_can_be_duplicated(client: FlaskClient) -> None:
    for address in (a_saved_posting(client), a_kept_report(client), a_kept_look_up(client)):
        slug = address.rsplit("/", 1)[1]
        assert client.post(f"/work/{slug}", data={"do": "duplicate"}).status_code == 303

    assert client.get("/work/").text.count("(copy)</a></h2>") == 3


def test_an_assessment_is_begun_again_and_not_copied(client: FlaskClient) -> None:
    slug = client.post("/assessments/", data={"aim": "program:L4"}).location.split("/")[2]

    answer = client.post(f"/work/{slug}", data={"do": "duplicate"})

    assert answer.status_code == 422
    assert "Begin it again" in words(answer.text)
    assert 'value="duplicate"' not in client.get("/work/").text


def test_kept_things_are_renamed_deleted_and_brought_back_like_all_work(client: FlaskClient) -> None:
    for address in (a_kept_report(client), a_kept_look_up(client)):
        slug = address.rsplit("/", 1)[1]
        client.post(f"/work/{slug}", data={"do": "rename", "title": "For the talk with Kim"})
        assert "For the talk with Kim" in client.get(address).text
        client.post(f"/work/{slug}", data={"do": "delete"})
        assert client.get(address).status_code == 404
        client.post(f"/work/{slug}", data={"do": "bring-back"})
        assert client.get(address).status_code == 200


def test_another_browser_finds_neither(app: Flask, client: FlaskClient) -> None:
    report, look_up = a_kept_report(client), a_kept_look_up(client)

    with app.test_client() as other:
        for address in (report, look_up, f"{report}/files/json", f"{look_up}/files/json", f"{report}/files/pdf"):
            assert other.get(address).status_code == 404
        assert other.post(report, data={"text": RESUME, "version": "1"}).status_code == 404
