"""Organizations: who belongs to one decides what they reach, and everything goes with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.core.law.employers import Employer
from app.core.postings.posting import Posting
from app.store import accounts, head_counts, organizations, posting_trail, postings, reach, team_texts, work, workspaces
from app.store.accounts import Account
from app.store.memberships import Organization, Rank
from app.store.team_texts import TextKind, Which
from app.usecases.workspaces import Visitor
from tests.store.sessions import NOON
from tests.store.test_postings import posting, session

__all__ = ["posting", "session"]

ABOUT = Which(TextKind.ABOUT)


def an_account(session: Session, name: str) -> Account:
    return accounts.add(
        session,
        Account(
            id=0,
            email=f"{name}@example.com",
            password=None,
            session_key=name,
            made_at=NOON,
            workspace_id=workspaces.open_for_owner(session, NOON),
        ),
    )


def as_visitor(session: Session, account: Account) -> Session:
    """Let the session reach what somebody reaches who signed in."""
    visitor = Visitor(session, NOON, keep_key=lambda _: None, account_workspace=lambda: account.workspace_id)
    reach.limit(session, visitor)
    return session


@pytest.fixture
def ada(session: Session) -> Account:
    return an_account(session, "ada")


@pytest.fixture
def team(session: Session, ada: Account) -> Organization:
    return organizations.create(session, "Harborline", ada.id, "Ada Moreno", NOON)


def joined(session: Session, team: Organization, name: str, rank: Rank) -> Account:
    account = an_account(session, name)
    organizations.add_member(session, team, account.id, rank=rank, name=name.title(), now=NOON)
    return account


@pytest.mark.parametrize("rank", Rank)
def test_each_rank_reads_and_only_a_reader_changes_nothing(
    session: Session, team: Organization, ada: Account, posting: Posting, rank: Rank
) -> None:
    slug = postings.add(as_visitor(session, ada), posting, NOON, team.workspace).slug

    as_visitor(session, joined(session, team, "bo", rank))

    assert postings.get(session, slug).may_change is (rank is not Rank.READER)
    assert [one.slug for one in work.listed(session, frozenset({team.workspace}))] == [slug]


def test_an_outsider_finds_neither_the_team_nor_its_postings(
    session: Session, team: Organization, ada: Account, posting: Posting
) -> None:
    slug = postings.add(as_visitor(session, ada), posting, NOON, team.workspace).slug

    as_visitor(session, an_account(session, "eve"))

    with pytest.raises(DomainError, match="no posting"):
        postings.get(session, slug)
    with pytest.raises(DomainError, match="no team at this address"):
        organizations.membership(session, team.slug)
    assert work.listed(session, frozenset({team.workspace})) == ()


def test_somebody_who_was_removed_finds_nothing_more(
    session: Session, team: Organization, ada: Account, posting: Posting
) -> None:
    slug = postings.add(as_visitor(session, ada), posting, NOON, team.workspace).slug
    bo = joined(session, team, "bo", Rank.EDITOR)

    organizations.remove_member(session, team, bo.id, NOON)

    with pytest.raises(DomainError, match="no posting"):
        postings.get(as_visitor(session, bo), slug)


def test_a_reader_adds_no_posting_to_the_team(session: Session, team: Organization, posting: Posting) -> None:
    as_visitor(session, joined(session, team, "bo", Rank.READER))

    with pytest.raises(work.NotYours, match="You are a reader of “Harborline”"):
        postings.add(session, posting, NOON, team.workspace)


def test_the_last_owner_cannot_leave_or_be_demoted(session: Session, team: Organization, ada: Account) -> None:
    bo = joined(session, team, "bo", Rank.EDITOR)

    with pytest.raises(DomainError, match="Ada Moreno is the only owner"):
        organizations.remove_member(session, team, ada.id, NOON)
    with pytest.raises(DomainError, match="only owner"):
        organizations.give_rank(session, team, ada.id, Rank.READER, NOON)
    organizations.give_rank(session, team, bo.id, Rank.OWNER, NOON + timedelta(seconds=1))
    organizations.remove_member(session, team, ada.id, NOON + timedelta(seconds=2))

    assert [one.name for one in organizations.members(session, team)] == ["Bo"]


def test_members_are_listed_by_rank_and_name(session: Session, team: Organization) -> None:
    for name, rank in (("cy", Rank.READER), ("bo", Rank.READER), ("di", Rank.EDITOR)):
        joined(session, team, name, rank)

    assert [one.name for one in organizations.members(session, team)] == ["Ada Moreno", "Di", "Bo", "Cy"]


def test_a_second_invitation_of_one_address_closes_the_first(session: Session, team: Organization) -> None:
    for number in ("1", "2"):
        organizations.invite(
            session, team, email="Bo@example.com", rank=Rank.READER, token_hash=number * 64, now=NOON, until=NOON
        )

    assert organizations.by_token(session, "1" * 64) is None
    assert [one.email for one in organizations.invitations(session, team)] == ["Bo@example.com"]


def test_another_teams_invitation_cannot_be_closed(session: Session, team: Organization, ada: Account) -> None:
    other = organizations.create(session, "Other", ada.id, "Ada", NOON)
    organizations.invite(session, other, email="b@c.de", rank=Rank.READER, token_hash="h", now=NOON, until=NOON)
    number = organizations.invitations(session, other)[0].id

    with pytest.raises(DomainError, match="no such invitation"):
        organizations.close_invitation(session, team, number)


def test_a_text_keeps_what_it_was_and_refuses_who_saw_an_older_one(
    session: Session, team: Organization, ada: Account
) -> None:
    member = organizations.membership(as_visitor(session, ada), team.slug)
    team_texts.put(session, member, ABOUT, seen=0, text="We move money.", now=NOON)
    team_texts.put(session, member, ABOUT, seen=1, text="We settle payments.", now=NOON)

    with pytest.raises(team_texts.TextConflict) as conflict:
        team_texts.put(session, member, ABOUT, seen=1, text="We do something else.", now=NOON)

    assert conflict.value.saved.text == "We settle payments."
    found = team_texts.of(session, team.id)[ABOUT]
    assert (found.number, found.author, found.before) == (2, "Ada Moreno", ("We move money.",))


def test_head_counts_are_found_as_given_and_refuse_who_saw_older_ones(
    session: Session, team: Organization, ada: Account
) -> None:
    as_visitor(session, ada)
    head_counts.put(session, team.workspace, 0, Employer(40, {"US-CO": 14}, "US-CO"), NOON)
    session.expire_all()

    assert head_counts.of(session, team.workspace).employer == Employer(40, {"US-CO": 14}, "US-CO")
    with pytest.raises(head_counts.CountsConflict):
        head_counts.put(session, team.workspace, 0, Employer(50), NOON)


def test_versions_and_the_trail_name_who_did_it(
    session: Session, team: Organization, ada: Account, posting: Posting
) -> None:
    saved = postings.add(as_visitor(session, ada), posting, NOON, team.workspace)
    as_visitor(session, joined(session, team, "bo", Rank.EDITOR))
    later = NOON + timedelta(hours=1)
    postings.replace(session, saved.slug, saved.version, posting, later)
    posting_trail.add(
        session, saved.slug, what="signed_off", about="Colorado: benefits", now=later, reason="None there"
    )

    assert [one.author for one in postings.versions(session, saved.slug)] == ["Bo", "Ada Moreno"]
    events = posting_trail.of_workspace(session, team.workspace, 10)
    assert sorted((one.what, one.name) for one in events) == [
        ("changed", "Bo"),
        ("signed_off", "Bo"),
        ("wrote", "Ada Moreno"),
    ]


def test_work_of_ones_own_names_nobody(session: Session, ada: Account, posting: Posting) -> None:
    saved = postings.add(as_visitor(session, ada), posting, NOON)

    assert [one.author for one in postings.versions(session, saved.slug)] == [""]


def test_a_deleted_team_leaves_nothing_behind(
    session: Session, team: Organization, ada: Account, posting: Posting
) -> None:
    saved = postings.add(as_visitor(session, ada), posting, NOON, team.workspace)
    member = organizations.membership(session, team.slug)
    team_texts.put(session, member, ABOUT, seen=0, text="We move money.", now=NOON)
    head_counts.put(session, team.workspace, 0, Employer(40), NOON)
    posting_trail.add(session, saved.slug, what="set_aside", about="x", now=NOON)
    organizations.invite(session, team, email="b@c.de", rank=Rank.READER, token_hash="h", now=NOON, until=NOON)
    session.flush()

    organizations.remove(session, team)

    tables = ("organization", "member", "member_invitation", "team_text", "head_count", "posting", "posting_trail")
    left = {name: session.scalar(text(f"SELECT count(*) FROM {name}")) for name in tables}  # noqa: S608  # names above
    assert left == dict.fromkeys(tables, 0)
