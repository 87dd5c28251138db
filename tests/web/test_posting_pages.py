"""A hiring manager's journey through the builder, read as they would read it."""

from __future__ import annotations

import html
import io
import json
import re
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from flask.testing import FlaskClient

from app.core.postings.brief import LONGEST_TEXT
from app.usecases.documents import FORMATS

BRIEF: dict[str, Any] = {
    "role": "program:L4",
    "role_before": "program:L4",
    "title": "",
    "employer": "Harborline Payments",
    "team": "the Payments Platform group",
    "domain": "payments infrastructure",
    "industry": "",
    "employment": "full-time",
    "work_mode": "hybrid",
    "places": "Seattle, Washington",
    "pay_min": "168,000",
    "pay_max": "204,000",
    "currency": "USD",
    "period": "YEAR",
    "benefits": "medical cover and 20 days of paid leave",
    "skills": ["coordination", "communication", "technical", "risk", "business", "leadership"],
    "closes": "2099-12-20",
    "apply_to": "https://careers.example/tpm",
    "process_steps": "A first call\nStructured interviews",
    "vacancy": "existing",
    "go": "save",
}


def words(page: str) -> str:
    """The page as it is read: no tags, no entities, single spaces."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def a_saved_posting(client: FlaskClient, **changes: Any) -> str:
    answer = client.post("/postings/new", data=BRIEF | changes)
    assert answer.status_code == 303, words(answer.text)
    return str(answer.location)


def version_of(page: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', page)
    assert found
    return found[1]


def test_the_journey_begins_with_the_levels_of_both_tracks(client: FlaskClient) -> None:
    page = words(client.get("/postings/new").text)

    assert "Senior Technical Program Manager" in page
    assert "Associate Technical Project Manager" in page


def test_a_chosen_level_opens_the_form_with_its_skills_and_a_preview(client: FlaskClient) -> None:
    page = client.get("/postings/new?role=program:L4").text

    assert page.count("checked") >= 6
    assert "Senior Technical Program Manager" in words(page)
    assert "What you will achieve" in words(page)


def test_an_unknown_level_offers_the_known_ones(client: FlaskClient) -> None:
    page = client.get("/postings/new?role=program:L9")

    assert "There is no level “program:L9”" in words(page.text)


def test_a_brief_becomes_a_saved_posting(client: FlaskClient) -> None:
    address = a_saved_posting(client)

    page = client.get(address)

    read = words(page.text)
    assert page.status_code == 200
    assert "Senior Technical Program Manager" in read
    assert "$168,000 to $204,000 USD a year" in read
    assert "Seattle, Washington, United States" in read
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_this_browser_finds_its_postings_again_and_another_does_not(client: FlaskClient) -> None:
    a_saved_posting(client, title="Settlement Program Manager")

    assert "Settlement Program Manager" in client.get("/postings/").text
    assert "Settlement Program Manager" not in client.application.test_client().get("/postings/").text


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"employer": ""}, "Name the employer"),
        ({"places": ""}, "Name at least one place"),
        ({"places": "Atlantis"}, "We do not know “Atlantis”"),
        ({"pay_min": "210000"}, "The highest pay (204,000) is below the lowest (210,000)"),
        ({"pay_min": "-5"}, "Write an amount in digits"),
        ({"pay_min": "$168,000", "pay_max": "€204,000"}, "“€204,000” is not in USD, the currency chosen here"),
        ({"pay_min": "NaN"}, "Write an amount in digits"),
        ({"pay_min": "85", "pay_max": ""}, "is it an hour, or "),
        ({"currency": "EURO"}, "There is no currency 'EURO'"),
        ({"closes": "soon"}, "Not a valid date value"),
        ({"skills": ["risk"]}, "Choose 5 to 7 skills; 1 are chosen"),
        ({"role": "program:L1"}, "Choose a level from the list"),
        ({"about": "x" * 100_000}, f"at most {LONGEST_TEXT:,} fit"),
    ],
)
def test_a_brief_that_will_not_do_comes_back_with_everything_typed(
    client: FlaskClient, changes: dict[str, Any], complaint: str
) -> None:
    answer = client.post("/postings/new", data=BRIEF | {"mission": "The new ledger is live."} | changes)

    assert answer.status_code == 422
    assert complaint in words(answer.text)
    assert "The new ledger is live." in answer.text
    for value in changes.values():
        if isinstance(value, str) and value and not value.startswith("program"):
            assert value in answer.text


def test_an_error_is_tied_to_its_field_and_listed_on_top(client: FlaskClient) -> None:
    page = client.post("/postings/new", data=BRIEF | {"employer": ""}).text

    assert '<a href="#employer">Name the employer' in page
    assert re.search(r'<input[^>]*aria-describedby="[^"]*employer-error[^"]*"[^>]*aria-invalid="true"', page)


def test_ten_thousand_characters_are_fine(client: FlaskClient) -> None:
    assert client.get(a_saved_posting(client, about="word " * 2000)).status_code == 200


def test_markup_in_a_brief_is_kept_as_text(client: FlaskClient) -> None:
    address = a_saved_posting(client, mission="<script>alert(1)</script> {{ 7*7 }}")

    page = client.get(address).text

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in page


def test_invisible_characters_are_taken_out_and_told(client: FlaskClient) -> None:
    page = client.get(a_saved_posting(client, mission="Pay\u200bments \u202eare live")).text

    assert "Payments are live" in page
    assert "2 invisible characters were taken out of “What must be true a year from now”" in words(page)


def test_the_steps_keep_what_was_typed_and_ask_for_nothing_yet(client: FlaskClient) -> None:
    answer = client.post("/postings/new", data=BRIEF | {"employer": "", "mission": "Kept", "go": "step-2"})

    assert answer.status_code == 200
    assert "Kept" in answer.text
    assert "need your attention" not in words(answer.text)
    assert re.search(r'<section hidden aria-labelledby="step-1"', answer.text)


def test_skills_follow_a_changed_level_unless_they_were_chosen_by_hand(client: FlaskClient) -> None:
    followed = client.post("/postings/new", data=BRIEF | {"role": "project:L2", "go": "preview"}).text
    by_hand = ["planning", "scope", "risk", "communication", "technical"]
    kept = client.post("/postings/new", data=BRIEF | {"role": "project:L2", "skills": by_hand, "go": "preview"}).text

    assert "the skills that the posting leads with follow it" in words(followed)
    assert "the skills that the posting leads with follow it" not in words(kept)


def test_the_usual_title_follows_a_changed_level_and_a_typed_one_stays(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    usual, typed = "Senior Technical Program Manager", "Settlement Program Manager"
    changed = BRIEF | {"role": "program:L5", "version": "1", "confirmed": "yes"}

    followed = client.post(f"{address}/brief", data=changed | {"title": usual}, follow_redirects=True)
    kept = client.post("/postings/new", data=BRIEF | {"role": "program:L5", "title": typed, "go": "preview"})

    assert "so the title and the skills that the posting leads with follow it" in words(followed.text)
    assert "<h1>Staff Technical Program Manager</h1>" in followed.text
    assert 'value="Staff Technical Program Manager"' in client.get(f"{address}/brief").text
    assert f'value="{typed}"' in kept.text
    assert "the title" not in words(kept.text).partition("The level changed")[2][:40]


def test_what_was_not_taken_up_stays_with_the_brief_and_out_of_the_posting(client: FlaskClient) -> None:
    address = a_saved_posting(client, left_over="We have a dog in the office.")

    assert "We have a dog" not in client.get(f"{address}/files/txt").text
    assert "We have a dog in the office." in client.get(f"{address}/brief").text
    assert f'href="{address}/brief#left_over"' in client.get(address).text

    client.post(f"{address}/brief", data=BRIEF | {"left_over": "", "version": "1"})
    assert "left_over" not in client.get(address).text


def test_benefits_on_lines_of_their_own_are_set_apart(client: FlaskClient) -> None:
    address = a_saved_posting(client, benefits="Medical cover\n20 days of paid leave")

    assert "Benefits: Medical cover; 20 days of paid leave." in client.get(f"{address}/files/txt").text


LONDON = {"places": "London", "currency": "GBP", "pay_min": "90,000", "pay_max": "112,000"}


def test_a_british_posting_is_british_to_the_end(client: FlaskClient) -> None:
    address = a_saved_posting(client, **LONDON)

    kit = docx.Document(io.BytesIO(client.get(f"{address}/files/kit-docx").data))
    told = " ".join(one.text for one in kit.paragraphs)
    assert "<h1>Senior Technical Programme Manager</h1>" in client.get(address).text
    assert "Behavioural" in told
    assert not re.search(r"Behavioral|\bprograms?\b|afterward\b", told)
    assert {one.get(qn("w:val")) for one in kit.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_a_title_that_somebody_typed_keeps_its_spelling_abroad(client: FlaskClient) -> None:
    address = a_saved_posting(client, **LONDON, title="Senior Program Manager")

    assert "<h1>Senior Program Manager</h1>" in client.get(address).text


def test_the_usual_text_on_equal_opportunity_follows_the_country(client: FlaskClient) -> None:
    form = client.get("/postings/new?role=program:L4").text
    american = html.unescape(re.findall(r'name="equal_opportunity"[^>]*>([^<]*)<', form)[0]).strip()
    typed = {"equal_opportunity": american, "filled_for": ":"}

    british = client.get(a_saved_posting(client, **LONDON, **typed)).text
    emptied = client.get(a_saved_posting(client, **LONDON, filled_for=":", equal_opportunity="")).text

    assert "veteran" in american
    assert "veteran" not in british
    assert "Everyone is considered on equal terms" in british
    assert "Everyone is considered on equal terms" not in emptied


def test_going_back_and_saving_again_changes_the_posting_and_makes_no_second(client: FlaskClient) -> None:
    form = client.get("/postings/new?role=program:L4").text
    mark = {"version": re.findall(r'name="version"[^>]*value="([^"]+)"', form)[0]}

    first = a_saved_posting(client, **mark)
    again = a_saved_posting(client, **mark, employer="Northgate Rail")
    other = a_saved_posting(client, version="another form")

    assert again == first != other
    read = words(client.get(first).text)
    assert "Northgate Rail" in read
    assert "There is no second one." in read
    client.post(f"{first}/delete")
    assert a_saved_posting(client, **mark) != first


def test_the_preview_alone_answers_while_somebody_types(client: FlaskClient) -> None:
    half = {"role": "program:L4", "skills": BRIEF["skills"], "places": "Seatt", "pay_min": "1"}

    fragment = client.post("/postings/preview", data=half)

    assert fragment.status_code == 200
    assert "<html" not in fragment.text
    assert "What you will do" in fragment.text


def test_a_line_is_reworded_and_marked(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    page = client.get(f"{address}?edit=must.risk").text
    assert '<textarea id="text-4-must"' in page

    edit = {"action": "edit", "item": "must.risk", "text": "You have run a pre-mortem.", "version": version_of(page)}
    answer = client.post(f"{address}/lines", data=edit)

    assert answer.status_code == 303
    assert answer.location.endswith("#line-must.risk")
    assert "You have run a pre-mortem. reworded by you" in words(client.get(address).text)


@pytest.mark.parametrize("action", ["up", "down", "remove", "restore"])
def test_lines_can_be_moved_removed_and_restored(client: FlaskClient, action: str) -> None:
    address = a_saved_posting(client)

    answer = client.post(f"{address}/lines", data={"action": action, "item": "must.technical", "version": "1"})

    assert answer.status_code == 303
    assert ("must.technical" in client.get(address).text) == (action != "remove")


def test_an_empty_line_is_asked_for_again(client: FlaskClient) -> None:
    address = a_saved_posting(client)

    answer = client.post(f"{address}/lines", data={"action": "add", "section": "must", "text": " ", "version": "1"})

    assert answer.status_code == 422
    assert "Write something, or remove the line." in words(answer.text)


def test_two_windows_never_overwrite_each_other(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    edit = {"action": "edit", "item": "must.risk", "version": "1"}
    client.post(f"{address}/lines", data=edit | {"text": "Theirs."})

    answer = client.post(f"{address}/lines", data=edit | {"text": "Mine."})

    assert answer.status_code == 409
    assert "Mine." in answer.text
    assert "Theirs." in answer.text
    kept = client.post(f"{address}/lines", data=edit | {"text": "Mine.", "version": version_of(answer.text)})
    assert kept.status_code == 303
    assert "Mine." in client.get(address).text


def test_a_new_level_shows_what_would_change_before_anything_is_saved(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    before = client.get(f"{address}/files/txt").text

    asked = client.post(f"{address}/brief", data=BRIEF | {"role": "program:L5", "version": "1"})

    assert asked.status_code == 200
    assert "What would change in the posting" in words(asked.text)
    assert client.get(f"{address}/files/txt").text == before

    confirmed = client.post(f"{address}/brief", data=BRIEF | {"role": "program:L5", "version": "1", "confirmed": "yes"})
    assert confirmed.status_code == 303
    assert client.get(f"{address}/files/txt").text != before


def test_what_the_author_reworded_survives_a_new_level(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    client.post(
        f"{address}/lines",
        data={"action": "edit", "item": "must.risk", "text": "You have run a pre-mortem.", "version": "1"},
    )
    changed = BRIEF | {"role": "program:L5", "version": "2"}

    asked = words(client.post(f"{address}/brief", data=changed).text)
    client.post(f"{address}/brief", data=changed | {"confirmed": "yes"})

    assert "your wording stays" in asked
    assert "You have run a pre-mortem." in client.get(address).text


def test_the_form_of_a_saved_brief_shows_it_as_it_was_typed(client: FlaskClient) -> None:
    page = client.get(f"{a_saved_posting(client)}/brief").text

    assert "168,000" in page
    assert "Seattle, US-WA" in page
    assert "Structured interviews" in page


def test_a_copy_is_a_posting_of_its_own(client: FlaskClient) -> None:
    address = a_saved_posting(client)

    copy = client.post(f"{address}/duplicate").location
    client.post(f"{copy}/lines", data={"action": "remove", "item": "must.risk", "version": "1"})

    assert "line-must.risk" not in client.get(copy).text
    assert "line-must.risk" in client.get(address).text


def test_deleting_asks_first_and_then_puts_it_into_the_bin(client: FlaskClient) -> None:
    address = a_saved_posting(client)

    assert "Delete it" in client.get(f"{address}/delete").text
    assert client.get(address).status_code == 200
    client.post(f"{address}/delete")

    gone = client.get(address)
    assert gone.status_code == 404
    assert "There is no posting at this address" in gone.text


@pytest.mark.parametrize(
    ("kind", "mimetype"),
    [
        ("md", "text/markdown"),
        ("html", "text/html"),
        ("txt", "text/plain"),
        ("json", "application/json"),
        ("jsonld", "application/ld+json"),
    ],
)
def test_the_posting_can_be_taken_away(client: FlaskClient, kind: str, mimetype: str) -> None:
    answer = client.get(f"{a_saved_posting(client)}/files/{kind}")

    assert answer.mimetype == mimetype
    assert f'filename="senior-technical-program-manager.{kind}"' in answer.headers["Content-Disposition"]
    assert "168,000" in answer.text or "168000" in answer.text


def test_an_unknown_kind_of_file_is_answered_with_the_known(client: FlaskClient) -> None:
    answer = client.get(f"{a_saved_posting(client)}/files/odt")

    assert answer.status_code == 404
    assert "pdf, docx, txt, html, md, json, jsonld, kit-pdf, kit-docx" in answer.text


@pytest.mark.parametrize("kind", ["docx", "kit-docx"])
def test_word_documents_can_be_taken_away(client: FlaskClient, kind: str) -> None:
    answer = client.get(f"{a_saved_posting(client)}/files/{kind}")

    assert answer.mimetype == FORMATS[kind].mimetype
    assert answer.data.startswith(b"PK")
    assert answer.headers["Content-Disposition"].endswith('.docx"')


def test_the_posting_page_offers_every_kind_of_file(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    page = client.get(address).text

    offered = re.findall(rf'href="{address}/files/([^"]+)"', page)
    assert offered == list(FORMATS)
    assert "Word of the interview kit" in words(page)


def test_json_ld_names_no_secret_address(client: FlaskClient) -> None:
    address = a_saved_posting(client)

    assert address.rpartition("/")[2] not in client.get(f"{address}/files/jsonld").text


def test_a_closed_posting_is_not_listed_and_the_page_says_what_to_mend(client: FlaskClient) -> None:
    answer = client.get(f"{a_saved_posting(client, closes='2020-01-31')}/files/jsonld")

    assert answer.status_code == 422
    assert "Applications closed on January 31, 2020" in words(answer.text)


def test_a_range_that_was_typed_into_the_first_field_is_understood(client: FlaskClient) -> None:
    address = a_saved_posting(client, pay_min="180-210k", pay_max="")

    assert "$180,000 to $210,000 USD a year" in words(client.get(address).text)


def test_a_city_alone_is_understood_and_a_slip_is_met_with_the_nearest(client: FlaskClient) -> None:
    address = a_saved_posting(client, places="Seattle\nLondon")
    refused = client.post("/postings/new", data=BRIEF | {"places": "Seatle", "pay_min": "180", "pay_max": "210k"})

    assert "Seattle, Washington, United States; London, United Kingdom" in words(client.get(address).text)
    assert refused.status_code == 422
    assert "Did you mean Seattle, Washington?" in words(refused.text)
    assert "180 a year cannot be right: is it an hour, or 180k?" in words(refused.text)


def test_a_posting_that_was_taken_away_can_be_taken_up_again(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    content = client.get(f"{address}/files/json").data

    taken_up = client.post("/postings/import", data={"file": (io.BytesIO(content), "posting.json")})

    assert taken_up.status_code == 303
    assert taken_up.location != address
    assert json.loads(client.get(f"{taken_up.location}/files/json").data) == json.loads(content)


def test_a_posting_that_is_taken_up_loses_what_nobody_can_see(client: FlaskClient) -> None:
    content = client.get(f"{a_saved_posting(client)}/files/json").json
    content["brief"]["employer"] = "Har\ud800bor\u202eline\x00"
    file = io.BytesIO(json.dumps(content).encode())

    taken_up = client.post("/postings/import", data={"file": (file, "posting.json")})

    assert taken_up.status_code == 303
    assert client.get(f"{taken_up.location}/files/json").json["brief"]["employer"] == "Harborline"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"level": "L99"}, "no level L99"),
        ({"title": "T" * 100_000}, "at most 120 fit"),
        ({"places": [{"code": "XX-YY"}]}, "no place 'XX-YY'"),
        ({"pay": {"min": 1, "max": 2, "currency": "ZZZ", "period": "YEAR"}}, "no currency 'ZZZ'"),
        ({"pay": {"min": "NaN", "currency": "USD", "period": "YEAR"}}, "min: must be an amount"),
        ({"pay": {"min": "1e999999", "currency": "USD", "period": "YEAR"}}, "min: must be an amount"),
        ({"pay": {"min": -5, "currency": "USD", "period": "YEAR"}}, "more than 0"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_posting_that_could_not_be_written_here_is_not_taken_up(
    client: FlaskClient, changes: dict[str, Any], told: str
) -> None:
    content = client.get(f"{a_saved_posting(client)}/files/json").json
    content["brief"] |= changes

    answer = client.post("/postings/import", data={"file": (io.BytesIO(json.dumps(content).encode()), "p.json")})

    assert answer.status_code == 422
    assert told in words(answer.text)


@pytest.mark.parametrize("edition", ["1999.9", "../../tests", ""])
def test_a_posting_of_an_edition_that_is_not_here_is_not_taken_up(client: FlaskClient, edition: str) -> None:
    content = client.get(f"{a_saved_posting(client)}/files/json").json | {"edition": edition}

    answer = client.post("/postings/import", data={"file": (io.BytesIO(json.dumps(content).encode()), "p.json")})

    assert answer.status_code == 422
    assert "of the role framework" in words(answer.text)


def test_a_posting_without_end_is_not_taken_up(client: FlaskClient) -> None:
    content = client.get(f"{a_saved_posting(client)}/files/json").json
    content["sections"][0]["items"] = [{"id": "a.own-1", "text": "x" * 1_000_000}]

    answer = client.post("/postings/import", data={"file": (io.BytesIO(json.dumps(content).encode()), "p.json")})

    assert answer.status_code == 422


@pytest.mark.parametrize("content", [b"", b"not json", b"[]", b'{"format": "other"}', b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_posting_is_refused_kindly(client: FlaskClient, content: bytes) -> None:
    answer = client.post("/postings/import", data={"file": (io.BytesIO(content), "posting.json")})

    assert answer.status_code == 422
    assert "posting" in words(answer.text)


def test_a_form_without_its_secret_is_refused_with_words(client: FlaskClient) -> None:
    client.application.config["WTF_CSRF_ENABLED"] = True

    answer = client.post("/postings/new", data=BRIEF)

    assert answer.status_code == 400
    assert "what you typed is still there" in words(answer.text)


def test_an_old_version_can_be_looked_at_and_brought_back(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    original = client.get(f"{address}/files/txt").text
    edit = {"action": "edit", "item": "must.risk", "text": "You have run a pre-mortem.", "version": "1"}
    client.post(f"{address}/lines", data=edit)

    history = words(client.get(f"{address}/versions").text)
    old = words(client.get(f"{address}/versions/1").text)
    restored = client.post(f"{address}/versions/1/restore", data={"version": "2"})

    assert "reworded What you need: You have run a pre-mortem." in history
    assert "What changed since" in old
    assert restored.status_code == 303
    assert client.get(f"{address}/files/txt").text == original
    assert "Version 3" in words(client.get(f"{address}/versions").text)


def test_bringing_a_version_back_never_overwrites_what_was_not_seen(client: FlaskClient) -> None:
    address = a_saved_posting(client)
    edit = {"action": "edit", "item": "must.risk", "text": "You have run a pre-mortem.", "version": "1"}
    client.post(f"{address}/lines", data=edit)

    client.post(f"{address}/versions/1/restore", data={"version": "1"})

    assert "You have run a pre-mortem." in client.get(address).text


def test_a_version_that_never_was_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"{a_saved_posting(client)}/versions/9").status_code == 404


def test_the_posting_can_be_taken_away_as_pdf(client: FlaskClient) -> None:
    answer = client.get(f"{a_saved_posting(client)}/files/pdf")

    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-")


def test_a_sample_can_be_looked_at_and_taken_as_a_start(client: FlaskClient) -> None:
    page = client.get("/postings/sample")
    assert "Harborline Payments" in page.text

    taken = client.post("/postings/sample")

    assert taken.status_code == 303
    assert "Harborline Payments" in client.get(taken.location).text


@pytest.mark.parametrize("go", ["step-" + "9" * 5_000, "step-", "step-²", "step--1"])
def test_a_step_that_is_not_there_shows_the_form(client: FlaskClient, go: str) -> None:
    assert client.post("/postings/new", data=BRIEF | {"go": go}).status_code == 200


@pytest.mark.parametrize(
    ("place", "link", "name"),
    [
        ("Seattle, Washington", "/law/US-WA", "The law of Washington"),
        ("Austin, Texas", "/law/US", "The law of the United States"),
        ("Canada", "/law/CA", "The law of Canada"),
        ("Tokyo, Japan", "", "The law of"),
    ],
)
def test_a_posting_leads_to_the_law_of_its_places_where_there_is_any(
    client: FlaskClient, place: str, link: str, name: str
) -> None:
    page = client.get(a_saved_posting(client, places=place, pay_min="", pay_max="")).text

    assert (f'<a href="{link}">{name}</a>' in page) == bool(link)
    assert (name in page) == bool(link)
    if link:
        assert client.get(link).status_code == 200


def test_postings_of_one_title_are_told_apart_and_found_by_their_employer(client: FlaskClient) -> None:
    a_saved_posting(client)
    a_saved_posting(client, employer="Northgate Rail", places="Denver, Colorado")

    mine = words(client.get("/postings/").text)
    found = client.get("/work/?q=northgate").text

    assert "Harborline Payments · Seattle, Washington, United States" in mine
    assert "Northgate Rail · Denver, Colorado, United States" in mine
    assert "Northgate Rail" in found
    assert "Harborline Payments" not in found
    assert "Northgate Rail" in client.get("/search?q=northgate").text
