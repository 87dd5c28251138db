"""What a whole posting holds, and what it leaves out."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.posting_structure import Structure, review
from app.core.readability import read
from app.core.wording.review import review as review_wording
from tests.postings import Reader

TODAY = date(2026, 11, 22)
WHOLE = """Senior Technical Program Manager

Place: Denver, Colorado, United States
Work: Remote

About the role

You will run the ledger program with five teams. You report to the director of platform engineering.

What you will achieve

* By day 30: You know every team and its promises.
* By day 90: One plan replaces four.
* By month 12: Every merchant settles through the new ledger.

What you will do

* Plan releases with five teams.
* Bring bad news with options.
* Keep the risks in view.

What you need

* You have led a program of several teams.
* You have told an executive that a date would fail.

Good to have

* You know payments.

Pay and benefits

Base pay: $150,000 to $180,000 USD a year, with a bonus of up to 10%.
Benefits: health insurance, 20 days of paid leave, a 401(k) plan.

How to apply

1. Apply at jobs.example by December 20, 2026.
2. Two interviews, then a decision.

Notices

Everyone is considered on equal terms, whatever their age or origin. Tell us if you need an adjustment at any step.
"""


def structure_of(reader: Reader, text: str, level: str | None = None) -> Structure:
    pasted = reader(text)
    wording = review_wording(pasted.reading, reader.rules, pasted.facts)
    grade = read(pasted.reading)
    return review(pasted.reading, pasted.facts, grade, wording, reader.structure, on=TODAY, level=level)


def rules_of(structure: Structure) -> set[str]:
    return {finding.rule for finding in structure.findings}


def part(structure: Structure, name: str) -> int:
    return next(one.got for one in structure.parts if one.name == name)


def test_a_whole_posting_has_a_hundred_points_and_only_a_note_on_its_length(reader: Reader) -> None:
    structure = structure_of(reader, WHOLE)

    assert structure.score == 100
    assert rules_of(structure) == {"length"}


def test_every_part_that_is_taken_away_is_missed_in_words(reader: Reader) -> None:
    for heading, name in (
        ("What you will achieve", "outcomes"),
        ("What you will do", "responsibilities"),
        ("What you need", "requirements_split"),
        ("How to apply", "process_and_deadline"),
        ("Notices", "notices"),
    ):
        before, _, rest = WHOLE.partition(f"{heading}\n")
        without = before + "\n\n".join(rest.split("\n\n")[2:])

        structure = structure_of(reader, without)

        missed = next(one for one in structure.parts if one.name == name)
        assert missed.got < missed.of, heading
        assert missed.missing, heading


@pytest.mark.parametrize(
    "line",
    [
        "We need a manager for our growing team in Austin, and you will be in charge of two programs.",
        "You will hear from us in 30 days, after your application has been read.",
    ],
)
def test_a_text_without_outcomes_gets_no_points_for_them(reader: Reader, line: str) -> None:
    structure = structure_of(reader, f"Technical Program Manager\n\n{line}")

    assert part(structure, "outcomes") == 0
    assert "no-outcomes" in rules_of(structure)


def test_an_outcome_outside_its_section_counts_when_it_says_by_when(reader: Reader) -> None:
    structure = structure_of(reader, "Technical Program Manager\n\nWithin 6 months you have moved two teams.")

    assert part(structure, "outcomes") > 0


def test_an_open_ended_range_has_a_part_of_the_points(reader: Reader) -> None:
    text = WHOLE.replace("$150,000 to $180,000 USD a year", "from $150,000 a year")

    assert 0 < part(structure_of(reader, text), "pay_and_place") < 20


def test_eight_must_haves_are_too_many(reader: Reader) -> None:
    more = "\n".join(f"* You have planned {number} releases." for number in range(2, 9))
    text = WHOLE.replace("* You have told", f"{more}\n* You have told")

    assert "must-haves" in rules_of(structure_of(reader, text))


def test_a_flat_degree_demand_is_found_and_an_equivalent_settles_it(reader: Reader) -> None:
    flat = WHOLE.replace("* You have led", "* Bachelor's degree in engineering\n* You have led")
    either = flat.replace("in engineering", "in engineering or equivalent experience")

    assert "degree" in rules_of(structure_of(reader, flat))
    assert "degree" not in rules_of(structure_of(reader, either))


def test_years_must_fit_the_level(reader: Reader) -> None:
    def text(years: int) -> str:
        return WHOLE.replace("* You have led", f"* {years}+ years of experience in programs\n* You have led")

    assert "years-for-level" not in rules_of(structure_of(reader, text(9)))
    assert "years-for-level" in rules_of(structure_of(reader, text(10)))
    assert "years-for-level" in rules_of(structure_of(reader, text(5), level="L2"))
    assert "years-for-level" not in rules_of(structure_of(reader, text(10), level="L5"))


def test_the_day_itself_is_not_past(reader: Reader) -> None:
    def rules(day: str) -> set[str]:
        return rules_of(structure_of(reader, WHOLE.replace("December 20, 2026", day)))

    assert "deadline-passed" in rules("November 21, 2026")
    assert "deadline-passed" not in rules("November 22, 2026")
    assert "deadline-unclear" in rules("03/04/2027")


def test_a_deadline_cannot_lie_before_the_opening(reader: Reader) -> None:
    text = WHOLE.replace("How to apply\n", "Posting date: January 5, 2027\n\nHow to apply\n")

    assert "deadline-before-opening" in rules_of(structure_of(reader, text))


def test_applications_until_filled_need_no_day(reader: Reader) -> None:
    text = WHOLE.replace("by December 20, 2026", "; applications are taken until the position is filled")

    structure = structure_of(reader, text)

    assert "no-deadline" not in rules_of(structure)
    assert part(structure, "process_and_deadline") == 10


def test_length_is_shown_and_costs_nothing(reader: Reader) -> None:
    structure = structure_of(reader, WHOLE)

    (finding,) = [one for one in structure.findings if one.rule == "length"]

    assert finding.severity == "info"
    assert structure.score == 100


def test_an_error_in_the_language_costs_points(reader: Reader) -> None:
    text = WHOLE.replace("You know payments.", "You are a payments ninja.")

    assert part(structure_of(reader, text), "language") == 3


def test_a_title_with_a_code_is_remarked(reader: Reader) -> None:
    text = WHOLE.replace("Senior Technical Program Manager", "Senior Technical Program Manager REQ 48213", 1)

    assert "title" in rules_of(structure_of(reader, text))


def test_the_weights_add_up_to_a_hundred(reader: Reader) -> None:
    assert sum(reader.structure.weights.values()) == 100
