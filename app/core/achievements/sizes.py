"""What a number of size sizes: a budget and no revenue, a team and no audience."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Shape

_BEFORE, _AFTER = 45, 40  # letters around a number that tell what it sizes
_WORK = (
    r"budgets?|spend(?:ing)?|programs?|programmes?|projects?|portfolios?|capex|opex|investments?|rollouts?|migrations?|"
    r"initiatives?|implementations?|builds?|construction|upgrades?|transformations?|deployments?|launch(?:es)?|"
    r"platforms?|contracts?|costs?|scope|workstreams?|systems?|moves?|replacements?|plants?|relocations?"
)
_EARNED = (
    r"pipelines?|revenues?|sales|savings?|saved|saving|profits?|income|turnover|arr|bookings|orders|deals?|donations?|"
    r"raised|raising|fundrais\w+|assets|valuations?|payback|penalt(?:y|ies)|claims?|fees|returns?|growth|business|"
    r"market|opportunit(?:y|ies)|refunds?|recovered|gains?"
)
_WORK_BEFORE = re.compile(rf"\b(?:{_WORK})\b[^.;]{{0,25}}$", re.IGNORECASE)
_WORK_AFTER = re.compile(rf"^[^.;,]{{0,30}}?\b(?:{_WORK})\b", re.IGNORECASE)
_EARNED_BEFORE = re.compile(rf"\b(?:{_EARNED})\b[^.;,]{{0,20}}$", re.IGNORECASE)
_EARNED_AFTER = re.compile(
    rf"^\s*(?:(?:in|of|a|per|new|annual|yearly|qualified|additional|year)\s+)*(?:\w+\s+)?(?:{_EARNED})\b", re.IGNORECASE
)


def _around(mention: Mention, line: str) -> tuple[str, str]:
    return line[max(0, mention.start - _BEFORE) : mention.start], line[mention.end : mention.end + _AFTER]


def may_be_spent(mention: Mention, line: str) -> bool:
    """Money that was not earned, saved or sold."""
    before, after = _around(mention, line)
    return mention.shape == Shape.MONEY and not (_EARNED_BEFORE.search(before) or _EARNED_AFTER.match(after))


def sizes_a_budget(mention: Mention, line: str) -> bool:
    """Money that may be spent, with a word of work or budget near it."""
    before, after = _around(mention, line)
    if not may_be_spent(mention, line):
        return False
    return _WORK_BEFORE.search(before) is not None or _WORK_AFTER.match(after) is not None


_LED = (
    r"teams?|crews?|squads?|groups?|staff\s+of|reports|led|leading|lead|leads|manag\w+|supervis\w+|headed|heading|"
    r"direct\w*|oversaw|overseeing|ran|running|guid\w+|coordinat\w+|with|through|together"
)
_LED_BEFORE = re.compile(
    rf"\b(?:{_LED})\b(?:(?!(?<!up)\sto\s|\sfor\s|\b(?:train|hir|interview|onboard|recruit|coach|mentor|teach|taught|"
    r"present|serv|support)\w*)[^.;]){0,30}$",
    re.IGNORECASE,
)
_TEAM_AFTER = re.compile(r"^[\s-]*(?:\w+[\s-]+){0,2}(?:team|crew|squad|strong)\b|-(?:person|strong)\b", re.IGNORECASE)
_NO_TEAM = re.compile(
    r"user|student|customer|attendee|participant|learner|subscriber|patient|visitor|undergraduate|trainee|client|"
    r"people served|population|agents? trained|\bhires?\b",
    re.IGNORECASE,
)


def sizes_a_team(mention: Mention, line: str) -> bool:
    """People who worked together under somebody, and not those who were trained, hired, asked or served."""
    if mention.unit not in ("people", "member") or _NO_TEAM.search(mention.text):
        return False
    before, after = _around(mention, line)
    return _LED_BEFORE.search(before) is not None or _TEAM_AFTER.match(after) is not None
