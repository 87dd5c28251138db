"""A pasted posting becomes a brief, and nothing of it is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.config import Settings
from app.core.framework import Track
from app.core.places import Place
from app.core.postings.brief import FEWEST_SKILLS, MOST_SKILLS, WorkMode
from app.core.postings.from_text import Draft
from app.usecases import drafts
from app.usecases.toolkit import Toolkit

TEXT = """Senior Technical Program Manager

Location: Denver, Colorado (hybrid)
Pay: $150,000 to $190,000 a year

About us
Harborline Payments moves money for 40,000 merchants.

What you will do
- Lead cross-functional programs across five engineering teams
- Own risks and dependencies for the payments platform

Benefits
- Medical and dental cover
- 25 days of paid leave

How to apply
- A call with the manager
- Structured interviews

We are an equal opportunity employer.

Apply by December 1, 2099.
"""


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    folder: Path = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url=f"sqlite:///{folder / 'tpm.sqlite3'}", secret_key="s" * 40))


@pytest.fixture(scope="module")
def made(toolkit: Toolkit) -> Draft:
    return drafts.from_text(toolkit, TEXT, date(2026, 11, 22))


def test_the_brief_takes_up_title_level_place_pay_and_day(made: Draft) -> None:
    brief = made.brief

    assert (brief.track, brief.level, brief.title) == (Track.PROGRAM, "L4", "Senior Technical Program Manager")
    assert brief.places == (Place("US-CO", "Denver"),)
    assert brief.work_mode is WorkMode.HYBRID
    assert brief.pay is not None
    assert brief.pay.in_words == "$150,000 to $190,000 USD a year"
    assert brief.closes == date(2099, 12, 1)


def test_texts_go_to_their_fields(made: Draft) -> None:
    assert made.brief.about == "Harborline Payments moves money for 40,000 merchants."
    assert made.brief.benefits == "Medical and dental cover\n25 days of paid leave"
    assert "equal opportunity" in made.brief.equal_opportunity


STATED = """Technical Program Manager

About Harborline Payments
We move money for merchants.

The role
Reports to the VP of Engineering. You plan in Jira and Confluence.

What we offer
- Equity upside
- A yearly bonus
- 25 days of leave
- Dental cover

How to apply
Send your résumé to jobs@harborline.example.

We use AI to screen applications; a person decides.
"""


def test_what_the_text_states_in_so_many_words_is_taken_up(toolkit: Toolkit) -> None:
    brief = drafts.from_text(toolkit, STATED, date(2026, 11, 22)).brief

    assert brief.employer == "Harborline Payments"
    assert brief.reports_to == "the VP of Engineering"
    assert brief.tools == ("Jira", "Confluence")
    assert (brief.equity, brief.bonus, brief.benefits) == (
        "Equity upside",
        "A yearly bonus",
        "25 days of leave\nDental cover",
    )
    assert brief.apply_to == "jobs@harborline.example"
    assert (brief.ai_used, brief.ai_statement) == (True, "We use AI to screen applications; a person decides.")


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("TPM\n\nCompany: Northgate Rail\n\nYou plan releases.", "Northgate Rail"),
        ("TPM\n\nAbout us\nHarborline Payments moves money for 40,000 merchants.", "Harborline Payments"),
        ("TPM\n\nAbout us\nAt Harborline Payments, we move money.", "Harborline Payments"),
        ("TPM\n\nAbout us\nWe move money for merchants.", ""),
        ("TPM\n\nAbout the role\nYou plan releases.", ""),
    ],
)
def test_the_employer_is_read_where_the_text_names_it(toolkit: Toolkit, text: str, employer: str) -> None:
    assert drafts.from_text(toolkit, text, date(2026, 11, 22)).brief.employer == employer


def test_ai_that_is_not_used_is_said_and_not_ticked(toolkit: Toolkit) -> None:
    text = "TPM\n\nYou plan releases.\n\nWe do not use AI to screen applicants."

    brief = drafts.from_text(toolkit, text, date(2026, 11, 22)).brief

    assert (brief.ai_used, brief.ai_statement) == (False, "We do not use AI to screen applicants.")


def test_the_draft_leads_with_as_many_skills_as_a_posting_may(made: Draft) -> None:
    assert FEWEST_SKILLS <= len(made.brief.skills) <= MOST_SKILLS


def test_every_line_is_in_the_brief_or_left_over(made: Draft) -> None:
    held = str(made.brief) + made.left_over

    for line in ("Lead cross-functional programs", "Own risks and dependencies", "Structured interviews", "25 days"):
        assert line in held
    assert "What you will do" in made.left_over


def test_a_text_that_says_no_level_becomes_a_senior_program_manager(toolkit: Toolkit) -> None:
    brief = drafts.from_text(toolkit, "We need help with a big release next year.", date(2026, 11, 22)).brief

    assert (brief.track, brief.level, brief.pay) == (Track.PROGRAM, "L4", None)
