"""Kept résumé reports and salary look-ups: found by their address, changed only on top of the newest version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from app.core.errors import DomainError
from app.store import work
from app.store.tables import KeptRow, WorkRow
from app.store.work import Kind


@dataclass(frozen=True)
class Kept:
    """Something kept as it stands; `version` counts its changes, `may_change` says whether the one who asked may."""

    kind: Kind
    slug: str
    title: str
    content: Mapping[str, Any]
    version: int
    kept_at: datetime
    changed_at: datetime
    may_change: bool


class Conflict(DomainError):
    """Another window changed it first; `kept` is what stands now."""

    code = "conflict"

    def __init__(self, kept: Kept) -> None:
        super().__init__("This was changed in another window since you opened it.")
        self.kept = kept


def add(session: Session, kind: Kind, title: str, content: Mapping[str, Any], now: datetime) -> Kept:
    """Keep something new in its maker's workspace."""
    row = KeptRow(work=work.new_row(session, kind, title, now), content=dict(content))
    session.add(row)
    session.flush()
    return _value(session, row)


def get(session: Session, kind: Kind, slug: str) -> Kept:
    """Raises `DomainError` when there is none of this kind at this address."""
    return _value(session, _row(session, kind, slug))


def replace(
    session: Session, kind: Kind, slug: str, content: Mapping[str, Any], *, version: int, now: datetime
) -> Kept:
    """Keep a changed content; raises `Conflict` when `version` is not the newest."""
    row = _row(session, kind, slug, to_change=True)
    if row.version != version:
        raise Conflict(_value(session, row))
    row.content = dict(content)
    flag_modified(row, "content")  # also a change to the same text counts as one
    row.work.changed_at = now
    try:
        session.flush()
    except StaleDataError:
        session.rollback()
        raise Conflict(get(session, kind, slug)) from None
    return _value(session, row)


def _row(session: Session, kind: Kind, slug: str, *, to_change: bool = False) -> KeptRow:
    query = select(KeptRow).join(WorkRow, WorkRow.id == KeptRow.work_id)
    row: KeptRow = work.row_of(session, query, kind, slug, to_change=to_change)
    return row


def _value(session: Session, row: KeptRow) -> Kept:
    saved = row.work
    may_change = work.may_change(session, saved)
    return Kept(
        Kind(saved.kind), saved.slug, saved.title, row.content, row.version, saved.made_at, saved.changed_at, may_change
    )
