"""A line clause by clause: what each claims by the verb that heads it, and what state of things it leaves behind."""

from __future__ import annotations

import re
from itertools import pairwise

from app.core.achievements import words
from app.core.achievements.number_words import word_set

_BREAK = re.compile(
    r"[.;:](?:\s+|$)|\s[—–-]\s|,?\s+(?=(?:which|who|whereupon|whereby|thereby|thus|hence|so\s+that|while|"
    r"resulting|after\s+which|since\s+when)\b)|,\s+(?:and\s+)?|\s+and\s+(?=\w+(?:ed|ing|s)?\b)",
    re.IGNORECASE,
)
_SKIPPED = word_set(
    """and then also successfully i we he she they it was were has have had been be is are which who that while
    thus thereby hence so by after before later now since all to help helped"""
)
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
LONGEST_LEAD = 4  # words before a clause's verb: “which has since”


def _classes() -> dict[str, str]:
    """Every known verb form with what it claims; of two meanings the one named first here."""
    named = {
        "effect": words.EFFECT_STRONG,
        "delivery": words.DELIVERY_DONE,
        "soft effect": words.EFFECT_SOFT,
        "built": words.BUILT,
        "duty": words.DUTY_DONE,
        "effect beside": words.EFFECT_BESIDE,
        "duty beside": words.DUTY_ING,
        "duty now": words.DUTY_PRESENT,
        "wish": words.EFFECT_INFINITIVE,
        "duty noun": words.DUTY_NOUN,
    }
    known: dict[str, str] = {}
    for name, verbs in named.items():
        for verb in verbs.split(","):
            known.setdefault(verb.split()[0].lower(), name)
    return known


CLAIMS = _classes()
_SINCE = re.compile(
    r"\b(?:no\s+longer|now|ever\s+since|since\s+(?:then|when)|have\s+since|has\s+since|still|for\s+the\s+first\s+time|"
    r"rather\s+than|instead\s+of|where\s+(?:\w+\s+){1,3}used\s+to|used\s+to|without\s+(?:a|any|losing|waiting|\w+ing)|"
    r"became|is\s+in\s+use|in\s+use|adopted|used\s+by|relied\s+on|made\s+it\s+(?:\w+\s+)?(?:possible|easier)|"
    r"could|able\s+to\s+(?!commun|work|lead|adapt|manage|handle))\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"\b(?:as\s+a\s+result|result(?:ed|ing|s)\s+in|led\s+to|leading\s+to|due\s+to\s+which|thanks\s+to\s+which|"
    r"through\s+which|after\s+which|by\s+which|whereupon|whereby|thereby|thus|with\s+the\s+(?:result|effect)\s+that|"
    r"so\s+(?:that\s+)?(?:the|our|all|every|each|no|nobody|it|they|staff|users|teams?)\s+\w+|which\s+(?:\w+\s+)?"
    r"(?:\w+ed|let|cut|brought|made|kept|gave|led|won|put|took|has|have|is|are|was|were|now|saves?)|"
    r"allow(?:ed|ing|s)|enabl(?:ed|ing|es)|making|replac(?:ed|ing|es)|in\s+recognition\s+of)\b",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:faster|quicker|sooner|earlier|better|easier|cheaper|safer|smoother|higher|lower|fewer|less|shorter|"
    r"stronger|clearer|happier|larger|increased|improved|reduced|greater|growth|savings|success\w*)\b",
    re.IGNORECASE,
)
_BOUNDED = word_set("""a an the our its their first new all both company's""")


def heads(line: str) -> list[str]:
    """What each clause claims by the verb that heads it; a clause without a known verb claims nothing."""
    found = []
    for clause in _BREAK.split(line):
        spoken = _TOKEN.findall(clause[:60])
        lead = 0
        while lead < min(len(spoken) - 1, LONGEST_LEAD) and (
            spoken[lead].lower() in _SKIPPED or spoken[lead].endswith("ly")
        ):
            lead += 1
        if spoken:
            found.append(CLAIMS.get(spoken[lead].lower(), ""))
    return found


def clause_signals(claimed: str) -> dict[str, float]:
    """What the clauses of a line claim, handed in without its purposes."""
    kinds = heads(claimed)
    named = [kind for kind in kinds if kind]
    seen = {f"a clause of {kind}": 1.0 for kind in named}
    if kinds and kinds[0]:
        seen.update({f"{kinds[0]}, then {later}": 1.0 for later in named[1:]})
        if len(named) == 1:
            seen[f"only {kinds[0]}"] = 1.0
    if len(named) > 1:
        seen[f"last clause of {named[-1]}"] = 1.0
    seen.update(_objects(claimed))
    better = len(_BETTER.findall(claimed))
    seen["left behind"] = float(_SINCE.search(claimed) is not None)
    seen["consequence"] = float(_CONSEQUENCE.search(claimed) is not None)
    seen["better"] = min(2, better) / 2
    seen["consequence and better"] = float(better > 0 and seen["consequence"] > 0)
    return seen


def _objects(claimed: str) -> dict[str, float]:
    """Whether what was built or delivered is one bounded thing (a portal) or a kind of work (patches)."""
    spoken = [token.lower() for token in re.findall(r"[A-Za-z0-9][\w'’-]*", claimed[:90])][:10]
    for verb, after in pairwise(spoken):
        kind = CLAIMS.get(verb)
        if kind in ("delivery", "built"):
            bounded = after in _BOUNDED or after[:1].isdigit()
            return {f"{kind} of {'one thing' if bounded else 'things'}": 1.0}
    return {}
