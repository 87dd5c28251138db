"""Measures the bands on filings held out by a fixed hash, beside simpler ways of making bands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.model_selection import GroupKFold, KFold
from sklearn.preprocessing import OrdinalEncoder

from app.core.salaries.filings_model import PERCENTILES, Case, PayModel
from app.ml.salaries.artefact import pay_model
from app.ml.salaries.pooling import Index
from app.ml.salaries.rows import Floats, Rows, split
from app.ml.salaries.training import SEED, Evidence, assemble

PROBABILITIES = np.array(PERCENTILES) / 100
FEWEST = 8
FEWEST_DRAWS = 2  # measuring the bands needs no intervals of theirs
FOLDS = 5
PROGRAM_AND_PROJECT = frozenset(
    {"technical_program", "engineering_program", "technical_project", "engineering_project"}
    | {"it_program", "it_project", "program", "project"}
)
# What the founding articles quote for the US (USD a year), read as the middle half; "180k+" is taken as 180k.
ARTICLE_RANGES = {
    **dict.fromkeys(("L1", "L2"), (75_000, 95_000)),
    "L3": (95_000, 140_000),
    **dict.fromkeys(("L4", "L5", "L6"), (140_000, 180_000)),
}
Predict = Callable[[Rows], Floats]


@dataclass(frozen=True)
class Score:
    """How a way of making bands did on one held-out part."""

    way: str
    part: str
    filings: int
    pinball: float
    cover80: float
    cover50: float
    error_percent: float


def evaluate(evidence: Evidence, *, thorough: bool = True) -> tuple[Score, ...]:
    """Fit on the training part only and score every way on the same held-out filings; thorough also cross-validates."""
    of = evidence.rows
    parts = split(of)
    train = of.take(parts.train)
    ways = _ways(evidence, train)
    scores = []
    for part, places in (("known employers", parts.seen), ("unseen employers", parts.unseen)):
        held = of.take(places)
        ours = [i for i, wording in enumerate(held.wording) if wording in PROGRAM_AND_PROJECT]
        for name, rows in ((part, held), (f"{part}, program and project titles", held.take(ours))):
            scores += [_score(way, name, rows.pay, predict(rows)) for way, predict in ways.items()]
    return (*scores, *(_cross_validated(evidence, of) if thorough else ()))


def _cross_validated(evidence: Evidence, of: Rows) -> list[Score]:
    """Our bands once more, every filing predicted by others: steadier than one hold-out, harder by groups."""
    everything = np.arange(len(of))
    by_row = KFold(FOLDS, shuffle=True, random_state=SEED).split(everything)
    by_group = GroupKFold(FOLDS).split(everything, groups=of.group)
    scores = []
    for part, folds in (("cross-validated by filing", by_row), ("cross-validated by group of companies", by_group)):
        places, titled, untitled = [], [], []
        for train, test in folds:
            model = pay_model(assemble(evidence, of.take(train), FEWEST_DRAWS))
            held = of.take(test)
            places.append(test)
            titled.append(bands(model, held, with_titles=True))
            untitled.append(bands(model, held, with_titles=False))
        rows = of.take(np.concatenate(places))
        ours = np.array([wording in PROGRAM_AND_PROJECT for wording in rows.wording])
        for way, found in (("ours, from family, level and region", untitled), ("ours, from the title", titled)):
            predicted = np.concatenate(found)
            scores.append(_score(way, part, rows.pay, predicted))
            scores.append(_score(way, f"{part}, program and project titles", rows.pay[ours], predicted[ours]))
    return sorted(scores, key=lambda score: score.part)


def as_facts(scores: Sequence[Score]) -> list[dict[str, object]]:
    return [asdict(score) for score in scores]


def _ways(evidence: Evidence, train: Rows) -> dict[str, Predict]:
    model = pay_model(assemble(evidence, train, FEWEST_DRAWS))
    return {
        "the articles' ranges": _articles,
        "one band for everybody": _everybody(train),
        "raw cells": _raw_cells(train, 1),
        f"raw cells of {FEWEST} or more, else wider cells": _raw_cells(train, FEWEST),
        "official area wages times a ratio": _official(train, evidence.index),
        "gradient-boosted quantiles": _boosted(train),
        "ours, from family, level and region": lambda rows: bands(model, rows, with_titles=False),
        "ours, from the title": lambda rows: bands(model, rows, with_titles=True),
    }


def bands(model: PayModel, rows: Rows, *, with_titles: bool) -> Floats:
    """The bands that the product gives, by the product's own look-up."""
    found = []
    for wording, level, state, mark, title in zip(
        rows.wording, rows.level, rows.state, rows.mark, rows.title, strict=True
    ):
        case = Case(wording, level, state, mark, title) if with_titles else Case(wording, level, state)
        middle = model.middle(case)
        found.append([middle + offset for offset in model.spread(case)])
    return np.array(found)


