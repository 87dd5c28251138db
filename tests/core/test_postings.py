"""A brief becomes a posting; what its author words themselves is never overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.errors import DomainError
from app.core.framework import Framework
from app.core.places import Place
from app.core.postings.brief import Vacancy, WorkMode
from app.core.postings.changes import Kind, between, rebase
from app.core.postings.compose import compose
from app.core.postings.posting import Posting, add_item, edit_item, move_item, remove_item, restore_item
from tests.builders import SOME_PLACES, a_brief


def a_posting(framework: Framework, **changes: Any) -> Posting:
    return compose(a_brief(**changes), framework, SOME_PLACES)


def texts(posting: Posting, section: str) -> list[str]:
    return [item.in_full for item in posting.section(section).items]


def test_each_chosen_skill_gives_one_duty_and_one_requirement_at_its_expected_level(framework: Framework) -> None:
    posting = a_posting(framework)

    refs = [item.ref for item in posting.section("must").items]

    assert refs == ["coordination.5", "communication.4", "technical.4", "risk.4", "business.4", "leadership.4"]
    assert [item.ref for item in posting.section("responsibilities").items] == refs


def test_outcomes_are_said_for_30_60_and_90_days_and_for_12_months(framework: Framework) -> None:
    leads = [item.lead for item in a_posting(framework).section("outcomes").items]

    assert leads == ["By day 30", "By day 60", "By day 90", "By day 90", "By month 12"]


def test_what_the_brief_wants_in_a_year_is_an_outcome(framework: Framework) -> None:
    outcomes = texts(a_posting(framework, mission="The old ledger is switched off"), "outcomes")

    assert "By month 12: The old ledger is switched off." in outcomes


def test_nothing_good_to_have_is_also_required(framework: Framework) -> None:
    posting = a_posting(framework)

    required = {item.ref.partition(".")[0] for item in posting.section("must").items}
    nice = {item.ref.partition(".")[0] for item in posting.section("nice").items}

    assert len(nice) == 2
    assert not required & nice


def test_no_line_holds_an_open_slot(framework: Framework) -> None:
    posting = a_posting(framework, team="", domain="")

    assert not [item.text for section in posting.sections for item in section.items if "{" in item.text]


def test_remote_work_names_every_place_where_the_person_may_live(framework: Framework) -> None:
    places = (Place("US-WA"), Place("US-NY", "New York"))

    posting = a_posting(framework, work_mode=WorkMode.REMOTE, places=places, overlap="four hours with Pacific Time")

    assert texts(posting, "work") == [
        "This role is remote. You may live and work in Washington, United States, or in New York.",
        "Shared hours: four hours with Pacific Time.",
    ]


def test_pay_benefits_and_the_deadline_stand_in_the_posting(framework: Framework) -> None:
    posting = a_posting(framework, bonus="up to 10% of base pay")

    assert texts(posting, "pay") == [
        "Base pay: $168,000 to $204,000 USD a year.",
        "Bonus: up to 10% of base pay.",
        "Benefits: medical cover and 20 days of paid leave.",
    ]
    assert texts(posting, "process")[0] == "Apply at https://careers.example/tpm by December 20, 2026."


def test_what_the_brief_leaves_out_is_not_invented(framework: Framework) -> None:
    posting = a_posting(framework, pay=None, benefits="", closes=None, apply_to="", process=(), equal_opportunity="")

    assert texts(posting, "pay") == []
    assert texts(posting, "process") == []
    assert texts(posting, "notices") == ["This posting is for an existing vacancy."]


def test_a_future_opening_and_the_use_of_ai_are_said(framework: Framework) -> None:
    posting = a_posting(framework, vacancy=Vacancy.FUTURE, ai_used=True, equal_opportunity="")

    assert texts(posting, "notices") == [
        "We use artificial intelligence to screen or assess applicants.",
        "This posting is for a future opening; there is no vacancy today.",
    ]


def test_a_reworded_line_keeps_its_origin_and_can_be_restored(framework: Framework) -> None:
    posting = a_posting(framework)

    edited = edit_item(posting, "must.risk", "  You have run\n a pre-mortem. ")

    assert edited.item("must.risk").text == "You have run a pre-mortem."
    assert edited.item("must.risk").ref == "risk.4"
    assert restore_item(edited, "must.risk") == posting


def test_a_line_moves_within_its_section_and_the_ends_hold(framework: Framework) -> None:
    posting = a_posting(framework)
    first = posting.section("must").items[0].id

    down = move_item(posting, first, +1)

    assert [item.id for item in down.section("must").items][:2] == ["must.communication", "must.coordination"]
    assert move_item(posting, first, -1) == posting


def test_lines_of_the_authors_own_get_addresses_that_are_never_used_twice(framework: Framework) -> None:
    posting = add_item(a_posting(framework), "must", "You speak French.")

    again = add_item(remove_item(posting, "must.own-1"), "must", "You speak German.")

    assert again.item("must.own-2").text == "You speak German."


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_an_empty_or_endless_line_is_refused(framework: Framework, text: str) -> None:
    with pytest.raises(DomainError) as refused:
        edit_item(a_posting(framework), "must.risk", text)

    assert refused.value.field == "text"


def test_an_unknown_line_or_section_is_refused_by_name(framework: Framework) -> None:
    with pytest.raises(DomainError, match=r"must\.juggling"):
        edit_item(a_posting(framework), "must.juggling", "x")
    with pytest.raises(DomainError, match="responsibilities"):
        add_item(a_posting(framework), "duties", "x")


def test_a_new_level_rewords_composed_lines_and_keeps_the_authors(framework: Framework) -> None:
    worked_on = edit_item(a_posting(framework), "must.risk", "You have run a pre-mortem.")
    worked_on = add_item(worked_on, "must", "You speak French.")

    changed = rebase(worked_on, a_posting(framework, level="L5"))

    assert changed.item("must.risk").text == "You have run a pre-mortem."
    assert changed.item("must.risk").composed == framework.skill("risk").at(5).must_have
    assert changed.item("must.own-1").text == "You speak French."
    assert changed.item("must.technical").ref == "technical.5"


def test_a_removed_line_does_not_come_back(framework: Framework) -> None:
    worked_on = remove_item(a_posting(framework), "nice.planning") if _has(framework, "nice.planning") else None
    assert worked_on is not None

    changed = rebase(worked_on, a_posting(framework, title="Another title"))

    assert not [item for item in changed.section("nice").items if item.id == "nice.planning"]


def _has(framework: Framework, item_id: str) -> bool:
    return item_id in [item.id for section in a_posting(framework).sections for item in section.items]


def test_the_authors_order_holds_and_new_lines_find_their_place(framework: Framework) -> None:
    worked_on = move_item(a_posting(framework), "must.coordination", +1)
    more = a_brief(skills=("coordination", "communication", "technical", "planning", "risk", "business", "leadership"))

    changed = rebase(worked_on, compose(more, framework, SOME_PLACES))

    assert [item.id for item in changed.section("must").items] == [
        "must.communication",
        "must.coordination",
        "must.technical",
        "must.planning",
        "must.risk",
        "must.business",
        "must.leadership",
    ]


def test_what_would_change_is_told_line_by_line(framework: Framework) -> None:
    worked_on = edit_item(a_posting(framework), "must.risk", "You have run a pre-mortem.")

    told = between(worked_on, rebase(worked_on, a_posting(framework, level="L5", closes=date(2027, 1, 8))))

    kinds = {(one.kind, one.heading) for one in told}
    assert (Kind.REWORDED, "What you will do") in kinds
    assert [one.after for one in told if one.kind is Kind.KEPT] == ["You have run a pre-mortem."]
    assert any("January 8, 2027" in one.after for one in told)


def test_a_moved_line_is_told_once_and_not_its_neighbors(framework: Framework) -> None:
    posting = a_posting(framework)

    told = between(posting, move_item(posting, "must.coordination", +3))

    assert [(one.kind, one.after) for one in told] == [(Kind.MOVED, posting.item("must.coordination").text)]


def test_the_same_brief_changes_nothing(framework: Framework) -> None:
    posting = a_posting(framework)

    assert between(posting, rebase(posting, replace(posting))) == ()


def test_the_country_of_an_office_is_not_named_as_another_office(framework: Framework) -> None:
    (mode, *_) = texts(a_posting(framework, places=(Place("GB", "London"), Place("GB"))), "work")

    assert mode.endswith("our office in London, United Kingdom.")


def test_a_posting_without_a_place_yet_says_nothing_of_where(framework: Framework) -> None:
    posting = a_posting(framework, places=())

    assert "our office" not in " ".join(texts(posting, "work"))
    assert "Places" not in dict(posting.facts)
