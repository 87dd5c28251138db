"""Places and pay are taken from a brief as people type them, and nothing is changed without a word."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.test_posting_pages import BRIEF, words


def saved(client: FlaskClient, **changes: Any) -> str:
    """The page that follows, as it is read, once the brief is saved."""
    answer = client.post("/postings/new", data=BRIEF | changes, follow_redirects=True)
    assert answer.status_code == 200, words(answer.text)
    return words(answer.text)


def refused(client: FlaskClient, **changes: Any) -> str:
    answer = client.post("/postings/new", data=BRIEF | changes)
    assert answer.status_code == 422
    return words(answer.text)


def preview(client: FlaskClient, **changes: Any) -> str:
    return words(client.post("/postings/preview", data=BRIEF | changes).text)


# -- where


def test_remote_in_a_line_is_no_city(client: FlaskClient) -> None:
    page = saved(client, places="Remote anywhere in the US", work_mode="remote")

    assert "You may live and work in the United States." in page


def test_a_line_that_says_remote_while_hybrid_is_chosen_is_asked_about(client: FlaskClient) -> None:
    page = refused(client, places="Remote (US)", work_mode="hybrid")

    assert "“Remote (US)” says remote, and “hybrid” is chosen. Choose the one that is right" in page


def test_an_office_that_is_open_to_remote_is_taken_and_told(client: FlaskClient) -> None:
    page = saved(client, places="Denver or remote", work_mode="hybrid")

    assert "our office in Denver, Colorado." in page
    assert "“Denver or remote” says remote, and “hybrid” is chosen." in page


def test_only_remote_asks_for_a_place(client: FlaskClient) -> None:
    assert "Name at least one place" in refused(client, places="Remote", work_mode="remote")


def test_a_place_that_can_mean_two_is_asked_about_beside_its_field(client: FlaskClient) -> None:
    assert "“Portland” can mean Portland, Oregon or Portland, Maine." in refused(client, places="Portland")


def test_a_city_with_its_country_brings_the_law_of_its_state(client: FlaskClient) -> None:
    page = client.post("/postings/new", data=BRIEF | {"places": "Denver, USA"}, follow_redirects=True).text

    assert "/law/US-CO" in page


# -- pay


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ({"pay_min": "$150k-$190k per year"}, "$150,000 to $190,000 USD a year"),
        ({"pay_min": "120k - 150k DOE"}, "$120,000 to $150,000 USD a year"),
        ({"pay_min": "75/hr", "pay_max": "$90/hr"}, "$75 to $90 USD an hour"),
        ({"pay_min": "85k GBP", "pay_max": "110k GBP"}, "£85,000 to £110,000 a year"),
        ({"pay_min": "", "pay_max": "150-190k"}, "$150,000 to $190,000 USD a year"),
        ({"pay_min": "£85k-£110k", "places": "London"}, "£85,000 to £110,000 a year"),
        ({"pay_min": "C$150k-190k", "places": "Toronto"}, "$150,000 to $190,000 CAD a year"),
        ({"pay_min": "$150k-190k", "places": "Toronto"}, "$150,000 to $190,000 CAD a year"),
        ({"pay_min": "85,000", "pay_max": "110,000", "places": "London"}, "£85,000 to £110,000 a year"),
        ({"pay_min": "85.000", "pay_max": "95.000", "places": "Berlin"}, "€85,000 to €95,000 a year"),
    ],
)
def test_pay_is_taken_as_it_is_typed(client: FlaskClient, typed: dict[str, str], base: str) -> None:
    assert f"Base pay: {base}." in saved(client, **({"pay_max": ""} | typed))


def test_a_currency_that_was_taken_is_told(client: FlaskClient) -> None:
    page = saved(client, places="London", pay_min="85,000", pay_max="110,000")

    assert "The currency is GBP, after London, United Kingdom. Change it beside the pay if that is wrong." in page


def test_a_currency_that_somebody_chose_stays_and_is_told(client: FlaskClient) -> None:
    page = saved(client, places="London", currency_before="GBP", currency="USD")

    assert "Base pay: $168,000 to $204,000 USD a year." in page
    assert "Pay in the United Kingdom is usually said in GBP; this posting says USD." in page


def test_an_amount_in_another_currency_than_the_chosen_says_the_way_out(client: FlaskClient) -> None:
    page = refused(client, currency_before="USD", currency="EUR", pay_min="£85k", pay_max="110k")

    assert "“£85k” is not in EUR, the currency chosen here. Change the currency to GBP, or the amount." in page


def test_a_saved_currency_is_not_changed_by_a_later_place(client: FlaskClient) -> None:
    saved_at = client.post("/postings/new", data=BRIEF).location
    form = client.get(f"{saved_at}/brief").text

    assert 'name="currency_before" type="hidden" value=""' in form


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("up to 190k", "“up to 190k” leaves the lowest pay open."),
        ("150k+", "“150k+” leaves the highest pay open."),
    ],
)
def test_a_range_with_an_open_end_is_asked_about(client: FlaskClient, typed: str, asked: str) -> None:
    assert asked in refused(client, pay_min=typed, pay_max="")


def test_the_preview_tells_what_was_understood(client: FlaskClient) -> None:
    page = preview(client, places="London", pay_min="£85k-£110k", pay_max="")

    assert "The currency is GBP, after the amount." in page


def test_a_range_with_pay_from_a_band_keeps_its_currency(client: FlaskClient) -> None:
    page = client.get("/postings/new?role=program:L4&places=London&pay_min=90000&pay_max=120000&currency=USD").text

    assert 'name="currency_before" type="hidden" value=""' in page


@pytest.mark.parametrize(
    ("code", "shown"), [("US-CO", "Colorado"), ("US-NY", "the state of New York"), ("US-GA", "the state of Georgia")]
)
def test_a_link_names_a_state_so_that_it_is_not_asked_about(client: FlaskClient, code: str, shown: str) -> None:
    page = client.get(f"/postings/new?role=program:L4&places={code}").text

    assert re.search(rf'name="places"[^>]*>\s*{shown}\s*<', page)
