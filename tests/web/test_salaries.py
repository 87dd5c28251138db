"""Looking pay up in the browser: an address holds the question, and a refusal helps on."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.extensions import toolkit
from tests.web.test_posting_pages import words

BAND = "/salaries/?family=technical_program_manager&level=L4&region=US-CA&as_of=2023-11"
ASK = {"family": "technical_program_manager", "level": "L4"}
DOWNLOAD = "family=technical_program_manager&level=L4&region=US-CA&as_of=2023-11"
COMPARED = "/salaries/compare?family=technical_program_manager&as_of=2023-11&at=US-CA:L4&at=US-WA:L4"


def test_the_form_offers_every_region_by_name(client: FlaskClient) -> None:
    page = client.get("/salaries/")

    assert page.status_code == 200
    for name in ("California, United States", "Singapore", "Ontario, Canada", "San Jose-Sunnyvale-Santa Clara, CA"):
        assert f'<option value="{name}">' in page.text


def test_an_address_is_a_question_and_the_page_its_answer(client: FlaskClient) -> None:
    page = client.get(BAND)

    assert page.status_code == 200
    for part in (
        "A technical program manager at L4 in California is paid",
        "35 filings",
        "LCA disclosure data",
        "US public domain",
        "All levels in California",
        "Over time",
        "What articles say",
        "99,910",
    ):
        assert part in page.text


def test_a_drawing_has_a_title_a_description_and_a_table_beside_it(client: FlaskClient) -> None:
    page = client.get(BAND)

    assert page.text.count("<svg xmlns") == page.text.count("<desc") == 3
    assert page.text.count("<table") >= 3


def test_the_key_names_only_what_is_drawn(client: FlaskClient) -> None:
    whole, published = client.get(BAND).text, client.get("/salaries/", query_string={**ASK, "region": "SG"}).text

    assert "Line: from the 10th" in whole
    assert "Bracket beneath" in whole
    assert "Box: the middle half" in published
    assert "Line: from the 10th" not in published
    assert "Bracket beneath" not in published


@pytest.mark.parametrize("region", ["California, United States", "california", "US-CA"])
def test_a_region_is_found_by_its_name_or_its_code(region: str, client: FlaskClient) -> None:
    page = client.get("/salaries/", query_string={"family": "it_project_manager", "level": "L3", "region": region})

    assert "IT project manager in California" in page.text


def test_an_offer_is_placed_with_its_interval(client: FlaskClient) -> None:
    page = client.get(f"{BAND}&offer=175k")

    assert "$175,000 USD a year falls at the" in page.text
    assert "nine times in ten between" in page.text


def test_a_title_is_read_and_the_page_says_how(client: FlaskClient) -> None:
    page = client.get("/salaries/?title=Sr+Technical+Program+Manager&region=US-CA")

    assert "was read as technical program manager, L4, with high certainty" in page.text


def test_the_words_of_a_title_are_set_beside_the_level_and_lead_there(client: FlaskClient) -> None:
    page = client.get("/salaries/?title=Sr+TPM&region=US-NY&as_of=2026-11")

    assert "“Sr TPM”, read as L4" in page.text
    assert re.search(r"pay \d+% more than L4 as a whole here", page.text)
    whole = client.get("/salaries/?family=technical_program_manager&level=L4&region=US-NY&as_of=2026-11")
    middle = re.search(r"is paid (\$[\d,]+) a year", whole.text)
    assert middle
    assert f"without the title: {middle[1]} USD</a>" in page.text


def test_a_figure_of_all_levels_is_headed_so_and_its_page_claims_no_level(client: FlaskClient) -> None:
    page = client.get("/salaries/?family=it_project_manager&level=L6&region=SG")

    assert "All levels together: the figure is not split into L6." in page.text
    assert "All levels in Singapore" not in page.text
    assert "Nothing: the evidence is of this work" not in page.text
    assert "does not count IT project managers or L6 apart" in page.text


def test_a_role_that_does_not_exist_leads_to_the_one_that_does(client: FlaskClient) -> None:
    page = client.get("/salaries/?family=technical_program_manager&level=L2&region=US-CA")

    assert page.status_code == 422
    assert "the program track opens at L3" in page.text
    onward = re.search(r'href="([^"]+)">Technical project manager, L2<', page.text)
    assert onward
    assert client.get(unescape(onward[1])).status_code == 200


def test_rupees_are_grouped_one_way_in_sentence_drawing_and_table(client: FlaskClient) -> None:
    page = client.get("/salaries/?family=technical_project_manager&level=L4&region=IN&as_of=2026-05")
    middle = re.search(r"is paid ₹([\d,]+) a year", page.text)

    assert middle
    assert re.fullmatch(r"\d\d,\d\d,\d{3}", middle[1])
    assert page.text.count(middle[1]) >= 4
    assert middle[1].replace(",", "") not in page.text
    assert f"{int(middle[1].replace(',', '')):,}" not in page.text


def test_official_wages_are_a_table_with_their_occupations(client: FlaskClient) -> None:
    page = client.get("/salaries/?family=technical_program_manager&level=L4&region=US-METRO-41940").text

    assert '<th scope="col" class="number">Level 2</th>' in page
    assert "Project Management Specialists (13-1082)" in page


def test_a_refusal_links_to_what_can_be_answered(client: FlaskClient) -> None:
    page = client.get("/salaries/?family=it_project_manager&level=L3&region=GB")

    assert page.status_code == 422
    assert "We cannot answer that honestly" in page.text
    assert "region=IE" in page.text
    assert "We have no UK figures yet." in page.text
    assert "tpm data" not in page.text


def test_before_a_question_is_asked_three_examples_open_without_typing(client: FlaskClient) -> None:
    page = client.get("/salaries/").text
    examples = re.findall(r'<li><a href="(/salaries/\?[^"]+)">', page)

    assert len(examples) == 3
    assert all(client.get(unescape(one)).status_code == 200 for one in examples)


def test_the_places_that_are_covered_are_counted_from_the_tables(client: FlaskClient, app: Flask) -> None:
    with app.app_context():
        tables = toolkit().salaries
    areas = sum(tables.answerable(region.code) for region in tables.regions.by_code.values() if region.kind == "area")

    assert f"{areas} metro and other areas" in client.get("/salaries/").text


def test_an_unknown_region_offers_the_nearest_names(client: FlaskClient) -> None:
    page = client.get("/salaries/?family=it_project_manager&level=L3&region=San+Josee")

    assert page.status_code == 422
    assert "region=US-METRO-41940" in page.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("offer=85", "Is 85 an hour, or 85 thousand a year?"),
        ("currency=XYZ", "no published exchange rate"),
        ("as_of=2019-01", "the wage index begins"),
        ("as_of=soon", "is not a month"),
    ],
)
def test_a_bad_question_keeps_what_was_typed_and_names_the_field(asked: str, said: str, client: FlaskClient) -> None:
    page = client.get(f"/salaries/?family=it_project_manager&level=L3&region=US&{asked}")

    assert page.status_code == 422
    assert said in page.text
    assert f'value="{asked.partition("=")[2]}"' in page.text


def test_regions_are_compared_on_one_scale(client: FlaskClient) -> None:
    page = client.get(COMPARED)

    assert page.status_code == 200
    assert "California, L4" in page.text
    assert "Washington, L4" in page.text
    assert page.text.count("<svg xmlns") == 1


def test_a_comparison_grows_by_one_region_and_tells_of_one_that_cannot_be_answered(client: FlaskClient) -> None:
    assert "Texas, L5" in client.get(f"{COMPARED}&region=US-TX&level=L5").text

    refused = client.get(f"{COMPARED}&region=Atlantis")

    assert refused.status_code == 422
    assert "We do not know the region" in refused.text
    assert "California, L4" in refused.text


def test_a_comparison_marks_what_is_not_of_the_level(client: FlaskClient) -> None:
    page = client.get(f"{COMPARED}&at=SG:L4".replace("2023-11", "2025-06"))

    assert "Singapore, all levels" in page.text
    assert "another occupation" in page.text
    assert "35 filings, 23 employers" in page.text


def test_pay_of_different_kinds_is_not_compared_silently(client: FlaskClient) -> None:
    page = client.get(f"{COMPARED}&at=SG:L4".replace("2023-11", "2025-06"))

    assert "These are not the same kind of pay" in page.text


def test_more_than_four_are_left_out_and_said_so(client: FlaskClient) -> None:
    page = client.get(f"{COMPARED}&at=US-TX:L4&at=US-NY:L4&at=US-NJ:L4")

    assert "Compare 4 at a time" in page.text


def test_a_band_can_be_taken_away_as_json_csv_and_drawing(client: FlaskClient) -> None:
    json = client.get(f"/salaries/band.json?{DOWNLOAD}").json
    rows = list(csv.DictReader(io.StringIO(client.get(f"/salaries/band.csv?{DOWNLOAD}").text)))
    drawing = client.get(f"/salaries/band.svg?{DOWNLOAD}")

    assert json is not None
    assert str(json["band"]["p50"]) == rows[0]["p50"]
    assert drawing.mimetype == "image/svg+xml"
    assert ET.fromstring(drawing.text).tag.endswith("svg")  # noqa: S314  # our own drawing
    assert f"{json['band']['p50']:,}" in drawing.text


def test_what_cannot_be_taken_away_is_said(client: FlaskClient) -> None:
    assert client.get(f"/salaries/band.doc?{DOWNLOAD}").status_code == 404
    assert client.get("/salaries/band.json?family=it_project_manager&level=L3&region=GB").status_code == 422


def test_a_comparison_is_a_spreadsheet_too(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(COMPARED.replace("compare?", "compare.csv?")).text)))

    assert [row["region"] for row in rows] == ["US-CA", "US-WA"]


@pytest.mark.parametrize("region", ["SG", "UA", "DE", "CA-ON", "EU", "US-METRO-12420", "US-WY"])
def test_every_kind_of_region_has_its_page(region: str, client: FlaskClient) -> None:
    page = client.get(f"/salaries/?family=technical_project_manager&level=L3&region={region}")

    assert page.status_code == 200
    assert "Sources" in page.text


@pytest.mark.parametrize("path", [f"/salaries/band.pdf?{DOWNLOAD}", COMPARED.replace("compare?", "compare.pdf?")])
def test_pay_can_be_printed(path: str, client: FlaskClient) -> None:
    printed = client.get(path)

    assert printed.status_code == 200
    assert printed.data.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Berlin", "Berlin: the nearest figure is for Germany."),
        ("London", "London is looked up as a part of the United Kingdom."),
        ("London", "We have no UK figures yet."),
        ("Georgia", "Which one do you mean?"),
        ("remote", "Pay follows where the person lives, so “remote” alone has no band."),
        ("New York", "This is the state of New York. Look up New York-Newark-Jersey City, NY-NJ"),
        ("", "Name a region, such as California or Singapore."),
    ],
)
def test_a_place_that_is_typed_is_understood_or_asked_about(client: FlaskClient, typed: str, said: str) -> None:
    page = client.get("/salaries/", query_string=ASK | {"region": typed}).text

    assert said in words(page)


def test_no_region_is_an_error_beside_its_field(client: FlaskClient) -> None:
    answer = client.get("/salaries/?family=technical_program_manager&level=L4&region=")

    assert answer.status_code == 422
    assert 'id="region-error"' in answer.text


@pytest.mark.parametrize("month", ["2024-06", "June 2024", "Jun 2024", "06/2024", "6/2024"])
def test_a_month_is_read_as_people_write_it(client: FlaskClient, month: str) -> None:
    page = client.get("/salaries/", query_string=ASK | {"region": "US-CA", "as_of": month}).text

    assert "June 2024" in words(page)
