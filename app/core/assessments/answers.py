"""What somebody says about themselves, checked before it is believed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from app.core.errors import DomainError
from app.core.framework import Framework, Track

NOT_APPLICABLE = "NA"
NOT_OBSERVED = "NA"
STEPS = range(7)
LONGEST_NOTE = 1000
LONGEST_LINK = 500
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})")
_IN_WORDS = re.compile(r"([a-z]{3,})\.?,?\s*(\d{4})", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_KEYS = frozenset(
    {"id", "edition", "name", "track", "target", "picks", "evidence", "scope", "coach", "vignettes", "seconds"}
)
_EVIDENCE_KEYS = frozenset({"status", "when", "text", "link"})


class BadAnswer(DomainError):
    """An answer that cannot be; `field` names its place, such as `picks.planning`."""

    code = "bad_answer"


class EvidenceStatus(StrEnum):
    """How far somebody else could check a pick."""

    NONE = "none"
    DESCRIBED = "described"
    LINKED = "linked"
    CONFIRMED = "confirmed_by_other"


@dataclass(frozen=True)
class Evidence:
    """What would show a pick to somebody else; `when` is the first day of the month of the work."""

    status: EvidenceStatus
    when: date | None = None
    text: str = ""
    link: str = ""

    @classmethod
    def of(cls, text: str, link: str, when: date | None, *, is_confirmed: bool) -> Evidence | None:
        """What is there decides how far somebody else could check it; None where nothing is there."""
        if is_confirmed:
            return cls(EvidenceStatus.CONFIRMED, when, text, link)
        if link:
            return cls(EvidenceStatus.LINKED, when, text, link)
        if text:
            return cls(EvidenceStatus.DESCRIBED, when, text, link)
        return cls(EvidenceStatus.NONE, when) if when else None

    def months_old(self, today: date) -> int | None:
        if self.when is None:
            return None
        return (today.year - self.when.year) * 12 + today.month - self.when.month


NO_EVIDENCE = Evidence(EvidenceStatus.NONE)


@dataclass(frozen=True)
class Answers:
    """A questionnaire as far as it has been answered.

    A pick of None means that the skill does not apply; a skill that is missing has not been answered.
    Without a target the size of the work, told by the scope facts, stands in for it.
    """

    track: Track
    target: str | None = None
    picks: Mapping[str, int | None] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    scope: Mapping[str, int] = field(default_factory=dict)
    coach: Mapping[str, int | None] = field(default_factory=dict)
    vignettes: Mapping[str, int] = field(default_factory=dict)
    seconds: int | None = None

    @property
    def rated(self) -> dict[str, int]:
        """The picks that stand for something: answered and applicable."""
        return {skill: pick for skill, pick in self.picks.items() if pick is not None}

    @property
    def coach_rated(self) -> dict[str, int]:
        return {skill: pick for skill, pick in self.coach.items() if pick is not None}

    def evidence_for(self, skill: str) -> Evidence:
        return self.evidence.get(skill, NO_EVIDENCE)


def read_answers(written: object, framework: Framework, today: date) -> Answers:
    """Read answers from JSON; raises `BadAnswer` at the first thing that cannot be."""
    content = _mapping(written, "answers")
    for key in content:
        if key not in _KEYS:
            raise _wrong(key, f"There is no answer called {key!r}; known are {', '.join(sorted(_KEYS))}.")
    track = read_track(content.get("track"), framework)
    return Answers(
        track=track,
        target=read_target(content.get("target"), track, framework),
        picks=read_picks(content.get("picks", {}), framework),
        evidence={
            read_skill(skill, framework, "evidence"): read_evidence(one, f"evidence.{skill}", today)
            for skill, one in _mapping(content.get("evidence", {}), "evidence").items()
        },
        scope=read_scope(content.get("scope", {}), framework),
        coach=read_coach(content.get("coach") or {}, framework),
        vignettes={
            read_skill(skill, framework, "vignettes"): _step(pick, f"vignettes.{skill}")
            for skill, pick in _mapping(content.get("vignettes", {}), "vignettes").items()
        },
        seconds=_seconds(content.get("seconds")),
    )


def read_track(written: object, framework: Framework) -> Track:
    known = [guide.track.value for guide in framework.tracks]
    if not isinstance(written, str) or written not in known:
        raise _wrong("track", f"The track must be one of {', '.join(known)}.")
    return Track(written)


def read_target(written: object, track: Track, framework: Framework) -> str | None:
    """The level somebody wants to be compared with; none means: ask me about my scope."""
    if written is None or written == "":
        return None
    having = framework.track(track).levels
    if written not in having:
        raise _wrong("target", f"The {track} track has no level {written}; it has {', '.join(having)}.")
    return str(written)


def read_picks(written: object, framework: Framework) -> dict[str, int | None]:
    picks: dict[str, int | None] = {}
    for skill, pick in _mapping(written, "picks").items():
        place = f"picks.{read_skill(skill, framework, 'picks')}"
        if pick == NOT_APPLICABLE:
            if not framework.skill(skill).situational:
                name = framework.skill(skill).name
                raise _wrong(place, f"{name} is part of every TPM role, so it cannot be marked as not applicable.")
            picks[skill] = None
        else:
            picks[skill] = _step(pick, place)
    if picks and all(pick is None for pick in picks.values()):
        raise _wrong("picks", "Every skill is marked as not applicable, so there is nothing to estimate.")
    return picks


def read_coach(written: object, framework: Framework) -> dict[str, int | None]:
    """A second rater's picks; any skill may be "not observed"."""
    return {
        read_skill(skill, framework, "coach"): None if pick == NOT_OBSERVED else _step(pick, f"coach.{skill}")
        for skill, pick in _mapping(written, "coach").items()
    }


