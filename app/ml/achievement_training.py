"""Trains the reader of résumé lines from the labelled lines in `data/resumes/`; needs scikit-learn."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from app.core.achievements.grammar import mentions
from app.core.achievements.labelled import LabelledLine, align
from app.core.achievements.likelihoods import Kind
from app.core.achievements.signals import signals
from app.ml.achievement_lines import LineReader, line_features
from app.ml.linear import Linear, Vocabulary
from app.ml.tokens import role_tokens

_THREADS = import_module("threadpoolctl")  # comes with scikit-learn, without types
SEED = 20261122
FOLDS = 5
DIGITS = 4  # kept of each weight

# The shares of kinds among the 1,280 lines of real résumés that were labelled for measuring (268, 608, 80, 324).
# Our own lines hold more outcomes than real ones; the calibration corrects for that.
KINDS_IN_THE_WILD = {Kind.OUTCOME: 0.209, Kind.ACTIVITY: 0.475, Kind.SCOPE: 0.063, Kind.OTHER: 0.253}
MEASURED_IN_THE_WILD = {"yes": 124 / 1280, "no": 1156 / 1280}


@dataclass(frozen=True)
class Recipe:
    """How one model is fitted."""

    most_tokens: tuple[int, ...]  # for each family
    family_weights: tuple[float, ...]
    strictness: float  # C of the logistic regression: small is strict
    rarest: int = 2
    signal_weight: float = 1.0  # signals are few and blunt: kept light, they leave the fine work to the words


# Settled by training on all files but one and measuring on that one, for each of the three large files in turn.
KIND = Recipe((10000, 8000, 16000), (2.0, 1.2, 1.2), 6.0, signal_weight=0.35)
MEASURED = Recipe((8000, 8000), (1.5, 1.2), 3.0, signal_weight=0.5)
SPECIFIC = Recipe((8000, 8000), (1.5, 1.2), 3.0, signal_weight=0.5)
ROLE = Recipe((9000,), (2.5,), 3.0, signal_weight=0.4)


@dataclass
class Fitted:
    """A fitted model with the scikit-learn parts that made it, so that the two can be compared."""

    vectorizers: list[TfidfVectorizer]
    signals: DictVectorizer
    regression: LogisticRegression
    calibration: LogisticRegression
    recipe: Recipe

    def matrix(self, families: Sequence[Sequence[Sequence[str]]], seen: Sequence[Mapping[str, float]]) -> csr_matrix:
        blocks = [
            vectorizer.transform([row[place] for row in families]) * self.recipe.family_weights[place]
            for place, vectorizer in enumerate(self.vectorizers)
        ]
        return csr_matrix(hstack([*blocks, self.signals.transform(seen) * self.recipe.signal_weight]))

    def likelihoods(self, families: Sequence[Sequence[Sequence[str]]], seen: Sequence[Mapping[str, float]]) -> Any:
        """What scikit-learn itself answers."""
        totals = _columns(self.regression.decision_function(self.matrix(families, seen)))
        return self.calibration.predict_proba(totals)

    def exported(self) -> Linear:
        """The same model as plain numbers."""
        weights = self.regression.coef_
        vocabularies, start = [], 0
        for vectorizer, share in zip(self.vectorizers, self.recipe.family_weights, strict=True):
            names = vectorizer.get_feature_names_out()
            block = weights[:, start : start + len(names)] * share
            start += len(names)
            rarity = {str(name): round(float(idf), DIGITS) for name, idf in zip(names, vectorizer.idf_, strict=True)}
            rows = {str(name): _row(block[:, place]) for place, name in enumerate(names)}
            vocabularies.append(Vocabulary(rarity, rows))
        signal_rows = {
            str(name): _row(weights[:, start + place] * self.recipe.signal_weight)
            for place, name in enumerate(self.signals.get_feature_names_out())
        }
        return Linear(
            tuple(str(label) for label in self.regression.classes_),
            tuple(vocabularies),
            signal_rows,
            _row(self.regression.intercept_),
            tuple(_row(row) for row in self.calibration.coef_),
            _row(self.calibration.intercept_),
        )


def _row(values: Any) -> tuple[float, ...]:
    return tuple(round(float(value), DIGITS) for value in values)


def _columns(totals: Any) -> Any:
    return totals.reshape(-1, 1) if totals.ndim == 1 else totals


def _as_they_are(tokens: list[str]) -> list[str]:
    return tokens


def fit(
    families: Sequence[Sequence[Sequence[str]]],
    seen: Sequence[Mapping[str, float]],
    labels: Sequence[str],
    recipe: Recipe,
    shares: Mapping[Any, float] | None = None,
) -> Fitted:
    """Fit and calibrate one model; `shares` are the classes' shares in the wild, if ours differ."""
    vectorizers = [
        TfidfVectorizer(analyzer=_as_they_are, sublinear_tf=True, min_df=recipe.rarest, max_features=most)
        for most in recipe.most_tokens
    ]
    for place, vectorizer in enumerate(vectorizers):
        vectorizer.fit([row[place] for row in families])
    names = DictVectorizer().fit(seen)
    fitted = Fitted(vectorizers, names, _regression(recipe.strictness), _regression(1000.0), recipe)
    matrix, wanted = fitted.matrix(families, seen), np.array([str(label) for label in labels])
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    # One thread: two waiting for each other are many times slower on matrices as thin as these.
    with warnings.catch_warnings(), _THREADS.threadpool_limits(1):
        warnings.simplefilter("ignore", ConvergenceWarning)
        totals = cross_val_predict(_regression(recipe.strictness), matrix, wanted, cv=folds, method="decision_function")
        fitted.regression.fit(matrix, wanted)
    fitted.calibration.fit(_columns(totals), wanted, sample_weight=_weights(wanted, shares))
    return fitted


