"""The exported model answers as scikit-learn does, and loads without it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from app.config import DATA, ROOT
from app.core.achievements.grammar import mentions
from app.core.achievements.labelled import LabelledLine
from app.ml import achievement_training
from app.ml.achievement_lines import LineReader, line_features, to_json
from app.ml.achievement_training import Parts
from app.ml.linear import from_json
from app.ml.tokens import role_tokens
from app.reference import resume_lines


@pytest.fixture(scope="module")
def some_lines() -> tuple[LabelledLine, ...]:
    lines = resume_lines.load(DATA / "resumes")
    return lines[:: max(1, len(lines) // 400)]


@pytest.fixture(scope="module")
def parts(some_lines: tuple[LabelledLine, ...]) -> Parts:
    return achievement_training.train(some_lines)


def test_plain_python_answers_as_scikit_learn_does(parts: Parts, some_lines: tuple[LabelledLine, ...]) -> None:
    content = json.loads(to_json(parts.exported()))
    kind, measured = from_json(content["kind"]), from_json(content["measured"])
    texts = [line.text for line in some_lines[:60]]
    features = [line_features(text, mentions(text)) for text in texts]
    families, seen = [row[0] for row in features], [row[1] for row in features]

    for exported, fitted in ((kind, parts.kind), (measured, parts.measured)):
        wanted = fitted.likelihoods(families, seen)
        for row, family, signals in zip(wanted, families, seen, strict=True):
            assert list(exported.likelihoods(family, signals).values()) == pytest.approx(list(row), abs=0.002)


def test_roles_of_numbers_agree_too(parts: Parts) -> None:
    text = "Saved $2M a year with a team of 12"
    numbers = mentions(text)
    seen = line_features(text, numbers)[1]
    rows = [(role_tokens(text, number),) for number in numbers]
    wanted = parts.role.likelihoods(rows, [seen] * len(rows))

    for row, tokens in zip(wanted, rows, strict=True):
        assert list(parts.role.exported().likelihoods(tokens, seen).values()) == pytest.approx(list(row), abs=0.002)


def test_training_twice_gives_the_same_artefact(parts: Parts, some_lines: tuple[LabelledLine, ...]) -> None:
    assert to_json(achievement_training.train(some_lines).exported()) == to_json(parts.exported())


def test_reading_a_line_never_loads_scikit_learn() -> None:
    code = (
        "import sys; from app.usecases.lines import Lines; Lines().read('Cut costs by 10%');"
        "sys.exit('sklearn' in sys.modules or 'numpy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


def test_the_reader_keeps_its_four_parts(parts: Parts) -> None:
    assert isinstance(parts.exported(), LineReader)
    assert set(parts.kind.regression.classes_) == {"outcome", "activity", "scope", "other"}
