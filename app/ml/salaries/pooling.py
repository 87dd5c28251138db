"""The middle of pay by partial pooling: every cell is drawn towards its parents, the more so the fewer its filings.

Ridge regression on indicator columns is the penalized form of crossed random intercepts: a block's penalty is the ratio
of the variance within cells to the variance between them. Penalties were chosen by cross-validation over employers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import Ridge

from app.core.salaries.query import LEVELS
from app.ml.salaries.rows import Floats, Rows

PENALTY = {
    "wording": 5.0,
    "level": 5.0,
    "wording|level": 10.0,
    "mark": 10.0,
    "wording|mark": 10.0,
    "state": 10.0,
    "wording|state": 10.0,
}
LADDER_BLOCKS = ("wording", "level", "wording|level")
TITLE_PENALTY = 3.0
TITLE_STATE_PENALTY = 4.0
FEWEST_OF_A_TITLE = 2  # a title filed once says nothing that its words do not
LADDER_PRIOR = 5.0  # filings' worth of trust in a step that was never filed
INDEX_PENALTY = 0.05  # the area index is a measured slope, hardly shrunk


@dataclass(frozen=True)
class Index:
    """How a state's official wages compare (logarithm): its best-paying area, and its middle area."""

    highest: Mapping[str, float]
    middle: Mapping[str, float]

    def of(self, state: str) -> tuple[float, float]:
        return self.highest.get(state, 0.0), self.middle.get(state, 0.0)


@dataclass(frozen=True)
class Pooled:
    """Effects by name, as the look-up adds them."""

    effects: dict[str, float]
    index_slope: float
    index_reference: dict[str, float]
    state_error: float
    level_error: float


def fit(rows: Rows, index: Index, weights: Floats | None = None) -> Pooled:
    """Fit in three steps: all effects together, a ladder that never falls, then what titles add."""
    weight = np.ones(len(rows)) if weights is None else weights
    blocks = _blocks(rows)
    first = _ridge(rows.pay, weight, blocks, _index_columns(rows, index))
    ladder = _rising(first, rows, weight)
    rest = rows.pay - np.array([ladder[f"ladder|{w}|{lv}"] for w, lv in zip(rows.wording, rows.level, strict=True)])
    others = {name: cells for name, cells in blocks.items() if name not in LADDER_BLOCKS}
    second = _ridge(rest, weight, others, _index_columns(rows, index))
    effects = {name: value + second.intercept for name, value in ladder.items()}
    for (block, cell), value in second.effects.items():
        effects[f"{block.rpartition('|')[2]}|{cell}"] = value
    _center_marks(effects, rows, weight)
    reference, slope, state_error = _states(effects, second, index)
    left = rows.pay - middles(effects, rows)
    effects |= _titles(rows, left, weight)
    return Pooled(effects, slope, reference, state_error, _level_error(first, rows))


def middles(effects: Mapping[str, float], rows: Rows) -> Floats:
    """The fitted middle of each filing, from the effects alone."""
    return np.array([sum(effects.get(term, 0.0) for term in terms) for terms in _terms(rows)])


def _terms(rows: Rows) -> Iterable[tuple[str, ...]]:
    for w, lv, m, s, t in zip(rows.wording, rows.level, rows.mark, rows.state, rows.title, strict=True):
        yield (
            f"ladder|{w}|{lv}",
            f"mark|{m}",
            f"mark|{w}|{m}",
            f"state|{s}",
            f"state|{w}|{s}",
            f"title|{t}",
            f"title|{t}|{s}",
        )


def _blocks(rows: Rows) -> dict[str, list[str]]:
    columns = {"wording": rows.wording, "level": rows.level, "mark": rows.mark, "state": rows.state}
    blocks = {}
    for name in PENALTY:
        parts = [columns[part] for part in name.split("|")]
        blocks[name] = ["|".join(values) for values in zip(*parts, strict=True)]
    return blocks


def _index_columns(rows: Rows, index: Index) -> Floats:
    return np.array([index.of(state) for state in rows.state])


@dataclass(frozen=True)
class _Fitted:
    intercept: float
    effects: dict[tuple[str, str], float]  # by block and cell
    slopes: tuple[float, float]


def _ridge(target: Floats, weight: Floats, blocks: Mapping[str, Sequence[str]], extra: Floats) -> _Fitted:
    places: dict[tuple[str, str], int] = {}
    rows_at, columns_at, values = [], [], []
    for block, cells in blocks.items():
        for row, cell in enumerate(cells):
            rows_at.append(row)
            columns_at.append(places.setdefault((block, cell), len(places)))
            values.append(1 / np.sqrt(PENALTY[block]))
    indicators = csr_matrix((values, (rows_at, columns_at)), shape=(len(target), len(places)))
    matrix = hstack([indicators, csr_matrix(extra / np.sqrt(INDEX_PENALTY))]).tocsr()
    model = Ridge(alpha=1.0, solver="sparse_cg", tol=1e-8).fit(matrix, target, sample_weight=weight)
    effects = {key: float(model.coef_[at]) / float(np.sqrt(PENALTY[key[0]])) for key, at in places.items()}
    of_highest, of_middle = (float(value) / float(np.sqrt(INDEX_PENALTY)) for value in model.coef_[len(places) :])
    return _Fitted(float(model.intercept_), effects, (of_highest, of_middle))


