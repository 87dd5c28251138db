"""A saved thing as somebody else sees it: to read only, and no more of it than its owner chose to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from app.core.assessments.result import Result
from app.core.assessments.scoring import Scoring
from app.core.framework import Framework
from app.core.postings.posting import Posting
from app.core.resumes.blind import blinded
from app.core.resumes.report import Report
from app.core.salaries.bands import Band
from app.documents.pdf.assessment import assessment_html
from app.documents.pdf.paper import PageSize, page_size
from app.documents.pdf.posting import posting_html
from app.documents.pdf.resume import resume_html
from app.documents.pdf.salaries import band_html, paper
from app.store.work import Kind
from app.usecases import assessments, kept, postings, saved_review
from app.usecases.toolkit import Toolkit


class Part(StrEnum):
    """What an owner can choose about what is shown."""

    PLAN = "plan"
    EVIDENCE = "evidence"
    BLIND = "blind"


PARTS: Mapping[Kind, tuple[Part, ...]] = {
    Kind.POSTING: (),
    Kind.ASSESSMENT: (Part.PLAN, Part.EVIDENCE),
    Kind.REPORT: (Part.BLIND,),
    Kind.LOOK_UP: (),
}
USUAL = frozenset({Part.BLIND})  # what is ticked before an owner has chosen: the choice that shows less


@dataclass(frozen=True)
class ShownPosting:
    """With `stamp`, the banner of a draft whose law gaps are open."""

    posting: Posting
    stamp: str


@dataclass(frozen=True)
class ShownAssessment:
    """The result holds nothing that its owner did not choose to show; evidence stands in its answers."""

    result: Result
    framework: Framework
    scoring: Scoring


@dataclass(frozen=True)
class ShownReport:
    report: Report
    blind: bool
    reader: str


@dataclass(frozen=True)
class ShownLookUp:
    band: Band
    day: date


Shown = ShownPosting | ShownAssessment | ShownReport | ShownLookUp


def shown(session: Session, toolkit: Toolkit, kind: Kind, slug: str, *, parts: frozenset[str], today: date) -> Shown:
    """What a reader sees today; raises `DomainError` when there is nothing to show."""
    if kind == Kind.POSTING:
        one = postings.find(session, slug)
        gaps = saved_review.open_gaps(toolkit, session, one, today)
        return ShownPosting(one.posting, saved_review.stamp(gaps))
    if kind == Kind.ASSESSMENT:
        saved = assessments.find(session, slug)
        framework, scoring = assessments.rules_of(toolkit, saved)
        result = assessments.result_of(session, toolkit, saved, today)
        return ShownAssessment(_as_far_as_chosen(result, parts), framework, scoring)
    if kind == Kind.REPORT:
        found = kept.report(session, toolkit, slug)
        blind = Part.BLIND in parts
        return ShownReport(blinded(found.report) if blind else found.report, blind, found.reader)
    look_up = kept.look_up(session, slug)
    return ShownLookUp(look_up.band, look_up.day)


def _as_far_as_chosen(result: Result, parts: frozenset[str]) -> Result:
    """Without what a second rater said and what the answers make one ask, which are for the owner alone."""
    answers = replace(result.answers, coach={}, vignettes={}, seconds=None)
    return replace(
        result,
        answers=answers if Part.EVIDENCE in parts else replace(answers, evidence={}),
        plan=result.plan if Part.PLAN in parts else (),
        skills=tuple(replace(one, coach=None) for one in result.skills),
        checks=(),
        agreement=None,
        surer_by="",
    )


def title_of(one: Shown) -> str:
    """What a reader sees it called; never the name that its owner gave it in their list."""
    match one:
        case ShownPosting(posting=posting):
            return posting.title
        case ShownAssessment():
            return "Self-assessment"
        case ShownReport():
            return "Résumé report"
        case ShownLookUp(band=band):
            return kept.name_of(band)


def to_print(toolkit: Toolkit, one: Shown) -> tuple[str, PageSize]:
    """The same as a document of the family, with its paper."""
    edition = toolkit.framework.edition.id
    match one:
        case ShownPosting(posting=posting, stamp=stamp):
            return posting_html(posting, stamp), page_size(posting)
        case ShownAssessment(result=result, framework=framework):
            return assessment_html(result, framework, for_reader=True), PageSize.A4
        case ShownReport(report=report, reader=reader):
            return resume_html(report, edition, kept_by=reader), PageSize.A4
        case ShownLookUp(band=band, day=day):
            html = band_html(band, (), (), toolkit.salaries, edition, looked_up=day)
            return html, paper([("", band)])