def _regression(strictness: float) -> LogisticRegression:
    return LogisticRegression(C=strictness, max_iter=100)


def _weights(labels: Any, shares: Mapping[Any, float] | None) -> Any:
    if shares is None:
        return np.ones(len(labels))
    counts = {label: float(np.mean(labels == label)) for label in set(labels)}
    return np.array([shares[label] / counts[label] for label in labels])


@dataclass(frozen=True)
class Parts:
    """The four fitted models."""

    kind: Fitted
    measured: Fitted
    specific: Fitted
    role: Fitted

    def exported(self) -> LineReader:
        return LineReader(*(part.exported() for part in (self.kind, self.measured, self.specific, self.role)))


def train(lines: Sequence[LabelledLine]) -> Parts:
    """Fit all four models on these lines."""
    found = [mentions(line.text) for line in lines]
    features = [line_features(line.text, numbers) for line, numbers in zip(lines, found, strict=True)]
    families, seen = [row[0] for row in features], [row[1] for row in features]
    outcomes = [place for place, line in enumerate(lines) if line.kind == Kind.OUTCOME and not line.quantified]
    role_rows, role_seen, roles = [], [], []
    for line, numbers in zip(lines, found, strict=True):
        for mention, role in align(numbers, line.metrics):
            role_rows.append((role_tokens(line.text, mention),))
            role_seen.append(signals(line.text, numbers))
            roles.append(role)
    return Parts(
        fit(families, seen, [line.kind for line in lines], KIND, KINDS_IN_THE_WILD),
        fit(families, seen, ["yes" if line.quantified else "no" for line in lines], MEASURED, MEASURED_IN_THE_WILD),
        fit(
            [families[place] for place in outcomes],
            [seen[place] for place in outcomes],
            ["yes" if lines[place].strength >= 2 else "no" for place in outcomes],
            SPECIFIC,
        ),
        fit(role_rows, role_seen, roles, ROLE),
    )


def versions() -> dict[str, str]:
    """The libraries that a fit depends on."""
    return {name: version(name) for name in ("numpy", "scipy", "scikit-learn")}
