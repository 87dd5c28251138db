"""Figures of agreement, counted by hand so that measuring needs no library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def f1(wanted: Sequence[Hashable], given: Sequence[Hashable], label: Hashable) -> float:
    """The harmonic mean of how often the label was right and how often it was found; 0 where it never occurs."""
    both = sum(one == other == label for one, other in zip(wanted, given, strict=True))
    named = sum(one == label for one in given) + sum(one == label for one in wanted)
    return 2 * both / named if named else 0.0


def macro_f1(wanted: Sequence[Hashable], given: Sequence[Hashable]) -> float:
    """The mean F1 of the labels that are wanted somewhere."""
    labels = sorted(set(wanted), key=str)
    return sum(f1(wanted, given, label) for label in labels) / len(labels) if labels else 0.0


def quadratic_kappa(wanted: Sequence[int], given: Sequence[int]) -> float:
    """Agreement on an ordered scale beyond chance; a difference of two counts four times."""
    observed = sum((one - other) ** 2 for one, other in zip(wanted, given, strict=True)) / len(wanted)
    rows, columns = Counter(wanted), Counter(given)
    chance = (
        sum(rows[one] * columns[other] * (one - other) ** 2 for one in rows for other in columns) / len(wanted) ** 2
    )
    return 1.0 - observed / chance if chance else 1.0


def calibration_error(likelihoods: Sequence[float], happened: Sequence[bool], bins: int = 10) -> float:
    """How far likelihoods lie from what happened, on average over bins of equal width (ECE)."""
    total = 0.0
    for number in range(bins):
        inside = [
            (share, came)
            for share, came in zip(likelihoods, happened, strict=True)
            if min(bins - 1, int(share * bins)) == number
        ]
        if inside:
            mean = sum(share for share, _ in inside) / len(inside)
            rate = sum(came for _, came in inside) / len(inside)
            total += abs(mean - rate) * len(inside) / len(likelihoods)
    return total


def overlap_f1(wanted: Sequence[Sequence[Hashable]], given: Sequence[Sequence[Hashable]]) -> float:
    """F1 over lists of values, line by line, each value counted as often as it stands."""
    shared = sum(sum((Counter(one) & Counter(other)).values()) for one, other in zip(wanted, given, strict=True))
    named = sum(map(len, wanted)) + sum(map(len, given))
    return 2 * shared / named if named else 1.0
