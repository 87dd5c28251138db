"""The framework's reader refuses an edition that is not whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.config import DATA
from app.core.errors import DataError
from app.reference import framework


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "framework" / framework.CURRENT, tmp_path / "data" / framework.CURRENT))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("skills/risk.yaml", "\n    must_have:", "\n    must_haves:", "risk.yaml: levels: 1: unknown key 'must_haves'"),
        ("skills/risk.yaml", "group: delivery", "group: magic", "'magic' is not known"),
        ("skills/risk.yaml", "id: risk", "id: risks", "'risks' is not known; allowed are risk"),
        ("levels.yaml", "- id: L6", "- id: L7", "'L7' is not known"),
        ("profiles.yaml", "L1: [1, 1,", "L1: [7, 1,", "must lie between 0 and 6"),
        ("profiles.yaml", "L1: [1, 1,", "L1: [1,", "must have exactly 14 entries"),
        (
            "profiles.yaml",
            "[planning, scope, risk,",
            "[planning, scope,",
            "skills/risk.yaml: is not in the skill_order",
        ),
        ("edition.yaml", 'id: "2026.1"', 'id: "2025.9"', "allowed are 2026.1"),
        ("tracks.yaml", "id: program", "id: product", "'product' is not known"),
        ("career_paths.yaml", "head_start: [", "head_start: [juggling, ", "'juggling' is not known"),
    ],
)
def test_a_slip_in_an_edition_is_named(edition: Path, file: str, old: str, new: str, complaint: str) -> None:
    change(edition / file, old, new)

    with pytest.raises(DataError) as refused:
        framework.load(edition)

    assert complaint in str(refused.value)


def test_a_missing_skill_file_is_named(edition: Path) -> None:
    (edition / "skills" / "risk.yaml").unlink()

    with pytest.raises(DataError, match=r"skills/risk\.yaml: the file is missing"):
        framework.load(edition)
