"""What a coach and a client write to each other: comments, and goals that they agree on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.core.coaching.agreed import GoalText, read_comment
from app.core.errors import DomainError
from app.store import coaching as relations
from app.store import coaching_talk as store
from app.store.coaching_talk import Changed, Comment, Goal
from app.usecases.coaching import Relation, Thing, standing

__all__ = ["Changed", "Comment", "Goal"]


# -- comments


def comments(session: Session, found: Thing) -> Mapping[str, tuple[Comment, ...]]:
    """What was said about a thing, by place, the oldest first."""
    by_place: dict[str, tuple[Comment, ...]] = {}
    for one in store.comments(session, found.about):
        by_place[one.place] = (*by_place.get(one.place, ()), one)
    return by_place


def say(session: Session, me: int, found: Thing, *, place: str, text: str, now: datetime) -> int:
    """Add a comment; the caller has made sure that the place is one of the thing's."""
    _may_write(found)
    added = store.add_comment(session, found.about, me, place=place, text=read_comment(text), now=now)
    session.commit()
    return added


def own_comment(session: Session, me: int, found: Thing, comment_id: int) -> Comment:
    return store.comment(session, found.about, me, comment_id)


def change_comment(
    session: Session, me: int, found: Thing, comment_id: int, *, version: int, text: str, now: datetime
) -> None:
    """Keep another text; raises `Changed` when somebody was first."""
    _may_write(found)
    stands = store.comment(session, found.about, me, comment_id)
    if stands.version != version:
        raise Changed(stands)
    store.change_comment(session, found.about, stands, read_comment(text), now)
    session.commit()


def delete_comment(session: Session, me: int, found: Thing, comment_id: int) -> None:
    store.remove_comment(session, found.about, me, comment_id)
    session.commit()


def _may_write(found: Thing) -> None:
    if found.relation.ended_at is not None:
        raise DomainError("This coaching has ended; what is left of it can be read and not changed.")
    if found.is_hidden:
        raise DomainError("Rate first, or say that you have not seen the work.")


# -- goals


def goals(session: Session, found: Relation) -> tuple[Goal, ...]:
    return store.goals(session, found.id)


def goal(session: Session, me: int, slug: str, goal_id: int) -> Goal:
    return store.goal(session, relations.relation(session, me, slug).id, goal_id)


def agree(session: Session, me: int, slug: str, agreed: GoalText, now: datetime) -> None:
    """Write down a goal."""
    store.add_goal(session, standing(session, me, slug).id, agreed, now)
    session.commit()


def change_goal(
    session: Session, me: int, slug: str, goal_id: int, *, version: int, agreed: GoalText, now: datetime
) -> None:
    """Keep a changed goal; raises `Changed` when the other one was first."""
    found = standing(session, me, slug)
    stands = store.goal(session, found.id, goal_id)
    if stands.version != version:
        raise Changed(stands)
    store.change_goal(session, found.id, stands, agreed, now)
    session.commit()
