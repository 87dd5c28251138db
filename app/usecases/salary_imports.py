"""Refreshing the pay tables from official files: joins the readers with the tables under `data/salaries/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.config import DATA
from app.core.errors import DomainError
from app.reference.salaries_import import abroad, ashe, lca, oews, oflc, tables

FOLDER = DATA / "salaries"
OTHER_SOURCES = tuple(abroad.READERS)
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Outcome:
    """What an import wrote, and what it left out, in words."""

    written: tuple[tuple[str, int], ...]
    remarks: tuple[str, ...]


def oflc_wages(path: Path, wage_year: str, progress: Progress, folder: Path = FOLDER) -> Outcome:
    source = f"dol-oflc-{wage_year}"
    wages = oflc.wages(path, wage_year, source, progress)
    areas = oflc.areas(path, source)
    unnamed = {row["area"] for row in wages.rows} - {row["area"] for row in areas.rows}
    if unnamed:
        raise DomainError(f"{path.name}: area {min(unnamed)} has wages but no name in Geography.csv.", code="bad_file")
    return Outcome(
        (
            ("us-oflc.csv", tables.write(folder / "us-oflc.csv", wages.rows, oflc.WAGE_COLUMNS)),
            ("us-areas.csv", tables.write(folder / "us-areas.csv", areas.rows, oflc.AREA_COLUMNS)),
        ),
        wages.remarks,
    )


def oews_percentiles(path: Path, year: int, progress: Progress, folder: Path = FOLDER) -> Outcome:
    found = oews.percentiles(path, year, f"bls-oews-{year}", progress)
    kept = tables.kept_rows(folder / "us-oews.csv", "year", {str(year)})
    rows = sorted([*kept, *found.rows], key=lambda row: (row["year"], row["soc"]))
    return Outcome((("us-oews.csv", tables.write(folder / "us-oews.csv", rows, oews.COLUMNS)),), found.remarks)


def lca_filings(path: Path, period: str, certified: bool, progress: Progress, folder: Path = FOLDER) -> Outcome:
    found = lca.filings(path, period, f"dol-lca-{period.lower()}", certified=certified, progress=progress)
    return Outcome((("us-lca.csv", tables.write(folder / "us-lca.csv", found.rows, lca.COLUMNS)),), found.remarks)


def ashe_wages(path: Path, year: int, folder: Path = FOLDER) -> Outcome:
    found = ashe.wages(path, year, "ons-ashe")
    return Outcome(
        (("published/gb.csv", tables.write(folder / "published" / "gb.csv", found.rows, ashe.COLUMNS)),), found.remarks
    )


def other(name: str, path: Path, folder: Path = FOLDER) -> Outcome:
    reader, table, columns, source = abroad.READERS[name]
    found = reader(path, source)
    return Outcome(((table, tables.write(folder / table, found.rows, tuple(columns))),), found.remarks)
