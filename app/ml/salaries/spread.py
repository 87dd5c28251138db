"""How far pay spreads around its middle: quantiles of what is left over when filings are predicted by others.

Residuals come from predictions of filings that were left out, half by row and half by whole group of companies, so that
the bands hold for employers that the model never saw. Cells are drawn towards their parents, like the middles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from sklearn.model_selection import GroupKFold, KFold
from statsmodels.stats.weightstats import DescrStatsW

from app.core.salaries.filings_model import PERCENTILES
from app.core.salaries.query import LEVELS
from app.ml.salaries.pooling import LADDER_PRIOR, Index, fit, middles, risen
from app.ml.salaries.rows import Floats, Ints, NDArrayBool, Rows, Texts

FOLDS = 5
GROUP_SHARE = 0.5
FEWEST = 8  # residuals for a cell to have quantiles of its own
PRIOR = {"class": 40.0, "wording": 30.0, "level": 30.0, "title": 20.0}
PROBABILITIES = np.array(PERCENTILES) / 100


@dataclass(frozen=True)
class LeftOut:
    """Residuals of filings that were predicted by others, and what was known of their titles then."""

    rows: Rows
    titled: Floats
    untitled: Floats
    known: tuple[str, ...]
    weight: Floats
    by_group: NDArrayBool


def left_out(rows: Rows, index: Index, seed: int) -> LeftOut:
    places: list[Ints] = []
    titled, untitled, known, weight, by_group = [], [], [], [], []
    for train, test, grouped in _folds(rows, seed):
        effects = fit(rows.take(train), index).effects
        held = rows.take(test)
        places.append(test)
        titled.append(held.pay - middles(effects, held))
        untitled.append(held.pay - middles(effects, without_titles(held)))
        known += title_classes(rows.take(train), held)
        weight.append(np.full(len(test), GROUP_SHARE if grouped else 1 - GROUP_SHARE))
        by_group.append(np.full(len(test), grouped))
    return LeftOut(
        rows.take(np.concatenate(places)),
        np.concatenate(titled),
        np.concatenate(untitled),
        tuple(known),
        np.concatenate(weight),
        np.concatenate(by_group),
    )


def _folds(rows: Rows, seed: int) -> Iterator[tuple[Ints, Ints, bool]]:
    everything = np.arange(len(rows))
    for train, test in KFold(FOLDS, shuffle=True, random_state=seed).split(everything):
        yield train, test, False
    for train, test in GroupKFold(FOLDS).split(everything, groups=rows.group):
        yield train, test, True


def without_titles(rows: Rows) -> Rows:
    """The same filings as somebody asks who gives a family and a level only."""
    blank = ("",) * len(rows)
    return replace(rows, mark=blank, title=blank)


def title_classes(train: Rows, held: Rows) -> list[str]:
    """Whether a held-out filing's title was known, and from how many groups of companies."""
    groups = groups_by_title(train)
    return [class_of(groups.get(title, 0)) for title in held.title]


def groups_by_title(rows: Rows) -> Counter[str]:
    return Counter(title for title, _ in set(zip(rows.title, rows.group, strict=True)))


def class_of(groups: int) -> str:
    return "new" if groups == 0 else "one" if groups == 1 else "several"


@dataclass(frozen=True)
class _Residuals:
    """What is left over, with the cells that it falls into."""

    values: Floats
    weight: Floats
    wording: Texts
    level: Texts

    def drawn(self, here: NDArrayBool, parent: Floats, prior: float) -> Floats:
        """Quantiles of a cell, drawn towards its parent's."""
        amount = float(self.weight[here].sum())
        if not amount:
            return parent
        return (amount * _quantiles(self.values[here], self.weight[here]) + prior * parent) / (amount + prior)


def quantiles(left: LeftOut) -> dict[str, Floats]:
    """The five offsets of every cell that has enough residuals, each drawn towards its parent."""
    found: dict[str, Floats] = {}
    everything = _quantiles(left.titled, left.weight)
    known = np.array(left.known)
    wording, level, title = (np.array(values) for values in (left.rows.wording, left.rows.level, left.rows.title))
    titled = _Residuals(left.titled, left.weight, wording, level)
    for name in sorted(set(left.known)):
        found |= _tree(name, known == name, everything, titled)
    untitled = _Residuals(left.untitled, left.weight, wording, level)
    found |= _tree("untitled", known != "", everything, untitled)
    for name, residuals in Counter(left.rows.title).items():
        here = title == name
        # Each filing is left out twice, once by row and once by group.
        if residuals >= 2 * FEWEST and len({left.rows.group[i] for i in np.flatnonzero(here)}) > 1:
            first = int(np.flatnonzero(here)[0])
            options = (f"several|{wording[first]}|{level[first]}", f"several|{wording[first]}", "several")
            parent = next(found[option] for option in options if option in found)
            found[f"title|{name}"] = titled.drawn(here & (known != "new"), parent, PRIOR["title"])
    return found


def _tree(name: str, here: NDArrayBool, parent: Floats, residuals: _Residuals) -> dict[str, Floats]:
    """A class of titles, its wordings, and their levels."""
    found = {name: residuals.drawn(here, parent, PRIOR["class"])}
    for one in np.unique(residuals.wording[here]):
        within = here & (residuals.wording == one)
        if within.sum() < FEWEST:
            continue
        found[f"{name}|{one}"] = residuals.drawn(within, found[name], PRIOR["wording"])
        for step in np.unique(residuals.level[within]):
            inner = within & (residuals.level == step)
            if inner.sum() >= 2 * FEWEST:
                found[f"{name}|{one}|{step}"] = residuals.drawn(inner, found[f"{name}|{one}"], PRIOR["level"])
    return found


def rising(spreads: dict[str, Floats], ladder: Mapping[str, float], rows: Rows) -> dict[str, Floats]:
    """Keep every percentile from falling from level to level, where somebody asks by family and level.

    Isotonic regression with the same weights for each percentile also keeps the percentiles from crossing.
    """
    filed = Counter(zip(rows.wording, rows.level, strict=True))
    kept = dict(spreads)
    for wording in dict.fromkeys(rows.wording):
        options = [(f"untitled|{wording}|{level}", f"untitled|{wording}", "untitled") for level in LEVELS]
        own = np.array([spreads[next(key for key in keys if key in spreads)] for keys in options])
        middles = np.array([ladder[f"ladder|{wording}|{level}"] for level in LEVELS])[:, None]
        trust = [filed[wording, level] + LADDER_PRIOR for level in LEVELS]
        columns = [risen(list(column), trust) for column in (middles + own).T]
        for level, offsets in zip(LEVELS, np.array(columns).T - middles, strict=True):
            kept[f"untitled|{wording}|{level}"] = offsets
    return kept


def _quantiles(residuals: Floats, weight: Floats) -> Floats:
    found: Floats = DescrStatsW(residuals, weights=weight).quantile(PROBABILITIES, return_pandas=False)
    return found
