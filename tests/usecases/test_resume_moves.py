"""What a rewriting changed, which track a résumé tells of, and evidence that is added to an assessment."""

from __future__ import annotations

import pytest

from app.core.assessments.answers import Answers, Evidence, EvidenceStatus
from app.core.assessments.noted import EvidenceFull, noted
from app.core.framework import Track
from app.core.resumes.blind import NO_NAME, blinded
from app.core.resumes.moves import Move, moves
from app.core.resumes.report import Report
from app.core.resumes.track import track_of
from app.usecases import resumes
from app.usecases.lines import Lines

LINES = Lines()
HEAD = "Experience\nProgram Manager, Orbit, 2020 - 2024\n"


def a_report(*lines: str, head: str = HEAD) -> Report:
    return resumes.analyze(LINES, resumes.read_corrected(head + "".join(f"- {line}\n" for line in lines)))


def told(found: tuple[Move, ...]) -> list[tuple[str | None, str | None]]:
    return [(one.was and one.was.line.text, one.now and one.now.line.text) for one in found]


def test_a_line_in_other_words_is_one_move_with_its_gain() -> None:
    before = a_report("Kept the plan for the tramway", "Responsible for reports")
    after = a_report("Kept the plan for the tramway", "Cut vendor cost by 18% by bundling five contracts")

    (move,) = moves(before, after)

    assert told((move,)) == [("Responsible for reports", "Cut vendor cost by 18% by bundling five contracts")]
    assert move.gain > 50


def test_lines_put_in_and_taken_out_are_told() -> None:
    before = a_report("Kept the plan for the tramway", "Responsible for reports")
    after = a_report("Wrote the decision log", "Kept the plan for the tramway")

    assert told(moves(before, after)) == [(None, "Wrote the decision log"), ("Responsible for reports", None)]


def test_the_same_resume_has_no_moves() -> None:
    assert moves(a_report("Kept the plan"), a_report("Kept the plan")) == ()


@pytest.mark.parametrize(
    ("head", "track"),
    [
        ("Experience\nProgram Manager, Orbit, 2020 - 2024\n", Track.PROGRAM),
        ("Experience\nIT Project Manager, Orbit, 2020 - 2024\n", Track.PROJECT),
        ("Experience\nDelivery Lead, Orbit, 2022 - 2024\nProgramme Manager, Halden, 2018 - 2021\n", Track.PROGRAM),
        ("Experience\nDelivery Lead, Orbit, 2020 - 2024\n", Track.PROJECT),
    ],
)
def test_the_track_is_that_of_the_latest_title_that_names_one(head: str, track: Track) -> None:
    assert track_of(a_report("Kept the plan", head=head)) is track


def test_the_blind_view_says_when_it_found_no_name() -> None:
    assert NO_NAME in blinded(a_report("Kept the plan")).warnings
    assert NO_NAME not in blinded(a_report("Kept the plan", head=f"Ada Example\n{HEAD}")).warnings


def test_evidence_is_added_under_what_was_written() -> None:
    written = Evidence(EvidenceStatus.LINKED, None, "My own words.", "https://example.org")
    answers = Answers(Track.PROGRAM, evidence={"risk": written})

    evidence = noted(answers, "risk", "Recovered a six-week slip").evidence_for("risk")

    assert evidence.text == "My own words.\nRecovered a six-week slip"
    assert (evidence.status, evidence.link) == (EvidenceStatus.LINKED, "https://example.org")


def test_first_evidence_counts_as_described_and_twice_is_once() -> None:
    once = noted(Answers(Track.PROGRAM), "risk", "Recovered a six-week slip")

    assert once.evidence_for("risk").status is EvidenceStatus.DESCRIBED
    assert noted(once, "risk", "Recovered a six-week slip") == once


def test_evidence_without_room_is_refused() -> None:
    with pytest.raises(EvidenceFull, match="Shorten it there first"):
        noted(Answers(Track.PROGRAM), "risk", "x" * 1001)
