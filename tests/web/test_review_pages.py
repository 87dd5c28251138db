"""Somebody pastes a posting, reads what was found, and mends it on the spot."""

from __future__ import annotations

import html
import io
import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.test_posting_pages import words

POSTING = """Senior Technical Program Manager

Location: Denver, Colorado (remote within the US)

We are looking for an expert and a rockstar who can hit the ground running. He will lead a program across five teams.

What you will do
- Lead cross-functional programs across five engineering teams
- Own risks, dependencies and status for the payments platform
- Run the weekly review and write the decision log

Requirements
- Bachelor's degree in Computer Science
- 12+ years of experience in program management

Pay: from $150,000 a year. Please tell us your salary history.
Apply by December 1, 2099.
"""
GERMAN = (
    "Wir suchen eine Person, die mit uns und für uns die Programme der Plattform leitet. Du bist für die Planung von "
    "mehreren Teams da und arbeitest mit der Leitung und dem Betrieb in Berlin. "
    "Wir zahlen 80.000 bis 95.000 Euro im Jahr."
)


def review(client: FlaskClient, text: str = POSTING, **more: Any) -> TestResponse:
    return client.post("/review/", data={"text": text, "on": "2026-11-22"} | more)


def text_of(page: str) -> str:
    found = re.search(r'<textarea[^>]* id="text"[^>]*>\s?(.*?)</textarea>', page, re.DOTALL)
    assert found
    return html.unescape(found[1]).replace("\r\n", "\n").strip()


def buttons(page: str) -> dict[str, str]:
    """Every button of the review by its words, with what it sends."""
    found = re.findall(r'<button[^>]*name="do" value="([^"]*)"[^>]*>(.*?)</button>', page, re.DOTALL)
    return {words(label).strip(): html.unescape(value) for value, label in found}


def fields(page: str) -> dict[str, list[str]]:
    """What the page's hidden fields carry along."""
    kept: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input[^>]*type="hidden" name="(aside\w*)" value="([^"]*)"', page):
        kept.setdefault(name, []).append(html.unescape(value))
    return kept


def section(page: str, kind: str) -> str:
    found = re.search(rf'<section class="kind" id="{kind}".*?</section>', page, re.DOTALL)
    assert found
    return words(found[0])


# -- what is found


def test_the_first_page_and_the_head_of_each_page_lead_to_the_review(client: FlaskClient) -> None:
    assert 'href="/review/"' in client.get("/").text
    assert "Review a posting" in words(client.get("/review/").text)


def test_findings_on_law_structure_and_wording_stand_apart(client: FlaskClient) -> None:
    page = review(client).text

    assert "Colorado: benefits described" in section(page, "law")
    assert "Nothing says what the person will have achieved" in section(page, "structure")
    assert "“rockstar”" in section(page, "wording")
    assert "rockstar" not in section(page, "law") + section(page, "structure")


def test_a_law_finding_names_its_citation_its_confidence_and_its_day(client: FlaskClient) -> None:
    law = section(review(client).text, "law")

    assert "C.R.S. 8-5-201" in law
    assert "Confidence: high" in law
    assert "Checked on" in law


def test_not_legal_advice_is_said_once(client: FlaskClient) -> None:
    assert words(review(client).text).lower().count("not legal advice") == 1


def test_a_law_that_was_read_long_ago_is_shown_as_stale(client: FlaskClient) -> None:
    assert "look again" in section(review(client, on="2028-01-15").text, "law")
    assert "look again" not in section(review(client).text, "law")


def test_every_finding_says_how_sure_its_evidence_is_and_links_its_source(client: FlaskClient) -> None:
    page = review(client).text

    cards = re.findall(r'<li class="card.*?</li>', page, re.DOTALL)
    assert len(cards) > 6
    for card in cards:
        assert "Rests on" in card or "Read in" in card
    assert "agency guidance or a reviewed study" in words(page)


def test_each_mark_in_the_text_leads_to_its_finding_and_back(client: FlaskClient) -> None:
    page = review(client).text

    marked = re.findall(r'id="at-(\d+)" href="#finding-(\d+)"', page)
    assert marked
    for there, back in marked:
        assert there == back
        assert f'id="finding-{there}"' in page
    assert '<mark class="mark mark--wording">rockstar</mark>' in page


