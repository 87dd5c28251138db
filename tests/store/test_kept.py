"""Kept reports and look-ups: found by their owner alone, changed only on top of the newest version."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store import kept, reach, work
from app.store.kept import Conflict
from app.store.work import Kind
from tests.store.sessions import NOON, at_home
from tests.store.test_postings import session

__all__ = ["session"]


def test_what_was_kept_is_found_as_it_was(session: Session) -> None:
    made = kept.add(session, Kind.REPORT, "Résumé report", {"text": "Größe 🚀", "list": [1, None]}, NOON)
    session.commit()
    session.expunge_all()

    found = kept.get(session, Kind.REPORT, made.slug)

    assert found.content == {"text": "Größe 🚀", "list": [1, None]}
    assert (found.title, found.version, found.may_change) == ("Résumé report", 1, True)


def test_a_report_is_no_look_up(session: Session) -> None:
    slug = kept.add(session, Kind.REPORT, "Résumé report", {}, NOON).slug

    with pytest.raises(DomainError, match="no salary look-up at this address"):
        kept.get(session, Kind.LOOK_UP, slug)


def test_a_change_counts_up_and_a_second_one_on_the_old_version_is_a_conflict(session: Session) -> None:
    slug = kept.add(session, Kind.REPORT, "Résumé report", {"text": "old"}, NOON).slug

    later = NOON + timedelta(hours=1)
    changed = kept.replace(session, Kind.REPORT, slug, {"text": "theirs"}, version=1, now=later)
    with pytest.raises(Conflict) as conflict:
        kept.replace(session, Kind.REPORT, slug, {"text": "mine"}, version=1, now=later)

    assert (changed.version, changed.changed_at) == (2, later)
    assert conflict.value.kept.content == {"text": "theirs"}


def test_somebody_elses_is_not_found_and_a_granted_one_cannot_be_changed(session: Session) -> None:
    slug = kept.add(session, Kind.REPORT, "Résumé report", {}, NOON).slug
    number = work.find(session, slug).id
    at_home(session)

    with pytest.raises(DomainError, match="no résumé report"):
        kept.get(session, Kind.REPORT, slug)
    reach.grant(session, number)
    assert not kept.get(session, Kind.REPORT, slug).may_change
    with pytest.raises(work.NotYours):
        kept.replace(session, Kind.REPORT, slug, {}, version=1, now=NOON)
