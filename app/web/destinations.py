"""Where each target of a link or a search result is found on our pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Flask, url_for

from app.core.targets import Kind, Target
from app.extensions import toolkit

PAGE_ENDPOINTS: Mapping[str, str] = {
    "postings": "postings.index",
    "new-posting": "postings.new",
    "review": "review.index",
    "salaries": "salaries.look_up",
    "compare-pay": "salaries.compare",
    "assessments": "assessments.index",
    "resumes": "resumes.index",
    "law": "law.index",
    "framework": "framework.current",
    "matrix": "framework.matrix",
    "tracks": "framework.tracks",
    "careers": "framework.careers",
    "guide": "guide.index",
}
# A region alone is no question yet: the family and level that the form of the look-up begins with.
USUAL_FAMILY, USUAL_LEVEL = "technical_program_manager", "L4"
TITLE_REGION = "US"  # where every title that we read has filings


def address_of(target: Target) -> str:
    return _ADDRESSES[target.kind](target)


def _page(target: Target) -> str:
    endpoint = PAGE_ENDPOINTS[target.id]
    names_edition = endpoint in {"framework.matrix", "framework.tracks", "framework.careers"}
    return url_for(endpoint, edition=_edition()) if names_edition else url_for(endpoint)


def _chapter(target: Target) -> str:
    return url_for("guide.chapter", chapter_id=target.id, _anchor=target.anchor or None)


def _region(target: Target) -> str:
    return url_for("salaries.look_up", family=USUAL_FAMILY, level=USUAL_LEVEL, region=target.id)


_ADDRESSES: Mapping[Kind, Callable[[Target], str]] = {
    Kind.PAGE: _page,
    Kind.CHAPTER: _chapter,
    Kind.SKILL: lambda target: url_for("framework.skill", edition=_edition(), skill_id=target.id),
    Kind.LEVEL: lambda target: url_for("framework.level", edition=_edition(), level_id=target.id),
    Kind.ROLE: lambda target: url_for("postings.new", role=target.id),
    Kind.REGION: _region,
    Kind.TITLE: lambda target: url_for("salaries.look_up", title=target.id, region=TITLE_REGION),
    Kind.LAW: lambda target: url_for("law.place", code=target.id),
    Kind.OWN: lambda target: target.id,
}


def _edition() -> str:
    return toolkit().framework.edition.id


def register(app: Flask) -> None:
    app.jinja_env.globals["address_of"] = address_of