def test_what_the_law_speaks_of_is_not_told_again_as_wording(client: FlaskClient) -> None:
    page = review(client, POSTING + "\nYou are a digital native.").text

    assert "digital native" in section(page, "law")
    assert "digital native" not in section(page, "wording")


def test_a_posting_with_markup_shows_it_and_does_not_run_it(client: FlaskClient) -> None:
    page = review(client, POSTING + '\n"><script>alert(1)</script> <b>bold</b> & "quotes"').text

    assert "<script>alert" not in page


def test_completeness_shows_its_parts_and_what_is_missing(client: FlaskClient) -> None:
    page = words(review(client).text)

    assert re.search(r"Completeness: \d+ of 100", page)
    assert "Pay and place 16 of 20 the other end of the pay range" in page


def test_the_facts_that_were_read_are_shown_so_that_a_misreading_is_seen(client: FlaskClient) -> None:
    page = words(review(client).text)

    assert "program track, L4" in page
    assert "from $150,000 USD a year" in page
    assert "December 1, 2099" in page
    assert "Denver, Colorado" in page


def test_gender_coding_is_information_with_its_mixed_evidence(client: FlaskClient) -> None:
    page = words(review(client).text)

    assert "masculine-coded by the open Gender Decoder" in page
    assert "Information only." in page


def test_length_is_a_band_and_fails_nobody(client: FlaskClient) -> None:
    assert "words, below the usual 300 to 700" in words(review(client).text)


# -- places, head counts and the day


def test_the_places_of_the_text_stand_ready_to_be_changed(client: FlaskClient) -> None:
    page = review(client).text

    assert re.search(r'<textarea[^>]*id="places"[^>]*>\s*US-CO remote', page)


def test_places_that_came_from_the_text_follow_the_text(client: FlaskClient) -> None:
    moved = POSTING.replace("Denver, Colorado", "Seattle, Washington")

    page = review(client, moved, places="US-CO remote", places_read="US-CO remote").text

    assert "Washington" in section(page, "law")
    assert "Colorado" not in section(page, "law")


def test_places_that_somebody_wrote_count_instead_of_those_in_the_text(client: FlaskClient) -> None:
    law = section(review(client, places="Ontario\nNew York City").text, "law")

    assert "Ontario" in law
    assert "New York City" in law
    assert "Colorado" not in law


def test_head_counts_decide_which_law_binds(client: FlaskClient) -> None:
    small = section(review(client, places="US-WA", total="14", heads="Washington 14").text, "law")
    large = section(review(client, places="US-WA", total="15", heads="US-WA 15").text, "law")

    assert "Washington: benefits described" not in small
    assert "Washington: benefits described" in large


def test_the_day_decides_which_law_is_in_force(client: FlaskClient) -> None:
    before = section(review(client, places="US-DE", total="500", on="2026-11-22").text, "law")
    after = section(review(client, places="US-DE", total="500", on="2027-10-01").text, "law")

    assert "coming" in before
    assert "missing" not in before
    assert "missing" in after


def test_a_text_without_a_place_says_that_no_law_was_checked(client: FlaskClient) -> None:
    page = words(review(client, "Program Manager\n\nYou will lead the release train and write the weekly status.").text)

    assert "No place of work was found, so no law was checked." in page


# -- mending


def test_one_press_puts_an_alternative_in_with_its_article(client: FlaskClient) -> None:
    page = review(client).text

    mended = client.post("/review/", data={"text": text_of(page), "do": buttons(page)["“expert”"]})

    assert "an expert and an expert who can" in text_of(mended.text)
    assert "“rockstar”" not in section(mended.text, "wording")


def test_an_equivalent_is_added_behind_a_degree(client: FlaskClient) -> None:
    page = review(client).text

    mended = client.post(
        "/review/", data={"text": text_of(page), "do": buttons(page)["Add “or equivalent experience”"]}
    )

    assert "Bachelor's degree or equivalent experience" in text_of(mended.text)


