"""Bands as a spreadsheet: what is not published stays empty."""

from __future__ import annotations

import csv
import io

from app.config import DATA
from app.core.salaries.ageing import Month
from app.core.salaries.lookup import band_for
from app.core.salaries.query import Query
from app.documents.salary_plain import bands_to_csv
from app.reference import sources
from app.usecases import salaries


def test_a_spreadsheet_has_a_row_a_band_and_leaves_empty_what_is_not_published() -> None:
    tables = salaries.load(sources.load(DATA / "sources"))
    bands = [
        band_for(Query("technical_program_manager", "L4", region, Month(2025, 5)), tables) for region in ("US-CA", "SG")
    ]

    rows = list(csv.DictReader(io.StringIO(bands_to_csv(bands))))

    assert [row["region"] for row in rows] == ["US-CA", "SG"]
    assert rows[0]["p10"].isdecimal()
    assert rows[1]["p10"] == ""
    assert rows[1]["sources"] == "mom-wages-2024"
    assert rows[0]["covers"] == ""
    assert rows[1]["covers"].startswith("All levels: Business and financial project management professionals")
