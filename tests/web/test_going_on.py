"""From one tool to the next with one press; what is known goes along."""

from __future__ import annotations

import html
import re

from flask.testing import FlaskClient

from tests.web.test_posting_pages import a_saved_posting, words

BAND = "/salaries/?family=technical_program_manager&level=L4&region=US-CO"


def link(page: str, text: str) -> str:
    found = re.search(rf'<a href="([^"]+)">[^<]*{re.escape(text)}', page)
    assert found, f"no link {text!r}"
    return html.unescape(found[1])


def test_a_band_becomes_the_range_of_a_posting(client: FlaskClient) -> None:
    form = client.get(link(client.get(BAND).text, "Write a posting with the middle half")).text

    assert re.search(r'name="pay_min"[^>]*value="\d{6}"', form)
    assert re.search(r'name="places"[^>]*>\s*Colorado', form)
    assert re.search(r'value="USD"', form)


def test_a_band_leads_to_the_law_of_its_place_and_to_an_assessment_at_its_level(client: FlaskClient) -> None:
    page = client.get(BAND).text

    assert "Colorado" in words(client.get(link(page, "See what a posting must say in Colorado")).text)
    assessment = client.get(link(page, "Assess yourself against L4")).text
    assert re.search(r'<input[^>]*checked[^>]*value="program:L4"|value="program:L4"[^>]*checked', assessment)


def test_the_law_of_a_place_leads_to_a_posting_there_whatever_level_is_chosen(client: FlaskClient) -> None:
    roles = client.get(link(client.get("/law/US-CO").text, "Write a posting for")).text

    senior = re.search(r'<a href="([^"]*program:L4[^"]*|[^"]*program%3AL4[^"]*)"', roles)
    assert senior
    form = client.get(html.unescape(senior[1])).text

    assert re.search(r'name="places"[^>]*>\s*Colorado', form)


def test_a_posting_leads_to_its_pay_band_and_to_the_law_of_its_places(client: FlaskClient) -> None:
    page = client.get(a_saved_posting(client)).text

    assert client.get(link(page, "Its pay band")).status_code == 200
    assert client.get(link(page, "The law of Washington")).status_code == 200


def test_a_level_leads_to_its_pay_and_to_an_assessment(client: FlaskClient) -> None:
    page = client.get("/framework/2026.1/levels/L4").text

    assert client.get(link(page, "Look up pay at L4")).status_code == 200
    assert client.get(link(page, "Assess yourself against L4")).status_code == 200
