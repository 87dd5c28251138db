"""The role framework: levels, tracks, skills and what each skill looks like at each level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.core.errors import DomainError

_Named = TypeVar("_Named", "Level", "Skill", "Industry")

SKILL_LEVELS = (1, 2, 3, 4, 5, 6)
LEVEL_BANDS = ("L1-L2", "L3-L4", "L5-L6")


class Track(StrEnum):
    """The two ways to be a TPM: one deliverable, or many that must add up."""

    PROJECT = "project"
    PROGRAM = "program"


@dataclass(frozen=True)
class Growth:
    """What somebody who wants to reach a skill level can do next."""

    practice: str
    learn_from: str
    study: str


@dataclass(frozen=True)
class SkillLevel:
    """One skill at one level: the behavior, and the posting lines that ask for it."""

    level: int
    indicator: str
    responsibility: str
    must_have: str
    nice_to_have: str
    outcome_90_days: str
    outcome_12_months: str
    growth: Growth


@dataclass(frozen=True)
class Question:
    """An interview question with what a weak (1) to a strong (4) answer sounds like."""

    ask: str
    anchors: tuple[str, str, str, str]


@dataclass(frozen=True)
class Interview:
    """The questions for one skill in one band of levels."""

    behavioral: tuple[Question, Question]
    situational: Question


@dataclass(frozen=True)
class Vignette:
    """A short portrait of a person at a level, used to steady a rater's scale."""

    level: int
    text: str


@dataclass(frozen=True)
class Skill:
    """One of the fourteen skills, from level 1 to level 6."""

    id: str
    name: str
    short_name: str
    group: str
    situational: bool
    summary: str
    levels: tuple[SkillLevel, ...]
    evidence: tuple[str, ...]
    overclaim: str
    vignette: Vignette
    interviews: Mapping[str, Interview]
    sources: tuple[str, ...]
    cross_references: tuple[str, ...]

    def at(self, level: int) -> SkillLevel:
        """The skill at a level from 1 to 6."""
        return self.levels[level - 1]


@dataclass(frozen=True)
class LevelScope:
    """How large the work of a level is, in words."""

    work: str
    teams: str
    horizon: str
    autonomy: str
    ambiguity: str
    decides: str


@dataclass(frozen=True)
class LevelPosting:
    """The sentences that open a posting for a level; {team}, {domain} and {employer} are filled in."""

    summary: str
    first_30_days: str
    first_60_days: str


@dataclass(frozen=True)
class Level:
    """One of the six role levels.

    `stage` and `years` are what articles say of such a level: context only, never scored.
    """

    id: str
    titles: Mapping[Track, str]
    in_short: str
    scope: LevelScope
    postings: Mapping[Track, LevelPosting]
    stage: str
    years: str
    references: Mapping[str, str]
    sources: tuple[str, ...]

    @property
    def number(self) -> int:
        return int(self.id[1:])

    @property
    def band(self) -> str:
        return LEVEL_BANDS[(self.number - 1) // 2]


@dataclass(frozen=True)
class TrackGuide:
    """What a track is, in words."""

    track: Track
    name: str
    question: str
    unit: str
    note: str
    differs: str
    levels: tuple[str, ...]


@dataclass(frozen=True)
class ScopeFact:
    """A factual question about the size of somebody's work, with its answer at each level."""

    id: str
    ask: str
    why: str
    bands: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A way into the role from another job."""

    start: str
    head_start: tuple[str, ...]
    build_next: tuple[str, ...]
    first_step: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class MoveUp:
    """A step to a larger role, within a track or over to the other."""

    from_track: Track
    from_level: str
    to_track: Track
    to_level: str
    key_gaps: tuple[str, ...]
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class MoveAcross:
    """A move to a neighboring role."""

    to: str
    keeps: tuple[str, ...]
    build_next: tuple[str, ...]
    note: str
    sources: tuple[str, ...]

    @property
    def deepens(self) -> tuple[str, ...]:
        """What one has already and needs more of."""
        return tuple(skill for skill in self.build_next if skill in self.keeps)

    @property
    def only_keeps(self) -> tuple[str, ...]:
        return tuple(skill for skill in self.keeps if skill not in self.build_next)

    @property
    def builds_anew(self) -> tuple[str, ...]:
        return tuple(skill for skill in self.build_next if skill not in self.keeps)


@dataclass(frozen=True)
class CareerPaths:
    entry: tuple[Entry, ...]
    up: tuple[MoveUp, ...]
    across: tuple[MoveAcross, ...]


@dataclass(frozen=True)
class Industry:
    """What is particular about delivery in an industry."""

    id: str
    name: str
    context: str
    watch: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Tag:
    """A method or a tool that a posting or a résumé may name."""

    id: str
    name: str
    note: str


@dataclass(frozen=True)
class Vocabulary:
    methods: tuple[Tag, ...]
    tools: tuple[Tag, ...]
    industries: tuple[Industry, ...]

    def industry(self, industry_id: str) -> Industry:
        """Raises `DomainError` with the known ones for an unknown id."""
        return _find(self.industries, industry_id, "industry")


@dataclass(frozen=True)
class Edition:
    """Which edition this is, and how far it may be trusted."""

    id: str
    name: str
    published_on: date
    licence: str
    status: str
    scale_note: str
    time_window: str
    fair_use: str
    level_caveat: str
    placement_rule: str


@dataclass(frozen=True)
class Profiles:
    """What each level of each track is expected to show, and the skills a posting leads with."""

    expected: Mapping[tuple[Track, str], Mapping[str, int]]
    default_skills: Mapping[tuple[Track, str], tuple[str, ...]]
    weights: Mapping[str, float]


@dataclass(frozen=True)
class Framework:
    """One edition of the role framework, whole."""

    edition: Edition
    levels: tuple[Level, ...]
    tracks: tuple[TrackGuide, ...]
    skills: tuple[Skill, ...]
    profiles: Profiles
    scope_facts: tuple[ScopeFact, ...]
    paths: CareerPaths
    vocabulary: Vocabulary

    def level(self, level_id: str) -> Level:
        """Raises `DomainError` with the known ones for an unknown id."""
        return _find(self.levels, level_id, "level")

    def skill(self, skill_id: str) -> Skill:
        """Raises `DomainError` with the known ones for an unknown id."""
        return _find(self.skills, skill_id, "skill")

    def track(self, track_id: str) -> TrackGuide:
        """Raises `DomainError` with the known ones for an unknown id."""
        for guide in self.tracks:
            if guide.track == track_id:
                return guide
        raise _unknown("track", track_id, [guide.track for guide in self.tracks])

    def levels_of(self, track: Track) -> tuple[Level, ...]:
        return tuple(level for level in self.levels if level.id in self.track(track).levels)

    def has(self, track: Track, level_id: str) -> bool:
        return level_id in self.track(track).levels

    def title(self, track: Track, level_id: str) -> str:
        """The job title of a level; L1 and L2 share the project track's."""
        titles = self.level(level_id).titles
        return titles.get(track, titles[Track.PROJECT])

    def expected(self, track: Track, level_id: str) -> Mapping[str, int]:
        """The skill level, 0 to 6, that a role level asks of each skill."""
        return self.profiles.expected[track, level_id]


def _find(among: tuple[_Named, ...], wanted: str, what: str) -> _Named:
    for one in among:
        if one.id == wanted:
            return one
    raise _unknown(what, wanted, [one.id for one in among])


def _unknown(what: str, wanted: str, known: list[str] | list[Track]) -> DomainError:
    return DomainError(
        f"There is no {what} {wanted!r}; there are {', '.join(known)}.", field=what, code=f"unknown_{what}"
    )
