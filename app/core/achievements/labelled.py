"""Lines with the labels that people gave them: what the models learn from and are measured on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.achievements.likelihoods import Kind
from app.core.achievements.metrics import Mention, Role


@dataclass(frozen=True)
class LabelledMetric:
    """A number as it was labelled; a value that is no single number is a text."""

    value: float | str
    role: Role


@dataclass(frozen=True)
class LabelledLine:
    text: str
    kind: Kind
    quantified: bool
    dimensions: tuple[str, ...]
    metrics: tuple[LabelledMetric, ...]
    strength: int
    level: str | None = None
    style: str = ""


def comparable(value: float | str) -> float | str:
    """The value such that 2, 2.0 and "2" are the same."""
    try:
        return round(float(value), 3)
    except ValueError:
        return str(value).strip()


def align(found: Sequence[Mention], labelled: Sequence[LabelledMetric]) -> list[tuple[Mention, Role]]:
    """Pair what was found with what was labelled, by value and in order."""
    waiting = list(labelled)
    pairs = []
    for mention in found:
        for metric in waiting:
            if comparable(metric.value) == comparable(mention.value):
                pairs.append((mention, metric.role))
                waiting.remove(metric)
                break
    return pairs
