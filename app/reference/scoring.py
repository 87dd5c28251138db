"""Reads `scoring.yaml`, the numbers of the self-assessment; each must carry its reason."""

from __future__ import annotations

from pathlib import Path

from app.core.assessments.answers import EvidenceStatus
from app.core.assessments.estimate import Model, Trust
from app.core.assessments.scoring import (
    CheckRules,
    CoachRules,
    ConfidenceRules,
    EvidenceRules,
    GapRules,
    PlanRules,
    ProgressRules,
    Scoring,
)
from app.core.framework import Framework
from app.reference.yaml_files import Node, read

_PARTS = frozenset(
    {"model", "fact_spread", "evidence", "coach", "gaps", "plan", "confidence", "checks", "progress", "fewest_picks"}
)


def load(folder: Path, framework: Framework) -> Scoring:
    """Return the scoring of the edition in the folder; raises `DataError` that names the key."""
    node = read(folder / "scoring.yaml").mapping(_PARTS | {"status"})
    facts = {fact.id for fact in framework.scope_facts}
    return Scoring(
        status=node["status"].text(),
        fewest_picks=_whole(node["fewest_picks"]),
        model=Model(**_numbers(node["model"], "skill_spread", "leaning_spread", "fact_offset", "close_call")),
        fact_spread=_numbers(node["fact_spread"], *facts),
        evidence=_evidence(node["evidence"]),
        coach=_coach(node["coach"]),
        gaps=_gaps(node["gaps"]),
        plan=PlanRules(**_wholes(node["plan"], "first_due_after_weeks", "weeks_between")),
        confidence=_confidence(node["confidence"]),
        checks=_checks(node["checks"]),
        progress=ProgressRules(**_numbers(node["progress"], "one_skill", "mean_of_fourteen", "shifted_standard")),
    )


def _evidence(node: Node) -> EvidenceRules:
    statuses = {status.value for status in EvidenceStatus}
    node.mapping(statuses | {"discount", "discount_from", "old_after_months"})
    return EvidenceRules(
        trust={status: _trust(node[status.value]) for status in EvidenceStatus},
        discount=_number(node["discount"]),
        discount_from=_whole(node["discount_from"]),
        old_after_months=_whole(node["old_after_months"]),
    )


def _coach(node: Node) -> CoachRules:
    node.mapping({"trust", "share", "kappa_needs_skills", "kappa_needs_spread"})
    return CoachRules(
        trust=_trust(node["trust"]),
        share=_number(node["share"]),
        kappa_needs_skills=_whole(node["kappa_needs_skills"]),
        kappa_needs_spread=_number(node["kappa_needs_spread"]),
    )


def _gaps(node: Node) -> GapRules:
    node.mapping({"margin", "largest", "shown", "strength_from"})
    return GapRules(
        margin=_number(node["margin"]),
        largest=_number(node["largest"]),
        shown=_whole(node["shown"]),
        strength_from=_number(node["strength_from"]),
    )


def _confidence(node: Node) -> ConfidenceRules:
    node.mapping({"linked_share", "facts_needed", "agreeing_share", "shared_needed"})
    return ConfidenceRules(
        linked_share=_number(node["linked_share"]),
        facts_needed=_whole(node["facts_needed"]),
        agreeing_share=_number(node["agreeing_share"]),
        shared_needed=_whole(node["shared_needed"]),
    )


def _checks(node: Node) -> CheckRules:
    node.mapping({"flat_needs_skills", "scope_mismatch", "facts_apart", "seconds_per_skill"})
    return CheckRules(
        flat_needs_skills=_whole(node["flat_needs_skills"]),
        scope_mismatch=_number(node["scope_mismatch"]),
        facts_apart=_whole(node["facts_apart"]),
        seconds_per_skill=_whole(node["seconds_per_skill"]),
    )


def _trust(node: Node) -> Trust:
    node.mapping({"noise", "leaning", "reason"})["reason"].text()
    return Trust(noise=_positive(node["noise"]), leaning=_positive(node["leaning"]))


def _numbers(node: Node, *keys: str) -> dict[str, float]:
    node.mapping(set(keys))
    return {key: _number(node[key]) for key in keys}


def _wholes(node: Node, *keys: str) -> dict[str, int]:
    node.mapping(set(keys))
    return {key: _whole(node[key]) for key in keys}


def _number(node: Node) -> float:
    node.mapping({"value", "reason"})["reason"].text()
    return _positive(node["value"])


def _positive(node: Node) -> float:
    number = node.number()
    if number <= 0:
        raise node.wrong("must be greater than 0.")
    return number


def _whole(node: Node) -> int:
    node.mapping({"value", "reason"})["reason"].text()
    return node["value"].whole(1)
