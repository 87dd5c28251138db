"""The topics that are off limits are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import DataError
from app.reference import interviews

TOPIC = "- {{id: age, name: age, why: 'It says nothing.', finds: ['{finds}'], sources: [{source}]}}"


def written(tmp_path: Path, finds: str = "x", source: str = "known") -> Path:
    path = tmp_path / "topics.yaml"
    path.write_text(TOPIC.format(finds=finds, source=source), encoding="utf-8")
    return path


def test_a_topic_finds_words_in_either_case(tmp_path: Path) -> None:
    (topic,) = interviews.load(written(tmp_path, finds=r"\bage\b"), {"known"})

    assert topic.is_touched_by("Your AGE")
    assert not topic.is_touched_by("manager")


def test_a_topic_without_a_known_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="'hearsay' is not in data/sources/"):
        interviews.load(written(tmp_path, source="hearsay"), {"known"})


def test_a_broken_pattern_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"finds.*is not a pattern"):
        interviews.load(written(tmp_path, finds="("), {"known"})
