"""Prevailing wages of the US Department of Labor (OFLC): four levels by occupation and area.

The official download is a ZIP per wage year with `ALC_Export.csv` (Area, SocCode, Level1 ... Level4 per hour)
and `Geography.csv` (Area, AreaName, StateAb, State, CountyTownName). Unpacked files work too, and so does a
re-packaging with the columns area_id, soc, l1 ... l4, as long as the geography stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.reference.salaries_import.tables import Imported, Progress, Row, bad_file, quiet, rows_of

OCCUPATIONS = ("11-3021", "11-9041", "13-1082", "13-1111", "15-1211", "15-1252", "15-1299")
WAGE_COLUMNS = ("wage_year", "soc", "area", "l1", "l2", "l3", "l4", "source")
AREA_COLUMNS = ("area", "name", "states", "source")
_LEVELS = ("l1", "l2", "l3", "l4")
_WAGES = {"area": ("Area", "area_id"), "soc": ("SocCode", "soc")} | {
    level: (f"Level{level[1]}", level) for level in _LEVELS
}
_GEOGRAPHY = {"area": ("Area",), "name": ("AreaName",), "state": ("StateAb",)}
_YEAR = re.compile(r"(20\d\d)[-_](?:20)?(\d\d)")


def wages(path: Path, wage_year: str, source: str, progress: Progress = quiet) -> Imported:
    """Read the four hourly levels of our occupations; cells that are not published are named and left out."""
    _check_year(path, wage_year)
    rows: list[Row] = []
    remarks: list[str] = []
    for row in rows_of(path, _WAGES, member="ALC_Export", progress=progress):
        soc = row["soc"][:7]
        if soc not in OCCUPATIONS or row["soc"] not in (soc, f"{soc}.00"):
            continue
        cells = [row[level] for level in _LEVELS]
        if not all(_is_wage(cell) for cell in cells):
            remarks.append(f"{soc} in area {row['area']}: {', '.join(cells)} is not four hourly wages; left out.")
            continue
        levels = [float(cell) for cell in cells]
        if levels != sorted(levels) or levels[-1] > 1000:
            raise bad_file(path, f"{soc} in area {row['area']}: the levels {cells} do not rise as hourly wages.")
        hourly = {level: f"{wage:.2f}" for level, wage in zip(_LEVELS, levels, strict=True)}
        rows.append({"wage_year": wage_year, "soc": soc, "area": row["area"], **hourly, "source": source})
    missing = sorted(set(OCCUPATIONS) - {row["soc"] for row in rows})
    if missing:
        raise bad_file(path, f"holds no wages for the occupation {missing[0]}; is it the full all-industries file?")
    return Imported(tuple(sorted(rows, key=lambda row: (row["soc"], int(row["area"])))), tuple(remarks))


def areas(path: Path, source: str) -> Imported:
    """Read the areas' names; the first state of an area is the one its name puts first."""
    beside = path if path.suffix.lower() == ".zip" else path.with_name("Geography.csv")
    if not beside.is_file():
        beside = path.with_name("geography.csv")
    if not beside.is_file():
        raise bad_file(path, "needs Geography.csv of the same download beside it.")
    names: dict[str, str] = {}
    states: dict[str, list[str]] = {}
    for row in rows_of(beside, _GEOGRAPHY, member="Geography"):
        names[row["area"]] = row["name"]
        states.setdefault(row["area"], []).append(row["state"])
    return Imported(
        tuple(
            {"area": area, "name": name, "states": " ".join(_states(name, states[area])), "source": source}
            for area, name in sorted(names.items(), key=lambda item: int(item[0]))
        )
    )


def _states(name: str, found: list[str]) -> Iterator[str]:
    """The states of an area, those in its name first and in that order."""
    written = name.rpartition(", ")[2].split("-") if ", " in name else []
    yield from dict.fromkeys([state for state in written if state in found] + sorted(set(found)))


def _is_wage(cell: str) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)?", cell)) and float(cell) > 0


def _check_year(path: Path, wage_year: str) -> None:
    named = _YEAR.search(path.name)
    if named and f"{named.group(1)}-{named.group(2)}" != wage_year:
        raise bad_file(path, f"its name says wage year {named.group(1)}-{named.group(2)}, not {wage_year}.")
