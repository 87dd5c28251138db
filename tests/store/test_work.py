"""Saved work belongs to a workspace: nobody else finds it, and what was deleted can come back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.config import Settings
from app.core.errors import DomainError
from app.core.postings.posting import Posting
from app.store import database, postings, reach, schema, work, workspaces
from app.store.work import Kind
from tests.store.sessions import NOON, at_home
from tests.store.test_postings import posting, session

__all__ = ["posting", "session"]


class Reader(reach.OneWorkspace):
    """Somebody who may look into a workspace and not change it."""

    def changes(self) -> frozenset[int]:
        return frozenset()


def test_somebody_elses_work_is_not_found(session: Session, posting: Posting) -> None:
    slug = postings.add(session, posting, NOON).slug

    at_home(session)

    with pytest.raises(DomainError, match="no posting at this address"):
        postings.get(session, slug)
    with pytest.raises(DomainError, match="nothing at this address"):
        work.find(session, slug)
    assert work.listed(session, reach.of(session).own()) == ()


def test_a_session_that_does_not_say_who_asks_finds_nothing(settings: Settings, posting: Posting) -> None:
    schema.upgrade(settings.database_url)
    engine = database.open_engine(settings.database_url)
    with database.sessions(engine)() as nobody, pytest.raises(LookupError):
        postings.get(nobody, "any")
    engine.dispose()


def test_a_reader_cannot_change_delete_or_take_away(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)
    home = reach.of(session).home()

    reach.limit(session, Reader(home))

    assert not postings.get(session, saved.slug).may_change
    for attempt in (
        lambda: postings.replace(session, saved.slug, saved.version, posting, NOON),
        lambda: work.put_in_bin(session, saved.slug, NOON),
        lambda: work.remove(session, saved.slug),
        lambda: work.rename(session, saved.slug, "Mine now"),
        lambda: work.move(session, saved.slug, home),
    ):
        with pytest.raises(work.NotYours):
            attempt()


def test_a_granted_thing_can_be_read_and_its_neighbor_not(session: Session, posting: Posting) -> None:
    shown, hidden = (postings.add(session, posting, NOON).slug for _ in range(2))
    shown_id = work.find(session, shown).id

    at_home(session)
    reach.grant(session, shown_id)

    assert not postings.get(session, shown).may_change
    with pytest.raises(DomainError, match="no posting"):
        postings.get(session, hidden)


def test_what_was_deleted_is_in_the_bin_until_it_is_brought_back(session: Session, posting: Posting) -> None:
    slug = postings.add(session, posting, NOON).slug
    own = reach.of(session).own()

    work.put_in_bin(session, slug, NOON)

    assert [one.slug for one in work.listed(session, own, deleted=True)] == [slug]
    assert work.listed(session, own) == ()
    with pytest.raises(DomainError, match="no posting"):
        postings.get(session, slug)
    work.put_in_bin(session, slug, None)
    assert postings.get(session, slug).posting == posting


def test_the_bin_is_emptied_of_what_lay_there_long_enough(session: Session, posting: Posting) -> None:
    old, young = (postings.add(session, posting, NOON).slug for _ in range(2))
    work.put_in_bin(session, old, NOON - timedelta(days=31))
    work.put_in_bin(session, young, NOON - timedelta(days=29))

    assert work.empty_bin(session, NOON - timedelta(days=30)) == 1
    assert [one.slug for one in work.listed(session, reach.of(session).own(), deleted=True)] == [young]


def test_a_new_name_in_the_list_outlives_a_change_that_keeps_the_title(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)
    work.rename(session, saved.slug, "For Berlin")

    postings.replace(session, saved.slug, saved.version, posting, NOON)

    assert [one.title for one in work.listed(session, reach.of(session).own(), Kind.POSTING)] == ["For Berlin"]


def test_unclaimed_work_is_dropped_when_nobody_came_back(session: Session, posting: Posting) -> None:
    left, left_key = workspaces.open_for_browser(session, NOON - timedelta(days=31))
    used, used_key = workspaces.open_for_browser(session, NOON - timedelta(days=31))
    for workspace in (left, used):
        postings.add(at_home(session, workspace), posting, NOON)
    workspaces.of_browser(session, used_key, NOON - timedelta(days=1))

    assert workspaces.drop_unclaimed(session, NOON - timedelta(days=30)) == 1

    assert workspaces.of_browser(session, left_key, NOON) is None
    assert workspaces.of_browser(session, used_key, NOON) == used


def test_an_owners_workspace_is_never_unclaimed(session: Session, posting: Posting) -> None:
    saved = postings.add(session, posting, NOON)

    assert workspaces.drop_unclaimed(session, NOON + timedelta(days=400)) == 0
    assert postings.get(session, saved.slug).posting == posting


def test_work_is_handed_over_whole(session: Session, posting: Posting) -> None:
    browser, key = workspaces.open_for_browser(session, NOON)
    slug = postings.add(at_home(session, browser), posting, NOON).slug
    account = workspaces.open_for_owner(session, NOON)

    assert workspaces.hand_over(session, browser, account) == 1

    assert postings.get(at_home(session, account), slug).posting == posting
    assert workspaces.of_browser(session, key, NOON) is None
