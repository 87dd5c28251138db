"""Where an offer falls in a band, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from statistics import NormalDist

_NORMAL = NormalDist()
LEAST, MOST = 1, 99  # beyond these a band of five percentiles says nothing


def percentile_of(amount: float, percentiles: Mapping[int, float]) -> int:
    """Straight lines between the percentiles, on the scale on which a log-normal curve is straight.

    Beyond the outermost percentiles their last slope goes on.
    """
    points = sorted((log(value), _NORMAL.inv_cdf(p / 100)) for p, value in percentiles.items())
    at = log(amount)
    upper = next((i for i, (value, _) in enumerate(points) if value >= at), len(points) - 1)
    upper = max(upper, 1)
    (low_pay, low_z), (high_pay, high_z) = points[upper - 1], points[upper]
    share = (at - low_pay) / (high_pay - low_pay) if high_pay > low_pay else 0.5
    found = 100 * _NORMAL.cdf(low_z + share * (high_z - low_z))
    return round(min(max(found, LEAST), MOST))


def percentile_interval(amount: float, intervals: Mapping[int, tuple[float, float]]) -> tuple[int, int]:
    """The lowest and highest percentile that the intervals of the band allow."""
    if_high = percentile_of(amount, {p: high for p, (_, high) in intervals.items()})
    if_low = percentile_of(amount, {p: low for p, (low, _) in intervals.items()})
    return if_high, if_low
