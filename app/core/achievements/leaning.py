"""What a number most likely counts, by rule: a result, the scale of the work, a date, or something else."""

from __future__ import annotations

import re

from app.core.achievements import words
from app.core.achievements.lexicon import Lexicon, Spoken
from app.core.achievements.metrics import Mention, Role, Shape

BEFORE, AFTER = 60, 40  # letters around a number that tell what it counts

_EFFECT_WORDS = Lexicon(
    f"""{words.EFFECT_DONE}, {words.EFFECT_BESIDE}, saving, savings, reduction, reduce, increase, cut, save, avoid*,
    improvement, growth, gain, resulting in, raise, recover*, slip, late, delay, drop, dropped, dropping, fell, fall,
    rose, rise, went, down, up"""
)
_SENTENCE_END = re.compile(r"[.;]")
_EFFECT_AFTER = re.compile(
    r"^[^.;,]{0,14}\b(?:savings?|saved|reduction|increase|improvement|growth|decrease|gain|uplift|"
    r"faster|earlier|early|ahead|sooner|under\s+budget|below\s+budget|late|less|fewer|lower|higher|"
    r"more|returned|recovered|of\s+slip|payback|won\s+back|in\s+(?:annual\s+|yearly\s+)?"
    r"savings?|in\s+(?:new\s+|annual\s+|additional\s+)?(?:revenue|sales|penalties|benefits)|benefits?|"
    r"cheaper|on\s+time|satisfaction|accuracy|uptime|availability|adoption|retention|roi|return)\b",
    re.IGNORECASE,
)
_SCALE_BEFORE = re.compile(
    r"(?:\b(?:managed|manage|managing|led|leading|oversaw|supervised|directed|delivered|team\s+of|"
    r"budgets?\s+(?:of|up\s+to|to|over|exceeding|ranging\s+from)|worth|valued\s+at|value\s+of|values?|"
    r"staff\s+of|up\s+to|ranging\s+from|across|for|with|spanning|covering|"
    r"portfolio\s+of|in\s+charge\s+of|responsible\s+for|supporting|supported|serving|size|group\s+of|"
    r"crew\s+of|over)\s+(?:a|an|the|over|about|more\s+than|approximately|nearly|some|"
    r"total\s+of)?\s*)$",
    re.IGNORECASE,
)
_SCALE_AFTER = re.compile(
    r"^[\s-]*(?:\w+[\s-]+){0,2}(?:project|projects|program|programs|programme|portfolio|budget|"
    r"budgets|contract|contracts|initiative|initiatives|engagement|implementation|migration|rollout|"
    r"build|effort|deal|business|people|member|members|team|staff|strong|person|"
    r"account|division|facility|worth|operation|transformation|upgrade|construction|experience|of\s+experience)\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:revenues?\s+of|annual\s+revenues?|turnover\s+of|employs|population|ranking|ranks?\s+among|"
    r"salary|per\s+annum|fortune|gpa|pdus?|contact\s+hours|credits?|class\s+of|travel|grade|page|zip|"
    r"suite|street|road|level)\b[^.;]{0,16}$",
    re.IGNORECASE,
)
_COURSE_AFTER = re.compile(
    r"^[\s-]*(?:hour|hours|day|days|month|months|week|weeks)?[\s-]*(?:\w+\s+)?(?:certification|"
    r"certificate|course|training|program\s+certificate|pdus?|plan\b|roadmap|strategy|pdu|workshop)",
    re.IGNORECASE,
)
_CADENCE = re.compile(
    r"^[\s-]*(?:sprints?|cadence|iterations?|release\s+cycles?|cycles|notice|rotation|increments?|standups?)\b",
    re.IGNORECASE,
)
_PRODUCT_YEAR = re.compile(
    r"\b(?:project|server|office|windows|excel|word|access|visio|sharepoint|exchange|sql|studio|"
    r"dynamics|outlook|autocad|catia|revit|navisworks|primavera)\s*$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\s+(?:\S+\s+){0,5}\S*$|\bfrom\b[^.;]{0,45}\bto\s+(?:\w+\s+)?$", re.IGNORECASE)

_ALWAYS = {
    Shape.ALWAYS: Role.OTHER,
    Shape.ORDINAL: Role.OTHER,
    Shape.RANK: Role.RESULT,
    Shape.NONE: Role.RESULT,
    Shape.SHARE: Role.RESULT,
    Shape.MULTIPLE: Role.RESULT,
}


def around(mention: Mention, line: str) -> tuple[str, str]:
    """What stands before and after the number."""
    return line[max(0, mention.start - BEFORE) : mention.start], line[mention.end : mention.end + AFTER]


def lean(mention: Mention, line: str) -> Role:
    """The role that rules give; the trained model weighs it with the words around."""
    before, after = around(mention, line)
    if mention.shape == Shape.DATE:
        return Role.OTHER if _PRODUCT_YEAR.search(before) else Role.DATE
    if mention.shape in _ALWAYS:
        return _ALWAYS[mention.shape]
    if _NOT_OURS.search(before) or _COURSE_AFTER.match(after):
        return Role.OTHER
    return _by_shape(mention, before, after)


def _by_shape(mention: Mention, before: str, after: str) -> Role:
    if mention.shape == Shape.BARE:
        return Role.RESULT if _is_change(before) else _bare(before)
    if mention.shape == Shape.TIME:
        return _time(mention, before, after)
    effect = mention.shape == Shape.PERCENT or (_has_effect(before, after) and not _names_work(before, after))
    return Role.RESULT if effect else Role.SCALE


def _effect_before(before: str) -> bool:
    return _EFFECT_WORDS.among(Spoken(_SENTENCE_END.split(before)[-1]))


def _is_change(before: str) -> bool:
    return _FROM_TO.search(before) is not None and _effect_before(before)


def _bare(before: str) -> Role:
    return (
        Role.SCALE
        if re.search(r"\b(?:team|staff|crew|group|total|over|size|up\s+to)(?:\s+of)?\s*:?\s*$", before, re.IGNORECASE)
        else Role.OTHER
    )


def _has_effect(before: str, after: str) -> bool:
    return _effect_before(before) or _EFFECT_AFTER.match(after) is not None


def _names_work(before: str, after: str) -> bool:
    """Whether the number sizes a thing of work: an $88.3M project, a team of 12."""
    return _SCALE_AFTER.match(after) is not None or (
        _SCALE_BEFORE.search(before) is not None and not _FROM_TO.search(before)
    )


def _time(mention: Mention, before: str, after: str) -> Role:
    if re.search(r"early|late|ahead|sooner|behind|faster", mention.text, re.IGNORECASE):
        return Role.RESULT
    if _CADENCE.match(after):
        return Role.OTHER
    if words.tells_years(before[-12:] + mention.text + after):
        return Role.SCALE
    return Role.RESULT if _has_effect(before, after) and not _SCALE_AFTER.match(after) else Role.SCALE
