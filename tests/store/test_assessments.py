"""Saved assessments keep what was answered; what was kept on a day never changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from app.config import Settings
from app.core.assessments.answers import Answers
from app.core.errors import DomainError
from app.core.framework import Track
from app.store import assessments as store
from app.store import reach, work
from app.store.database import open_engine, sessions
from app.usecases import upkeep
from tests.assessment_builders import answers, written
from tests.store.sessions import at_home

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FULL = answers(
    written(
        evidence={"planning": {"status": "linked", "when": "2026-03", "link": "https://example.org"}},
        scope={"teams": 4},
        vignettes={"scope": 2},
        seconds=500,
    )
)


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    upkeep.upgrade_database(settings)
    with sessions(open_engine(settings.database_url))() as open_session:
        yield at_home(open_session)


def test_answers_come_back_as_they_were_kept(session: Session) -> None:
    saved = store.add(session, "2026.1", FULL, NOW)
    session.commit()

    assert store.get(session, saved.slug).answers == FULL
    assert len(saved.slug) >= 32


def test_two_windows_that_save_at_once_both_count(settings: Settings, session: Session) -> None:
    slug = store.add(session, "2026.1", Answers(Track.PROJECT, "L4"), NOW).slug
    session.commit()
    with sessions(open_engine(settings.database_url))() as other:
        at_home(other, reach.of(session).home())
        raced = []

        def slow(current: Answers) -> Answers:
            if not raced:  # the other window saves after this one has read
                raced.append(True)
                store.change_answers(other, slug, lambda a: replace(a, picks={**a.picks, "risk": 2}), NOW)
                other.commit()
            return replace(current, picks={**current.picks, "planning": 3})

        store.change_answers(session, slug, slow, NOW)
        session.commit()

    assert store.get(session, slug).answers.picks == {"risk": 2, "planning": 3}


def test_a_snapshot_stays_as_it_was_when_answers_change(session: Session) -> None:
    slug = store.add(session, "2026.1", FULL, NOW).slug
    store.add_snapshot(session, slug, FULL, {"fit": {"level": "L4"}}, NOW)

    store.change_answers(session, slug, lambda current: replace(current, picks={}), NOW)
    session.commit()

    (kept,) = store.snapshots(session, slug)
    assert kept.answers == FULL
    assert (kept.edition, kept.result) == ("2026.1", {"fit": {"level": "L4"}})


def test_the_latest_look_back_is_shown_beside_its_snapshot(session: Session) -> None:
    slug = store.add(session, "2026.1", FULL, NOW).slug
    store.add_snapshot(session, slug, FULL, {}, NOW)
    kept = store.snapshots(session, slug)[0]

    store.add_look_back(session, kept.id, {"risk": 1}, NOW)
    store.add_look_back(session, kept.id, {"risk": 2}, NOW)

    assert store.snapshots(session, slug)[0].looking_back == {"risk": 2}


def test_an_invitation_belongs_to_its_own_assessment(session: Session) -> None:
    mine, other = (store.add(session, "2026.1", FULL, NOW).slug for _ in range(2))
    invitation = store.invite(session, mine, token_hash="h" * 64, rater="Kim", now=NOW, expires_at=NOW)

    with pytest.raises(DomainError, match="no such invitation"):
        store.withdraw(session, other, invitation.id, NOW)


def test_deleting_leaves_nothing_behind(session: Session) -> None:
    slug = store.add(session, "2026.1", FULL, NOW).slug
    store.add_snapshot(session, slug, FULL, {}, NOW)
    store.invite(session, slug, token_hash="h" * 64, rater="Kim", now=NOW, expires_at=NOW)
    session.commit()

    work.remove(session, slug)
    session.commit()

    assert store.by_token(session, "h" * 64) is None
    with pytest.raises(DomainError, match="no assessment"):
        store.get(session, slug)


def test_of_two_ratings_that_arrive_at_once_the_first_stands(settings: Settings, session: Session) -> None:
    slug = store.add(session, "2026.1", FULL, NOW).slug
    store.invite(session, slug, token_hash="t" * 64, rater="Kim", now=NOW, expires_at=NOW)
    session.commit()
    with sessions(open_engine(settings.database_url))() as another:
        first, second = store.by_token(session, "t" * 64), store.by_token(another, "t" * 64)
        assert first
        assert second

        store.keep_rating(session, first.id, {"risk": 4, "planning": None}, NOW)
        session.commit()
        store.keep_rating(another, second.id, {"risk": 1}, NOW)
        another.commit()

    kept = store.by_token(session, "t" * 64)
    assert kept is not None
    assert kept.rating.picks == {"risk": 4, "planning": None}
