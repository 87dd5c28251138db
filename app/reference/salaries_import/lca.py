"""Labor condition applications (LCA) of the US Department of Labor: pay that employers stated for a worker.

The official download is `LCA_Disclosure_Data_FY<year>_Q<quarter>.xlsx`. Kept are certified full-time filings whose
title names a program or project, or whose occupation is IT project managers. No employer's name is kept: a short hash
of the name tells employers apart, and a hash of its first word tells groups of companies apart.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from app.core.titles import normalize
from app.reference.salaries_import.tables import Imported, Progress, Row, bad_file, quiet, rows_of

COLUMNS = ("period", "employer", "group", "title", "soc", "state", "annual", "source")
IT_PROJECT_MANAGERS = ("15-1299.09", "15-1199.09")  # today's code and the one before 2018
LEAST, MOST = 30_000, 600_000  # a year's full-time pay in USD outside of this is a slip of the unit
PER_YEAR = {"year": 1, "month": 12, "bi-weekly": 26, "week": 52, "hour": 2080}
_NAMES = {
    "employer": ("EMPLOYER_NAME",),
    "title": ("JOB_TITLE",),
    "soc": ("SOC_CODE",),
    "state": ("WORKSITE_STATE", "WORKSITE_STATE_1"),
    "wage": ("WAGE_RATE_OF_PAY_FROM", "WAGE_RATE_OF_PAY_FROM_1"),
    "unit": ("WAGE_UNIT_OF_PAY", "WAGE_UNIT_OF_PAY_1"),
}
_STATUS = {"status": ("CASE_STATUS",), "full_time": ("FULL_TIME_POSITION",), "visa": ("VISA_CLASS",)}
_TITLE = re.compile(
    r"(program|project|programme)s?\b.*\b(manag|mgr|mgmt|lead)|\b(manag|mgr|mgmt|lead)\w*\b.*\b(program|project|programme)"
    r"|\btpm\b|delivery manager|technical program|\bpmo\b"
)


def filings(path: Path, period: str, source: str, *, certified: bool = False, progress: Progress = quiet) -> Imported:
    """Read the filings of our roles; `certified` says that the file holds certified full-time filings only."""
    _check_period(path, period)
    rows: list[Row] = []
    unreadable = outside = 0
    status = {} if certified else _STATUS
    for row in rows_of(path, {**_NAMES, **status}, progress=progress):
        if not certified and not _counts(row):
            continue
        title = normalize(row["title"])
        if not _TITLE.search(title) and not row["soc"].startswith(IT_PROJECT_MANAGERS):
            continue
        annual = _annual(row["wage"], row["unit"])
        if annual is None:
            unreadable += 1
        elif not LEAST <= annual <= MOST:
            outside += 1
        else:
            rows.append(_row(row, title, annual, period, source))
    if not rows:
        raise bad_file(path, "holds no certified full-time filing of a program or project role.")
    remarks = []
    if unreadable:
        remarks.append(f"{unreadable} filings whose pay or unit cannot be read were left out.")
    if outside:
        remarks.append(f"{outside} filings below {LEAST:,} or above {MOST:,} USD a year were left out.")
    return Imported(tuple(sorted(rows, key=lambda row: tuple(row.values()))), tuple(remarks))


def _row(row: Row, title: str, annual: float, period: str, source: str) -> Row:
    name = normalize(row["employer"])
    return {
        "period": period,
        "employer": _key(name),
        "group": _key(name.partition(" ")[0]),
        "title": title,
        "soc": row["soc"],
        "state": row["state"].upper(),
        "annual": f"{annual:.0f}",
        "source": source,
    }


def _key(name: str) -> str:
    return sha256(f"employer|{name}".encode()).hexdigest()[:8]


def _counts(row: Row) -> bool:
    """Certified (also when later withdrawn: the pay was stated all the same), full-time, and for a specialty worker."""
    return (
        row["status"].lower().startswith("certified")
        and row["full_time"].upper() in ("Y", "YES")
        and row["visa"].upper().startswith(("H-1B", "E-3"))
    )


def _annual(wage: str, unit: str) -> float | None:
    digits = wage.replace(",", "").replace("$", "")
    factor = PER_YEAR.get(unit.lower())
    if factor is None or not re.fullmatch(r"\d+(\.\d+)?", digits):
        return None
    return float(digits) * factor


def _check_period(path: Path, period: str) -> None:
    if not re.fullmatch(r"20\d\d-Q[1-4]", period):
        raise bad_file(path, f"the period must be a fiscal quarter such as 2024-Q1, not {period!r}.")
    named = re.search(r"FY_?(20\d\d)_?Q([1-4])", path.name, re.IGNORECASE)
    if named and f"{named.group(1)}-Q{named.group(2)}" != period:
        raise bad_file(path, f"its name says {named.group(1)}-Q{named.group(2)}, not {period}.")
