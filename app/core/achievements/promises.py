"""How delivery ended, where a line says it outright: on schedule, under budget, two weeks early.

Nobody doubts that this is a result, so it counts beside the trained model, which has learned mostly from other lines:
a line is an outcome if the model is right about the rest of it, or if what it says about its delivery holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.achievements import words
from app.core.achievements.clauses import CLAIMS
from app.core.achievements.likelihoods import Kind, Likelihoods
from app.core.achievements.metrics import Mention, Role, Shape
from app.core.achievements.signals import asserted

# Of our labelled lines that say so outright, more than nine in ten are outcomes; a test holds this to them.
HOLDS = 0.9
_OF_TIME = r"(?:days?|weeks?|months?|sprints?|quarters?)"
_BEHIND = r"(?:plan(?:ned)?|schedule|budget|target|forecast|deadline|the\s+(?:date|deadline|plan|budget|schedule))"
# Behind “on time” a noun would make it a wish or a trade: on-time delivery, on time recording, on budget revisions.
_ENDS = (
    r"(?=\s*(?:$|[.,;:)(]|[—–-]\s)|\s+(?:and|or|but|by|with|within|through|using|via|for|in|to|despite|after|while|"
    r"at|across|even|though|although|on|under|every|each|since|because|when|without|as|from|over|against|last|this)\b)"
)
_KEPT = re.compile(
    rf"\b(?:on[\s-]time|on[\s-](?:or[\s-](?:under|below)[\s-])?(?:budget|schedule|plan|target|track)|"
    rf"(?:with)?in\s+(?:the\s+)?(?:agreed\s+|approved\s+|planned\s+|original\s+)?budget|"
    rf"(?:under|below)[\s-](?:the\s+|its\s+)?(?:budget|plan)|ahead\s+of\s+(?:the\s+)?(?:schedule|plan|time|deadline)|"
    rf"{_OF_TIME}\s+(?:early|ahead|sooner)(?:\s+than\s+planned|\s+of\s+(?:schedule|plan))?|"
    rf"(?:with)?in\s+(?:a|one|\w+)\s+{_OF_TIME}\s+of\s+(?:the\s+)?{_BEHIND}){_ENDS}",
    re.IGNORECASE,
)
_MEASURED_KEPT = re.compile(rf"{_OF_TIME}\s+(?:early|ahead|sooner|of\b)", re.IGNORECASE)
# What somebody is to do, can do or sees to is not yet done.
_CHARGE = re.compile(
    r"\b(?:ensur\w+|able\s+to|ability|track\s+record|commit\w*\s+to|striv\w+|seeking|objective|goal|aim\w*|goals|"
    r"charged\s+with|tasked\s+with|(?:help|need|want|plan)\w*\s+to|motivated|keen)\b|"
    r"\b(?:responsib\w+|accountable|in\s+charge|dut(?:y|ies)|role)\b[^.;]{0,30}?\b(?:\w+ing|projects|programs)\b",
    re.IGNORECASE,
)
_TOLD_AS_DONE = frozenset(("effect", "soft effect", "delivery", "built", "duty"))
_WERE = re.compile(r"\b(?:was|were|came|come|got|went|all\s+of\s+them)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_DONE = re.compile(r"[a-z]{3,}ed")
# An amount and how it lies to the plan; what is over it is told by the model.
_AGAINST = re.compile(
    r"^\s*(?:(?:under|below|beneath)\s+(?:the\s+|its\s+)?(?:budget|plan|target|forecast)|saved|early|ahead\b|"
    r"sooner|in\s+savings)",
    re.IGNORECASE,
)
_AGAINST_WITHIN = re.compile(r"\b(?:under|below)\s+(?:the\s+)?budget$|\b(?:early|ahead\b.*|sooner)$", re.IGNORECASE)
_SAVED_BEFORE = re.compile(r"\b(?:saved|saving)\s+(?:about\s+|over\s+|some\s+|nearly\s+|an?\s+)?$", re.IGNORECASE)
_AMOUNTS = frozenset((Shape.MONEY, Shape.PERCENT, Shape.TIME))


@dataclass(frozen=True)
class Kept:
    """What a line says outright about how its delivery ended."""

    phrases: tuple[str, ...] = ()  # on schedule, within a week of plan
    amounts: frozenset[int] = frozenset()  # places of the numbers that measure it: the 3% of “3% under budget”
    measured: bool = False


def kept_in(line: str, mentions: Sequence[Mention]) -> Kept:
    """Nothing for a line that tells a duty, a wish or a purpose, or still holds a blank."""
    claimed = asserted(line)
    if words.PLACEHOLDER.search(line) or _CHARGE.search(claimed) or not _is_told_as_done(claimed):
        return Kept()
    phrases = tuple(match.group() for match in _KEPT.finditer(claimed))
    amounts = frozenset(place for place, mention in enumerate(mentions) if _lies_to_plan(mention, line))
    return Kept(phrases, amounts, bool(amounts) or any(_MEASURED_KEPT.search(phrase) for phrase in phrases))


def _is_told_as_done(claimed: str) -> bool:
    spoken = [word.lower() for word in _WORD.findall(claimed)]
    if (spoken and CLAIMS.get(spoken[0], "").startswith("duty ")) or _WERE.search(claimed):
        return _WERE.search(claimed) is not None
    return any(CLAIMS.get(word) in _TOLD_AS_DONE or (word not in CLAIMS and _DONE.fullmatch(word)) for word in spoken)


def _lies_to_plan(mention: Mention, line: str) -> bool:
    if mention.shape not in _AMOUNTS:
        return False
    return (
        _AGAINST.match(line[mention.end :]) is not None
        or _AGAINST_WITHIN.search(mention.text) is not None
        or (mention.shape == Shape.MONEY and _SAVED_BEFORE.search(line[: mention.start]) is not None)
    )


def with_kept(likelihoods: Likelihoods, kept: Kept) -> Likelihoods:
    """The likelihoods with what the line says outright about its delivery weighed in."""
    if not (kept.phrases or kept.amounts):
        return likelihoods
    return replace(
        likelihoods,
        kinds=_surer(likelihoods.kinds),
        measured=_either(likelihoods.measured) if kept.measured else likelihoods.measured,
        specific=_either(likelihoods.specific),
        roles=tuple(
            _result(shares) if place in kept.amounts else shares for place, shares in enumerate(likelihoods.roles)
        ),
    )


def _either(likelihood: float) -> float:
    """That one of two independent grounds holds."""
    return 1 - (1 - likelihood) * (1 - HOLDS)


def _surer(kinds: Mapping[Kind, float]) -> dict[Kind, float]:
    outcome = _either(kinds[Kind.OUTCOME])
    rest = 1 - kinds[Kind.OUTCOME]
    others = {kind: share * (1 - outcome) / rest if rest else 0.0 for kind, share in kinds.items()}
    return {**others, Kind.OUTCOME: outcome}


def _result(shares: Mapping[Role, float]) -> dict[Role, float]:
    result = _either(shares[Role.RESULT])
    rest = 1 - shares[Role.RESULT]
    others = {role: share * (1 - result) / rest if rest else 0.0 for role, share in shares.items()}
    return {**others, Role.RESULT: result}
