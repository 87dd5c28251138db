"""Assessing: answers that grow, results, dated snapshots, and second raters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.core.assessments.agreement import Agreement
from app.core.assessments.answers import Answers, Evidence, read_answers
from app.core.assessments.blind import BlindRating
from app.core.assessments.noted import noted
from app.core.assessments.plain import result_to_plain, step_from_plain
from app.core.assessments.plan import Step
from app.core.assessments.progress import Progress, Snapshot, progress
from app.core.assessments.result import NoTarget, Result, assess
from app.core.assessments.scoring import Scoring
from app.core.assessments.simulation import Figures, simulate
from app.core.assessments.weighing import NotEnoughAnswers
from app.core.english import day_in_words
from app.core.errors import DomainError
from app.core.framework import Framework, Track
from app.core.secrets import fingerprint, new_secret
from app.store import assessments as store
from app.store.assessments import Invitation, KeptSnapshot, SavedAssessment
from app.usecases.toolkit import Toolkit

__all__ = ["Invitation", "KeptSnapshot", "SavedAssessment"]

INVITATION_LASTS = timedelta(days=30)  # a reminder fits in, a forgotten link does not stay open
LONGEST_NAME = 80


# -- scoring what is handed in


def scored(toolkit: Toolkit, written: object, today: date) -> Result:
    """Return the result of answers as a file holds them; raises `BadAnswer` or `NotEnoughAnswers`."""
    answers = read_answers(written, toolkit.framework, today)
    return assess(answers, toolkit.framework, toolkit.scoring, today)


def simulated(toolkit: Toolkit, people: int, seed: int) -> dict[str, dict[str, Figures]]:
    """Return how often the assessment is right about made-up people."""
    return simulate(toolkit.framework, toolkit.scoring, people, seed)


# -- the questionnaire


def start(session: Session, toolkit: Toolkit, track: Track, target: str | None, now: datetime) -> SavedAssessment:
    """Begin an assessment under the current edition."""
    saved = store.add(session, toolkit.framework.edition.id, Answers(track, target), now)
    session.commit()
    return saved


def find(session: Session, slug: str) -> SavedAssessment:
    """Return a saved assessment; raises `DomainError` when there is none."""
    return store.get(session, slug)


def known(session: Session) -> list[SavedAssessment]:
    """Return those that the visitor can reach, the newest change first."""
    return store.known(session)


@dataclass(frozen=True)
class SkillAnswer:
    """The answer to one skill as a form gives it: a step, NOT_APPLICABLE, or None for still open."""

    pick: int | str | None
    evidence: Evidence | None


def answer_skills(session: Session, slug: str, given: Mapping[str, SkillAnswer], now: datetime) -> SavedAssessment:
    """Keep the answers to some skills; the others stay as they are."""

    def change(answers: Answers) -> Answers:
        picks, evidence = dict(answers.picks), dict(answers.evidence)
        for skill, answer in given.items():
            picks.pop(skill, None)
            evidence.pop(skill, None)
            if answer.pick is not None:
                picks[skill] = None if isinstance(answer.pick, str) else answer.pick
            if answer.evidence is not None:
                evidence[skill] = answer.evidence
        return replace(answers, picks=picks, evidence=evidence)

    return _change(session, slug, change, now)


def answer_scope(session: Session, slug: str, scope: Mapping[str, int], now: datetime) -> SavedAssessment:
    return _change(session, slug, lambda answers: replace(answers, scope=dict(scope)), now)


def answer_stories(session: Session, slug: str, stories: Mapping[str, int], now: datetime) -> SavedAssessment:
    return _change(session, slug, lambda answers: replace(answers, vignettes=dict(stories)), now)


def note_evidence(session: Session, slug: str, skill: str, text: str, now: datetime) -> SavedAssessment:
    """Add a row to a skill's evidence; raises `EvidenceFull` when there is no room for it."""
    return _change(session, slug, lambda answers: noted(answers, skill, text), now)


def aim(session: Session, slug: str, track: Track, target: str | None, now: datetime) -> SavedAssessment:
    """Change the track or the level that the answers are compared with."""
    return _change(session, slug, lambda answers: replace(answers, track=track, target=target), now)


