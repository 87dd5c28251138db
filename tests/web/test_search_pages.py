"""Search from the head of any page, without JavaScript."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.web.test_posting_pages import a_saved_posting


def results(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'<li><a href="([^"]+)">([^<]+)</a><span>', page)
    return [(unescape(address), unescape(title)) for address, title in found]


@pytest.mark.parametrize(
    "address", ["/", "/postings/", "/salaries/", "/law/", "/framework/2026.1/", "/guide/", "/nowhere"]
)
def test_the_field_stands_in_the_head_of_every_page(client: FlaskClient, address: str) -> None:
    page = client.get(address).text

    assert 'role="search" aria-label="Everywhere" action="/search"' in page
    assert '<label class="visually-hidden" for="site-search">' in page


@pytest.mark.parametrize(
    ("question", "title", "address"),
    [
        ("planing", "Delivery planning and critical path", "/framework/2026.1/skills/planning"),
        (
            "L4",
            "L4: Senior Technical Project Manager / Senior Technical Program Manager",
            "/framework/2026.1/levels/L4",
        ),
        ("scrum master", "Scrum master", "/salaries/?title=Scrum+master&region=US"),
        ("senior technical program manager", "Senior Technical Program Manager", "/postings/new?role=program:L4"),
        ("seatle", "Seattle-Tacoma-Bellevue, WA", "region=US-METRO-42660"),
        ("colorado law", "Colorado", "/law/US-CO"),
        ("scope creep", "How do I stop scope creep?", "/guide/questions#scope-creep"),
        ("resume", "Résumé analyzer", "/resumes/"),
        ("Berlin", "Germany", "region=DE"),
        ("munich", "Germany", "region=DE"),
        ("Boulder", "Colorado", "region=US-CO"),
    ],
)
def test_a_question_leads_to_its_page(client: FlaskClient, question: str, title: str, address: str) -> None:
    found = results(client.get("/search", query_string={"q": question}).text)

    first = dict(reversed(found))
    assert any(title == name and address in at for at, name in found[:8]), found[:8]
    assert client.get(next(at for at, name in found if name == title).partition("#")[0], follow_redirects=True)
    assert first


@pytest.mark.parametrize(
    ("question", "title", "address"),
    [
        ("London", "United Kingdom", "/law/GB"),
        ("UK", "United Kingdom", "/law/GB"),
        ("USA", "United States", "region=US"),
        ("Canada", "Canada", "region=CA"),
        ("salary range California", "Pay in California", "region=California"),
        ("TPM salary berlin", "Pay in Germany", "region=berlin"),
        ("what does a tpm earn in texas?", "Pay in Texas", "region=texas"),
        ("senior tpm seattle", "Pay for senior tpm in Seattle-Tacoma-Bellevue, WA", "title=senior+tpm&region=seattle"),
    ],
)
def test_a_place_and_a_question_about_pay_come_first(
    client: FlaskClient, question: str, title: str, address: str
) -> None:
    (at, name), *_ = results(client.get("/search", query_string={"q": question}).text)

    assert name == title
    assert at.endswith(address)
    assert client.get(at).status_code == 200


@pytest.mark.parametrize(
    ("question", "title"),
    [("NYC", "New York-Newark-Jersey City, NY-NJ"), ("NYC", "New York City"), ("Canada", "Ontario")],
)
def test_a_place_brings_what_belongs_to_it(client: FlaskClient, question: str, title: str) -> None:
    found = results(client.get("/search", query_string={"q": question}).text)

    assert title in [name for _, name in found]


@pytest.mark.parametrize("question", ["risk", "director", "germany", "remote", "California pay", "tpm"])
def test_every_result_leads_to_a_page(client: FlaskClient, question: str) -> None:
    found = results(client.get("/search", query_string={"q": question}).text)

    assert found
    for address, title in found:
        assert client.get(address.partition("#")[0], follow_redirects=True).status_code == 200, title


def test_what_was_typed_stays_in_the_field_and_is_shown_as_text(client: FlaskClient) -> None:
    page = client.get("/search", query_string={"q": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in page
    assert 'value="&#34;&gt;&lt;script&gt;' in page


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    answer = client.get("/search?q=xyzzy")

    assert answer.status_code == 200
    assert "Nothing has these words" in answer.text
    assert "try its state or country" in answer.text


def test_an_empty_question_offers_examples(client: FlaskClient) -> None:
    page = client.get("/search").text
    examples = re.findall(r'<a href="(/search\?q=[^"]+)">', page)

    assert "Type a skill" in page
    assert len(examples) >= 8
    assert [one for one in examples if "Nothing has" in client.get(unescape(one)).text] == []


def test_a_long_group_can_be_seen_whole(client: FlaskClient) -> None:
    short = client.get("/search?q=california").text
    whole = client.get("/search?q=california&in=pay").text

    assert "under Pay by region" in short
    assert len(results(whole)) > len(results(short))
    assert "Look everywhere for" in whole


def test_an_unknown_group_is_left_aside(client: FlaskClient) -> None:
    assert client.get("/search?q=risk&in=nowhere").status_code == 200


def test_what_somebody_saved_is_found_by_them_and_by_nobody_else(client: FlaskClient) -> None:
    a_saved_posting(client, title="Zephyr migration lead")

    assert "Zephyr migration lead" in client.get("/search?q=zephyr").text
    assert "Zephyr migration lead" not in client.application.test_client().get("/search?q=zephyr").text
    assert "no-store" in client.get("/search?q=zephyr").headers["Cache-Control"]
