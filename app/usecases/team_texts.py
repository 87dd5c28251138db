"""The texts that a team's postings share: its editors keep them, new postings take them, old ones take them over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.core.postings import shared_texts
from app.core.postings.brief import LONGEST_LINE, LONGEST_TEXT, MOST_STEPS, Brief
from app.core.postings.shared_texts import Newer, SharedText
from app.store import organizations, reach
from app.store import team_texts as store
from app.store.memberships import Membership, Rank
from app.store.team_texts import TeamText, TextConflict, TextKind, Which

__all__ = ["Newer", "SharedText", "TeamText", "TextConflict", "TextKind", "Which"]


def of(session: Session, team: Membership) -> Mapping[Which, TeamText]:
    """Every text of a team that somebody belongs to."""
    return store.of(session, team.organization.id)


def keep(session: Session, slug: str, which: Which, *, seen: int, text: str, now: datetime) -> None:
    """Change a text; raises `TextConflict`, and `DomainError` for one that no brief could hold."""
    member = organizations.membership(session, slug, Rank.EDITOR)
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if which.kind in shared_texts.LISTS:
        text = "\n".join(lines)
        if len(lines) > MOST_STEPS or max(map(len, lines), default=0) > LONGEST_LINE:
            message = f"At most {MOST_STEPS} steps fit, each of at most {LONGEST_LINE} characters."
            raise DomainError(message, field="text", code="too_long")
    if len(text) > LONGEST_TEXT:
        message = f"This holds {len(text):,} characters; at most {LONGEST_TEXT:,} fit."
        raise DomainError(message, field="text", code="too_long")
    store.put(session, member, which, seen=seen, text=text.strip(), now=now)
    session.commit()


def shared(session: Session, team: Membership) -> tuple[SharedText, ...]:
    """The texts as a brief takes them."""
    return tuple(
        SharedText(which.kind.value, which.country, one.text, one.before) for which, one in of(session, team).items()
    )


def newer(session: Session, workspace: int, brief: Brief) -> tuple[Newer, ...]:
    """Where a posting of a team holds an earlier text of it; nothing for a posting of one's own."""
    team = reach.member_in(session, workspace)
    return shared_texts.newer(brief, shared(session, team)) if team else ()
