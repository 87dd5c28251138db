"""A comparison of résumés as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from app.core.resumes.table import Row

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads "résumé" in the letters of another century
STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "|", "%")


def to_csv(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(Row.names())
    for row in rows:
        writer.writerow([_safe(cell) for cell in row.cells()])
    return BYTE_ORDER_MARK + out.getvalue()


def _safe(cell: str) -> str:
    """A quote in front makes a spreadsheet show the cell as it is."""
    return f"'{cell}" if cell.lstrip(" ").startswith(STARTS_A_FORMULA) else cell
