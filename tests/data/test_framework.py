"""The real framework: whole, sourced, and worded as a posting needs it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date

import pytest

from app.config import DATA
from app.core import coverage
from app.core.framework import Framework, Skill, Track
from app.reference import coverage as coverage_file
from app.usecases import data_report

# Words that say nothing, or that shut people out; a line that needs one is rewritten.
EMPTY = re.compile(
    r"\b(leverag\w*|synerg\w*|stakeholder buy-in|fast-paced|passionate|proven track record|rockstar|ninja|guru|"
    r"world-class|best-in-class|utiliz\w*|drive alignment|excellent \w+ skills|strong \w+ skills|"
    r"young|digital native|he|she|his|hers?|years? of experience|degree|certifi\w+)\b",
    re.IGNORECASE,
)


def posting_lines(skill: Skill) -> Iterator[str]:
    for one in skill.levels:
        yield from (one.responsibility, one.must_have, one.nice_to_have, one.outcome_90_days, one.outcome_12_months)


def questions(skill: Skill) -> Iterator[str]:
    for interview in skill.interviews.values():
        for question in (*interview.behavioral, interview.situational):
            yield question.ask
            yield from question.anchors


def test_there_are_six_levels_two_tracks_and_fourteen_skills(framework: Framework) -> None:
    assert [level.id for level in framework.levels] == ["L1", "L2", "L3", "L4", "L5", "L6"]
    assert {guide.track for guide in framework.tracks} == set(Track)
    assert len(framework.skills) == 14
    assert [skill.id for skill in framework.skills if skill.situational] == ["vendor", "remote"]


def test_no_sentence_stands_twice(framework: Framework) -> None:
    sentences = [text for skill in framework.skills for text in (*posting_lines(skill), *questions(skill))]
    sentences += [one.indicator for skill in framework.skills for one in skill.levels]

    assert len(sentences) == 14 * (6 * 5 + 3 * 3 * 5 + 6)
    assert len(set(sentences)) == len(sentences)


def test_posting_lines_are_whole_sentences_of_a_length_that_is_read(framework: Framework) -> None:
    lines = [text for skill in framework.skills for text in posting_lines(skill)]

    assert [text for text in lines if not text.endswith(".") or not 6 <= len(text.split()) <= 20] == []


def test_requirements_speak_to_the_reader(framework: Framework) -> None:
    wishes = [text for skill in framework.skills for one in skill.levels for text in (one.must_have, one.nice_to_have)]

    assert [text for text in wishes if not text.startswith("You ")] == []


def test_no_line_uses_a_word_that_says_nothing_or_shuts_somebody_out(framework: Framework) -> None:
    lines = [text for skill in framework.skills for text in posting_lines(skill)]

    assert [text for text in lines if EMPTY.search(text)] == []


def test_only_known_slots_are_left_open(framework: Framework) -> None:
    lines = [text for skill in framework.skills for text in posting_lines(skill)]
    openings = [text for level in framework.levels for one in level.postings.values() for text in vars(one).values()]

    assert {slot for text in lines for slot in re.findall(r"{(\w*)}", text)} <= {"work"}
    assert {slot for text in openings for slot in re.findall(r"{(\w*)}", text)} <= {"team", "domain", "employer"}


def test_a_higher_level_never_expects_less(framework: Framework) -> None:
    for track in Track:
        ladder = [framework.expected(track, level.id) for level in framework.levels_of(track)]
        for lower, higher in itertools.pairwise(ladder):
            assert [skill for skill in lower if higher[skill] < lower[skill]] == [], track


def test_every_level_of_a_track_has_an_opening_and_a_title(framework: Framework) -> None:
    for guide in framework.tracks:
        for level in framework.levels_of(guide.track):
            assert guide.track in level.postings
            assert guide.track in level.titles


def test_the_skills_that_a_posting_leads_with_are_expected_at_its_level(framework: Framework) -> None:
    for (track, level), skills in framework.profiles.default_skills.items():
        expected = framework.expected(track, level)
        assert [skill for skill in skills if expected[skill] == 0] == [], (track, level)


def test_every_statement_of_the_founding_documents_points_to_an_item_that_exists(framework: Framework) -> None:
    statements = coverage_file.load(DATA / "framework" / "coverage.csv")

    assert coverage.astray(statements, framework) == ()
    assert len(statements) == 91
    assert {statement.seed for statement in statements} == {f"seed-00{number}" for number in range(5)}


def test_the_data_can_be_used_and_says_its_age() -> None:
    parts = {part.name: part for part in data_report.report(date(2026, 12, 2))}

    assert parts["Role framework 2026.1"].oldest_days == 10
    assert data_report.check()


@pytest.mark.parametrize("track", list(Track))
def test_career_paths_climb_every_step_of_a_track(framework: Framework, track: Track) -> None:
    levels = [level.id for level in framework.levels_of(track)]
    steps = {
        (path.from_level, path.to_level) for path in framework.paths.up if path.from_track == path.to_track == track
    }

    assert set(itertools.pairwise(levels)) <= steps
