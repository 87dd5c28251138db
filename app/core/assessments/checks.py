"""Questions that the answers raise, and how far the whole may be trusted; asked, never held against anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from operator import itemgetter
from statistics import fmean

from app.core.assessments.agreement import Agreement
from app.core.assessments.answers import Answers, EvidenceStatus
from app.core.assessments.ladder import Ladder
from app.core.assessments.scoring import CheckRules, Scoring
from app.core.assessments.weighing import scope_level
from app.core.framework import Framework

_LOOSE_FACTS = frozenset({"money", "external"})  # large work may have neither a known budget nor an outside party
_OTHERS_CAN_SEE = frozenset({EvidenceStatus.LINKED, EvidenceStatus.CONFIRMED})


@dataclass(frozen=True)
class Check:
    """A question to the person; a `weighty` one keeps confidence low unless a second rater agrees."""

    kind: str
    question: str
    skills: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    weighty: bool = False


class Confidence(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


def checks(answers: Answers, framework: Framework, ladder: Ladder, scoring: Scoring, today: date) -> tuple[Check, ...]:
    """Every question that these answers raise, the weighty ones first."""
    rules = scoring.checks
    raised = (
        _flat(answers, rules),
        _scope_mismatch(answers, ladder, rules),
        _facts_apart(answers, framework, rules),
        _reversed_stories(answers, framework),
        _too_fast(answers, rules),
        _claims_without_evidence(answers, scoring),
        _old_evidence(answers, scoring, today),
        _incomplete(answers, framework),
    )
    return tuple(check for check in raised if check is not None)


def _flat(answers: Answers, rules: CheckRules) -> Check | None:
    picks = list(answers.rated.values())
    if len(picks) < rules.flat_needs_skills:
        return None
    usual = max(set(picks), key=picks.count)
    if usual < 2 or picks.count(usual) < len(picks) - 1:
        return None
    return Check(
        "flat_profile",
        "You chose nearly the same step for every skill. Most people are further along in some than in others: "
        "which two would a colleague call your strongest, and which two would they like to see grow?",
        weighty=True,
    )


def _scope_mismatch(answers: Answers, ladder: Ladder, rules: CheckRules) -> Check | None:
    held = scope_level(answers)
    if held is None or not answers.rated:
        return None
    expected = dict(zip(ladder.skills, ladder.expected_at(held), strict=True))
    apart = fmean(answers.rated.values()) - fmean(expected[skill] for skill in answers.rated)
    if abs(apart) < rules.scope_mismatch:
        return None
    question = (
        "Your picks describe larger work than the work you told us about. Is there a larger piece of work you left "
        "out, or do some picks describe what you could do rather than what you did?"
        if apart > 0
        else "The work you told us about is larger than your picks suggest. Did others carry part of it, or are you "
        "being modest about some of your picks?"
    )
    return Check("scope_mismatch", question, weighty=True)


def _facts_apart(answers: Answers, framework: Framework, rules: CheckRules) -> Check | None:
    told = [
        (answers.scope[fact.id], fact)
        for fact in framework.scope_facts
        if fact.id in answers.scope and fact.id not in _LOOSE_FACTS
    ]
    if len(told) < 2:
        return None
    (low, small), (high, large) = min(told, key=itemgetter(0)), max(told, key=itemgetter(0))
    if high - low < rules.facts_apart:
        return None
    return Check(
        "scope_contradiction",
        f"Two facts about your work seldom go together. “{small.ask}” {small.bands[low - 1]}. "
        f"“{large.ask}” {large.bands[high - 1]}. Are both about the last 18 months?",
        weighty=True,
    )


def _reversed_stories(answers: Answers, framework: Framework) -> Check | None:
    placed = [
        (framework.skill(skill).vignette.level, rating, skill) for skill, rating in sorted(answers.vignettes.items())
    ]
    turned = sorted(
        {
            skill
            for lower, higher in combinations(sorted(placed), 2)
            if lower[0] < higher[0] and lower[1] > higher[1]
            for skill in (lower[2], higher[2])
        }
    )
    if not turned:
        return None
    return Check(
        "vignette_order_reversed",
        "You placed a short story about smaller work above one about larger work. Would you read these again?",
        tuple(turned),
        weighty=True,
    )


def _too_fast(answers: Answers, rules: CheckRules) -> Check | None:
    if answers.seconds is None or answers.seconds >= rules.seconds_per_skill * len(answers.picks):
        return None
    return Check(
        "too_fast",
        "That was quick, and the steps of a skill read alike at first glance. "
        "Would you look again at those you were unsure of?",
        weighty=True,
    )


def _claims_without_evidence(answers: Answers, scoring: Scoring) -> Check | None:
    bare = tuple(
        skill
        for skill, pick in answers.rated.items()
        if pick >= scoring.evidence.discount_from and answers.evidence_for(skill).status is EvidenceStatus.NONE
    )
    if not bare:
        return None
    return Check(
        "high_claim_without_evidence",
        "What could you show somebody for these? A sentence about one piece of work is enough; "
        "until then they count a little less.",
        bare,
    )


def _old_evidence(answers: Answers, scoring: Scoring, today: date) -> Check | None:
    old = tuple(
        skill
        for skill in answers.rated
        if (answers.evidence_for(skill).months_old(today) or 0) > scoring.evidence.old_after_months
    )
    if not old:
        return None
    years = scoring.evidence.old_after_months // 12
    return Check("old_evidence", f"This evidence is more than {years} years old. Have you done it again since?", old)


def _incomplete(answers: Answers, framework: Framework) -> Check | None:
    open_skills = tuple(skill.id for skill in framework.skills if skill.id not in answers.picks)
    open_facts = tuple(fact.id for fact in framework.scope_facts if fact.id not in answers.scope)
    if not open_skills and not open_facts:
        return None
    parts = []
    if open_skills:
        parts.append(f"{len(open_skills)} {'skill is' if len(open_skills) == 1 else 'skills are'} not answered")
    if open_facts:
        missing = "is missing" if len(open_facts) == 1 else "are missing"
        parts.append(f"{len(open_facts)} of {len(framework.scope_facts)} facts about your work {missing}")
    adding = "add it? It makes" if len(open_skills) + len(open_facts) == 1 else "add them? Each makes"
    question = f"{' and '.join(parts)}. Would you like to {adding} the result surer."
    return Check("incomplete", question, open_skills, open_facts)


def confidence(
    answers: Answers, raised: tuple[Check, ...], agreement: Agreement | None, scoring: Scoring, today: date
) -> Confidence:
    """One word for how far to trust the result; what people say about themselves alone is never more than low."""
    rules = scoring.confidence
    seconded = agreement is not None and agreement.shared >= rules.shared_needed
    if agreement is not None and seconded and agreement.within_one >= rules.agreeing_share:
        return Confidence.HIGH
    checkable = [skill for skill in answers.rated if _can_be_checked(answers, skill, scoring, today)]
    enough_linked = len(checkable) >= rules.linked_share * len(answers.rated)
    enough_facts = len(answers.scope) >= rules.facts_needed
    open_question = any(check.weighty for check in raised)
    return Confidence.MEDIUM if enough_linked and enough_facts and not open_question else Confidence.LOW


def what_makes_surer(confidence: Confidence, agreement: Agreement | None, scoring: Scoring) -> str:
    """What the person can do next for a surer result; empty when a rater has confirmed it."""
    rules = scoring.confidence
    if confidence is Confidence.HIGH:
        return ""
    if agreement is None:
        return (
            "A blind second rating would make it surer still."
            if confidence is Confidence.MEDIUM
            else "Facts about your work, evidence that others can open, and a second rater make it surer."
        )
    if agreement.shared < rules.shared_needed:
        return (
            f"A second rater has rated {agreement.shared} of the skills that you answered; "
            f"from {rules.shared_needed} on, a rating close to yours makes it surer."
        )
    apart = agreement.shared - round(agreement.within_one * agreement.shared)
    return (
        f"A second rater saw {apart} of {agreement.shared} skills more than one step away from you. "
        "Talking about these helps more than another rating."
    )


def _can_be_checked(answers: Answers, skill: str, scoring: Scoring, today: date) -> bool:
    evidence = answers.evidence_for(skill)
    age = evidence.months_old(today) or 0
    return evidence.status in _OTHERS_CAN_SEE and age <= scoring.evidence.old_after_months
