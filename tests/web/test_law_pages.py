"""Anybody can read what the law asks of a posting, place by place, and every address leads somewhere."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient


def test_every_link_within_posting_law_leads_to_a_page(client: FlaskClient) -> None:
    seen: set[str] = set()
    waiting = ["/law/"]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        page = client.get(address)
        assert page.status_code == 200, address
        links = re.findall(r'href="(/law/[^"#]*)', page.text)
        waiting += [link for link in dict.fromkeys(links) if link not in seen and link not in waiting]

    assert len(seen) > 41 + 118


@pytest.mark.parametrize("address", ["/law/", "/law/US-CO", "/law/US-CO/pay_range"])
def test_that_it_is_no_legal_advice_is_said_once(client: FlaskClient, address: str) -> None:
    assert client.get(address).text.count("not legal advice") == 1


def test_a_place_shows_its_duties_with_what_backs_them(client: FlaskClient) -> None:
    page = client.get("/law/US-CO?on=2026-11-22").text

    assert "Application deadline" in page
    assert "C.R.S. 8-5-201" in page
    assert "Confidence: high" in page
    assert "Last read November 22, 2026" in page
    assert "SB 26-189" in page


def test_what_is_coming_stands_apart(client: FlaskClient) -> None:
    before = client.get("/law/US-DE?on=2027-09-25").text
    after = client.get("/law/US-DE?on=2027-09-26").text

    assert "<h2>Coming</h2>" in before
    assert "<h2>Coming</h2>" not in after


def test_what_changes_next_is_told_in_order(client: FlaskClient) -> None:
    page = client.get("/law/?on=2026-11-22").text

    days = ["January 1, 2027", "September 26, 2027", "October 1, 2027", "December 2, 2027"]
    assert [day for day in days if day in page] == days
    assert [page.index(day) for day in days] == sorted(page.index(day) for day in days)


def test_a_duty_opens_its_sources(client: FlaskClient) -> None:
    page = client.get("/law/CA-ON/range_width?on=2026-11-22").text

    assert "CAD 50,000 a year" in page
    assert "above CAD 200,000 a year" in page
    assert 'href="https://www.ontario.ca/laws/regulation/240476"' in page


def test_an_old_reading_is_shown_and_not_hidden(client: FlaskClient) -> None:
    assert "look again" not in client.get("/law/US-VA/pay_range?on=2027-05-21").text
    assert "look again" in client.get("/law/US-VA/pay_range?on=2027-05-22").text


def test_a_doubt_is_shown(client: FlaskClient) -> None:
    assert "Whether the rule has been adopted was not found." in client.get("/law/US-NJ/range_width").text


def test_a_city_names_the_law_around_it(client: FlaskClient) -> None:
    page = client.get("/law/US-NY-NYC").text

    assert "Also binds here" in page
    assert 'href="/law/US-NY/job_description"' in page


def test_a_member_state_shows_where_the_directive_stands(client: FlaskClient) -> None:
    page = client.get("/law/DE?on=2026-11-22").text

    assert "not yet in national law when last read" in page
    assert "a directive, as advice" in page


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/law/US-ZZ", 404, "US-CO"),
        ("/law/US-TX", 404, "We know of no posting law of Texas"),
        ("/law/US-CO/vacancy_statement", 404, "application_deadline"),
        ("/law/US-CO?on=tomorrow", 422, "2027-01-01"),
    ],
)
def test_a_wrong_address_says_what_is_known(client: FlaskClient, address: str, status: int, words: str) -> None:
    page = client.get(address)

    assert page.status_code == status
    assert words in page.text


def test_a_country_whose_parts_have_posting_law_lists_them(client: FlaskClient) -> None:
    page = client.get("/law/CA").text

    assert "Posting law in Canada" in page
    assert 'href="/law/CA-ON">Ontario</a>' in page
