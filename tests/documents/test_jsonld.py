"""JSON-LD that job search engines accept, whatever the job, and that says what the posting says."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from app.config import DATA
from app.core.framework import Framework
from app.core.places import Place
from app.core.postings.brief import Employment, WorkMode
from app.core.postings.compose import compose
from app.core.postings.posting import Posting, edit_item
from app.documents.jsonld import CannotBeListed, job_posting, to_json_ld
from tests.builders import SOME_PLACES, a_brief, a_pay

TODAY = date(2026, 11, 22)
SCHEMA = json.loads((DATA / "schemas" / "jobposting.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())

WHERE: tuple[tuple[Place, ...], ...] = (
    (Place("US-WA", "Seattle"),),
    (Place("US-WA"),),
    (Place("US"),),
    (Place("SG", "Singapore"),),
    (Place("SG"),),
    (Place("DE", "Berlin"),),
    (Place("DE-BY", "München"), Place("CA-ON", "Toronto")),
    (Place("US-WA"), Place("US-NY"), Place("DE"), Place("SG")),
    (Place("US-WA", "Seattle"), Place("US-WA", "Seattle")),
)
PAY = (None, a_pay(), a_pay("42.50", "60.25", period="HOUR"), a_pay("9000", "9000", "EUR", "MONTH"), a_pay("1", None))
DATES = ((None, None), (date(2026, 12, 1), None), (None, TODAY), (date(2026, 12, 1), date(2026, 12, 1)))


def complaints(listed: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(listed)]


@pytest.fixture
def posting(framework: Framework) -> Posting:
    return compose(a_brief(), framework, SOME_PLACES)


class _Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("mode", WorkMode)
@pytest.mark.parametrize("employment", Employment)
def test_every_combination_is_complete_and_consistent(
    framework: Framework, mode: WorkMode, employment: Employment
) -> None:
    for places, pay, (opens, closes) in itertools.product(WHERE, PAY, DATES):
        brief = a_brief(work_mode=mode, employment=employment, places=places, pay=pay, opens=opens, closes=closes)
        listed = job_posting(compose(brief, framework, SOME_PLACES), SOME_PLACES, TODAY)

        assert complaints(listed) == [], (places, pay, opens, closes)
        assert listed["description"] != listed["title"]
        assert closes is None or listed["validThrough"] > listed["datePosted"]
        if "baseSalary" in listed:
            value = listed["baseSalary"]["value"]
            assert value.get("minValue", 0) <= value.get("maxValue", 0)
            assert pay is not None
            assert pay.in_words in _Words(listed["description"]).words


def test_remote_work_has_no_place_but_says_where_one_may_live(framework: Framework) -> None:
    places = (Place("US-WA"), Place("DE-BY"), Place("SG"), Place("US-WA", "Seattle"))
    brief = a_brief(work_mode=WorkMode.REMOTE, places=places)

    listed = job_posting(compose(brief, framework, SOME_PLACES), SOME_PLACES, TODAY)

    assert "jobLocation" not in listed
    assert listed["jobLocationType"] == "TELECOMMUTE"
    assert listed["applicantLocationRequirements"] == [
        {"@type": "State", "name": "Washington, United States"},
        {"@type": "AdministrativeArea", "name": "Bayern, Germany"},
        {"@type": "Country", "name": "Singapore"},
        {"@type": "City", "name": "Seattle, Washington, United States"},
    ]


@pytest.mark.parametrize("mode", [WorkMode.ON_SITE, WorkMode.HYBRID])
def test_work_at_a_place_names_it_and_is_not_called_remote(framework: Framework, mode: WorkMode) -> None:
    listed = job_posting(compose(a_brief(work_mode=mode), framework, SOME_PLACES), SOME_PLACES, TODAY)

    assert listed["jobLocation"] == {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "Seattle",
            "addressRegion": "Washington",
            "addressCountry": "US",
        },
    }
    assert "jobLocationType" not in listed


def test_the_facts_are_those_of_the_posting(posting: Posting) -> None:
    listed = job_posting(posting, SOME_PLACES, TODAY)

    assert listed["title"] == "Senior Technical Program Manager"
    assert listed["hiringOrganization"] == {"@type": "Organization", "name": "Harborline Payments"}
    assert listed["datePosted"] == "2026-11-22"
    assert listed["validThrough"] == "2026-12-20T23:59:59-12:00"
    assert listed["employmentType"] == "FULL_TIME"
    assert listed["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "USD",
        "value": {"@type": "QuantitativeValue", "minValue": 168000, "maxValue": 204000, "unitText": "YEAR"},
    }


def test_every_line_comes_back_in_order(posting: Posting) -> None:
    nasty = edit_item(posting, "must.risk", "<script>alert(1)</script> & “quotes” عربي 日本語 🚀")

    words = _Words(job_posting(nasty, SOME_PLACES, TODAY)["description"])

    wanted = [f"{label}: {value}" for label, value in nasty.facts]
    for section in nasty.shown:
        wanted += [section.heading, *(item.in_full for item in section.items)]
    at = 0
    for text in wanted:
        at = words.words.find(text, at)
        assert at >= 0, text
    assert words.tags == {"p", "ul", "li", "strong"}


def test_nothing_typed_can_end_the_script_that_holds_it(posting: Posting) -> None:
    nasty = edit_item(posting, "must.risk", "</script><script>alert(1)</script><!--")
    written = to_json_ld(nasty, SOME_PLACES, TODAY)

    assert "<" not in written
    assert json.loads(written) == job_posting(nasty, SOME_PLACES, TODAY)


@pytest.mark.parametrize(
    ("title", "listed_as"),
    [
        ("Senior TPM!!!", "Senior TPM"),
        ("TPM (req 1234567)", "TPM"),
        ("TPM $150k", "TPM 150k"),
        ("Técnico 日本", "Técnico 日本"),
    ],
)
def test_a_title_is_listed_without_what_search_engines_refuse(posting: Posting, title: str, listed_as: str) -> None:
    listed = job_posting(replace(posting, brief=replace(posting.brief, title=title)), SOME_PLACES, TODAY)

    assert listed["title"] == listed_as
    assert complaints(listed) == []


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"closes": date(2026, 11, 21)}, "Applications closed on November 21, 2026"),
        ({"title": "!!!"}, "Give the job a title in words"),
        ({"pay": a_pay("200000", "100000")}, "The highest pay is below the lowest"),
        ({"pay": a_pay("1", "2")}, "but the posting does not"),
        ({"places": ()}, "Name at least one place"),
    ],
)
def test_what_would_contradict_itself_is_refused(posting: Posting, changes: dict[str, Any], complaint: str) -> None:
    broken = replace(posting, brief=replace(posting.brief, **changes))

    with pytest.raises(CannotBeListed, match=complaint) as refused:
        job_posting(broken, SOME_PLACES, TODAY)
    assert refused.value.code == "cannot_be_listed"


@pytest.mark.parametrize(
    "fault",
    [
        {"jobLocation": {}},
        {"jobLocation": []},
        {"jobLocationType": "TELECOMMUTE"},
        {"datePosted": "22 November"},
        {"title": "TPM 150,000 $"},
        {"description": "<h1>TPM</h1>" + "x" * 60},
        {"validThrough": "2026-12-20"},
        {"hiringOrganization": {"@type": "Organization"}},
        {"salary": "much"},
    ],
)
def test_the_schema_catches_faults(posting: Posting, fault: dict[str, Any]) -> None:
    assert complaints(job_posting(posting, SOME_PLACES, TODAY) | fault) != []
