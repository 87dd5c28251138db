"""Linear models as plain numbers: scored without scikit-learn, so that loading takes milliseconds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = tuple[float, ...]


@dataclass(frozen=True)
class Vocabulary:
    """One family of tokens: for each its rarity and its weight for every class."""

    rarity: Mapping[str, float]
    weights: Mapping[str, Row]

    def add(self, tokens: Sequence[str], totals: list[float]) -> None:
        """Add the tokens' weights to the classes' totals, with the line's length evened out."""
        rarity, weights = self.rarity, self.weights
        squares = 0.0
        sums = [0.0] * len(totals)
        for token, count in Counter(tokens).items():
            share = rarity.get(token)
            if share is None:
                continue
            if count > 1:
                share *= 1.0 + math.log(count)
            squares += share * share
            for place, weight in enumerate(weights[token]):
                sums[place] += weight * share
        if squares:
            length = math.sqrt(squares)
            for place, total in enumerate(sums):
                totals[place] += total / length


@dataclass(frozen=True)
class Linear:
    """A classifier: token families and signals, each with weights, and the calibration of their sum."""

    classes: tuple[str, ...]
    vocabularies: tuple[Vocabulary, ...]
    signals: Mapping[str, Row]
    bias: Row
    scaling: tuple[Row, ...]  # calibration: one row for each class over the uncalibrated totals
    offset: Row

    def likelihoods(self, families: Sequence[Sequence[str]], signals: Mapping[str, float]) -> dict[str, float]:
        """The calibrated likelihood of each class; a model may weigh fewer families than a line has."""
        return self.likelihoods_from(self.beginning(signals), families)

    def beginning(self, signals: Mapping[str, float]) -> list[float]:
        """The classes' totals from the signals alone, which the numbers of one line share."""
        totals = list(self.bias)
        for name, strength in signals.items():
            for place, weight in enumerate(self.signals.get(name, ())):
                totals[place] += weight * strength
        return totals

    def likelihoods_from(self, beginning: Sequence[float], families: Sequence[Sequence[str]]) -> dict[str, float]:
        totals = list(beginning)
        for vocabulary, tokens in zip(self.vocabularies, families, strict=False):
            vocabulary.add(tokens, totals)
        scaled = [
            sum(weight * total for weight, total in zip(row, totals, strict=True)) + shift
            for row, shift in zip(self.scaling, self.offset, strict=True)
        ]
        return dict(zip(self.classes, _shares(scaled), strict=True))

    def weights_for(self, label: str, tokens: Sequence[str]) -> list[tuple[float, str]]:
        """The words of the first family with what each adds for a class, the weightiest first."""
        place = self.classes.index(label) if len(self.bias) == len(self.classes) else 0
        words = self.vocabularies[0].weights
        found = {token: words[token][place] * self.vocabularies[0].rarity[token] for token in tokens if token in words}
        return sorted(((weight, token) for token, weight in found.items()), reverse=True)


def _shares(scaled: Sequence[float]) -> list[float]:
    if len(scaled) == 1:
        yes = 1.0 / (1.0 + math.exp(-scaled[0]))
        return [1.0 - yes, yes]
    highest = max(scaled)
    powers = [math.exp(value - highest) for value in scaled]
    return [power / sum(powers) for power in powers]


def from_json(content: Mapping[str, Any]) -> Linear:
    """A model as `to_json` wrote it."""
    return Linear(
        tuple(content["classes"]),
        tuple(
            Vocabulary(
                {token: values[0] for token, values in family.items()},
                {token: tuple(values[1:]) for token, values in family.items()},
            )
            for family in content["vocabularies"]
        ),
        {name: tuple(row) for name, row in content["signals"].items()},
        tuple(content["bias"]),
        tuple(tuple(row) for row in content["scaling"]),
        tuple(content["offset"]),
    )


def to_json(model: Linear) -> dict[str, Any]:
    return {
        "classes": list(model.classes),
        "vocabularies": [
            {token: [family.rarity[token], *family.weights[token]] for token in family.rarity}
            for family in model.vocabularies
        ],
        "signals": {name: list(row) for name, row in model.signals.items()},
        "bias": list(model.bias),
        "scaling": [list(row) for row in model.scaling],
        "offset": list(model.offset),
    }
