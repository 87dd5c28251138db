"""What a line shows at a glance, as numbers: what rules can see, for the model to weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.achievements import words
from app.core.achievements.clauses import clause_signals
from app.core.achievements.leaning import lean
from app.core.achievements.lexicon import Lexicon, Spoken
from app.core.achievements.metrics import Mention, Role, Shape

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_VERB_SETS = {
    "strong effect": Lexicon(words.EFFECT_STRONG),
    "soft effect": Lexicon(words.EFFECT_SOFT),
    "delivery": Lexicon(words.DELIVERY_DONE),
    "built": Lexicon(words.BUILT),
    "duty": Lexicon(words.DUTY_DONE),
    "duty present": Lexicon(words.DUTY_PRESENT),
    "duty ing": Lexicon(words.DUTY_ING),
    "duty noun": Lexicon(words.DUTY_NOUN),
    "effect beside": Lexicon(words.EFFECT_BESIDE),
    "effect present": Lexicon(words.EFFECT_PRESENT),
}
_VERBS = frozenset(
    word.strip()
    for verbs in (
        words.EFFECT_DONE,
        words.DELIVERY_DONE,
        words.BUILT,
        words.DUTY_DONE,
        words.DUTY_PRESENT,
        words.DUTY_ING,
    )
    for word in verbs.split(",")
)
_EFFECT = Lexicon(words.EFFECT_DONE)
_STRONG = Lexicon(words.EFFECT_STRONG)
_BESIDE = re.compile(
    rf"(?:,|;|\band\b|\bwhile\b|\bthus\b|\bthereby\b|—|–|"
    rf"\bhence\b)\s*(?:\w+ly\s+)?(?:{words.words(words.EFFECT_BESIDE)})\b",
    re.IGNORECASE,
)
_BARS = re.compile(r"[|–:]\s*(?:USD\s?)?[$£€₹]\s?\d")
_WEAK = re.compile(rf"^\W*(?:{words.words(words.WEAK_OPENINGS)})\b", re.IGNORECASE)
_RESPONSIBLE = re.compile(
    r"\b(?:responsib\w+|dut(?:y|ies)|accountable|in charge of|tasked|role (?:was|involved|included))\b", re.IGNORECASE
)
_RESULT_WORD = re.compile(
    r"\b(?:savings?|reduction|increase|improvement|growth|uplift|gain|decrease|drop|faster|fewer|less|"
    r"lower|higher|earlier|sooner|avoidance|payback|roi|return)\b",
    re.IGNORECASE,
)
_SUBJECT_FIRST = re.compile(
    r"^\W*(?:a|an|the|our|my|this|these|there|each|both|some|about|around|over)\s", re.IGNORECASE
)
_EXISTS = re.compile(
    r"\bthere\s+(?:is|are|was|were)\b|\b(?:consist\w*|compris\w*|employs|serves|belong\w*|located|based\s+in|"
    r"spann?\w*|headquarter\w*|specializ\w+\s+in|listed|owned|founded|known\s+for|made\s+up\s+of|ranged?\s+from)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?:duration|contract\s+(?:value|period)|team\s+size|span\s+of\s+control|reporting\s+line|(?:key\s+)?(?:clients|"
    r"accounts|customers)\s+(?:include|included|were|are))\b",
    re.IGNORECASE,
)
LONGEST_OPENING = 40  # letters in which the first verb stands
_PLAIN_START = re.compile(r"^\W*(?:\w+ly\s+)?(?:and\s+)?([A-Za-z-]+)")


_PURPOSE_ENDS = re.compile(
    r"[.;]|,\s+(?:which|and\s+(?:thus|thereby)|thus|thereby|hence|so|while|result\w*|\w+ing)\b|"
    r"\s(?:result|that\s+(?:increased|reduced))",
    re.IGNORECASE,
)


def asserted(line: str) -> str:
    """The line without its purpose clauses: what was wanted is not what happened."""
    kept = line
    match = words.PURPOSE.search(kept)
    while match is not None:
        stop = _PURPOSE_ENDS.search(kept, match.end())
        kept = f"{kept[: match.start()]} {kept[stop.start() :] if stop else ''}"
        match = words.PURPOSE.search(kept)
    return kept


def signals(line: str, mentions: Sequence[Mention]) -> dict[str, float]:
    """Names and strengths of what the rules see in a line; what is not named is not there."""
    claimed = asserted(line)
    spoken = _WORD.findall(line)
    count = len(spoken)
    seen = {
        **_opening(line),
        **_clauses(line, claimed),
        **clause_signals(claimed),
        **_measures(line, claimed, mentions),
        **_nature(line, spoken),
        "length": min(count, 45) / 45,
        "very short": float(count <= 4),
        "short": float(5 <= count <= 8),
        "ends with stop": float(line.rstrip().endswith(".")),
        "starts small": float(line.lstrip()[:1].islower()),
        "sentences": min(3, len(re.findall(r"[.;!?](?:\s|$)", line))) / 3,
    }
    return {name: value for name, value in seen.items() if value}


def _opening(line: str) -> dict[str, float]:
    match = _PLAIN_START.match(line)
    first = match.group(1) if match else ""
    begun = Spoken(line[match.start(1) : match.start(1) + LONGEST_OPENING] if match else "")
    seen = {f"opens with {name}": float(verbs.opens(begun)) for name, verbs in _VERB_SETS.items()}
    known = any(seen.values())
    seen["opens with ed"] = float(not known and first.endswith("ed") and len(first) > 4)
    seen["opens with ing"] = float(not known and first.endswith("ing") and len(first) > 5)
    seen["weak opening"] = float(_WEAK.match(line) is not None)
    seen["opens with none of these"] = float(not known and not seen["opens with ed"] and not seen["opens with ing"])
    return seen


def _clauses(line: str, claimed: str) -> dict[str, float]:
    spoken = Spoken(claimed)
    effects = _EFFECT.count(spoken)
    promise = words.KEPT_PROMISE.search(claimed) is not None
    delivery = _VERB_SETS["delivery"].among(spoken)
    return {
        "effect claimed": float(effects > 0),
        "effects claimed": min(3, effects) / 3,
        "strong effect claimed": float(_STRONG.among(spoken)),
        "by amount": float(words.BY_AMOUNT.search(claimed) is not None),
        "from to": float(words.FROM_TO.search(claimed) is not None),
        "beside, any": float(words.BESIDE_ANY.search(claimed) is not None),
        "effect beside": float(_beside(claimed, spoken)),
        "led to": float(words.LED_TO.search(claimed) is not None),
        "delivery claimed": float(delivery),
        "promise kept": float(promise),
        "delivery and promise": float(promise and delivery),
        "promise wanted": float(words.KEPT_PROMISE.search(line) is not None and not promise),
        "purpose": float(claimed != line),
        "purpose only": float(claimed != line and effects == 0 and not promise),
        "award": float(words.AWARD.search(claimed) is not None),
        "how": float(words.HOW.search(line) is not None),
        "vague": min(3, len(words.VAGUE.findall(line))) / 3,
        "result word": float(_RESULT_WORD.search(claimed) is not None),
        "responsible": float(_RESPONSIBLE.search(line) is not None),
        "placeholder": float(words.PLACEHOLDER.search(line) is not None),
    }


def _beside(claimed: str, spoken: Spoken) -> bool:
    return _VERB_SETS["effect beside"].among(spoken) and _BESIDE.search(claimed) is not None


def _measures(line: str, claimed: str, mentions: Sequence[Mention]) -> dict[str, float]:
    spoken = Spoken(claimed)
    years = words.tells_years(line)
    roles = [lean(mention, line) for mention in mentions]
    shapes = [mention.shape for mention in mentions]
    results = roles.count(Role.RESULT)
    effect = _EFFECT.among(spoken) or _beside(claimed, spoken) or words.LED_TO.search(claimed) is not None
    return {
        "result number": float(results > 0),
        "result numbers": min(3, results) / 3,
        "scale number": float(Role.SCALE in roles),
        "scale numbers": min(4, roles.count(Role.SCALE)) / 4,
        "date": float(Role.DATE in roles),
        "dates": min(2, roles.count(Role.DATE)) / 2,
        "other number": float(Role.OTHER in roles),
        "percent": float(Shape.PERCENT in shapes),
        "money": float(Shape.MONEY in shapes),
        "none of": float(Shape.NONE in shapes),
        "multiple": float(Shape.MULTIPLE in shapes),
        "result number and effect": float(results > 0 and effect),
        "effect without number": float(effect and results == 0),
        "scale number without effect": float(Role.SCALE in roles and not effect and results == 0),
        "years of experience": float(years),
        "years of experience, nothing claimed": float(years and results == 0),
    }


def _nature(line: str, spoken: list[str]) -> dict[str, float]:
    capitals = sum(word[0].isupper() for word in spoken)
    verbs = any(word.lower() in _VERBS for word in spoken)
    count = max(1, len(spoken))
    digits = sum(map(str.isdigit, line))
    return {
        "self praise": min(3, len(words.SELF_PRAISE.findall(line))) / 3,
        "objective": float(words.OBJECTIVE.search(line) is not None),
        "learning": min(2, len(words.LEARNING.findall(line))) / 2,
        "certificate": float(words.CERTIFICATE.search(line) is not None),
        "contact": float(words.CONTACT.search(line) is not None),
        "company": float(words.COMPANY.search(line) is not None),
        "money between bars": float(_BARS.search(line) is not None),
        "reporting": float(words.REPORTING.search(line) is not None),
        "job title": float(words.TITLE.search(line) is not None and not verbs),
        "skill list": float(words.is_list(line)),
        "commas": min(10, line.count(",") + line.count("|")) / 10,
        "commas a word": min(0.5, (line.count(",") + line.count("|")) / count),
        "capitals": capitals / count,
        "all capitals": float(len(spoken) > 0 and line.upper() == line),
        "mostly capitals": float(capitals > 0.8 * count and count > 1),
        "digits": min(1.0, digits / max(1, len(line)) * 4),
        "no verb": float(not verbs),
        "colon": float(":" in line),
        "subject first": float(_SUBJECT_FIRST.match(line) is not None),
        "exists": float(_EXISTS.search(line) is not None),
        "size named": float(_DURATION.search(line) is not None),
        "experience": float("experience" in line.lower()),
        "first person": float(words.FIRST_PERSON.search(line) is not None),
        "filler": float(words.FILLER.search(line) is not None),
    }
