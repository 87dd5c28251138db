"""The law in the data files can be used, is cited, and says nothing beyond its sources."""

from __future__ import annotations

from datetime import date

import yaml

from app.config import DATA
from app.core.law.duties import Law, Remote
from app.core.law.vocabulary import TERMS, Form
from app.reference import law as law_files
from app.reference import places, sources

SOURCES = sources.load(DATA / "sources")
LAW: Law = law_files.load(DATA / "law", SOURCES)
DUTIES = [duty for place in LAW.jurisdictions.values() for duty in place.duties]
SEARCHED = {"ai_statement", "vacancy_statement", "ongoing_applications", "open_ended_pay", "health_benefits"}


def test_every_place_with_a_duty_to_show_pay_is_there() -> None:
    asking = {duty.jurisdiction for duty in DUTIES if duty.name == "pay_range"}

    assert asking == {
        *("US-CO", "US-CA", "US-WA", "US-NY", "US-NY-NYC", "US-NY-ITH", "US-HI", "US-DC", "US-MD", "US-IL", "US-MN"),
        *("US-NJ", "US-NJ-JC", "US-VT", "US-MA", "US-ME", "US-VA", "US-CT", "US-DE", "US-OH-CLE", "US-OH-COL"),
        *("CA-ON", "CA-BC", "CA-PE", "SG", "IT", "LT", "LV", "AT"),
    }


def test_every_duty_opens_its_source() -> None:
    assert [duty.rule for duty in DUTIES if not all(SOURCES[one].url for one in duty.sources)] == []


def test_every_source_of_the_law_is_cited() -> None:
    listed = {entry["id"] for entry in yaml.safe_load((DATA / "sources" / "law.yaml").read_text(encoding="utf-8"))}
    cited = {source for duty in DUTIES for source in duty.sources}
    cited |= {source for place in LAW.jurisdictions.values() for source in place.sources}

    assert cited == listed


def test_every_forbidden_wording_has_phrases_and_every_phrase_a_use() -> None:
    forbidden = {duty.name for duty in DUTIES if duty.term.form is Form.FORBIDS}

    assert set(LAW.phrases) == forbidden | SEARCHED


def test_every_duty_of_the_vocabulary_is_asked_somewhere() -> None:
    assert set(TERMS) == {duty.name for duty in DUTIES}


def test_what_is_less_than_sure_says_why() -> None:
    silent = [duty.rule for duty in DUTIES if duty.confidence == "low" and not duty.doubt]

    assert silent == []


def test_all_27_member_states_are_listed() -> None:
    assert len(LAW.members) == 27
    assert {code for code, member in LAW.members.items() if member.has_made_it_law} == {"IT", "SK", "LT", "MT", "PL"}


def test_every_place_has_a_name_that_the_codes_know() -> None:
    names = places.load().names

    assert [
        code for code, place in LAW.jurisdictions.items() if code not in names and place.kind not in ("city", "union")
    ] == []


def test_every_duty_is_dated_in_a_lifetime() -> None:
    assert [duty.rule for duty in DUTIES if not date(1960, 1, 1) < duty.since < date(2030, 1, 1)] == []


def test_cities_do_not_reach_out_unless_the_law_says_so() -> None:
    reaching = {duty.jurisdiction for duty in DUTIES if duty.name == "pay_range" and duty.reach.remote is not Remote.NO}

    assert {code for code in reaching if LAW.jurisdictions[code].kind == "city"} == {"US-NY-NYC", "US-NJ-JC"}
