"""Coaching in the database: each look-up asks who wants to know, and what is taken back is gone at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from app.config import Settings
from app.core.assessments.answers import Answers
from app.core.coaching.agreed import GoalState, GoalText
from app.core.errors import DomainError
from app.core.framework import Track
from app.store import accounts, assessments, reach, work, workspaces
from app.store import coaching as store
from app.store import coaching_talk as talk
from app.store.accounts import Account
from app.store.coaching import Role
from app.store.coaching_talk import About, Changed
from app.store.database import open_engine, sessions
from app.store.reach import OneWorkspace
from app.store.work import Work
from app.usecases import upkeep

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass
class Two:
    """A coach and a client, each with a database session of their own."""

    coach_session: Session
    client_session: Session
    coach: int
    client: int
    slug: str
    shown: Work

    @property
    def about(self) -> About:
        return About(store.relation(self.client_session, self.client, self.slug).id, self.shown.id)


@pytest.fixture
def two(settings: Settings) -> Iterator[Two]:
    upkeep.upgrade_database(settings)
    engine = open_engine(settings.database_url)
    with sessions(engine)() as coach_session, sessions(engine)() as client_session:
        coach = _account(coach_session, "kim@example.com")
        client = _account(client_session, "ada@example.com")
        slug = store.begin(client_session, coach, client, coach_name="Kim", client_name="Ada", now=NOW)
        made = assessments.add(client_session, "2026.1", Answers(Track.PROJECT, "L4"), NOW)
        client_session.commit()
        yield Two(coach_session, client_session, coach, client, slug, work.find(client_session, made.slug))
    engine.dispose()


def _account(session: Session, email: str) -> int:
    home = workspaces.open_for_owner(session, NOW)
    reach.limit(session, OneWorkspace(home))
    made = accounts.add(session, Account(0, email, None, f"key of {email}", NOW, workspace_id=home))
    session.commit()
    return made.id


def _consent(two: Two) -> None:
    store.consent(two.client_session, two.about.relation, two.shown.id, NOW)
    two.client_session.commit()


def test_a_consent_opens_one_thing_for_one_coach(two: Two) -> None:
    assert store.open_by_consent(two.coach_session, two.coach) == {}
    _consent(two)

    found = store.open_by_consent(two.coach_session, two.coach, two.slug, two.shown.slug)

    assert [one.slug for one in found[two.about.relation]] == [two.shown.slug]
    assert assessments.get(two.coach_session, two.shown.slug).answers.target == "L4"
    assert store.open_by_consent(two.coach_session, two.client) == {}
    assert store.open_by_consent(two.coach_session, two.coach, two.slug, "elsewhere") == {}


def test_the_coach_may_read_and_not_change(two: Two) -> None:
    _consent(two)
    store.open_by_consent(two.coach_session, two.coach)

    with pytest.raises(work.NotYours):
        work.rename(two.coach_session, two.shown.slug, "Mine")


def test_what_is_taken_back_is_closed_for_the_next_session(two: Two) -> None:
    _consent(two)
    assert store.withdraw(two.client_session, two.about.relation, two.shown.id)
    two.client_session.commit()

    assert store.open_by_consent(two.coach_session, two.coach) == {}
    with pytest.raises(DomainError):
        assessments.get(two.coach_session, two.shown.slug)


def test_what_was_handed_to_another_workspace_is_not_the_clients_to_show(two: Two) -> None:
    _consent(two)
    team = workspaces.open_for_owner(two.client_session, NOW)
    reach.limit(two.client_session, _Both(reach.of(two.client_session).home(), team))
    work.move(two.client_session, two.shown.slug, team)
    two.client_session.commit()

    assert store.open_by_consent(two.coach_session, two.coach) == {}


@dataclass(frozen=True)
class _Both(OneWorkspace):
    """Somebody who reaches a team's workspace besides their own."""

    team: int

    def reads(self) -> frozenset[int]:
        return frozenset({self.workspace, self.team})

    def changes(self) -> frozenset[int]:
        return self.reads()


def test_an_ended_relation_is_gone_for_the_coach_and_readable_for_the_client(two: Two) -> None:
    _consent(two)
    store.end(two.client_session, two.about.relation, NOW)
    two.client_session.commit()

    with pytest.raises(DomainError, match="may have ended"):
        store.relation(two.coach_session, two.coach, two.slug)
    assert store.relations(two.coach_session, two.coach) == ()
    assert store.relation(two.client_session, two.client, two.slug).ended_at == NOW
    assert store.consented(two.client_session, two.about.relation) == {}