def _score(way: str, part: str, pay: Floats, predicted: Floats) -> Score:
    gap = pay[:, None] - predicted
    pinball = np.maximum(PROBABILITIES * gap, (PROBABILITIES - 1) * gap).mean()
    return Score(
        way=way,
        part=part,
        filings=len(pay),
        pinball=round(100 * float(pinball), 2),
        cover80=round(float(((pay >= predicted[:, 0]) & (pay <= predicted[:, 4])).mean()), 3),
        cover50=round(float(((pay >= predicted[:, 1]) & (pay <= predicted[:, 3])).mean()), 3),
        error_percent=round(100 * float(np.expm1(np.abs(pay - predicted[:, 2])).mean()), 1),
    )


def _articles(rows: Rows) -> Floats:
    ends = np.log([ARTICLE_RANGES[level] for level in rows.level])
    middle, half = ends.mean(axis=1), (ends[:, 1] - ends[:, 0]) / 2
    tail = 1.9 * half  # a normal curve's p10 and p90 lie 1.9 times as far out as its p25 and p75
    return np.column_stack([middle - tail, ends[:, 0], middle, ends[:, 1], middle + tail])


def _everybody(train: Rows) -> Predict:
    quantiles = np.quantile(train.pay, PROBABILITIES)
    return lambda rows: np.tile(quantiles, (len(rows), 1))


def _raw_cells(train: Rows, fewest: int) -> Predict:
    """Quantiles of family x level x state, else family x level, else family, else all."""
    cells: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for pay, keys in zip(train.pay, map(_cell_keys, train.family, train.level, train.state), strict=True):
        for key in keys:
            cells[key].append(pay)
    tables = {key: np.quantile(values, PROBABILITIES) for key, values in cells.items() if len(values) >= fewest}

    def predict(rows: Rows) -> Floats:
        every = map(_cell_keys, rows.family, rows.level, rows.state)
        return np.array([tables[next(key for key in keys if key in tables)] for keys in every])

    return predict


def _cell_keys(family: str, level: str, state: str) -> tuple[tuple[str, ...], ...]:
    return (family, level, state), (family, level), (family,), ()


def _official(train: Rows, index: Index) -> Predict:
    """The state's best-paying area as the official index has it, times ratios seen in filings."""

    def of(rows: Rows) -> Floats:
        return np.array([index.of(state)[0] for state in rows.state])

    ratios = np.quantile(train.pay - of(train), PROBABILITIES)
    return lambda rows: of(rows)[:, None] + ratios


def _boosted(train: Rows) -> Predict:
    encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan)

    def features(rows: Rows) -> list[list[str]]:
        return [list(one) for one in zip(rows.wording, rows.level, rows.mark, rows.state, strict=True)]

    known = encoder.fit_transform(features(train))
    models = [
        HistGradientBoostingRegressor(
            loss="quantile",
            quantile=p,
            categorical_features=[0, 1, 2, 3],
            max_iter=150,
            learning_rate=0.06,
            min_samples_leaf=20,
            random_state=SEED,
        ).fit(known, train.pay)
        for p in PROBABILITIES
    ]
    return lambda rows: np.sort(
        np.column_stack([model.predict(encoder.transform(features(rows))) for model in models]), axis=1
    )
