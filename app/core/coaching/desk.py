"""The coach's desk: for each client where they stand, what is next, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.assessments.plan import Step
from app.core.assessments.result import Result
from app.core.coaching.agreed import GoalState, GoalText

GAPS_SHOWN = 3


@dataclass(frozen=True)
class NextDate:
    """The nearest date that something is due; one that has passed comes first."""

    due: date
    what: str
    overdue: bool


@dataclass(frozen=True)
class DeskLine:
    """One client. Without a `result`, `why_none` says in words why no level can be shown."""

    relation: str
    name: str
    result: Result | None
    why_none: str
    last_activity: date | None
    next: NextDate | None

    @property
    def top_gaps(self) -> tuple[str, ...]:
        return () if self.result is None else tuple(gap.skill for gap in self.result.gaps[:GAPS_SHOWN])


def next_date(plan: Iterable[Step], goals: Iterable[GoalText], today: date) -> NextDate | None:
    """The earliest open date of plan and goals, if there is one."""
    open_dates = [
        *((step.due, step.task or step.goal) for step in plan if not step.done),
        *((goal.due, goal.text) for goal in goals if goal.state is GoalState.OPEN),
    ]
    if not open_dates:
        return None
    due, what = min(open_dates)
    return NextDate(due, what, due < today)


def in_order(lines: Iterable[DeskLine]) -> tuple[DeskLine, ...]:
    """Who is due first stands first; who has no date comes last, by name."""
    return tuple(sorted(lines, key=lambda one: (one.next.due if one.next else date.max, one.name.casefold())))
