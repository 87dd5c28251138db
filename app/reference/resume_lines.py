"""Strict reading of the labelled résumé lines under `data/resumes/`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.core.achievements.labelled import LabelledLine, LabelledMetric
from app.core.achievements.likelihoods import Kind
from app.core.achievements.metrics import Role
from app.core.errors import DataError

KEYS = frozenset(("text", "kind", "quantified", "dimensions", "metrics", "strength", "level", "style"))
METRIC_KEYS = frozenset(("text", "value", "unit", "role"))
DIMENSIONS = frozenset(
    [
        *("schedule", "cost", "quality", "risk", "customer", "team", "method"),
        *("scale_team", "scale_duration", "scale_budget", "scale_stakeholders"),
    ]
)
LEVELS = frozenset((None, "L1", "L2", "L3", "L4", "L5", "L6"))


def load(folder: Path) -> tuple[LabelledLine, ...]:
    """All lines of all files, each text once; raises `DataError` naming file, line and what is allowed."""
    lines: dict[str, LabelledLine] = {}
    for path in sorted(folder.glob("lines-*.jsonl")):
        for place, row in _rows(path):
            line = _line(row, place)
            if line.text in lines:
                raise DataError(f"{place}: this text stands twice: {line.text[:60]!r}.")
            lines[line.text] = line
    if not lines:
        raise DataError("data/resumes: there is no file lines-*.jsonl.")
    return tuple(lines.values())


def fingerprint(folder: Path) -> str:
    """A digest of the files' content, by which a model knows what it was trained on."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("lines-*.jsonl")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _rows(path: Path) -> Iterator[tuple[str, Any]]:
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"data/resumes/{path.name}: line {number}"
        if not text.strip():
            continue
        try:
            yield place, json.loads(text)
        except ValueError as error:
            raise DataError(f"{place}: this is not JSON ({error}).") from error


def _line(row: Any, place: str) -> LabelledLine:
    _check(isinstance(row, dict) and row.keys() == KEYS, place, f"must have exactly the keys {', '.join(sorted(KEYS))}")
    _check(isinstance(row["text"], str) and row["text"].strip(), place, "the text must not be empty")
    _check(row["kind"] in set(Kind), place, f"kind {row['kind']!r} is not known; allowed are {', '.join(Kind)}")
    _check(row["quantified"] in (0, 1), place, "quantified must be 0 or 1")
    _check(row["strength"] in range(5), place, "strength must lie between 0 and 4")
    _check(row["level"] in LEVELS, place, f"level {row['level']!r} is not known; allowed are L1 to L6 or null")
    unknown = set(row["dimensions"]) - DIMENSIONS
    _check(not unknown, place, f"unknown dimension {unknown}; allowed are {', '.join(sorted(DIMENSIONS))}")
    _check(not row["quantified"] or row["kind"] == Kind.OUTCOME, place, "only an outcome can be quantified")
    return LabelledLine(
        row["text"],
        Kind(row["kind"]),
        bool(row["quantified"]),
        tuple(row["dimensions"]),
        tuple(_metric(metric, place) for metric in row["metrics"]),
        row["strength"],
        row["level"],
        row["style"],
    )


def _metric(row: Any, place: str) -> LabelledMetric:
    _check(isinstance(row, dict) and row.keys() == METRIC_KEYS, place, "a metric has text, value, unit and role")
    _check(row["role"] in set(Role), place, f"role {row['role']!r} is not known; allowed are {', '.join(Role)}")
    _check(
        isinstance(row["value"], int | float | str), place, "a metric's value must be a number, or a text for a range"
    )
    return LabelledMetric(row["value"], Role(row["role"]))


def _check(holds: object, place: str, what: str) -> None:
    if not holds:
        raise DataError(f"{place}: {what}.")
