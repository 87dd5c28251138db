"""What each level of a track is expected to show, as plain numbers the estimate is computed with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.core.framework import Framework, Track


@dataclass(frozen=True)
class Rung:
    """One role level and the skill level (0-6) it expects, in the order of the ladder's skills."""

    level: str
    expected: tuple[int, ...]

    @property
    def number(self) -> int:
        return int(self.level[1:])


@dataclass(frozen=True)
class Ladder:
    """A track from its lowest rung up, without a hole."""

    skills: tuple[str, ...]
    weights: tuple[float, ...]
    rungs: tuple[Rung, ...]

    @cached_property
    def levels(self) -> tuple[str, ...]:
        return tuple(rung.level for rung in self.rungs)

    @property
    def lowest(self) -> int:
        return self.rungs[0].number

    @property
    def highest(self) -> int:
        return self.rungs[-1].number

    def weight(self, skill: str) -> float:
        return self.weights[self.skills.index(skill)]

    def expected(self, level: str, skill: str) -> int:
        """What a level asks of a skill."""
        return self.rungs[self.levels.index(level)].expected[self.skills.index(skill)]

    def expected_at(self, position: float) -> tuple[float, ...]:
        """What is expected at a place between two levels, or a little beyond the first and the last."""
        below = min(max(int(position), self.lowest), self.highest - 1)
        part = position - below
        lower, upper = (self.rungs[below - self.lowest + step].expected for step in (0, 1))
        return tuple(max(0.0, low + part * (high - low)) for low, high in zip(lower, upper, strict=True))


def ladder_of(framework: Framework, track: Track) -> Ladder:
    """The track's ladder, with the rungs of the common trunk below it.

    The program track opens at L3. Without the shared L1 and L2 below, somebody who acts like an L2 would have to be
    called an L3.
    """
    skills = tuple(skill.id for skill in framework.skills)
    rungs = []
    for level in framework.levels:
        shown = track if framework.has(track, level.id) else Track.PROJECT
        expected = framework.expected(shown, level.id)
        rungs.append(Rung(level.id, tuple(expected[skill] for skill in skills)))
    weights = tuple(framework.profiles.weights[skill] for skill in skills)
    return Ladder(skills, weights, tuple(rungs))
