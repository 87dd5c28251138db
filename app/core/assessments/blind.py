"""A second rating, and the owner's picks that it was blind to: it counts only as long as those stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.assessments.agreement import Agreement, agreement
from app.core.assessments.answers import Answers
from app.core.assessments.scoring import CoachRules

Picks = Mapping[str, int | None]


@dataclass(frozen=True)
class BlindRating:
    """What a second rater saw; `blind_to` holds the owner's picks as they stood before either knew the other's."""

    picks: Picks
    blind_to: Picks

    @property
    def seen(self) -> dict[str, int]:
        """The rater's picks for the skills that both could rate blind."""
        return {skill: pick for skill, pick in self.picks.items() if pick is not None and skill in self.blind_to}

    @property
    def own(self) -> dict[str, int]:
        return {skill: pick for skill, pick in self.blind_to.items() if pick is not None}

    def agreement(self, rules: CoachRules) -> Agreement | None:
        """How the two ratings compare as they were given, whatever the owner answers since."""
        return agreement(self.own, self.seen, rules)

    def holds_for(self, answers: Answers) -> bool:
        """Whether no pick was changed since the owner could see the rater's: a changed one may be a copy."""
        return all(skill in answers.picks and answers.picks[skill] == self.blind_to[skill] for skill in self.seen)

    def joined_to(self, answers: Answers) -> Answers:
        return replace(answers, coach=self.seen)
