"""The labelled lines are read strictly, and the committed ones are whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.config import DATA
from app.core.achievements.likelihoods import Kind
from app.core.errors import DataError
from app.reference import resume_lines, skill_words

GOOD = {
    "text": "Kept the plan", "kind": "activity", "quantified": 0, "dimensions": [], "metrics": [], "strength": 0,
    "level": None, "style": "duty",
}  # fmt: skip


def write(folder: Path, *rows: object) -> Path:
    (folder / "lines-a.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return folder


def test_the_committed_lines_are_many_and_of_all_kinds() -> None:
    lines = resume_lines.load(DATA / "resumes")

    assert len(lines) >= 5000
    assert {line.kind for line in lines} == set(Kind)
    assert sum("slip" in line.style or "schedule" in line.dimensions for line in lines) > 200


def test_every_skill_of_the_framework_has_its_words() -> None:
    skills = skill_words.load(DATA / "resumes" / "skill_words.yaml")

    assert len(skills) == 14
    assert len({skill.id for skill in skills}) == 14


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "duty"}, "allowed are outcome, activity, scope, other"),
        ({"strength": 5}, "between 0 and 4"),
        ({"dimensions": ["time"]}, "unknown dimension"),
        ({"quantified": 1}, "only an outcome"),
        ({"extra": 1}, "exactly the keys"),
        ({"level": "L9"}, "L1 to L6"),
    ],
)
def test_a_wrong_line_is_named_with_what_is_allowed(tmp_path: Path, change: dict[str, object], complaint: str) -> None:
    with pytest.raises(DataError, match=complaint) as error:
        resume_lines.load(write(tmp_path, GOOD, {**GOOD, "text": "Other", **change}))

    assert "lines-a.jsonl: line 2" in str(error.value)


def test_a_text_stands_once(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="stands twice"):
        resume_lines.load(write(tmp_path, GOOD, GOOD))