def test_nothing_is_replaced_in_a_text_that_was_changed_meanwhile(client: FlaskClient) -> None:
    press = buttons(review(client).text)["“expert”"]

    page = client.post("/review/", data={"text": "New first line\n" + POSTING, "do": press}).text

    assert "nothing was replaced" in words(page)
    assert "rockstar" in text_of(page)


@pytest.mark.parametrize(
    "press",
    [
        "",
        "nonsense",
        "[]",
        '["swap"]',
        '["swap", "x", 1, {}]',
        '{"a": 1}',
        "3",
        '["aside"]',
        "[" * 100_000,
        '["swap", NaN]',
    ],
    ids=lambda press: press[:20],
)
def test_a_button_that_nobody_made_does_no_harm(client: FlaskClient, press: str) -> None:
    assert review(client, do=press).status_code in (200, 422)


# -- setting aside


def test_a_finding_is_set_aside_with_its_reason_and_brought_back(client: FlaskClient) -> None:
    page = review(client).text
    key = "wording:title-ninja"

    away = review(client, do=json.dumps(["aside", key]), **{f"reason-{key}": "It is the team’s name."})

    assert key in json.dumps([json.loads(value) for value in buttons(page).values()])
    assert "“rockstar” : It is the team’s name." in words(away.text)
    assert "“rockstar”" not in section(away.text, "wording")
    back = review(client, do=json.dumps(["back", key]), **fields(away.text))
    assert "“rockstar”" in section(back.text, "wording")


def test_what_was_set_aside_stays_so_in_the_next_review(client: FlaskClient) -> None:
    key = "structure:no-outcomes"
    away = review(client, do=json.dumps(["aside", key]), **{f"reason-{key}": "They stand in the handbook."})

    again = review(client, POSTING + "\nOne more line.", **fields(away.text))

    assert "They stand in the handbook." in words(again.text)


def test_setting_aside_asks_for_a_reason(client: FlaskClient) -> None:
    answer = review(client, do=json.dumps(["aside", "structure:no-outcomes"]))

    assert answer.status_code == 422
    assert "Say in a few words why this does not apply." in words(answer.text)
    assert text_of(answer.text) == POSTING.strip()


# -- files and bad input


@pytest.mark.parametrize("name", ["posting.txt", "posting.md"])
def test_a_file_is_read_instead_of_a_paste(client: FlaskClient, name: str) -> None:
    answer = client.post("/review/", data={"text": "", "file": (io.BytesIO(POSTING.encode()), name)})

    assert answer.status_code == 200
    assert text_of(answer.text) == POSTING.strip()


def test_html_is_read_without_its_tags(client: FlaskClient) -> None:
    made = "<h1>Program Manager</h1><p>Denver, Colorado</p><p>Pay: $150,000 to $190,000 a year</p>"

    answer = client.post("/review/", data={"file": (io.BytesIO(made.encode()), "posting.html")})

    assert "<h1>" not in text_of(answer.text)
    assert "$150,000 to $190,000 USD a year" in words(answer.text)


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, b"%PDF-1.7 broken", b"PK\x03\x04 broken", b""])
def test_a_file_that_cannot_be_read_says_so_and_keeps_what_was_typed(client: FlaskClient, content: bytes) -> None:
    answer = client.post(
        "/review/", data={"text": POSTING, "total": "40", "file": (io.BytesIO(content), "posting.pdf")}
    )

    assert answer.status_code == 422
    assert text_of(answer.text) == POSTING.strip()
    assert 'id="file-error"' in answer.text


@pytest.mark.parametrize("text", ["", "   \n ", "\u200b\u200b"])
def test_an_empty_text_is_asked_for_beside_its_field(client: FlaskClient, text: str) -> None:
    answer = review(client, text, total="40")

    assert answer.status_code == 422
    assert 'id="text-error"' in answer.text
    assert 'value="40"' in answer.text


