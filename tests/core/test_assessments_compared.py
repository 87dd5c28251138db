"""Two raters side by side, and one person at two times."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.core.assessments.agreement import agreement, kappa
from app.core.assessments.progress import Snapshot, progress
from app.core.errors import DomainError
from tests.assessment_builders import SKILLS, a_scoring, answers, written

COACH = a_scoring().coach
RULES = a_scoring().progress
VARIED = dict(zip(SKILLS, (1, 2, 3, 4, 5, 6, 2, 3, 4, 1, 5, 3, 2, 4), strict=True))


def test_two_raters_who_agree_have_a_kappa_of_one() -> None:
    same = agreement(VARIED, VARIED, COACH)

    assert same is not None
    assert (same.within_one, same.mean_difference) == (1.0, 0.0)
    assert same.kappa is not None
    assert same.kappa.value == pytest.approx(1.0)


def test_kappa_is_the_published_one() -> None:
    # Cohen's weighted kappa by hand: sum of squares 4 over ten pairs, against 2.9 expected by chance
    pairs = [(1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 3), (4, 4), (4, 5), (5, 5), (5, 4)]
    observed = sum((a - b) ** 2 for a, b in pairs) / 10
    chance = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs) / 100

    assert kappa(pairs).value == pytest.approx(1 - observed / chance)
    assert kappa(pairs).low < kappa(pairs).value < kappa(pairs).high <= 1.0


def test_a_difference_is_self_minus_coach() -> None:
    found = agreement({"planning": 4, "risk": 2}, {"planning": 3, "risk": 2, "scope": 5}, COACH)

    assert found is not None
    assert found.differences == {"planning": 1, "risk": 0}
    assert (found.shared, found.mean_difference) == (2, 0.5)


def test_kappa_is_not_told_from_few_skills() -> None:
    few = agreement(dict(list(VARIED.items())[:7]), VARIED, COACH)

    assert few is not None
    assert few.kappa is None
    assert few.why_no_kappa == "7 skills in common; at 8 we can say more."


def test_kappa_is_not_told_from_a_flat_profile() -> None:
    flat = agreement(dict.fromkeys(SKILLS, 4), VARIED, COACH)

    assert flat is not None
    assert flat.kappa is None
    assert "almost the same for every skill" in flat.why_no_kappa


def test_nothing_in_common_gives_no_agreement() -> None:
    assert agreement({"planning": 3}, {"risk": 3}, COACH) is None


# -- progress


def snapshot(edition: str = "2026.1", **picks: Any) -> Snapshot:
    return Snapshot(date(2026, 1, 1), edition, answers(written(picks=dict.fromkeys(SKILLS, 3) | picks)))


def test_one_step_in_one_skill_is_within_the_noise_and_two_are_more() -> None:
    found = progress(snapshot(), snapshot(planning=4, risk=5), RULES)

    beyond = {change.skill for change in found.changes if change.beyond_noise}
    assert beyond == {"risk"}
    assert not found.beyond_noise


def test_a_mean_of_half_a_level_over_fourteen_skills_is_more_than_noise() -> None:
    seven_steps = dict.fromkeys(SKILLS[:7], 4)

    found = progress(snapshot(), snapshot(**seven_steps), RULES)

    assert found.mean == pytest.approx(0.5)
    assert found.mean_needed == pytest.approx(0.5)
    assert found.beyond_noise


def test_the_fewer_skills_are_shared_the_more_their_mean_must_move() -> None:
    few = Snapshot(date(2026, 1, 1), "2026.1", answers(written(picks=dict.fromkeys(SKILLS[:5], 3))))

    assert progress(few, snapshot(), RULES).mean_needed == pytest.approx(0.5 * (14 / 5) ** 0.5)


def test_a_moved_yardstick_is_told_apart_from_a_moved_person() -> None:
    looking_back = dict.fromkeys(SKILLS, 2)

    found = progress(snapshot(), snapshot(), RULES, looking_back)

    assert found.shift == pytest.approx(-1.0)
    assert found.shifted


def test_snapshots_of_different_editions_are_not_compared() -> None:
    with pytest.raises(DomainError, match=r"2026\.1 and 2027\.1"):
        progress(snapshot(), snapshot("2027.1"), RULES)


def test_snapshots_without_a_common_skill_are_not_compared() -> None:
    other = Snapshot(date(2026, 6, 1), "2026.1", answers(written(picks={"planning": 2})))
    first = Snapshot(date(2026, 1, 1), "2026.1", answers(written(picks={"risk": 2})))

    with pytest.raises(DomainError, match="no skill in common"):
        progress(first, other, RULES)
