"""The interview kit asks about what the posting asks for, the same of everyone, and about nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.config import DATA
from app.core.errors import DomainError
from app.core.framework import LEVEL_BANDS, Framework, Track
from app.core.interviews import MOST_IN_AN_INTERVIEW, Kind, Topic, kit_for
from app.core.postings.brief import with_role_defaults
from app.core.postings.compose import compose
from app.core.postings.posting import Posting, add_item, edit_item, move_item, remove_item
from app.reference import interviews, sources
from tests.builders import SOME_PLACES, a_brief

EVERY_ROLE = [(Track.PROJECT, f"L{n}") for n in range(1, 7)] + [(Track.PROGRAM, f"L{n}") for n in range(3, 7)]


@pytest.fixture(scope="session")
def topics() -> tuple[Topic, ...]:
    return interviews.load(DATA / "interviews" / "topics.yaml", sources.load(DATA / "sources"))


@pytest.fixture
def posting(framework: Framework) -> Posting:
    return compose(a_brief(), framework, SOME_PLACES)


def test_every_must_have_has_two_behavioral_questions_and_one_situational(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...]
) -> None:
    kit = kit_for(posting, framework, topics)

    assert [one.text for one in kit.must_haves] == [item.text for item in posting.section("must").items]
    for one in kit.must_haves:
        assert [question.kind for question in one.questions] == [Kind.BEHAVIORAL, Kind.BEHAVIORAL, Kind.SITUATIONAL]
        assert all(len(set(question.anchors)) == 4 for question in one.questions)


@pytest.mark.parametrize(("track", "level"), EVERY_ROLE)
def test_questions_are_those_of_the_level_that_the_posting_expects(
    framework: Framework, topics: tuple[Topic, ...], track: Track, level: str
) -> None:
    brief = with_role_defaults(a_brief(track=track, level=level, skills=()), framework)
    kit = kit_for(compose(brief, framework, SOME_PLACES), framework, topics)

    for one in kit.must_haves:
        expected = framework.expected(track, level)[one.skill]
        asked = framework.skill(one.skill).interviews[LEVEL_BANDS[(expected - 1) // 2]]
        assert one.skill_level == expected
        assert [question.ask for question in one.questions] == [
            *(question.ask for question in asked.behavioral),
            asked.situational.ask,
        ]


def test_a_reworded_must_have_keeps_the_questions_of_its_skill(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...]
) -> None:
    reworded = edit_item(posting, "must.risk", "You have run a pre-mortem.")

    before, after = kit_for(posting, framework, topics), kit_for(reworded, framework, topics)

    assert after.must_haves[3].text == "You have run a pre-mortem."
    assert after.must_haves[3].reworded
    assert after.must_haves[3].questions == before.must_haves[3].questions


@pytest.mark.parametrize("ref", ["", "brief:mission", "planning", "planning.9", "knitting.4", "planning.x"])
def test_a_must_have_of_ones_own_gets_no_made_up_questions(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...], ref: str
) -> None:
    own = add_item(posting, "must", "You speak Portuguese well enough to settle a dispute between two vendors.")
    must = own.section("must")
    from_elsewhere = replace(must, items=(*must.items[:-1], replace(must.items[-1], ref=ref)))
    own = replace(own, sections=tuple(from_elsewhere if one.key == "must" else one for one in own.sections))

    last = kit_for(own, framework, topics).must_haves[-1]

    assert last.is_own
    assert last.questions == ()
    assert last.name == "You speak Portuguese well enough to …"


@pytest.mark.parametrize(
    ("must_haves", "shares"), [(1, [1]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2])]
)
def test_must_haves_are_shared_out_evenly_and_in_order(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...], must_haves: int, shares: list[int]
) -> None:
    items = posting.section("must").items
    for item in items[must_haves:]:
        posting = remove_item(posting, item.id)
    for number in range(must_haves - len(items)):
        posting = add_item(posting, "must", f"Number {number}")

    kit = kit_for(posting, framework, topics)

    assert [len(interview.must_haves) for interview in kit.interviews] == shares
    assert [one.number for one in kit.must_haves] == list(range(1, must_haves + 1))
    assert all(interview.minutes <= 10 + MOST_IN_AN_INTERVIEW * 15 for interview in kit.interviews)


def test_the_authors_order_is_the_order_of_the_kit(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...]
) -> None:
    moved = move_item(posting, "must.leadership", -10)

    assert kit_for(moved, framework, topics).must_haves[0].skill == "leadership"


@pytest.mark.parametrize(("track", "level"), EVERY_ROLE)
def test_screening_asks_at_most_five_things_each_tied_to_a_must_have(
    framework: Framework, topics: tuple[Topic, ...], track: Track, level: str
) -> None:
    skills = [skill.id for skill in framework.skills if framework.expected(track, level)[skill.id]]
    for first in range(0, len(skills), 5):
        brief = a_brief(track=track, level=level, skills=tuple(skills[first : first + 7]))
        kit = kit_for(compose(brief, framework, SOME_PLACES), framework, topics)

        assert len(kit.screening) == min(5, len(kit.must_haves))
        for question in kit.screening:
            assert kit.must_haves[question.must_have - 1].text in question.ask


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("State your current salary.", "pay_history"),
        ("Tell us your salary history", "pay_history"),
        ("What you earn now", "pay_history"),
        ("You are under 35.", "age"),
        ("Aged 25 to 35", "age"),
        ("A digital native", "age"),
        ("You are 30 years old or younger", "age"),
        ("You have no children", "family"),
        ("Unmarried", "family"),
        ("No family commitments that keep you from travel", "family"),
        ("You are in perfect health", "health"),
        ("No history of illness", "health"),
        ("You have taken few sick days", "health"),
        ("You graduated after 2015", "graduation_year"),
        ("Recent graduate", "graduation_year"),
        ("Class of 2019 or later", "graduation_year"),
    ],
)
def test_nobody_is_asked_about_what_is_off_limits(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...], line: str, topic: str
) -> None:
    reworded = edit_item(posting, "must.coordination", line)

    kit = kit_for(reworded, framework, topics)

    assert topic in [one.id for one in kit.must_haves[0].off_limits]
    assert 1 not in [question.must_have for question in kit.screening]
    assert not any(one.is_touched_by(question.ask) for one in topics for question in kit.screening)


@pytest.mark.parametrize(
    "line",
    [
        "You have managed payments, vendors and a budget of over 30 million",
        "You have shipped software for hospitals and health insurers",
        "You have managed a platform, its packages and its storage",
        "You have led over 40 engineers in 5 countries",
        "You hold a degree in engineering, or can show the same by practice",
        "You have cut the lead time of parent and child tickets",
        "You have kept over 25% of the budget in reserve",
    ],
)
def test_honest_requirements_are_not_suspected(topics: tuple[Topic, ...], line: str) -> None:
    assert [topic.id for topic in topics if topic.is_touched_by(line)] == []


def test_no_question_of_the_framework_is_off_limits(framework: Framework, topics: tuple[Topic, ...]) -> None:
    asked = [
        question.ask
        for skill in framework.skills
        for interview in skill.interviews.values()
        for question in (*interview.behavioral, interview.situational)
    ]
    asked += [level.must_have for skill in framework.skills for level in skill.levels]

    assert [ask for ask in asked if any(topic.is_touched_by(ask) for topic in topics)] == []


def test_without_must_haves_there_is_nothing_to_ask_about(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...]
) -> None:
    for item in posting.section("must").items:
        posting = remove_item(posting, item.id)

    with pytest.raises(DomainError, match="this posting has none") as refused:
        kit_for(posting, framework, topics)
    assert refused.value.code == "no_must_haves"
