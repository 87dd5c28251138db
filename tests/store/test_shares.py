"""Links to one thing: only the hash of a secret is kept, and only the thing's owner makes and withdraws them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store import kept, reach, shares, work
from app.store.shares import Share
from app.store.work import Kind, NotYours
from tests.store.sessions import NOON, at_home
from tests.store.test_postings import session

__all__ = ["session"]

HASH = "a" * 64


def a_thing(session: Session) -> str:
    return kept.add(session, Kind.REPORT, "Résumé report", {"text": "x"}, NOON).slug


def a_share(session: Session, slug: str, token_hash: str = HASH, days: int = 7) -> Share:
    expires_at = NOON + timedelta(days=days)
    return shares.add(session, slug, token_hash=token_hash, parts=frozenset({"blind"}), now=NOON, expires_at=expires_at)


def test_a_link_leads_a_stranger_to_its_thing_and_no_other(session: Session) -> None:
    slug, other = a_thing(session), a_thing(session)
    a_share(session, slug)
    at_home(session)

    way = shares.by_token(session, HASH)
    assert way is not None
    assert (way.kind, way.slug, way.deleted, way.share.parts) == (Kind.REPORT, slug, False, {"blind"})
    shares.let_reader_in(session, way.share)

    assert kept.get(session, Kind.REPORT, slug).content == {"text": "x"}
    with pytest.raises(DomainError, match="no résumé report"):
        kept.get(session, Kind.REPORT, other)


def test_a_link_to_something_in_the_bin_says_so(session: Session) -> None:
    slug = a_thing(session)
    a_share(session, slug)

    work.put_in_bin(session, slug, NOON)

    way = shares.by_token(session, HASH)
    assert way is not None
    assert way.deleted


def test_a_link_goes_with_its_thing(session: Session) -> None:
    slug = a_thing(session)
    a_share(session, slug)

    work.remove(session, slug)

    assert shares.by_token(session, HASH) is None
    assert session.scalar(text("SELECT count(*) FROM share")) == 0


def test_who_may_only_read_makes_sees_and_withdraws_no_link(session: Session) -> None:
    slug = a_thing(session)
    made, number = a_share(session, slug), work.find(session, slug).id
    at_home(session)

    for attempt in (
        lambda: a_share(session, slug, "b" * 64),
        lambda: shares.of(session, slug),
        lambda: shares.withdraw(session, slug, made.id, NOON),
    ):
        with pytest.raises(DomainError, match="nothing at this address"):
            attempt()
    reach.grant(session, number)
    for attempt in (
        lambda: a_share(session, slug, "b" * 64),
        lambda: shares.of(session, slug),
        lambda: shares.withdraw(session, slug, made.id, NOON),
    ):
        with pytest.raises(NotYours):
            attempt()


def test_a_link_is_withdrawn_through_its_own_thing_only(session: Session) -> None:
    slug, other = a_thing(session), a_thing(session)
    made = a_share(session, slug)

    with pytest.raises(DomainError, match="no such link"):
        shares.withdraw(session, other, made.id, NOON)
    shares.withdraw(session, slug, made.id, NOON)

    assert [one.withdrawn_at for one in shares.of(session, slug)] == [NOON]


def test_links_that_closed_long_ago_are_forgotten(session: Session) -> None:
    slug = a_thing(session)
    a_share(session, slug, "b" * 64, days=-31)
    withdrawn = a_share(session, slug, "c" * 64)
    shares.withdraw(session, slug, withdrawn.id, NOON - timedelta(days=31))
    open_one = a_share(session, slug)

    assert shares.drop_closed(session, NOON - timedelta(days=30)) == 2
    assert [one.id for one in shares.of(session, slug)] == [open_one.id]
