"""Whether a duty binds a job: by where the work may be done, and by how many people the employer has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.law.duties import UNION, WORLD, Confidence, Duty, Law, Remote, Status
from app.core.law.employers import Answer, Employer, assumptions, meets
from app.core.law.workplaces import Link, Tie


@dataclass(frozen=True)
class Bound:
    """A duty that binds this job in a place, through a tie, on assumptions about head counts that are not known.

    Not `certain`: the job may merely be done from the place, and by the head counts its law need not bind the employer.
    """

    duty: Duty
    code: str
    link: Link
    assumes: tuple[str, ...]
    certain: bool
    confidence: Confidence


def bind(duty: Duty, code: str, ties: tuple[Link, ...], employer: Employer, law: Law) -> Bound | None:
    """Return how the duty binds the job by its closest tie that counts, or None."""
    answer = meets(employer, duty.employers, code)
    link = next((link for link in ties if _reaches(duty, code, link)), None)
    if answer is Answer.NO or link is None:
        return None
    assumes = assumptions(employer, duty.employers, code, law.name(code))
    bound = Bound(duty, code, link, assumes, True, duty.confidence)
    return _from_afar(bound, answer, employer, law) if link.tie is Tie.OPEN else bound


def _from_afar(bound: Bound, answer: Answer, employer: Employer, law: Law) -> Bound | None:
    """The job may be done from the place, among others: whether the employer has people there begins to matter."""
    duty, code = bound.duty, bound.code
    present = employer.people(code).reaches(1)
    if duty.status is Status.DIRECTIVE and code != UNION and present is not Answer.YES:
        return None  # the union's own advice says it once for all members
    if present is Answer.YES:
        sure = duty.reach.remote is Remote.YES
        return bound if sure else replace(bound, confidence=duty.confidence.at_most(Confidence.MEDIUM))
    here = () if duty.reach.applications else (f"you have people in {law.name(code)} or would hire there",)
    return replace(
        bound,
        assumes=bound.assumes + here,
        certain=answer is Answer.YES and (present is Answer.UNKNOWN or duty.reach.applications),
        confidence=duty.confidence.at_most(Confidence.MEDIUM),
    )


def _reaches(duty: Duty, code: str, link: Link) -> bool:
    if duty.status is Status.DIRECTIVE and code == UNION and link.scope not in (UNION, WORLD):
        return False  # the advice stands at the member that the posting names
    match link.tie:
        case Tie.NAMED:
            return True
        case Tie.REPORTS:
            return duty.reach.reports_to
        case Tie.BASED:
            return duty.reach.based_here
        case Tie.OPEN:
            return duty.reach.remote is not Remote.NO
