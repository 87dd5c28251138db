"""The texts that a team's postings share; what a text was before stays, so that a posting can tell which it took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store.memberships import Membership
from app.store.organization_tables import TeamTextRow


class TextKind(StrEnum):
    """What a shared text is about; each fills the field of a brief that has its name."""

    ABOUT = "about"
    BENEFITS = "benefits"
    EQUAL_OPPORTUNITY = "equal_opportunity"
    PROCESS = "process"


@dataclass(frozen=True)
class Which:
    """A text of a team: benefits differ by country, and those without a country hold for all others."""

    kind: TextKind
    country: str = ""


@dataclass(frozen=True)
class TeamText:
    """A text as it stands now, and all that it has been before, the oldest first."""

    which: Which
    text: str
    number: int
    author: str
    made_at: datetime
    before: tuple[str, ...]


class TextConflict(DomainError):
    """Somebody else changed the text first; `saved` is what stands now."""

    code = "conflict"

    def __init__(self, saved: TeamText) -> None:
        super().__init__("This text was changed by somebody else since you opened it.")
        self.saved = saved


def of(session: Session, organization: int) -> Mapping[Which, TeamText]:
    """Every text that somebody has ever given, also one that is empty now."""
    rows = session.scalars(
        select(TeamTextRow)
        .where(TeamTextRow.organization_id == organization)
        .order_by(TeamTextRow.kind, TeamTextRow.country, TeamTextRow.number)
    )
    found: dict[Which, TeamText] = {}
    for row in rows:
        which = Which(TextKind(row.kind), row.country)
        earlier = found.get(which)
        before = (*earlier.before, earlier.text) if earlier else ()
        found[which] = TeamText(which, row.text, row.number, row.author, row.made_at, before)
    return found


def put(session: Session, member: Membership, which: Which, *, seen: int, text: str, now: datetime) -> None:
    """Keep a text in place of the one of number `seen` (0: none); raises `TextConflict`."""
    team = member.organization.id
    stands = of(session, team).get(which)
    if stands is not None and stands.number != seen:
        raise TextConflict(stands)
    session.add(
        TeamTextRow(
            organization_id=team,
            kind=which.kind,
            country=which.country,
            number=(stands.number if stands else 0) + 1,
            text=text,
            author=member.name,
            account_id=member.account,
            made_at=now,
        )
    )
    try:
        session.flush()
    except IntegrityError:  # two saved in the same moment
        session.rollback()
        raise TextConflict(of(session, team)[which]) from None