def read_scope(written: object, framework: Framework) -> dict[str, int]:
    known = {fact.id: fact for fact in framework.scope_facts}
    scope = {}
    for fact, band in _mapping(written, "scope").items():
        if fact not in known:
            raise _wrong(f"scope.{fact}", f"There is no scope fact {fact!r}; known are {', '.join(known)}.")
        bands = len(known[fact].bands)
        if isinstance(band, bool) or not isinstance(band, int) or not 1 <= band <= bands:
            raise _wrong(f"scope.{fact}", f"The answer to {fact!r} must be a whole number from 1 to {bands}.")
        scope[fact] = band
    return scope


def read_skill(written: str, framework: Framework, place: str) -> str:
    known = [skill.id for skill in framework.skills]
    if written not in known:
        raise _wrong(f"{place}.{written}", f"There is no skill {written!r}; known are {', '.join(known)}.")
    return written


def read_evidence(written: object, place: str, today: date) -> Evidence:
    content = _mapping(written, place)
    for key in content:
        if key not in _EVIDENCE_KEYS:
            raise _wrong(f"{place}.{key}", f"Evidence has no {key!r}; known are {', '.join(sorted(_EVIDENCE_KEYS))}.")
    status = content.get("status", "none")
    if status not in list(EvidenceStatus):
        raise _wrong(f"{place}.status", f"The status must be one of {', '.join(EvidenceStatus)}.")
    return Evidence(
        status=EvidenceStatus(status),
        when=read_month(content.get("when"), f"{place}.when", today),
        text=_short_text(content.get("text"), f"{place}.text", LONGEST_NOTE),
        link=read_link(content.get("link"), f"{place}.link"),
    )


def read_month(written: object, place: str, today: date) -> date | None:
    """A month such as 2026-03, 03/2026 or March 2026, not after today."""
    if written is None or (isinstance(written, str) and not written.strip()):
        return None
    year, month = _year_and_month(written.strip()) if isinstance(written, str) else (0, 0)
    if not 1 <= month <= 12 or year < 1950:
        raise _wrong(place, "Write the month like March 2026 or 2026-03.")
    when = date(year, month, 1)
    if when > today:
        raise _wrong(place, f"{written} has not come yet; evidence is about work that was done.")
    return when


def _year_and_month(written: str) -> tuple[int, int]:
    """(0, 0) for what is no month."""
    if found := _YEAR_FIRST.fullmatch(written):
        return int(found[1]), int(found[2])
    if found := _MONTH_FIRST.fullmatch(written):
        return int(found[2]), int(found[1])
    found = _IN_WORDS.fullmatch(written)
    name = found[1].casefold() if found else ""
    short = "sep" if name == "sept" else name
    named = [number for number, month in enumerate(_MONTHS, start=1) if short and month.startswith(short)]
    return (int(found[2]), named[0]) if found and len(named) == 1 else (0, 0)


def read_link(written: object, place: str) -> str:
    """An address that a reader can open: http or https, nothing that runs; https where only a host is written."""
    link = _short_text(written, place, LONGEST_LINK)
    if not link:
        return ""
    if _WITHOUT_SCHEME.fullmatch(link):
        link = f"https://{link}"
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = None
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", link):
        raise _wrong(place, "Write a web address such as https://example.org/plan, with no spaces.")
    return link


def _short_text(written: object, place: str, longest: int) -> str:
    if written is None:
        return ""
    if not isinstance(written, str):
        raise _wrong(place, "This must be a text.")
    text = written.strip()
    if len(text) > longest:
        raise _wrong(place, f"Please keep this under {longest} characters; it has {len(text)}.")
    return text


def _step(pick: object, place: str) -> int:
    if isinstance(pick, bool) or not isinstance(pick, int) or pick not in STEPS:
        raise _wrong(place, "A pick must be a whole number from 0 (not yet) to 6.")
    return pick


def _seconds(written: object) -> int | None:
    if written is None:
        return None
    if isinstance(written, bool) or not isinstance(written, int) or written < 0:
        raise _wrong("seconds", "The time taken must be a whole number of seconds.")
    return written


def _mapping(written: object, place: str) -> dict[str, Any]:
    if not isinstance(written, dict) or not all(isinstance(key, str) for key in written):
        raise _wrong(place, f"The {place.partition('.')[0]} must be an object with named values.")
    return written


def _wrong(place: str, message: str) -> BadAnswer:
    return BadAnswer(message, field=place)
