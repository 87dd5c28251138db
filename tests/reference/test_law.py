"""The reader of posting law stops at what is wrong and says which file and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from app.core.errors import DataError
from app.core.law.duties import Law
from app.reference import law

PLACE = """\
code: US-CO
name: Colorado
kind: state
within: US
note: null
laws:
  - name: An act
    citation: C.R.S. 8-5-201
    employers: {here: 1}
    reach: {remote: "yes"}
    sources: [crs]
    confidence: high
    checked_on: 2026-11-22
    duties:
      - duty: pay_range
        since: 2021-01-01
        summary: The pay.
"""
PHRASES = """\
- name: age_wording
  where: [text]
  anchors: [native]
  finds: ['digital native']
  along: []
  unless: []
"""
Read = Callable[[str, str], Law]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(place: str, phrases: str = PHRASES) -> Law:
        (tmp_path / "us-co.yaml").write_text(place, encoding="utf-8")
        (tmp_path / "phrases.yaml").write_text(phrases, encoding="utf-8")
        return law.load(tmp_path, {"crs"})

    return reading


def test_what_stands_at_the_law_holds_for_its_duties(tmp_path: Path, read: Read) -> None:
    duty = read(PLACE, PHRASES).jurisdictions["US-CO"].duties[0]

    assert (duty.citation, duty.confidence, duty.employers.here) == ("C.R.S. 8-5-201", "high", 1)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("kind: state", "kind: stat", "kind: 'stat' is not known"),
        ("note: null", "note: null\nextra: 1", "unknown key 'extra'"),
        ("within: US\n", "", "the key 'within' is missing"),
        ("within: US\n", "within: CA\n", "'CA' is neither a place with a file nor the start of US-CO"),
        ("code: US-CO", "code: US-WA", "must be called us-wa.yaml"),
        ("name: Colorado", "name: Colorado\nname: Colorado", "stands twice"),
        ("duty: pay_range", "duty: pay", "'pay' is not known"),
        ("since: 2021-01-01", "since: 2021", "must be a date"),
        ("since: 2021-01-01", "since: 2021-01-01\n        until: 2020-01-01", "lies before since"),
        ("since: 2021-01-01", "since: 2021-01-01\n        enforced_from: 2021-01-01", "does not lie after since"),
        ("since: 2021-01-01", "since: 2021-01-01\n        limit: {percent_of_minimum: 60}", "a limit belongs to range"),
        ("sources: [crs]", "sources: [hearsay]", "the source 'hearsay' is not in data/sources/"),
        ("sources: [crs]", "sources: []", "must have 1 to any number entries"),
        ("    confidence: high\n", "", "the citation or the confidence is missing"),
        ("{here: 1}", "{there: 1}", "unknown key 'there'"),
        ('{remote: "yes"}', "{remote: perhaps}", "'perhaps' is not known"),
        ("summary: The pay.", "summary: ''", "must be a text that is not empty"),
    ],
)
def test_a_fault_is_named(old: str, new: str, complaint: str, read: Read) -> None:
    with pytest.raises(DataError) as error:
        read(PLACE.replace(old, new, 1), PHRASES)

    assert "us-co.yaml" in str(error.value)
    assert complaint in str(error.value)


def test_a_duty_stands_once(read: Read) -> None:
    again = dedent(PLACE).rstrip() + "\n      - duty: pay_range\n        since: 2022-01-01\n        summary: Again.\n"

    with pytest.raises(DataError, match="the duty 'pay_range' stands twice"):
        read(again, PHRASES)


def test_an_exemption_says_one_bound(read: Read) -> None:
    both = "exempt: {above: 1, at_least: 1, currency: CAD, period: YEAR, measured_at: highest}"

    with pytest.raises(DataError, match="either above or at_least"):
        read(PLACE.replace("summary: The pay.", f"summary: The pay.\n        {both}"), PHRASES)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("['digital native']", "['digital (native']", "the pattern cannot be read"),
        ("['digital native']", "[]", "must have 1 to any number entries"),
        ("where: [text]", "where: [footer]", "'footer' is not known"),
    ],
)
def test_a_phrase_that_cannot_be_used_is_named(old: str, new: str, complaint: str, read: Read) -> None:
    with pytest.raises(DataError, match=r"phrases\.yaml") as error:
        read(PLACE, PHRASES.replace(old, new))

    assert complaint in str(error.value)
