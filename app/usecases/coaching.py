"""Coaching: who coaches whom, what the coach may see, and the blind rating."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store import assessments as kept
from app.store import coaching as store
from app.store import coaching_talk as talk
from app.store import reach
from app.store import work as saved_work
from app.store.coaching import Relation, Role
from app.store.coaching_talk import About, BlindLook
from app.store.work import Kind, Work
from app.usecases import trail
from app.usecases.toolkit import Toolkit

__all__ = ["Relation", "Role"]

SHOWABLE = frozenset({Kind.ASSESSMENT, Kind.REPORT})
LONGEST_GROUP = 40


# -- relations


def relations(session: Session, me: int) -> tuple[Relation, ...]:
    return store.relations(session, me)


def relation(session: Session, me: int, slug: str) -> Relation:
    """Raises `DomainError` for a relation that is somebody else's, and for a coach also once it has ended."""
    return store.relation(session, me, slug)


def end(session: Session, me: int, slug: str, now: datetime) -> None:
    """End a relation at once; the coach sees nothing from then on, the client keeps a copy to read."""
    found = standing(session, me, slug)
    store.end(session, found.id, now)
    trail.note(session, found.client, "coaching_ended", found.coach_name, now)
    trail.note(session, found.coach, "coaching_ended", found.client_name, now)
    session.commit()


def forget(session: Session, me: int, slug: str) -> None:
    """Drop what is left of a relation that has ended, with its comments and goals."""
    found = _as_client(session, me, slug)
    if found.ended_at is None:
        raise DomainError("End the coaching first.")
    store.forget(session, found.id)
    session.commit()


def put_into_group(session: Session, me: int, slug: str, group: str) -> None:
    """The coach's own word for a group of clients; nobody else sees it."""
    found = standing(session, me, slug)
    name = " ".join(group.split())
    if found.role is not Role.COACH:
        raise DomainError("Only the coach keeps groups.", code="not_found")
    if len(name) > LONGEST_GROUP:
        raise DomainError(f"A group’s name has at most {LONGEST_GROUP} characters.", field="group")
    store.put_into_group(session, found.id, name)
    session.commit()


def standing(session: Session, me: int, slug: str) -> Relation:
    """A relation that has not ended; raises `DomainError` otherwise."""
    found = store.relation(session, me, slug)
    if found.ended_at is not None:
        raise DomainError("This coaching has ended; what is left of it can be read and not changed.")
    return found


def _as_client(session: Session, me: int, slug: str) -> Relation:
    found = store.relation(session, me, slug)
    if found.role is not Role.CLIENT:
        raise DomainError("Only the one who is coached can do this.", code="not_found")
    return found


# -- consent


@dataclass(frozen=True)
class Showable:
    """A thing of the client's, and since when the coach may see it, if they may.

    `about` tells assessments of one day apart; `why_not` says what an unfinished one needs before it can be shown.
    """

    work: Work
    since: datetime | None
    about: str
    why_not: str


def showable(session: Session, toolkit: Toolkit, me: int, slug: str) -> tuple[Showable, ...]:
    """What the client could let the coach see; what is shown already stands first."""
    found = _as_client(session, me, slug)
    since = store.consented(session, found.id)
    mine = [one for one in saved_work.listed(session, reach.of(session).own()) if one.kind in SHOWABLE]
    things = (
        Showable(one, since.get(one.id), about(session, toolkit, one), _why_not(session, toolkit, one)) for one in mine
    )
    return tuple(sorted(things, key=lambda one: one.since is None))


def about(session: Session, toolkit: Toolkit, work: Work) -> str:
    """What an assessment is compared with and how far it is answered; it tells no pick."""
    if work.kind is not Kind.ASSESSMENT:
        return ""
    saved = kept.get(session, work.slug)
    skills = len(toolkit.edition(saved.edition)[0].skills)
    compared = f"compared with {saved.answers.target}" if saved.answers.target else "compared by the size of the work"
    return f"{compared}, {len(saved.answers.picks)} of {skills} skills answered"


