"""Where a line stands says something about what it is: a verb under “Skills” is no achievement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.core.achievements.likelihoods import Kind, Likelihoods
from app.core.achievements.metrics import Role
from app.core.resumes.sections import SectionName
from app.core.resumes.structure import Line

_Weights = Mapping[Kind, float]
_NOT_WORK: _Weights = {Kind.OUTCOME: 0.05, Kind.ACTIVITY: 0.03, Kind.SCOPE: 0.2, Kind.OTHER: 1.0}
_SUMMARY: _Weights = {Kind.OUTCOME: 0.6, Kind.ACTIVITY: 0.4, Kind.SCOPE: 1.5, Kind.OTHER: 1.5}
_AWARDS: _Weights = {Kind.OUTCOME: 1.0, Kind.ACTIVITY: 0.2, Kind.SCOPE: 0.3, Kind.OTHER: 1.0}
_HEADER: _Weights = {Kind.OUTCOME: 0.01, Kind.ACTIVITY: 0.01, Kind.SCOPE: 0.3, Kind.OTHER: 1.0}
_BULLET_AT_WORK: _Weights = {Kind.OUTCOME: 1.0, Kind.ACTIVITY: 1.0, Kind.SCOPE: 0.8, Kind.OTHER: 0.3}

_BY_SECTION = {
    SectionName.CONTACT: _NOT_WORK,
    SectionName.SKILLS: _NOT_WORK,
    SectionName.EDUCATION: _NOT_WORK,
    SectionName.CERTIFICATIONS: _NOT_WORK,
    SectionName.LANGUAGES: _NOT_WORK,
    SectionName.INTERESTS: _NOT_WORK,
    SectionName.REFERENCES: _NOT_WORK,
    SectionName.PUBLICATIONS: _NOT_WORK,
    SectionName.SUMMARY: _SUMMARY,
    SectionName.AWARDS: _AWARDS,
}


def in_its_place(likelihoods: Likelihoods, line: Line) -> Likelihoods:
    """The likelihoods with the line's place weighed in."""
    weights = _HEADER if line.header else _BY_SECTION.get(line.section)
    if weights is None and line.bullet and len(line.text.split()) > 3:
        weights = _BULLET_AT_WORK
    if weights is None:
        return likelihoods
    raw = {kind: share * weights[kind] for kind, share in likelihoods.kinds.items()}
    total = sum(raw.values())
    kinds = {kind: share / total for kind, share in raw.items()}
    if weights in (_NOT_WORK, _HEADER):
        roles = tuple({**shares, Role.RESULT: 0.0} for shares in likelihoods.roles)
        return replace(likelihoods, kinds=kinds, measured=0.0, roles=roles)
    return replace(likelihoods, kinds=kinds)
