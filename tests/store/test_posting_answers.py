"""Answers to the findings of a posting's review: one each, and gone with their posting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.core.postings.posting import Posting
from app.store import posting_answers, postings, work
from app.store.posting_answers import Answer
from tests.store.test_postings import NOON, posting, session

__all__ = ["posting", "session"]

ANSWER = Answer("Nobody works there.", "Ada Moreno", NOON)
GAP = "law:US-CO:missing:benefits_summary"


def test_an_answer_is_found_as_it_was_given(session: Session, posting: Posting) -> None:
    slug = postings.add(session, posting, NOON).slug

    posting_answers.put(session, slug, GAP, ANSWER)
    session.commit()
    session.expunge_all()

    assert posting_answers.of(session, slug) == {GAP: ANSWER}


def test_a_second_answer_takes_the_place_of_the_first(session: Session, posting: Posting) -> None:
    slug = postings.add(session, posting, NOON).slug
    second = replace(ANSWER, reason="They moved away.")

    posting_answers.put(session, slug, GAP, ANSWER)
    posting_answers.put(session, slug, GAP, second)

    assert posting_answers.of(session, slug) == {GAP: second}


def test_an_answer_can_be_withdrawn(session: Session, posting: Posting) -> None:
    slug = postings.add(session, posting, NOON).slug
    posting_answers.put(session, slug, GAP, ANSWER)

    posting_answers.withdraw(session, slug, GAP)

    assert posting_answers.of(session, slug) == {}


def test_answers_go_with_their_posting(session: Session, posting: Posting) -> None:
    slug = postings.add(session, posting, NOON).slug
    posting_answers.put(session, slug, GAP, ANSWER)
    session.commit()

    work.remove(session, slug)
    session.commit()

    assert session.scalar(text("select count(*) from posting_answer")) == 0


def test_an_answer_needs_its_posting(session: Session) -> None:
    with pytest.raises(DomainError):
        posting_answers.put(session, "nowhere", GAP, ANSWER)
