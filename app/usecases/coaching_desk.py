"""What a coach and a client look at together: the desk, one assessment over time, the group, and the pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.core.assessments.agreement import Agreement
from app.core.assessments.blind import BlindRating
from app.core.assessments.progress import Progress
from app.core.assessments.result import Result, assess
from app.core.coaching.cohort import Cohort, cohort
from app.core.coaching.desk import DeskLine, in_order, next_date
from app.core.coaching.pack import Pack, Said
from app.core.errors import DomainError
from app.store import coaching as store
from app.store import coaching_talk as talk
from app.store.coaching_talk import About, BlindLook
from app.store.work import Kind, Work
from app.usecases import assessments, coaching, coaching_talk
from app.usecases.assessments import KeptSnapshot, SavedAssessment
from app.usecases.coaching import Relation, Role, Thing
from app.usecases.toolkit import Toolkit


@dataclass(frozen=True)
class RatedByCoach:
    """Both ratings as they were given blind; `counts` says whether the client's answers are still those."""

    rating: BlindRating
    agreement: Agreement | None
    rated_on: date
    counts: bool


@dataclass(frozen=True)
class Standing:
    """An assessment as the two see it; without a result `why_none` says in words why."""

    saved: SavedAssessment
    result: Result | None
    why_none: str
    comparison: RatedByCoach | None
    snapshots: tuple[KeptSnapshot, ...]
    progress: Progress | None
    no_progress: str


def standing(session: Session, toolkit: Toolkit, found: Thing, today: date) -> Standing:
    """One client's profile over time; what other raters said stays the client's alone."""
    saved = assessments.find(session, found.work.slug)
    result, why_none = _result(toolkit, saved, found.look, today)
    kept = assessments.snapshots(session, found.work.slug)
    progress, no_progress = _progress(toolkit, kept)
    return Standing(saved, result, why_none, _rated_by_coach(toolkit, saved, found.look), kept, progress, no_progress)


def _rated_by_coach(toolkit: Toolkit, saved: SavedAssessment, look: BlindLook | None) -> RatedByCoach | None:
    if look is None or look.rating is None:
        return None
    _, scoring = assessments.rules_of(toolkit, saved)
    agreed = look.rating.agreement(scoring.coach)
    return RatedByCoach(look.rating, agreed, look.looked_at.date(), look.rating.holds_for(saved.answers))


def _result(toolkit: Toolkit, saved: SavedAssessment, look: BlindLook | None, today: date) -> tuple[Result | None, str]:
    framework, scoring = assessments.rules_of(toolkit, saved)
    rating = look.rating if look else None
    counts = rating is not None and rating.holds_for(saved.answers)
    answers = rating.joined_to(saved.answers) if rating and counts else saved.answers
    try:
        result = assess(answers, framework, scoring, today)
    except DomainError as error:
        return None, error.message
    return (result if saved.plan is None else replace(result, plan=saved.plan)), ""


def _progress(toolkit: Toolkit, kept: tuple[KeptSnapshot, ...]) -> tuple[Progress | None, str]:
    if len(kept) < 2:
        return None, ""
    try:
        return assessments.compared(toolkit, kept[0], kept[-1]), ""
    except DomainError as error:
        return None, error.message


# -- the desk


def desk(session: Session, toolkit: Toolkit, me: int, today: date) -> tuple[DeskLine, ...]:
    """The coach's clients, who is due first on top."""
    shown = store.open_by_consent(session, me)
    clients = [one for one in store.relations(session, me) if one.role is Role.COACH]
    return in_order(_line(session, toolkit, one, shown.get(one.id, ()), today) for one in clients)


def _line(session: Session, toolkit: Toolkit, found: Relation, shown: tuple[Work, ...], today: date) -> DeskLine:
    result, why_none = _newest(session, toolkit, found, shown, today)
    plan = result.plan if result else ()
    goals = [one.agreed for one in talk.goals(session, found.id)]
    moments = [one.changed_at for one in shown] + [talk.last_comment(session, found.id)]
    return DeskLine(
        relation=found.slug,
        name=found.client_name,
        result=result,
        why_none=why_none,
        last_activity=_latest_day(moments),
        next=next_date(plan, goals, today),
    )


def _latest_day(moments: list[datetime | None]) -> date | None:
    return max((one.date() for one in moments if one is not None), default=None)


def _newest(
    session: Session, toolkit: Toolkit, found: Relation, shown: tuple[Work, ...], today: date
) -> tuple[Result | None, str]:
    """The newest with a result that the coach has looked at, since a level told earlier would end the blindness."""
    of_client = [one for one in shown if one.kind is Kind.ASSESSMENT]
    if not of_client:
        return None, "shows you no assessment yet"
    looks = [(one, talk.blind_look(session, About(found.id, one.id))) for one in of_client]
    seen = [(one, look) for one, look in looks if look is not None]
    if not seen:
        return None, "waits for your blind rating"
    told = [_result(toolkit, assessments.find(session, one.slug), look, today) for one, look in seen]
    return next((one for one in told if one[0] is not None), told[0])


def shown_to_me(session: Session, me: int, slug: str) -> tuple[Thing, ...]:
    """What one client lets this coach see, the newest first."""
    found = coaching.relation(session, me, slug)
    works = store.open_by_consent(session, me, slug).get(found.id, ())
    return tuple(Thing(found, one, talk.blind_look(session, About(found.id, one.id))) for one in works)


# -- the group


@dataclass(frozen=True)
class Group:
    """A group's picture; `left_out` counts clients without a result that the coach has looked at."""

    name: str
    names: tuple[str, ...]
    picture: Cohort
    left_out: int
    edition: str


def group(session: Session, toolkit: Toolkit, me: int, name: str, today: date) -> Group:
    """The picture of all clients, or of those that the coach has put into one group; of the current edition."""
    shown = store.open_by_consent(session, me)
    clients = [one for one in store.relations(session, me) if one.role is Role.COACH]
    wanted = [one for one in clients if not name or one.group.casefold() == name.casefold()]
    results = [_newest(session, toolkit, one, shown.get(one.id, ()), today)[0] for one in wanted]
    edition = toolkit.framework.edition.id
    counted = [one for one in results if one is not None and one.edition == edition]
    picture = cohort(counted, toolkit.scoring.gaps.margin)
    names = tuple(sorted({one.group.casefold(): one.group for one in reversed(clients) if one.group}.values()))
    return Group(name, names, picture, len(wanted) - len(counted), edition)


# -- the pack


def pack(session: Session, toolkit: Toolkit, found: Thing, places: Mapping[str, str], today: date) -> Pack:
    """Result, comparison, comments, goals and plan of one assessment; raises `DomainError` without a result."""
    if found.is_hidden:
        raise DomainError("Rate first, or say that you have not seen the work.")
    stands = standing(session, toolkit, found, today)
    if stands.result is None:
        raise DomainError(stands.why_none)
    relation = found.relation
    names = {relation.coach: relation.coach_name, relation.client: relation.client_name}
    said = tuple(
        Said(names[one.author], places.get(place, ""), one.text, one.changed_at.date())
        for place, thread in coaching_talk.comments(session, found).items()
        for one in thread
    )
    goals = tuple(one.agreed for one in talk.goals(session, relation.id))
    rated_on = stands.comparison.rated_on if stands.comparison else None
    return Pack(relation.client_name, relation.coach_name, today, stands.result, stands.progress, said, goals, rated_on)
