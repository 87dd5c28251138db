"""A report's résumé as plain text that a person can correct and have read again."""

from __future__ import annotations

from app.core.resumes.report import Report


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
        label = f"{line.label}: " if line.label else ""
        rows.append(f"- {label}{line.text}" if line.bullet else line.text)
    return "\n".join(rows).strip() + "\n"
