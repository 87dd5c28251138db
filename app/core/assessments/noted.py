"""Evidence that comes from elsewhere, such as a line of a résumé: added to what somebody wrote, never put over it."""

from __future__ import annotations

from dataclasses import replace

from app.core.assessments.answers import LONGEST_NOTE, Answers, EvidenceStatus
from app.core.errors import DomainError


class EvidenceFull(DomainError):
    """There is no room left in the text of a skill's evidence."""

    code = "evidence_full"


def is_noted(answers: Answers, skill: str, text: str) -> bool:
    return text in answers.evidence_for(skill).text.splitlines()


def noted(answers: Answers, skill: str, text: str) -> Answers:
    """The answers with one more row of evidence; unchanged when the row stands there already."""
    if is_noted(answers, skill, text):
        return answers
    evidence = answers.evidence_for(skill)
    together = f"{evidence.text}\n{text}".strip()
    if len(together) > LONGEST_NOTE:
        raise EvidenceFull(
            f"The evidence for this skill may hold {LONGEST_NOTE} characters, and with this line it would have "
            f"{len(together)}. Shorten it there first."
        )
    status = EvidenceStatus.DESCRIBED if evidence.status is EvidenceStatus.NONE else evidence.status
    return replace(answers, evidence={**answers.evidence, skill: replace(evidence, text=together, status=status)})
