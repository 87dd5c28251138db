"""How long a look-up of pay takes, and how well the bands hold where other filings are at hand."""

from __future__ import annotations

import csv
import math
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from app.config import from_environment
from app.core import titles
from app.core.errors import DomainError
from app.core.salaries.ageing import Month
from app.core.salaries.lookup import band_for
from app.core.salaries.query import FAMILIES, LEVELS, Query
from app.core.salaries.tables import PayTables
from app.usecases.toolkit import Toolkit

LOADING_TARGET = 250  # milliseconds
LOOK_UP_TARGET = 1.0  # milliseconds
REGIONS = ("US", "US-CA", "US-WY", "US-METRO-41940", "SG", "FR")
FILINGS = "salaries/us_dol_lca_fy2024q1/lca_fy2024q1_pm_rows.csv"  # below TPM_BENCH_DATA


def main() -> None:
    began = time.perf_counter()
    tables = Toolkit(from_environment()).salaries
    loading = (time.perf_counter() - began) * 1000
    print(f"  tables and model loaded in {loading:.0f} ms (target {LOADING_TARGET})")

    waits = sorted(_milliseconds(query, tables) for query in _queries() for _ in range(20))
    print(
        f"  a look-up: median {statistics.median(waits):.2f} ms, "
        f"99 of 100 within {waits[len(waits) * 99 // 100]:.2f} ms (target {LOOK_UP_TARGET})"
    )
    folder = os.environ.get("TPM_BENCH_DATA")
    if folder:
        _measure(Path(folder) / FILINGS, tables)


def _queries() -> Iterator[Query]:
    for region in REGIONS:
        for family in FAMILIES:
            for level in LEVELS:
                yield Query(family, level, region, Month(2025, 5), offer=90_000.0)


def _milliseconds(query: Query, tables: PayTables) -> float:
    began = time.perf_counter()
    band_for(query, tables)
    return (time.perf_counter() - began) * 1000


def _measure(path: Path, tables: PayTables) -> None:
    """Ask for each filing by its title and state, as a batch would. The shipped model has seen these filings."""
    losses, inside80, inside50, refused = [], [], [], 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            try:
                reading = titles.read(row["JOB_TITLE"], tables.titles)
                query = Query(
                    reading.family, reading.level, f"US-{row['WORKSITE_STATE']}", Month(2023, 11), title=reading
                )
                band = band_for(query, tables)
            except DomainError:
                refused += 1
                continue
            pay = float(row["X_ANNUAL"])
            gaps = {p / 100: math.log(pay / value) for p, value in band.percentiles.items()}
            losses.append(statistics.fmean(max(p * gap, (p - 1) * gap) for p, gap in gaps.items()))
            inside80.append(band.percentiles[10] <= pay <= band.percentiles[90])
            inside50.append(band.percentiles[25] <= pay <= band.percentiles[75])
    print(
        f"  {len(losses)} filings asked by title, {refused} refused: pinball {100 * statistics.fmean(losses):.2f}, "
        f"80 % holds {statistics.fmean(inside80):.3f}, 50 % holds {statistics.fmean(inside50):.3f} "
        "(seen in training: for the honest figures run tpm models evaluate salaries)"
    )