def begin_again(session: Session, slug: str, now: datetime) -> SavedAssessment:
    """Clear the picks for a fresh look, so that the old ones do not lead; results, plan and evidence stay."""
    store.close_round(session, slug, now)
    return _change(session, slug, lambda answers: replace(answers, picks={}, scope={}, vignettes={}, seconds=None), now)


def _change(session: Session, slug: str, change: Callable[[Answers], Answers], now: datetime) -> SavedAssessment:
    changed = store.change_answers(session, slug, change, now)
    store.seal(session, slug, changed.answers.picks)
    session.commit()
    return changed


# -- the result


def rules_of(toolkit: Toolkit, saved: SavedAssessment) -> tuple[Framework, Scoring]:
    """The edition that the assessment was made with, and its scoring."""
    return toolkit.edition(saved.edition)


def with_latest_rating(session: Session, saved: SavedAssessment) -> Answers:
    """The answers together with the newest rating that is blind to them."""
    counting = [one for one in _rated(session, saved) if one.rating.holds_for(saved.answers)]
    return counting[0].rating.joined_to(saved.answers) if counting else saved.answers


def earlier_rating(session: Session, saved: SavedAssessment) -> Invitation | None:
    """The newest rating, when the answers that it was blind to have been changed, so that no rating counts."""
    rated = _rated(session, saved)
    return rated[0] if rated and not any(one.rating.holds_for(saved.answers) for one in rated) else None


def _rated(session: Session, saved: SavedAssessment) -> list[Invitation]:
    """Those who have rated, the newest rating first."""
    rated = [(one.rated_at, one.id, one) for one in store.invitations(session, saved.slug) if one.rated_at is not None]
    return [one for *_, one in sorted(rated, reverse=True)]


def result_of(session: Session, toolkit: Toolkit, saved: SavedAssessment, today: date) -> Result:
    """Return the result, with the owner's own plan if there is one; raises `NotEnoughAnswers`."""
    framework, scoring = rules_of(toolkit, saved)
    result = assess(with_latest_rating(session, saved), framework, scoring, today)
    return result if saved.plan is None else replace(result, plan=saved.plan)


def finish(session: Session, toolkit: Toolkit, slug: str, now: datetime) -> None:
    """Keep a dated snapshot; pressing twice, or changing nothing, keeps one."""
    saved = store.get(session, slug)
    saved = _with_time_taken(session, saved, now)
    result = result_of(session, toolkit, saved, now.date())
    earlier = store.snapshots(session, slug)
    if not earlier or earlier[-1].answers != result.answers:
        store.add_snapshot(session, slug, result.answers, result_to_plain(result), now)
    session.commit()


def _with_time_taken(session: Session, saved: SavedAssessment, now: datetime) -> SavedAssessment:
    """The first finish tells how long the questions took; coming back later does not change it."""
    if saved.answers.seconds is not None or store.snapshots(session, saved.slug):
        return saved
    seconds = int((now - saved.started_at).total_seconds())
    return store.change_answers(session, saved.slug, lambda answers: replace(answers, seconds=seconds), now)


def plan_of(session: Session, toolkit: Toolkit, saved: SavedAssessment, today: date) -> tuple[Step, ...]:
    """The plan to show; while new answers are too few for one it is the plan that stood before."""
    try:
        return result_of(session, toolkit, saved, today).plan
    except (NotEnoughAnswers, NoTarget):
        kept = kept_plan(session, saved)
        if kept is None:
            raise
        return kept


def kept_plan(session: Session, saved: SavedAssessment) -> tuple[Step, ...] | None:
    """The owner's own plan, or else that of the newest kept result."""
    if saved.plan is not None:
        return saved.plan
    earlier = store.snapshots(session, saved.slug)
    return tuple(step_from_plain(step) for step in earlier[-1].result["plan"]) if earlier else None


def keep_plan(session: Session, slug: str, plan: tuple[Step, ...] | None, now: datetime) -> SavedAssessment:
    """Keep the owner's own plan; None goes back to the suggested one."""
    saved = store.replace_plan(session, slug, plan, now)
    session.commit()
    return saved


# -- progress


def snapshots(session: Session, slug: str) -> tuple[KeptSnapshot, ...]:
    """Every snapshot, of each day and each round of answers the last one."""
    of_round = {(one.taken_at.date(), one.round): one for one in store.snapshots(session, slug)}
    return tuple(of_round.values())


