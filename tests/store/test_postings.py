"""Saved postings: found by address, changed only on top of the newest version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.config import Settings
from app.core.errors import DomainError
from app.core.framework import Framework
from app.core.postings.compose import compose
from app.core.postings.posting import Posting, edit_item
from app.store import database, postings, reach, schema, work
from app.store.postings import Conflict
from tests.builders import SOME_PLACES, a_brief
from tests.store.sessions import NOON, at_home


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    schema.upgrade(settings.database_url)
    engine = database.open_engine(settings.database_url)
    with database.sessions(engine)() as open_session:
        yield at_home(open_session)
    engine.dispose()


@pytest.fixture
def posting(framework: Framework) -> Posting:
    return compose(a_brief(), framework, SOME_PLACES)


def test_a_saved_posting_is_found_as_it_was(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)
    session.commit()
    session.expunge_all()

    found = postings.get(session, saved.slug)

    assert found.posting == posting
    assert found.created_at == NOON
    assert len(found.slug) >= 32


def test_two_postings_never_share_an_address(session: Session, posting: Posting) -> None:
    assert postings.add(session, posting, NOON).slug != postings.add(session, posting, NOON).slug


def test_a_change_counts_up(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)
    edited = edit_item(posting, "must.risk", "You have run a pre-mortem.")

    changed = postings.replace(session, saved.slug, saved.version, edited, NOON + timedelta(hours=1))

    assert (changed.version, changed.posting) == (saved.version + 1, edited)
    assert changed.changed_at - changed.created_at == timedelta(hours=1)


def test_a_change_on_top_of_an_old_version_is_refused_and_shows_what_stands(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)
    theirs = edit_item(posting, "must.risk", "Theirs.")
    postings.replace(session, saved.slug, saved.version, theirs, NOON)

    with pytest.raises(Conflict) as refused:
        postings.replace(session, saved.slug, saved.version, edit_item(posting, "must.risk", "Mine."), NOON)

    assert refused.value.saved.posting == theirs


def test_two_writers_at_the_same_moment_cannot_overwrite_each_other(settings: Settings, posting: Posting) -> None:
    schema.upgrade(settings.database_url)
    engine = database.open_engine(settings.database_url)
    make = database.sessions(engine)
    with make() as first, make() as second:
        saved = postings.add(at_home(first), posting, NOON)
        first.commit()
        at_home(second, reach.of(first).home())
        postings.get(second, saved.slug)  # the second has read the row before the first writes
        postings.replace(first, saved.slug, saved.version, edit_item(posting, "must.risk", "First."), NOON)
        first.commit()

        with pytest.raises(Conflict) as refused:
            postings.replace(second, saved.slug, saved.version, edit_item(posting, "must.risk", "Second."), NOON)

        assert refused.value.saved.posting.item("must.risk").text == "First."
    engine.dispose()


def test_a_removed_posting_is_gone(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)

    work.remove(session, saved.slug)

    with pytest.raises(DomainError, match="no posting at this address"):
        postings.get(session, saved.slug)


def test_every_version_is_kept_as_it_stood(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)
    edited = edit_item(posting, "must.risk", "You have run a pre-mortem.")
    postings.replace(session, saved.slug, saved.version, edited, NOON + timedelta(hours=1))

    kept = postings.versions(session, saved.slug)

    assert [(one.number, one.posting) for one in kept] == [(2, edited), (1, posting)]
    assert postings.version(session, saved.slug, 1).posting == posting
    with pytest.raises(DomainError, match="no version 3"):
        postings.version(session, saved.slug, 3)


def test_versions_go_with_their_posting(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)

    work.remove(session, saved.slug)

    assert session.execute(text("SELECT count(*) FROM posting_version")).scalar() == 0