def test_two_people_who_begin_again_find_what_they_wrote_and_no_old_consent(two: Two) -> None:
    _consent(two)
    store.end(two.client_session, two.about.relation, NOW)

    again = store.begin(two.client_session, two.coach, two.client, coach_name="Kim", client_name="Ada", now=NOW)

    assert again == two.slug
    assert store.relation(two.client_session, two.client, again).role is Role.CLIENT
    assert store.consented(two.client_session, two.about.relation) == {}


def test_an_invitation_is_closed_once(two: Two) -> None:
    session = two.coach_session
    late = NOW + timedelta(days=14)
    store.add_invitation(
        session, two.coach, Role.COACH, "Kim", "zoe@example.com", token_hash="h" * 64, now=NOW, expires_at=late
    )
    found = store.invitation_by_token(session, "h" * 64)
    assert found is not None
    assert (found.email, found.role, found.expires_at) == ("zoe@example.com", Role.COACH, late)

    assert store.close_invitation(session, found.id, NOW)
    assert not store.close_invitation(session, found.id, NOW)
    assert store.drop_invitations(session, late + timedelta(days=1)) == 1


def test_a_blind_look_ends_once_even_when_two_windows_send_it(two: Two) -> None:
    _consent(two)
    about = two.about
    talk.look(two.coach_session, about, "Kim", {"planning": 3, "risk": None}, NOW)
    two.coach_session.commit()

    with pytest.raises(DomainError, match="seen this already"):
        talk.look(two.client_session, about, "Kim", {}, NOW)

    found = talk.blind_look(two.coach_session, about)
    assert found is not None
    assert found.rating is not None
    assert found.rating.picks == {"planning": 3, "risk": None}
    [rating] = assessments.invitations(two.client_session, two.shown.slug)
    assert (rating.rater, rating.expires_at, rating.rated_at) == ("Kim", NOW, NOW)


def test_a_goal_changed_by_both_at_once_keeps_the_first_and_tells_the_second(two: Two) -> None:
    agreed = GoalText("Lead a pre-mortem", "risk", date(2027, 1, 10))
    relation = two.about.relation
    talk.add_goal(two.coach_session, relation, agreed, NOW)
    two.coach_session.commit()
    [seen] = talk.goals(two.coach_session, relation)
    [also_seen] = talk.goals(two.client_session, relation)

    reached = replace(agreed, state=GoalState.REACHED)
    talk.change_goal(two.client_session, relation, also_seen, reached, NOW)
    two.client_session.commit()
    with pytest.raises(Changed):
        talk.change_goal(two.coach_session, relation, seen, replace(agreed, text="Lead two"), NOW)

    [stands] = talk.goals(two.coach_session, relation)
    assert stands.agreed == reached


def test_a_comment_goes_with_the_thing_it_is_about(two: Two) -> None:
    talk.add_comment(two.client_session, two.about, two.client, place="all", text="Hello", now=NOW)
    assert talk.last_comment(two.client_session, two.about.relation) == NOW
    about = two.about

    work.remove(two.client_session, two.shown.slug)

    assert talk.comments(two.client_session, about) == ()


# -- two windows in one moment


def at_once(first: Session, second: Session, do: Callable[[Session], object]) -> None:
    """Do the same in two sessions, of which the second begins before the first is through."""
    do(first)
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(lambda: (do(second), second.commit()))
        wait([waiting], timeout=0.3)
        first.commit()
        waiting.result()


def test_a_consent_that_two_windows_give_at_once_stands_once(two: Two) -> None:
    about = two.about
    two.client_session.commit()

    at_once(
        two.client_session,
        two.coach_session,
        lambda session: store.consent(session, about.relation, about.work, NOW),
    )

    assert store.consented(two.client_session, about.relation) == {about.work: NOW}


def test_two_who_invite_each_other_and_accept_at_once_are_coach_and_client_once(two: Two) -> None:
    store.forget(two.client_session, two.about.relation)
    two.client_session.commit()
    names = {"coach_name": "Kim B.", "client_name": "Ada M."}

    at_once(
        two.client_session,
        two.coach_session,
        lambda session: store.begin(session, two.coach, two.client, **names, now=NOW),
    )

    (relation,) = store.relations(two.client_session, two.client)
    assert (relation.coach_name, relation.client_name, relation.began_at) == ("Kim B.", "Ada M.", NOW)


def test_a_relation_that_begins_again_keeps_what_it_has(two: Two) -> None:
    store.end(two.client_session, two.about.relation, NOW)
    later = NOW + timedelta(days=1)

    slug = store.begin(two.client_session, two.coach, two.client, coach_name="Kim", client_name="Ada", now=later)

    relation = store.relation(two.client_session, two.coach, slug)
    assert (slug, relation.began_at, relation.ended_at) == (two.slug, NOW, None)
