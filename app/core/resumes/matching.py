"""A résumé against a posting: the line that shows each skill that is asked, or none; never one magic percentage."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.achievements.likelihoods import Kind
from app.core.resumes.asks import asks_of
from app.core.resumes.report import ReadLine, Report, at_work
from app.core.resumes.sections import SectionName
from app.core.resumes.structure import Line

MOST_LINES = 3  # shown for each skill


@dataclass(frozen=True)
class SkillWords:
    """A skill, the words that show it, and the question to ask where no line does."""

    id: str
    name: str
    question: str
    seen: re.Pattern[str]


@dataclass(frozen=True)
class Shown:
    """A skill that the posting asks for, where it does, and the lines that show it, the strongest first."""

    skill: SkillWords
    asked_by: tuple[str, ...]
    lines: tuple[ReadLine, ...]

    @property
    def how_well(self) -> str:
        """shown by an outcome, done without a result, named only, or none."""
        kinds = {one.reading.kind for one in self.lines}
        if Kind.OUTCOME in kinds:
            return "outcome"
        return "activity" if Kind.ACTIVITY in kinds else ("named" if self.lines else "none")


@dataclass(frozen=True)
class Match:
    """What is asked and what is shown."""

    skills: tuple[Shown, ...]

    @property
    def missing(self) -> tuple[Shown, ...]:
        return tuple(one for one in self.skills if not one.lines)

    def as_json(self) -> dict[str, Any]:
        return {
            "skills": [
                {
                    "id": one.skill.id,
                    "name": one.skill.name,
                    "asked_by": list(one.asked_by),
                    "shown": one.how_well,
                    "evidence": [
                        {
                            "line": line.line.number,
                            "text": line.line.text,
                            "kind": str(line.reading.kind),
                            "score": line.reading.score,
                        }
                        for line in one.lines
                    ],
                    "question": None if one.how_well == "outcome" else one.skill.question,
                }
                for one in self.skills
            ],
            "asked": len(self.skills),
            "shown": {
                way: sum(one.how_well == way for one in self.skills) for way in ("outcome", "activity", "named", "none")
            },
        }

    def told(self) -> str:
        rows = []
        for one in self.skills:
            rows.append(f"{one.skill.name}: {one.how_well}")
            rows.extend(f"    {line.reading.score:3}  {line.line.text}" for line in one.lines)
            if one.how_well != "outcome":
                rows.append(f"    ? {one.skill.question}")
        return "\n".join(rows)


def match(report: Report, posting: str, skills: Sequence[SkillWords]) -> Match:
    """Hold the report against a posting's text."""
    sentences = asks_of(posting)
    asked = []
    for skill in skills:
        by = tuple(sentence[:200] for sentence in sentences if skill.seen.search(sentence))
        if by:
            asked.append(Shown(skill, by[:MOST_LINES], _evidence(report, skill)))
    return Match(tuple(asked))


def shown_by(text: str, skills: Sequence[SkillWords]) -> tuple[SkillWords, ...]:
    """The skills whose words stand in a line."""
    return tuple(skill for skill in skills if skill.seen.search(text))


def may_tell(line: Line) -> bool:
    """Lines about work and skills; a school, a job's head and an address show none."""
    return at_work(line) or line.section == SectionName.SKILLS


def _evidence(report: Report, skill: SkillWords) -> tuple[ReadLine, ...]:
    order: Mapping[Kind, int] = {Kind.OUTCOME: 0, Kind.ACTIVITY: 1, Kind.SCOPE: 2, Kind.OTHER: 3}
    showing = [one for one in report.lines if may_tell(one.line) and skill.seen.search(one.line.text)]
    ranked = sorted(showing, key=lambda one: (order[one.reading.kind], -one.reading.score, one.line.number))
    return tuple(ranked[:MOST_LINES])
