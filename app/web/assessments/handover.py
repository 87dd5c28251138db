"""Takes evidence from another tool into an assessment of the visitor, or into a new one."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.assessments.noted import is_noted
from app.core.errors import DomainError
from app.core.framework import Track
from app.extensions import now, session, toolkit
from app.usecases import assessments
from app.usecases.assessments import SavedAssessment
from app.web.assessments.blueprint import made_here, opened

NEW = "new"


@dataclass(frozen=True)
class Handed:
    """Where a piece of evidence stands now."""

    slug: str
    skill_id: str
    skill: str
    begun: bool  # the assessment was begun for it
    already: bool  # it stood there before


def offered() -> list[SavedAssessment]:
    """The assessments of the visitor, the newest change first."""
    return made_here()


def hand_over(chosen: str, skill_id: str, text: str, track: Track) -> Handed:
    """Add evidence to the chosen assessment: NEW, one of those offered, or, when none is named, the newest.

    A new one begins on `track` and asks for the size of the work, which its owner can change.
    """
    toolkit().framework.skill(skill_id)  # nothing is begun for a skill that does not exist
    saved = _chosen(chosen)
    begun = saved is None
    if saved is None:
        saved = assessments.start(session(), toolkit(), track, None, now())
    _, framework, _ = opened(saved.slug)
    skill = framework.skill(skill_id)
    already = is_noted(saved.answers, skill.id, text)
    if not already:
        assessments.note_evidence(session(), saved.slug, skill.id, text, now())
    return Handed(saved.slug, skill.id, skill.name, begun, already)


def _chosen(chosen: str) -> SavedAssessment | None:
    made = offered()
    if chosen == NEW or not (chosen or made):
        return None
    if not chosen:
        return made[0]
    for one in made:
        if one.slug == chosen:
            return one
    raise DomainError("This assessment is no longer here. Choose another one.", code="not_found", field="assessment")
