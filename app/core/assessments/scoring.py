"""The numbers that turn answers into a result; they live, each with its reason, in the edition's `scoring.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.assessments.answers import EvidenceStatus
from app.core.assessments.estimate import Model, Trust


@dataclass(frozen=True)
class EvidenceRules:
    """What evidence does to a pick."""

    trust: Mapping[EvidenceStatus, Trust]
    discount: float
    discount_from: int
    old_after_months: int


@dataclass(frozen=True)
class CoachRules:
    """How a second rating joins the first, and what may be said about their agreement."""

    trust: Trust
    share: float
    kappa_needs_skills: int
    kappa_needs_spread: float


@dataclass(frozen=True)
class GapRules:
    margin: float
    largest: float
    shown: int
    strength_from: float


@dataclass(frozen=True)
class PlanRules:
    first_due_after_weeks: int
    weeks_between: int


@dataclass(frozen=True)
class ConfidenceRules:
    linked_share: float
    facts_needed: int
    agreeing_share: float
    shared_needed: int


@dataclass(frozen=True)
class CheckRules:
    flat_needs_skills: int
    scope_mismatch: float
    facts_apart: int
    seconds_per_skill: int


@dataclass(frozen=True)
class ProgressRules:
    """How large a change must be before it is more than noise."""

    one_skill: float
    mean_of_fourteen: float
    shifted_standard: float


@dataclass(frozen=True)
class Scoring:
    """Every number of the assessment, and the honest word for where they come from."""

    status: str
    fewest_picks: int
    model: Model
    fact_spread: Mapping[str, float]
    evidence: EvidenceRules
    coach: CoachRules
    gaps: GapRules
    plan: PlanRules
    confidence: ConfidenceRules
    checks: CheckRules
    progress: ProgressRules
