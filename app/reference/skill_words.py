"""The words by which skills are asked for and shown, from `data/resumes/skill_words.yaml`."""

from __future__ import annotations

import re
from pathlib import Path

from app.core.achievements.words import pattern
from app.core.resumes.matching import SkillWords
from app.reference import yaml_files
from app.reference.yaml_files import Node


def load(path: Path) -> tuple[SkillWords, ...]:
    """Raises `DataError` naming the entry and the key that are wrong."""
    return yaml_files.read(path).each(_skill, least=1)


def _skill(node: Node) -> SkillWords:
    node.mapping(required=("id", "name", "words", "question"))
    words = node["words"].texts(least=1)
    return SkillWords(node["id"].text(), node["name"].text(), node["question"].text(), _seen(words))


def _seen(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(", ".join(words))
