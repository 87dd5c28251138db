"""National percentiles of the US Bureau of Labor Statistics (OEWS).

The official download is `oesm<yy>nat.zip` with `national_M<year>_dl.xlsx`; the workbook or a CSV of it work too.
Cells that BLS withholds keep their mark: `*` and `**` mean not released, `#` means above the highest published wage.
"""

from __future__ import annotations

import re
from pathlib import Path

from app.reference.salaries_import.tables import Imported, Progress, Row, bad_file, quiet, rows_of

OCCUPATIONS = ("00-0000", "11-3021", "11-9041", "13-1082", "13-1111", "15-1211", "15-1252", "15-1299")
COLUMNS = ("year", "soc", "title", "employment", "mean", "p10", "p25", "p50", "p75", "p90", "source")
_WAGES = {
    "mean": ("A_MEAN",),
    "p10": ("A_PCT10",),
    "p25": ("A_PCT25",),
    "p50": ("A_MEDIAN",),
    "p75": ("A_PCT75",),
    "p90": ("A_PCT90",),
}
_NAMES = {
    "area_type": ("AREA_TYPE",),
    "soc": ("OCC_CODE",),
    "title": ("OCC_TITLE",),
    "group": ("O_GROUP",),
    "industry": ("I_GROUP",),
    "employment": ("TOT_EMP",),
    **_WAGES,
}
WITHHELD = {
    "#": "is at or above the highest wage that BLS publishes",
    "*": "was not released by BLS (too few answers)",
    "**": "has no employment figure from BLS",
}


def percentiles(path: Path, year: int, source: str, progress: Progress = quiet) -> Imported:
    """Read annual wages of our occupations for a survey year (May)."""
    rows: list[Row] = []
    remarks: list[str] = []
    _check_year(path, year)
    for row in rows_of(path, _NAMES, optional={"year": ("YEAR",)}, member="national", progress=progress):
        if row["area_type"] != "1" or row["industry"] != "cross-industry":
            raise bad_file(path, "is not the national cross-industry file (AREA_TYPE must be 1).")
        if row["soc"] not in OCCUPATIONS or row.get("year", str(year)) != str(year):
            continue
        wages = {name: _cell(path, row["soc"], name, row[name], remarks) for name in _WAGES}
        employment = row["employment"].replace(",", "")
        rows.append(
            {"year": str(year), "soc": row["soc"], "title": row["title"], "employment": employment, **wages}
            | {"source": source}
        )
    missing = sorted(set(OCCUPATIONS) - {row["soc"] for row in rows})
    if len(missing) == len(OCCUPATIONS):
        raise bad_file(path, f"holds none of our occupations for {year}.")
    remarks += [f"{soc} has no row in {year} (the occupation list changed in 2021)." for soc in missing]
    return Imported(tuple(_once(rows)), tuple(remarks))


def _once(rows: list[Row]) -> list[Row]:
    """One row an occupation: the files repeat some as a broad and a detailed group."""
    return list({row["soc"]: row for row in sorted(rows, key=lambda row: row["soc"])}.values())


def _cell(path: Path, soc: str, name: str, cell: str, remarks: list[str]) -> str:
    if cell in WITHHELD:
        remarks.append(f"{soc} {name}: {cell!r} {WITHHELD[cell]}; kept as {cell!r}.")
        return cell
    digits = cell.replace(",", "").removesuffix(".0")
    if not digits.isdecimal():
        raise bad_file(path, f"{soc} {name}: {cell!r} is no annual wage.")
    return digits


def _check_year(path: Path, year: int) -> None:
    named = re.search(r"[Mm](20\d\d)_dl|oesm(\d\d)nat", path.name)
    if named:
        said = int(named.group(1) or f"20{named.group(2)}")
        if said != year:
            raise bad_file(path, f"its name says May {said}, not May {year}.")