def snapshot(session: Session, slug: str, snapshot_id: int) -> KeptSnapshot:
    """One snapshot of this assessment; raises `DomainError` when it has none like it."""
    for one in store.snapshots(session, slug):
        if one.id == snapshot_id:
            return one
    raise DomainError("There is no such snapshot of this assessment.", code="not_found")


def compared(toolkit: Toolkit, before: KeptSnapshot, after: KeptSnapshot) -> Progress:
    """Return what changed between two snapshots; raises `DomainError` when they cannot be compared."""
    _, scoring = toolkit.edition(after.edition)
    return progress(_core(before), _core(after), scoring.progress, before.looking_back)


def _core(kept: KeptSnapshot) -> Snapshot:
    return Snapshot(kept.taken_at.date(), kept.edition, kept.answers)


def look_back(session: Session, slug: str, snapshot_id: int, picks: Mapping[str, int], now: datetime) -> None:
    """Keep how the owner sees, today, where they stood then; the snapshot itself stays as it was."""
    store.add_look_back(session, snapshot(session, slug, snapshot_id).id, picks, now)
    session.commit()


# -- the second rater


@dataclass(frozen=True)
class Comparison:
    """What a second rating and the owner's own said before either knew the other; `counts` with today's answers."""

    invitation: Invitation
    rating: BlindRating
    agreement: Agreement | None
    counts: bool


def invite(session: Session, slug: str, rater: str, now: datetime, asker: str = "") -> str:
    """Open a link for a second rater and return its secret, which is shown once and not kept.

    The rater's page shows both names; `asker` is the owner's, as the rater knows them.
    """
    name, own_name = (" ".join(one.split()) for one in (rater, asker))
    if not name or len(name) > LONGEST_NAME:
        raise DomainError(f"Say who it is for, in at most {LONGEST_NAME} characters.", field="rater")
    if len(own_name) > LONGEST_NAME:
        raise DomainError(f"Give your name in at most {LONGEST_NAME} characters.", field="asker")
    token = new_secret()
    until = now + INVITATION_LASTS
    store.invite(session, slug, token_hash=fingerprint(token), rater=name, asker=own_name, now=now, expires_at=until)
    session.commit()
    return token


def invitations(session: Session, slug: str) -> tuple[Invitation, ...]:
    return store.invitations(session, slug)


def withdraw(session: Session, slug: str, invitation_id: int, now: datetime) -> None:
    """Close a link at once; a rating that was given stays with the owner."""
    store.withdraw(session, slug, invitation_id, now)
    session.commit()


def invitation_for(session: Session, token: str, now: datetime) -> Invitation:
    """Return the invitation behind a link; raises `DomainError` when it is unknown, withdrawn or past its day."""
    found = store.by_token(session, fingerprint(token))
    if found is None:
        raise DomainError("This link leads nowhere. Ask for it again: it may have been cut short.", code="not_found")
    if found.withdrawn_at is not None:
        raise DomainError("The person who sent this link has withdrawn it.", code="withdrawn")
    if now >= found.expires_at:
        raise DomainError(
            f"This link could be used until {day_in_words(found.expires_at)}. Ask for a new one.", code="expired"
        )
    store.let_rater_in(session, found)
    return found


def rate(session: Session, token: str, picks: Mapping[str, int | None], now: datetime) -> Invitation:
    """Keep a blind rating; it can be given once, since after that both ratings are shown."""
    found = invitation_for(session, token, now)
    if found.rated_at is None:
        if not any(pick is not None for pick in picks.values()):
            raise DomainError("Choose a step for at least one skill that you have seen.", field="picks")
        store.keep_rating(session, found.id, picks, now)
        store.seal(session, found.slug, store.get(session, found.slug).answers.picks)
        session.commit()
    return invitation_for(session, token, now)


def comparison(session: Session, toolkit: Toolkit, invitation: Invitation) -> Comparison:
    """Both ratings side by side, once the second one has been given."""
    saved = store.get(session, invitation.slug)
    _, scoring = rules_of(toolkit, saved)
    rating = invitation.rating
    return Comparison(invitation, rating, rating.agreement(scoring.coach), rating.holds_for(saved.answers))