def _why_not(session: Session, toolkit: Toolkit, work: Work) -> str:
    if work.kind is not Kind.ASSESSMENT:
        return ""
    saved = kept.get(session, work.slug)
    needed = toolkit.edition(saved.edition)[1].fewest_picks
    if len(saved.answers.rated) >= needed:
        return ""
    return f"Finish it first: it can be shown from {needed} answered skills on."


def consent(session: Session, toolkit: Toolkit, me: int, slug: str, *, work_slug: str, now: datetime) -> None:
    """Let the coach see one thing, from the next request on."""
    found = _as_client(session, me, slug)
    if found.ended_at is not None:
        raise DomainError("This coaching has ended, so nothing can be shown.")
    work = _own(session, work_slug)
    if why_not := _why_not(session, toolkit, work):
        raise DomainError(why_not)
    store.consent(session, found.id, work.id, now)
    trail.note(session, me, "consent_given", f"{work.title}, to {found.coach_name}", now)
    session.commit()


def withdraw_consent(session: Session, me: int, slug: str, work_slug: str, now: datetime) -> None:
    """Take a consent back; the coach's next request finds nothing."""
    found = _as_client(session, me, slug)
    work = _own(session, work_slug)
    if store.withdraw(session, found.id, work.id):
        trail.note(session, me, "consent_withdrawn", f"{work.title}, from {found.coach_name}", now)
    session.commit()


def _own(session: Session, work_slug: str) -> Work:
    found = saved_work.find(session, work_slug)
    if found.kind not in SHOWABLE or found.deleted_at is not None or found.workspace not in reach.of(session).own():
        raise saved_work.missing(found.kind)
    return found


# -- one thing, as the two see it


@dataclass(frozen=True)
class Thing:
    """Something of the client's; `look` is how the coach first saw it, None while they are blind."""

    relation: Relation
    work: Work
    look: BlindLook | None

    @property
    def about(self) -> About:
        return About(self.relation.id, self.work.id)

    @property
    def is_hidden(self) -> bool:
        """Whether the viewer has to rate first."""
        return self.relation.role is Role.COACH and self.work.kind is Kind.ASSESSMENT and self.look is None


def thing(session: Session, me: int, slug: str, work_slug: str) -> Thing:
    """Let the session read a thing for this request; raises `DomainError` without the client's consent."""
    found = store.relation(session, me, slug)
    if found.role is Role.COACH:
        shown = store.open_by_consent(session, me, slug, work_slug).get(found.id, ())
        if not shown or shown[0].kind not in SHOWABLE:
            raise DomainError("There is nothing at this address that you may see.", code="not_found")
        work = shown[0]
    else:
        work = _own(session, work_slug)
    return Thing(found, work, talk.blind_look(session, About(found.id, work.id)))


def rate(session: Session, found: Thing, picks: Mapping[str, int | None], now: datetime) -> None:
    """Keep the coach's blind rating; it can be given once, since after that both ratings are shown."""
    _must_be_blind(found)
    if not any(pick is not None for pick in picks.values()):
        raise DomainError("Choose a step for at least one skill that you have seen.", field="picks")
    talk.look(session, found.about, found.relation.coach_name, picks, now)
    kept.seal(session, found.work.slug, kept.get(session, found.work.slug).answers.picks)
    trail.note(session, found.relation.client, "rated_by_coach", found.relation.coach_name, now)
    session.commit()


def look_without_rating(session: Session, found: Thing, now: datetime) -> None:
    """Show the client's answers to a coach who has not seen the work, and so cannot rate it."""
    _must_be_blind(found)
    talk.look(session, found.about, "", {}, now)
    session.commit()


def _must_be_blind(found: Thing) -> None:
    if found.relation.role is not Role.COACH or found.work.kind is not Kind.ASSESSMENT:
        raise DomainError("There is nothing to rate here.", code="not_found")
    if found.look is not None:
        raise DomainError("You have seen this already, so a rating would not be blind any more.")
