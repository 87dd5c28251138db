"""Several résumés beside one another: one row each, for a table or a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.resumes.report import Report, at_work


@dataclass(frozen=True)
class Row:
    """A file with its figures, or with the reason why it has none."""

    name: str
    score: int | None = None
    quality: float | None = None
    outcomes: int | None = None
    measured: int | None = None
    lines: int | None = None
    level: str = ""
    problem: str = ""

    @staticmethod
    def names() -> tuple[str, ...]:
        return (
            "file",
            "score",
            "reading quality",
            "outcome lines",
            "measured",
            "lines about work",
            "level shown",
            "note",
        )

    def cells(self) -> tuple[str, ...]:
        figures = (self.score, self.quality, self.outcomes, self.measured, self.lines)
        return self.name, *("" if one is None else str(one) for one in figures), self.level, self.problem


def row_of(name: str, report: Report) -> Row:
    readings = [one.reading for one in report.lines if at_work(one.line) and one.reading.is_scored]
    level = report.level
    return Row(
        name,
        report.score,
        report.quality,
        sum(reading.is_outcome for reading in readings),
        sum(reading.quantified for reading in readings),
        len(readings),
        f"{level.low} to {level.high}" if level.low else "",
    )
