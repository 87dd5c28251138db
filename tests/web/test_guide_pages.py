"""The guide is read from the first chapter to the last, and every way out of it leads somewhere."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core.guide.text import words_of
from app.core.targets import PAGES, Kind, Target
from app.extensions import toolkit
from app.web.destinations import PAGE_ENDPOINTS, address_of

HOME = "/guide/"


def links(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'href="(/[^"]*)"', page)]


def chapters(client: FlaskClient) -> list[str]:
    return list(dict.fromkeys(one for one in links(client.get(HOME).text) if re.fullmatch(r"/guide/[a-z-]+", one)))


def test_the_contents_lead_to_every_chapter(client: FlaskClient, app: Flask) -> None:
    with app.app_context():
        ids = [chapter.id for chapter in toolkit().guide.chapters]

    assert chapters(client) == [f"/guide/{id}" for id in ids]


def test_every_link_of_every_chapter_leads_to_a_page_and_every_note_to_its_source(client: FlaskClient) -> None:
    seen: set[str] = set()
    for address in chapters(client):
        page = client.get(address)
        assert page.status_code == 200, address
        anchors = set(re.findall(r'id="([^"]+)"', page.text))
        assert [one for one in re.findall(r'href="#([^"]+)"', page.text) if one not in anchors] == []
        seen.update(one for one in links(page.text) if not one.startswith("/static") and not one.endswith(".pdf"))

    for address in sorted(seen):
        path, _, anchor = address.partition("#")
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, address
        assert not anchor or f'id="{anchor}"' in answer.text, address


def test_the_chapters_can_be_read_one_after_the_other(client: FlaskClient) -> None:
    at, read = chapters(client)[0], []
    while True:
        read.append(at)
        following = re.search(r'href="([^"]+)" rel="next"', client.get(at).text)
        if not following:
            break
        at = following[1]

    assert read == chapters(client)


def test_a_note_names_publisher_address_and_day(client: FlaskClient) -> None:
    page = client.get("/guide/education").text

    assert "PMI Netherlands Chapter" in page
    assert "https://pmi-nl.nl/blog/the-pmp-exam-will-change-in-july-2026-23244" in page
    assert "Read November 22, 2026" in page


def test_every_word_of_a_chapter_stands_on_its_page(client: FlaskClient, app: Flask) -> None:
    with app.app_context():
        chapter = toolkit().guide.chapter("questions")
    page = client.get("/guide/questions").text
    text = " ".join(unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>|\u2060", "", page.replace("&#8288;", ""))).split())

    assert [one for one in map(words_of, chapter.texts) if " ".join(one.split()) not in text] == []


def test_pay_in_the_guide_is_what_the_look_up_says(client: FlaskClient) -> None:
    guide = client.get("/guide/levels-and-pay").text
    look_up = client.get("/salaries/?family=technical_program_manager&level=L4&region=US").text

    said = re.search(r"is paid \$([\d,]+) a year", look_up)

    assert said
    middle = int(said[1].replace(",", ""))
    assert f"<strong>{round(middle / 1000)}</strong>" in guide


def test_an_unknown_chapter_is_answered_with_the_known_ones(client: FlaskClient) -> None:
    page = client.get("/guide/astrology")

    assert page.status_code == 404
    assert "the-role, four-titles" in page.text


def test_the_whole_guide_comes_as_one_pdf(client: FlaskClient) -> None:
    answer = client.get("/guide/tpm-role-guide.pdf?paper=letter")

    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF")
    assert "tpm-role-guide.pdf" in answer.headers["Content-Disposition"]


def test_an_unknown_paper_is_refused(client: FlaskClient) -> None:
    page = client.get("/guide/tpm-role-guide.pdf?paper=a0")

    assert page.status_code == 422
    assert "a4 or letter" in page.text


def test_every_named_page_has_an_address(app: Flask) -> None:
    assert set(PAGE_ENDPOINTS) == set(PAGES)
    with app.test_request_context():
        assert all(address_of(Target(Kind.PAGE, page)).startswith("/") for page in PAGES)


@pytest.mark.parametrize("address", ["/", "/guide/skills", "/search"])
def test_the_guide_has_its_door_on_every_page(client: FlaskClient, address: str) -> None:
    assert 'href="/guide/"' in client.get(address).text