def _rising(fitted: _Fitted, rows: Rows, weight: Floats) -> dict[str, float]:
    """The ladder of each wording, made to rise from level to level by isotonic regression."""
    filed: dict[tuple[str, str], float] = defaultdict(float)
    marks: dict[tuple[str, str], float] = defaultdict(float)
    ladder: dict[str, float] = {}
    effects = fitted.effects
    for w, lv, mark, amount in zip(rows.wording, rows.level, rows.mark, weight, strict=True):
        filed[w, lv] += amount
        marks[w, lv] += amount * (effects["mark", mark] + effects["wording|mark", f"{w}|{mark}"])
    for wording in dict.fromkeys(rows.wording):
        steps = [
            fitted.intercept
            + effects["wording", wording]
            + effects.get(("level", level), 0.0)
            + effects.get(("wording|level", f"{wording}|{level}"), 0.0)
            + (marks[wording, level] / filed[wording, level] if filed[wording, level] else 0.0)
            for level in LEVELS
        ]
        trust = [filed[wording, level] + LADDER_PRIOR for level in LEVELS]
        ladder |= {f"ladder|{wording}|{lv}": step for lv, step in zip(LEVELS, risen(steps, trust), strict=True)}
    return ladder


def risen(steps: Sequence[float], trust: Sequence[float]) -> list[float]:
    """The nearest steps that never fall."""
    found = IsotonicRegression().fit_transform(np.arange(len(steps)), steps, sample_weight=trust)
    return [float(step) for step in found]


def _center_marks(effects: dict[str, float], rows: Rows, weight: Floats) -> None:
    """Move what the level words of a step have in common into the step itself, so that it holds without them.

    A ridge with a free intercept spreads effects around the middle of the words, not around the middle of the filings.
    """
    sums: dict[tuple[str, str], float] = defaultdict(float)
    filed: dict[tuple[str, str], float] = defaultdict(float)
    level_of = dict(zip(rows.mark, rows.level, strict=True))
    for w, lv, mark, amount in zip(rows.wording, rows.level, rows.mark, weight, strict=True):
        sums[w, lv] += amount * (effects[f"mark|{mark}"] + effects[f"mark|{w}|{mark}"])
        filed[w, lv] += amount
    for wording in dict.fromkeys(rows.wording):
        shared = {lv: sums[wording, lv] / filed[wording, lv] for lv in LEVELS if filed[wording, lv]}
        names = [f"ladder|{wording}|{lv}" for lv in LEVELS]
        steps = [effects[name] + shared.get(lv, 0.0) for name, lv in zip(names, LEVELS, strict=True)]
        effects |= zip(names, risen(steps, [filed[wording, lv] + LADDER_PRIOR for lv in LEVELS]), strict=True)
        for mark, lv in level_of.items():
            name = f"mark|{wording}|{mark}"
            effects[name] = effects.get(name, 0.0) - shared.get(lv, effects[f"mark|{mark}"])


def _level_error(fitted: _Fitted, rows: Rows) -> float:
    """How far the step to a level differs between kinds of work, where enough filings show it."""
    filed = Counter(zip(rows.wording, rows.level, strict=True))
    steps = [fitted.effects["wording|level", f"{w}|{lv}"] for (w, lv), count in filed.items() if count >= 8]
    return float(np.std(steps))


def _states(effects: dict[str, float], fitted: _Fitted, index: Index) -> tuple[dict[str, float], float, float]:
    """Fold the area index into each state's effect, so that a state never filed still has one.

    Returns the index that a state's filings stand for, the slope by which an area within the state departs from it,
    and the standard deviation of states around the line.
    """
    of_highest, of_middle = fitted.slopes
    slope = of_highest + of_middle
    share = min(max(of_highest / slope, 0.0), 1.0) if slope else 1.0
    own = {cell: value for (block, cell), value in fitted.effects.items() if block == "state"}
    for state in sorted({*index.highest, *own}):
        highest, middle = index.of(state)
        effects[f"state|{state}"] = own.get(state, 0.0) + of_highest * highest + of_middle * middle
    reference = {state: share * index.highest[state] + (1 - share) * index.middle[state] for state in index.highest}
    return reference, slope, float(np.std(list(own.values())))


def _titles(rows: Rows, left: Floats, weight: Floats) -> dict[str, float]:
    """What a title adds beyond its words, and beyond that in a state: shrunken means of what is left."""
    by_title = _shrunken(rows.title, left, weight, TITLE_PENALTY)
    left = left - np.array([by_title.get(title, 0.0) for title in rows.title])
    keys = [f"{title}|{state}" for title, state in zip(rows.title, rows.state, strict=True)]
    by_state = _shrunken(keys, left, weight, TITLE_STATE_PENALTY)
    return {f"title|{key}": value for key, value in (by_title | by_state).items()}


def _shrunken(keys: Sequence[str], left: Floats, weight: Floats, penalty: float) -> dict[str, float]:
    amounts: dict[str, float] = defaultdict(float)
    sums: dict[str, float] = defaultdict(float)
    filed = Counter(keys)
    for key, value, amount in zip(keys, left, weight, strict=True):
        amounts[key] += amount
        sums[key] += amount * value
    return {
        key: sums[key] / (amounts[key] + penalty)
        for key in filed
        if filed[key] >= FEWEST_OF_A_TITLE and amounts[key] > 0
    }