def test_a_text_that_is_too_long_is_counted_and_kept(client: FlaskClient) -> None:
    answer = review(client, "Lead programs. " * 70_000)

    assert answer.status_code == 422
    assert re.search(r"This text has 1,0\d\d,\d\d\d characters; at most 100,000", words(answer.text))
    assert len(text_of(answer.text)) > 1_000_000


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("total", "many", "is not a number of people"),
        ("total", "9" * 5_000, "is not a number of people"),
        ("total", "10000001", "is not a number of people"),
        ("heads", "US-CO " + "9" * 100, "is not a number of people"),
        ("heads", "US-CO " + "9" * 5_000, "does not say how many"),
        ("heads", "a =" * 20_000, "does not say how many"),
        ("heads", "Colorado", "does not say how many"),
        ("heads", "Atlantis 12", "We do not know “Atlantis”"),
        ("places", "Atlantis", "We do not know “Atlantis”"),
        ("based_in", "Atlantis", "We do not know “Atlantis”"),
        ("on", "someday", "Not a valid date value"),
    ],
    ids=lambda value: value[:20],
)
def test_what_cannot_be_read_is_told_beside_its_field(client: FlaskClient, field: str, value: str, says: str) -> None:
    answer = review(client, **{field: value})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert says in words(answer.text)
    assert text_of(answer.text) == POSTING.strip()


def test_a_text_that_is_not_english_says_which_checks_are_off(client: FlaskClient) -> None:
    page = words(review(client, GERMAN).text)

    assert "This text seems to be German." in page
    assert "Not checked:" in page
    assert "gender-coded words" in page
    assert "No wording stood out" not in page
    assert "– of 100 complete" in page


def test_a_deadline_that_has_passed_is_told_at_the_top(client: FlaskClient) -> None:
    page = words(review(client, POSTING.replace("2099", "2025")).text)

    assert "The last day to apply, December 1, 2025, lies before the day that was checked (November 22, 2026)." in page


def test_nothing_is_kept_and_the_page_says_so(client: FlaskClient) -> None:
    answer = review(client)

    assert "Nothing is kept" in words(answer.text)
    assert answer.headers["Cache-Control"] == "private, no-store"
    with client.session_transaction() as browser:
        assert set(browser) <= {"csrf_token"}


# -- a draft


def test_a_reviewed_text_becomes_a_draft_in_the_builder(client: FlaskClient) -> None:
    page = client.post("/postings/from-text", data={"text": POSTING}).text

    assert 'value="Senior Technical Program Manager"' in page
    assert re.search(r'<option selected value="program:L4"', page)
    assert re.search(r'id="places"[^>]*>\s*Denver, US-CO', page)
    assert 'value="150,000"' in page
    assert 'value="2099-12-01"' in page


def test_what_the_brief_has_no_place_for_stays_beside_the_form(client: FlaskClient) -> None:
    page = client.post("/postings/from-text", data={"text": POSTING}).text

    left = re.search(r'<textarea[^>]*id="left_over"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert left
    for line in ("Run the weekly review and write the decision log", "12+ years of experience"):
        assert line in left[1]


def test_the_left_over_text_travels_with_every_step(client: FlaskClient) -> None:
    answer = client.post("/postings/new", data={"role": "program:L4", "left_over": "A line to keep.", "go": "step-2"})

    assert re.search(r'id="left_over"[^>]*>\s*A line to keep\.', answer.text)


def test_an_empty_text_makes_no_draft(client: FlaskClient) -> None:
    assert client.post("/postings/from-text", data={"text": " "}).status_code == 422


def test_a_careless_sample_shows_what_a_review_finds_before_anything_is_pasted(client: FlaskClient) -> None:
    page = client.get("/review/sample")

    assert page.status_code == 200
    assert "Rockstar" in page.text
    assert "Colorado: pay range in the posting" in page.text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("- US citizens only\n- You have run a release", "- You have run a release"),
        ("You plan releases. Send a recent photo. Ask us anything.", "You plan releases. Ask us anything."),
    ],
)
def test_a_line_that_no_words_can_mend_is_taken_out_whole(client: FlaskClient, line: str, left: str) -> None:
    page = review(client, f"Technical Program Manager\n\nWhat you need\n{line}\n").text

    mended = client.post("/review/", data={"text": text_of(page), "do": buttons(page)["Take the line out"]})

    assert text_of(mended.text).strip() == f"Technical Program Manager\n\nWhat you need\n{left}"
