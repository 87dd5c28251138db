"""Conformal correction: bands are widened until they hold for filings and employers that were left out."""

from __future__ import annotations

import numpy as np
from mapie.regression import ConformalizedQuantileRegressor
from sklearn.base import BaseEstimator, RegressorMixin

from app.ml.salaries.rows import Floats, NDArrayBool
from app.ml.salaries.spread import LeftOut

PAIRS = {0.8: (0, 4), 0.5: (1, 3)}  # which offsets make the 80 % and the 50 % interval
MIDDLE = 2
FEWEST = 100  # residuals below which a class is not corrected


class _Column(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """A "fitted" regressor that hands back a column of numbers predicted before."""

    def __init__(self, column: int = 0) -> None:
        self.column = column
        self.fitted_ = True

    def fit(self, _features: Floats, _target: Floats) -> _Column:
        return self

    def predict(self, features: Floats) -> Floats:
        found: Floats = features[:, self.column]
        return found


def corrected(spreads: dict[str, Floats], left: LeftOut) -> dict[str, Floats]:
    """Return the offsets, each class moved outward where left-out filings ask for it; none is made narrower.

    A new title is what an unseen employer mostly brings, so it is judged on groups left out as a whole. A known title
    is judged on all left-out filings: on unseen groups alone its band would be too wide for those who use it.
    """
    known = np.array(left.known)
    moved = dict(spreads)
    for name in ("new", "one", "several", "untitled"):
        here = (known == name if name != "untitled" else known != "") & (left.by_group | (name != "new"))
        if here.sum() < FEWEST:
            continue
        moves = _moves(spreads, name, here, left)
        for key, offsets in spreads.items():
            if key.split("|")[0] == name or (name == "several" and key.startswith("title|")):
                moved[key] = np.sort(offsets + moves)
    return moved


def _moves(spreads: dict[str, Floats], name: str, here: NDArrayBool, left: LeftOut) -> Floats:
    residuals = (left.untitled if name == "untitled" else left.titled)[here]
    offsets = np.array(
        [
            offsets_of(spreads, name, left.rows.wording[i], left.rows.level[i], left.rows.title[i])
            for i in np.flatnonzero(here)
        ]
    )
    moves = np.zeros(len(PAIRS) * 2 + 1)
    for level, (low, high) in PAIRS.items():
        regressor = ConformalizedQuantileRegressor(
            estimator=[_Column(low), _Column(high), _Column(MIDDLE)], confidence_level=level, prefit=True
        )
        regressor.conformalize(offsets, residuals)
        _, interval = regressor.predict_interval(offsets[:1], symmetric_correction=True)
        moves[low] = min(0.0, interval[0, 0, 0] - offsets[0, low])
        moves[high] = max(0.0, interval[0, 1, 0] - offsets[0, high])
    return moves


def offsets_of(spreads: dict[str, Floats], name: str, wording: str, level: str, title: str) -> Floats:
    """The offsets that the look-up would use."""
    options = [f"{name}|{wording}|{level}", f"{name}|{wording}", name]
    if name not in ("new", "untitled"):
        options.insert(0, f"title|{title}")
    return spreads[next(option for option in options if option in spreads)]
