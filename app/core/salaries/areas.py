"""How official wages differ from area to area: the backbone on which pay in a region is estimated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log
from statistics import fmean, median

from app.core.salaries.evidence import Area, PrevailingWage

THIRD = 2  # level 3 equals the area's mean wage by the way in which OFLC builds its levels


def area_index(wages: Iterable[PrevailingWage]) -> dict[str, float]:
    """The logarithm by which an area's wages stand above the middle area, averaged over occupations."""
    by_occupation: dict[str, dict[str, float]] = defaultdict(dict)
    for wage in wages:
        by_occupation[wage.soc][wage.area] = log(wage.hourly[THIRD])
    gaps: dict[str, list[float]] = defaultdict(list)
    for of_areas in by_occupation.values():
        middle = median(of_areas.values())
        for area, value in of_areas.items():
            gaps[area].append(value - middle)
    return {area: fmean(values) for area, values in gaps.items()}


def by_state(index: Mapping[str, float], areas: Iterable[Area]) -> dict[str, tuple[float, float]]:
    """The index of each state's best-paying area and of its middle area; an area counts for its first state."""
    values: dict[str, list[float]] = defaultdict(list)
    for area in areas:
        if area.code in index:
            values[area.states[0]].append(index[area.code])
    return {state: (max(found), median(found)) for state, found in values.items()}
