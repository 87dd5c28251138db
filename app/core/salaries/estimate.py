"""Percentiles around an estimated middle, in money, each with its 90 % interval."""

from __future__ import annotations

from math import exp, sqrt

from app.core.salaries.filings_model import PERCENTILES, Case, PayModel

INTERVAL_Z = 1.645  # a 90 % interval
_Z80 = 2.56  # standard deviations from the 10th to the 90th percentile


def around(
    model: PayModel, case: Case, middle: float, *, unsure: float, spread_by: float, ageing: float
) -> tuple[dict[int, float], dict[int, tuple[float, float]]]:
    """Return the percentiles and their intervals.

    All that comes in is in logs of pay: how unsure the middle is, how far that (or what differs within a region)
    spreads the band, and what carrying the evidence to another month adds.
    """
    spread = model.spread(case)
    wider = sqrt(1 + (spread_by / ((spread[-1] - spread[0]) / _Z80)) ** 2)
    logs = {p: middle + offset * wider for p, offset in zip(PERCENTILES, spread, strict=True)}
    errors = {p: sqrt(model.error(case, p) ** 2 + unsure**2 + ageing**2) for p in PERCENTILES}
    intervals = {p: (exp(log - INTERVAL_Z * errors[p]), exp(log + INTERVAL_Z * errors[p])) for p, log in logs.items()}
    return {p: exp(log) for p, log in logs.items()}, intervals
