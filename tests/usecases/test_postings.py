"""Every level of both tracks gives a posting that a good hiring manager would sign."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from app.config import DATA, Settings
from app.core.errors import DomainError
from app.core.postings.plain import brief_from_plain
from app.core.postings.posting import Posting
from app.documents.posting_text import to_plain_text
from app.usecases import postings
from app.usecases.toolkit import Toolkit

ROLES = [("project", f"L{number}") for number in range(1, 7)] + [("program", f"L{number}") for number in range(3, 7)]
RICH = (DATA / "examples" / "senior-program.yaml").read_text(encoding="utf-8")
SHORT = "{track: program, level: L4, employer: Harborline, work_mode: remote, places: [US-WA]}"


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    folder: Path = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url="sqlite://", secret_key="t" * 40))


def a_posting(toolkit: Toolkit, brief: str, track: str, level: str) -> Posting:
    plain = yaml.safe_load(brief) | {"track": track, "level": level}
    return postings.from_brief_file(toolkit, yaml.safe_dump(plain).encode())


@pytest.mark.parametrize("brief", [RICH, SHORT], ids=["rich brief", "short brief"])
@pytest.mark.parametrize(("track", "level"), ROLES)
def test_a_posting_is_as_long_as_people_read(toolkit: Toolkit, brief: str, track: str, level: str) -> None:
    text = to_plain_text(a_posting(toolkit, brief, track, level))

    assert 300 <= len(re.findall(r"[^\W\d_][\w'’-]*", text)) <= 700


@pytest.mark.parametrize(("track", "level"), ROLES)
def test_no_line_of_a_posting_stands_twice_or_holds_a_slot(toolkit: Toolkit, track: str, level: str) -> None:
    posting = a_posting(toolkit, RICH, track, level)
    lines = [item.text for section in posting.sections for item in section.items]

    assert len(set(lines)) == len(lines)
    assert [line for line in lines if "{" in line] == []


@pytest.mark.parametrize(("track", "level"), ROLES)
def test_at_most_seven_things_are_required(toolkit: Toolkit, track: str, level: str) -> None:
    posting = a_posting(toolkit, RICH, track, level)

    assert 5 <= len(posting.section("must").items) <= 7
    assert len(posting.section("nice").items) >= 1


def test_what_a_brief_file_leaves_out_takes_the_defaults_and_what_it_empties_stays_empty(toolkit: Toolkit) -> None:
    default = a_posting(toolkit, SHORT, "program", "L4")
    emptied = a_posting(
        toolkit, SHORT[:-1] + ", process: [], equal_opportunity: '', accommodation: ''}", "program", "L4"
    )

    assert len(default.section("process").items) == 4
    assert emptied.section("process").items == ()
    assert [item.id for item in emptied.section("notices").items] == ["notices.vacancy"]


def test_every_problem_of_a_brief_is_told_at_once(toolkit: Toolkit) -> None:
    brief = brief_from_plain(yaml.safe_load(SHORT) | {"level": "L9", "industry": "farming"})

    with pytest.raises(postings.BriefRefused) as refused:
        postings.composed(toolkit, brief)

    assert [problem.field for problem in refused.value.problems] == ["level", "industry"]


def test_an_unknown_place_is_refused_by_its_code(toolkit: Toolkit) -> None:
    with pytest.raises(DomainError, match="US-ZZ"):
        a_posting(toolkit, SHORT.replace("US-WA", "US-ZZ"), "program", "L4")
