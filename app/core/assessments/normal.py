"""The few facts about bell-shaped and double-exponential scatter that the estimate rests on."""

from __future__ import annotations

from functools import lru_cache
from math import erf, exp, inf, log, pi, sqrt

FOUR_IN_FIVE = 1.2816  # a normal value lies within this many standard deviations of its mean four times in five
_SMALLEST = 1e-12


def share_below(value: float, mean: float, spread: float) -> float:
    """The share of a normal distribution that lies below a value."""
    return 0.5 * (1.0 + erf((value - mean) / (spread * sqrt(2.0))))


def log_share_between(low: float, high: float, mean: float, spread: float) -> float:
    """The logarithm of the share between two values, which stays finite far out in the tail."""
    share = share_below(high, mean, spread) - share_below(low, mean, spread)
    if share > _SMALLEST:
        return log(share)
    nearest = min(abs(low - mean), abs(high - mean)) / spread
    return min(log(_SMALLEST), -0.5 * nearest * nearest)


@lru_cache(maxsize=65536)
def between(low: float, high: float, spread: float) -> tuple[float, float]:
    """Mean and variance of a normal value around 0 that is known to lie between two bounds."""
    a, b = low / spread, high / spread
    share = share_below(b, 0.0, 1.0) - share_below(a, 0.0, 1.0)
    if share < 1e-9:
        return (low if a > 0 else high), 0.0
    at_a, at_b = _density(a), _density(b)
    mean = (at_a - at_b) / share
    variance = 1.0 + (_edge(a, at_a) - _edge(b, at_b)) / share - mean * mean
    return mean * spread, max(variance, 0.0) * spread * spread


def _density(value: float) -> float:
    return 0.0 if abs(value) == inf else exp(-0.5 * value * value) / sqrt(2.0 * pi)


def _edge(value: float, density: float) -> float:
    return 0.0 if abs(value) == inf else value * density


def log_laplace_between(low: float, high: float, middle: float, spread: float) -> float:
    """As above for the double-exponential shape, whose long tails forgive one odd value among several."""
    share = _laplace_below(high, middle, spread) - _laplace_below(low, middle, spread)
    return log(max(share, _SMALLEST))


def _laplace_below(value: float, middle: float, spread: float) -> float:
    away = (value - middle) / spread
    return 0.5 * exp(away) if away < 0 else 1.0 - 0.5 * exp(-away)
