"""More told is never worth less: size, method and how delivery ended, added to a line in any order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

import pytest
import yaml

from app.config import DATA, ROOT
from app.core.achievements.grammar import mentions
from app.core.achievements.likelihoods import Kind
from app.core.achievements.promises import HOLDS, kept_in
from app.reference import resume_lines
from app.usecases.line_model import LINES
from app.usecases.lines import Lines

CLAIMS = (
    "Coordinated the rollout of Epic MyChart",
    "Led the migration of the billing platform",
    "Delivered the depot program",
    "Rolled out a new scheduling tool",
    "Cut the release cycle from 10 days to 2",
    "Reduced escaped defects by 40%",
    "Was responsible for the delivery of the network program",
    "Supported the upgrade of the payroll system",
    "Renegotiated a late supplier's milestones",
    "Built the release calendar",
    "Chaired the change board",
    "Recovered a six-week slip on the core network move",
    "Passed the security audit with zero findings",
    "Improved communication between teams",
    "Kept the launch date when the main supplier went bankrupt",
    "Prepared weekly status reports",
    "Opened three regional hubs",
)
# At most one of each kind, as a person would write; what stands before a comma is joined without one.
ADDITIONS = (
    (" across 14 clinics", " with 4 vendors", " for three regions"),
    (" with a team of 12 engineers", " for 300 staff"),
    (" in 5 months", " over nine months"),
    (" on a budget of $2.4M",),
    (", by weekly go/no-go reviews", ", by splitting the work into three waves", ", using a shared risk log"),
    (", on schedule", ", two weeks early", ", $45k under budget", ", 3% under budget", ", on time and on budget"),
)
EXAMPLES = yaml.safe_load((ROOT / "tests" / "examples" / "resume_lines.yaml").read_text(encoding="utf-8"))
TRIES = 8  # sets of additions for each claim


@pytest.fixture(scope="module")
def lines() -> Lines:
    return Lines()


@pytest.mark.parametrize("claim", CLAIMS)
def test_an_addition_never_lowers_a_score(lines: Lines, claim: str) -> None:
    @cache
    def score(told: tuple[str, ...]) -> int:
        return lines.read(claim + "".join(told)).score

    chance = random.Random(claim)  # noqa: S311 - the same tries every time
    lowered = [
        (told, without)
        for told in (_some(chance) for _ in range(TRIES))
        for place in range(len(told))
        if score(told) < score(without := (*told[:place], *told[place + 1 :]))
    ]

    assert lowered == []


def _some(chance: random.Random) -> tuple[str, ...]:
    kinds: Sequence[tuple[str, ...]] = chance.sample(ADDITIONS, chance.randint(1, 4))
    return tuple(chance.choice(kind) for kind in kinds)


@pytest.mark.parametrize("line", [case["line"] for case in EXAMPLES if case["kind"] in ("outcome", "activity")])
def test_an_addition_never_lowers_the_score_of_an_example(lines: Lines, line: str) -> None:
    before = lines.read(line).score
    lower = {added: after for kind in ADDITIONS for added in kind if (after := lines.read(line + added).score) < before}

    assert lower == {}


def test_how_delivery_ended_is_an_outcome_whatever_the_words_around_it(lines: Lines) -> None:
    improved = lines.read(
        "Led the rollout of Epic MyChart to 14 clinics and 300 staff in 5 months, on schedule and $45k under budget, "
        "by weekly go/no-go reviews"
    )
    first = lines.read("Coordinated the rollout of Epic MyChart to 14 clinics, go-live on schedule and 3% under budget")

    assert improved.score > first.score
    assert [metric.role for metric in improved.metrics if metric.text == "$45k"] == ["result"]
    assert improved.parts.how > 0
    assert lines.read("Was responsible for the delivery of a $5M program on time and on budget").is_outcome


@pytest.mark.parametrize(
    "line",
    [
        "Responsible for delivering projects on time and within budget",
        "Tracked milestones weekly with all vendors to ensure on-time delivery",
        "Manage several projects on time and on budget",
        "Tasked with bringing the program back on schedule",
        "Delivered [project name] two weeks early",
    ],
)
def test_a_duty_a_wish_and_a_blank_keep_no_promise(lines: Lines, line: str) -> None:
    assert kept_in(line, mentions(line)).phrases == ()
    assert lines.read(line).kind == Kind.ACTIVITY


def test_lines_that_tell_how_delivery_ended_are_outcomes_as_often_as_we_say() -> None:
    telling = [
        line
        for line in resume_lines.load(LINES)
        if (kept := kept_in(line.text, mentions(line.text))).phrases or kept.amounts
    ]
    outcomes = sum(line.kind == Kind.OUTCOME for line in telling)

    assert len(telling) > 50
    assert outcomes / len(telling) > HOLDS


# -- what the guide calls a good line


GUIDE = yaml.safe_load((DATA / "guide" / "standing-out.yaml").read_text(encoding="utf-8"))


def test_the_lines_that_the_guide_recommends_score_well_and_those_it_warns_of_do_not(lines: Lines) -> None:
    (told_twice,) = [
        block["table"]["rows"]
        for section in GUIDE["sections"]
        for block in section["blocks"]
        if "table" in block and block["table"]["head"] == ["Instead of", "Try"]
    ]

    assert len(told_twice) == 3
    for instead_of, attempt in told_twice:
        assert lines.read(attempt).score >= 70
        assert lines.read(instead_of).score < 20


def test_the_guides_line_of_scale_is_read_as_scale(lines: Lines) -> None:
    (text,) = [
        block["text"]
        for section in GUIDE["sections"]
        for block in section["blocks"]
        if "One line under each role is enough" in block.get("text", "")
    ]
    line = " ".join(text.partition("“")[2].partition("”")[0].split())
    reading = lines.read(line)

    assert reading.kind == Kind.SCOPE
    assert not reading.is_scored
    assert reading.slots.scale == ("scale_team", "scale_duration", "scale_budget", "scale_stakeholders")
