"""Several résumés beside one another: one row each, for a table or a spreadsheet."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from app.core.resumes.report import POOR_READING, Report, at_work

POORLY_READ = "Many words did not read as words: check the reading before you trust the figures."


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
            "reading quality (%)",
            "outcome lines",
            "measured",
            "lines about work",
            "level shown",
            "note",
        )

    @property
    def quality_in_percent(self) -> int | None:
        return None if self.quality is None else round(100 * self.quality)

    def cells(self) -> tuple[str, ...]:
        figures = (self.score, self.quality_in_percent, self.outcomes, self.measured, self.lines)
        return self.name, *("" if one is None else str(one) for one in figures), self.level, self.problem

    def as_plain(self) -> dict[str, str | int | float | None]:
        return asdict(self)


def row_of(name: str, report: Report) -> Row:
    """The figures of a report; `name` is what the row is called."""
    readings = [one.reading for one in report.lines if at_work(one.line) and one.reading.is_scored]
    return Row(
        name,
        report.score,
        report.quality,
        sum(reading.is_outcome for reading in readings),
        sum(reading.quantified for reading in readings),
        len(readings),
        report.level.in_words,
        POORLY_READ if report.quality < POOR_READING else "",
    )
