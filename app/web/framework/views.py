"""The pages of the role framework; each address names the edition, so that it means the same for ever."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.framework import SKILL_LEVELS, Framework, Track
from app.core.salaries.query import FAMILY_OF
from app.extensions import toolkit

bp = Blueprint("framework", __name__, url_prefix="/framework")


@bp.get("/")
def current() -> ResponseReturnValue:
    return redirect(url_for(".index", edition=toolkit().framework.edition.id))


@bp.get("/<edition>/")
def index(edition: str) -> ResponseReturnValue:
    return render_template("framework/index.html", framework=_framework(edition))


@bp.get("/<edition>/levels/<level_id>")
def level(edition: str, level_id: str) -> ResponseReturnValue:
    framework = _framework(edition)
    found = framework.level(level_id)
    return render_template("framework/level.html", framework=framework, level=found, family_of=FAMILY_OF)


@bp.get("/<edition>/skills/<skill_id>")
def skill(edition: str, skill_id: str) -> ResponseReturnValue:
    framework = _framework(edition)
    found = framework.skill(skill_id)
    sources = [toolkit().sources[source] for source in found.sources]
    return render_template("framework/skill.html", framework=framework, skill=found, sources=sources)


@bp.get("/<edition>/matrix")
def matrix(edition: str) -> ResponseReturnValue:
    """What every level of a track expects of every skill."""
    framework = _framework(edition)
    guide = framework.track(request.args.get("track", Track.PROJECT.value))
    return render_template("framework/matrix.html", framework=framework, guide=guide, skill_levels=SKILL_LEVELS)


@bp.get("/<edition>/tracks")
def tracks(edition: str) -> ResponseReturnValue:
    """Both tracks side by side at one level."""
    framework = _framework(edition)
    shared = [one for one in framework.levels if all(framework.has(track, one.id) for track in Track)]
    found = framework.level(request.args.get("level", shared[0].id))
    if found not in shared:
        names = ", ".join(one.id for one in shared)
        raise DomainError(f"Both tracks have {names}; {found.id} is shared ground below them.", code="unknown_level")
    return render_template("framework/tracks.html", framework=framework, level=found, shared=shared)


@bp.get("/<edition>/careers")
def careers(edition: str) -> ResponseReturnValue:
    return render_template("framework/careers.html", framework=_framework(edition))


def _framework(edition: str) -> Framework:
    framework = toolkit().framework
    if edition != framework.edition.id:
        raise DomainError(
            f"There is no edition {edition!r} of the role framework; there is {framework.edition.id}.",
            code="unknown_edition",
        )
    return framework
