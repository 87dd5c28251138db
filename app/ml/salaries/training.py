"""Puts the fitted numbers together as the artefact `models/salary-bands/bands.json`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.core.salaries.areas import area_index, by_state
from app.core.salaries.evidence import Area, Filing, PrevailingWage
from app.core.titles import TitleMap
from app.ml.salaries.conform import corrected
from app.ml.salaries.pooling import FEWEST_OF_A_TITLE, Index, Pooled, fit
from app.ml.salaries.rows import Floats, Rows, rows
from app.ml.salaries.spread import LeftOut, left_out, quantiles, rising

SEED = 20261122
DRAWS = 40
DIGITS = 4
DRAW_UNIT = 0.001  # a tenth of a percent is finer than any draw is worth


@dataclass(frozen=True)
class Evidence:
    """What the fit is given."""

    filings: tuple[Filing, ...]
    wages: tuple[PrevailingWage, ...]
    areas: tuple[Area, ...]
    rules: TitleMap
    month: str

    @property
    def index(self) -> Index:
        states = by_state(area_index(self.wages), self.areas)
        return Index({s: high for s, (high, _) in states.items()}, {s: middle for s, (_, middle) in states.items()})

    @property
    def rows(self) -> Rows:
        return rows(self.filings, self.rules)


def train(evidence: Evidence) -> dict[str, Any]:
    """Fit on all filings and return the artefact as it is written."""
    return assemble(evidence, evidence.rows)


def assemble(evidence: Evidence, of: Rows, draws: int = DRAWS) -> dict[str, Any]:
    """Fit on these rows; evaluation hands in the training part only, and few draws: it asks for no intervals."""
    index = evidence.index
    pooled = fit(of, index)
    left = left_out(of, index, SEED)
    spreads = rising(corrected(quantiles(left), left), pooled.effects, of)
    nation, between = _nation(pooled, of)
    effects = pooled.effects | nation
    redrawn = _redrawn(of, index, effects, draws)
    return {
        "month": evidence.month,
        "effects": _rounded(effects),
        "draw_unit": DRAW_UNIT,
        "draws": {name: [round(v / DRAW_UNIT) for v in values] for name, values in sorted(redrawn.items())},
        "spreads": {name: [round(float(v), DIGITS) for v in values] for name, values in spreads.items()},
        "spread_errors": _spread_errors(left, spreads, draws),
        "between_states": _rounded(between),
        "counts": _counts(of),
        "index_slope": round(pooled.index_slope, DIGITS),
        "index_reference": _rounded(pooled.index_reference),
        "area_index": _rounded(area_index(evidence.wages)),
        "region_error": round(pooled.state_error, DIGITS),
        "level_error": round(pooled.level_error, DIGITS),
    }


def _rounded(numbers: Mapping[str, float]) -> dict[str, float]:
    return {name: round(float(value), DIGITS) for name, value in sorted(numbers.items())}


def _nation(pooled: Pooled, of: Rows) -> tuple[dict[str, float], dict[str, float]]:
    """The nation as the mean of its states, each by its filings; and how much states of a wording differ."""
    values: dict[str, list[float]] = defaultdict(list)
    for wording, state in zip(of.wording, of.state, strict=True):
        values[wording].append(
            pooled.effects.get(f"state|{state}", 0.0) + pooled.effects.get(f"state|{wording}|{state}", 0.0)
        )
    effects = {f"state|{wording}|US": float(np.mean(found)) for wording, found in values.items()}
    return effects, {wording: float(np.var(found)) for wording, found in values.items()}


def _redrawn(of: Rows, index: Index, effects: Mapping[str, float], draws: int) -> dict[str, list[float]]:
    """Refit with groups of companies drawn anew: each draw's departure from the fitted effects."""
    chance = np.random.default_rng(SEED)
    groups = sorted(set(of.group))
    place = {group: at for at, group in enumerate(groups)}
    of_row = np.array([place[group] for group in of.group])
    departures: dict[str, list[float]] = {name: [] for name in effects}
    for _ in range(draws):
        times = np.bincount(chance.integers(0, len(groups), len(groups)), minlength=len(groups))
        weight = times[of_row].astype(float)
        keep = np.flatnonzero(weight)
        drawn = fit(of.take(keep), index, weight[keep])
        found = drawn.effects | _nation(drawn, of.take(keep))[0]
        for name, fitted in effects.items():
            # What a draw could not see tells nothing about the effect, so it departs by all of it.
            departures[name].append(found.get(name, 0.0 if not name.startswith("ladder") else fitted) - fitted)
    return departures


def _spread_errors(left: LeftOut, spreads: Mapping[str, Floats], count: int) -> dict[str, list[float]]:
    """Standard errors of the offsets: left-out residuals redrawn by whole groups of companies."""
    chance = np.random.default_rng(SEED + 1)
    groups = sorted(set(left.rows.group))
    place = {group: at for at, group in enumerate(groups)}
    of_row = np.array([place[group] for group in left.rows.group])
    draws: dict[str, list[Floats]] = defaultdict(list)
    for _ in range(count):
        times = np.bincount(chance.integers(0, len(groups), len(groups)), minlength=len(groups))
        weight = left.weight * times[of_row]
        keep = np.flatnonzero(weight)
        again = LeftOut(
            left.rows.take(keep),
            left.titled[keep],
            left.untitled[keep],
            tuple(left.known[i] for i in keep),
            weight[keep],
            left.by_group[keep],
        )
        for name, offsets in quantiles(again).items():
            draws[name].append(offsets)
    whole = np.std([offsets for name in ("new", "untitled") for offsets in draws[name]], axis=0, ddof=1)
    return {
        name: [
            round(float(v), DIGITS)
            for v in (np.std(draws[name], axis=0, ddof=1) if len(draws.get(name, ())) > count // 2 else whole)
        ]
        for name in spreads
    }


def _counts(of: Rows) -> dict[str, list[int]]:
    """Filings and employers behind each cell that a look-up names as its support."""
    filings: Counter[str] = Counter()
    employers: dict[str, set[str]] = defaultdict(set)
    for w, lv, s, t, employer, group in zip(
        of.wording, of.level, of.state, of.title, of.employer, of.group, strict=True
    ):
        names = [
            f"cell|{w}|{lv}|{s}",
            f"region|{w}|{s}",
            f"level|{w}|{lv}",
            f"wording|{w}",
            f"state|{s}",
            f"title|{t}",
            f"title|{t}|{s}",
        ]
        for name in names:
            filings[name] += 1
            employers[name].add(employer)
        filings[f"groups|{t}"] += 1
        employers[f"groups|{t}"].add(group)
    return {
        name: [count, len(employers[name])]
        for name, count in sorted(filings.items())
        if count >= FEWEST_OF_A_TITLE or not name.startswith("title|")
    }
