"""Pay in the United Kingdom: the Annual Survey of Hours and Earnings (ASHE) of the Office for National Statistics.

The official downloads are ZIPs of workbooks: table 14 (by occupation) and table 15 (by region and occupation). Needed
is the workbook of annual gross pay, such as "Table 14.7a Annual pay - Gross 2025.xlsx"; the ZIP works too. Its sheets
have the same shape: Description, Code, number of jobs, Median, change, Mean, change, then percentiles 10 to 90.
Cells that ONS withholds are `x` (unreliable), `..` (disclosive), `:` (not applicable) and `-` (none).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from app.reference.salaries_import.abroad import PUBLISHED_COLUMNS, published_row
from app.reference.salaries_import.tables import Imported, Row, bad_file, open_zip, sheet

COLUMNS = PUBLISHED_COLUMNS
OCCUPATION = "2131"  # SOC 2020: IT project managers
SHEET = "Full-Time"
WITHHELD = {
    "x": "is too unreliable to publish",
    "..": "could identify somebody",
    ":": "does not apply",
    "-": "is nil",
}
REGIONS = {
    "united kingdom": "GB",
    "england": "GB-ENG",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "northern ireland": "GB-NIR",
}
_PERCENTILES = (10, 25, 75, 90)


def wages(path: Path, year: int, source: str) -> Imported:
    """Annual gross pay of full-time IT project managers, for the UK and, in table 15, for its countries."""
    _check_year(path, year)
    if path.suffix.lower() != ".zip":
        return _read(path, year, source)
    with TemporaryDirectory() as folder, open_zip(path) as archive:
        name = next((name for name in archive.namelist() if _is_annual_gross(name)), None)
        if name is None:
            raise bad_file(path, "holds no workbook of annual gross pay (table 14.7a or 15.7a, .xlsx).")
        return _read(Path(archive.extract(name, folder)), year, source)


def _is_annual_gross(name: str) -> bool:
    return re.search(r"1[45]\.7a.*\.xlsx$", name, re.IGNORECASE) is not None


def _read(path: Path, year: int, source: str) -> Imported:
    cells = sheet(path, SHEET)
    _check_title(path, cells, year)
    at = next((i for i, row in enumerate(cells) if _text(row, 0) == "Description" and _text(row, 1) == "Code"), None)
    if at is None:
        raise bad_file(path, "has no row that begins with Description and Code.")
    columns = _columns(path, cells[at])
    rows: list[Row] = []
    remarks: list[str] = []
    for row in cells[at + 1 :]:
        region = _region(_text(row, 0))
        if _text(row, 1) != OCCUPATION or region is None:
            continue
        values = {}
        for p, column in columns.items():
            cell = _text(row, column)
            if cell in WITHHELD:
                remarks.append(f"{region} p{p}: {cell!r} {WITHHELD[cell]}; left out.")
            elif re.fullmatch(r"\d+(\.\d+)?", cell.replace(",", "")):
                values[f"p{p}"] = cell.replace(",", "")
            else:
                raise bad_file(path, f"{region} p{p}: {cell!r} is no annual pay.")
        rows.append(_row(region, year, values, source))
    if not rows:
        raise bad_file(path, f"has no row of occupation {OCCUPATION} (IT project managers, SOC 2020).")
    return Imported(tuple(rows), tuple(remarks))


def _row(region: str, year: int, values: dict[str, str], source: str) -> Row:
    return published_row(
        region=region,
        families="technical_program_manager technical_project_manager it_project_manager",
        occupation=f"IT project managers (SOC {OCCUPATION})",
        month=f"{year}-04",
        period="YEAR",
        currency="GBP",
        basis="gross",
        note="Full-time employees who were a year or more in the job; gross annual pay with bonuses.",
        source=source,
        **values,
    )


def _region(description: str) -> str | None:
    """Table 14 names the occupation only (the UK); table 15 puts a place before it."""
    place = description.rpartition(",")[0]
    if not place:
        return "GB"
    return REGIONS.get(place.strip().casefold())


def _columns(path: Path, header: Sequence[object]) -> dict[int, int]:
    names = [_text(header, i) for i in range(len(header))]
    columns = {}
    for p, name in ((50, "Median"), *((p, str(p)) for p in _PERCENTILES)):
        if name not in names:
            raise bad_file(path, f"the column {name} is missing in sheet {SHEET}.")
        columns[p] = names.index(name)
    return dict(sorted(columns.items()))


def _text(row: Sequence[object], at: int) -> str:
    cell = row[at] if at < len(row) else None
    return "" if cell is None else str(cell).strip().removesuffix(".0")


def _check_title(path: Path, cells: Sequence[Sequence[object]], year: int) -> None:
    title = " ".join(_text(row, 0) for row in cells[:3])
    if "annual pay" not in title.lower() or "gross" not in title.lower():
        raise bad_file(path, f"is not annual gross pay; its title says {title[:80]!r}.")
    if str(year) not in title:
        raise bad_file(path, f"its title does not say {year}: {title[:80]!r}.")


def _check_year(path: Path, year: int) -> None:
    named = re.search(r"(20\d\d)", path.name)
    if named and int(named.group(1)) != year:
        raise bad_file(path, f"its name says {named.group(1)}, not {year}.")
