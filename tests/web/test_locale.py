"""An installation writes its own English: its spelling, its days and its numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.config import DATA, SettingError, Settings, from_environment
from app.reference import english, sources
from tests.web.test_posting_pages import a_saved_posting, words

ENGLISH = english.load(DATA / "language" / "spelling.yaml", sources.load(DATA / "sources"))
CHAPTERS = tuple(f"/guide/{path.stem}" for path in sorted((DATA / "guide").glob("*.yaml")) if path.stem != "contents")
PAGES = (
    "/",
    "/postings/new?role=program:L4",
    "/review/",
    "/resumes/",
    "/resumes/sample",
    "/assessments/",
    "/assessments/sample",
    "/framework/2026.1/",
    "/framework/2026.1/levels/L5",
    "/framework/2026.1/skills/methods",
    "/framework/2026.1/matrix",
    "/framework/2026.1/tracks",
    "/framework/2026.1/careers",
    "/law/US-CO",
    "/guide/",
    *CHAPTERS,
    "/coaching/",
    "/work/",
)
# What others are called, and what the market calls the role: neither is ours to spell.
NAMES = re.compile(
    r"<(?:cite|li)[^>]*>[^<]*<a[^>]*rel=\"noreferrer\".*?</li>|US Department of Labor|Technical program manager|"
    r"Bureau of Labor Statistics|Program Management Professional|Programme delivery manager",
    re.DOTALL,
)


PAY = (
    "/salaries/?family=technical_program_manager&level=L4&region=US-CA&offer=175000",
    "/salaries/?family=technical_program_manager&level=L4&region=SG",
    "/salaries/compare?family=technical_program_manager&at=US-CA:L4&at=SG:L4",
)
ISO_DATE = re.compile(r"\b20\d\d-(?:0\d|1[0-2])(?:-[0-3]\d)?\b")


@pytest.fixture
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
    return Settings(
        instance=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'tpm.sqlite3'}",
        secret_key="s" * 40,
        locale=getattr(request, "param", "en-GB"),
    )


def spelled_otherwise(page: str, country: str) -> list[str]:
    """What of a page's own words another country's reader would expect."""
    others = re.compile(rf"\b(?:{'|'.join(ENGLISH.of(country).words)})\b", re.IGNORECASE)
    read = words(NAMES.sub(" ", page))
    return [read[max(0, found.start() - 40) : found.end() + 20] for found in others.finditer(read)]


@pytest.mark.parametrize("path", PAGES)
def test_british_pages_hold_no_american_spelling(client: FlaskClient, path: str) -> None:
    page = client.get(path)

    assert page.status_code == 200
    assert 'lang="en-GB"' in page.text
    assert spelled_otherwise(page.text, "GB") == []


@pytest.mark.parametrize("settings", ["en-US"], indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_american_pages_hold_no_british_spelling(client: FlaskClient, path: str) -> None:
    page = client.get(path)

    assert 'lang="en-US"' in page.text
    assert spelled_otherwise(page.text, "US") == []


def test_what_somebody_typed_is_never_spelled_anew(client: FlaskClient) -> None:
    address = a_saved_posting(client, employer="Labor Program Center", about="We color behavior.")

    page = client.get(address).text

    assert "Labor Program Center" in page
    assert "We color behavior." in page


def test_a_posting_follows_its_place_and_the_page_around_it_the_installation(client: FlaskClient) -> None:
    address = a_saved_posting(client, places="Seattle, Washington", closes="2099-12-20")

    page = words(client.get(address).text)

    assert "December 20, 2099" in page
    assert "the program's teams" in page.replace("’", "'")
    assert re.search(r"Saved \d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d UTC", page)


@pytest.mark.parametrize("written", ["en-gb", "en_GB", "en-GB"])
def test_the_locale_is_a_setting(tmp_path: Path, written: str) -> None:
    assert from_environment({"TPM_INSTANCE": str(tmp_path), "TPM_LOCALE": written}).locale == "en-GB"


def test_an_unknown_locale_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"TPM_LOCALE must be one of en-US, en-GB.*but is 'fr'"):
        from_environment({"TPM_INSTANCE": str(tmp_path), "TPM_LOCALE": "fr"})


@pytest.mark.parametrize("address", [*PAGES, *PAY])
def test_days_and_months_are_written_in_words(address: str, client: FlaskClient) -> None:
    """ISO dates are for files and fields; an address that is shown may hold one."""
    read = re.sub(r"https?://\S+", " ", words(client.get(address).text))

    assert [read[max(0, one.start() - 40) : one.end() + 10] for one in ISO_DATE.finditer(read)] == []
