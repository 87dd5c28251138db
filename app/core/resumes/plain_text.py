"""A report's résumé as plain text that a person can correct and have read again."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.resumes.report import Report
from app.core.resumes.structure import Line

# Two spaces after a label's colon tell it, when the text is read again, from a colon within a sentence.
AFTER_LABEL = ":  "


def text_of(report: Report) -> str:
    """Headings, heads of roles and lines as they were read; each line stands whole on one row."""
    headings = list(report.sections)
    rows: list[str] = []
    section = None
    for one in report.lines:
        line = one.line
        if line.section != section:
            section = line.section
            heading = next((known for known in headings if known.name == section), None)
            if heading is not None:
                headings.remove(heading)
                rows.extend(("", heading.heading))
        rows.append(row_of(line))
    return "\n".join(rows).strip() + "\n"


def row_of(line: Line, text: str | None = None) -> str:
    """The row on which a line stands, or would stand in other words."""
    label = f"{line.label}{AFTER_LABEL}" if line.label else ""
    said = line.text if text is None else text
    return f"- {label}{said}" if line.bullet else said


def reworded(text: str, rows: Mapping[str, str]) -> str:
    """The text with rows in other words; a row that is no longer there stays as its writer has left it."""
    kept = text.splitlines()
    for row, new in rows.items():
        if row in kept:
            kept[kept.index(row)] = new
    return "\n".join(kept) + "\n"
