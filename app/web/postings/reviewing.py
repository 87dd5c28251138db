"""The review of a saved posting: findings lead to the line or the field to mend, answers to them are kept."""

from __future__ import annotations

import json

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.law.employers import counts_in_words
from app.core.law.words import in_words
from app.core.postings.brief import LONGEST_LINE
from app.core.postings.posting import Posting, edit_item, remove_item
from app.core.text import clean, from_json
from app.extensions import now, session, today, toolkit
from app.usecases import head_counts, organizations, postings, saved_review
from app.usecases.head_counts import CountsConflict
from app.usecases.posting_review import Review
from app.usecases.postings import Conflict, SavedPosting
from app.usecases.saved_review import Answer, Line
from app.web import findings, review_words
from app.web.employers import EmployerForm, names_of, values_of
from app.web.findings import Card
from app.web.postings.blueprint import bp, seen_version

__all__ = ["bp"]

# Where in the brief a law's gap is mended.
_FIELDS = {
    "pay_range": "pay_min",
    "open_ended_range": "pay_max",
    "range_too_wide": "pay_max",
    "benefits_summary": "benefits",
    "other_compensation": "bonus",
    "application_deadline": "closes",
    "open_fewer_than_14_days": "closes",
    "ai_use_statement": "ai_statement",
    "vacancy_statement": "vacancy",
    "no-outcomes": "mission",
    "no-reporting-line": "reports_to",
    "no-deadline": "closes",
    "no-address": "apply_to",
    "deadline-passed": "closes",
    "title": "title",
}


@bp.get("/<slug>/review")
def review(slug: str) -> ResponseReturnValue:
    return _page(postings.find(session(), slug))


@bp.post("/<slug>/review/line")
def swap(slug: str) -> ResponseReturnValue:
    """Put an alternative into the line that holds the words."""
    match _pressed():
        case [str(item), int(start), str(old), str(new)]:
            pass
        case _:
            raise DomainError("This button was not made by the review.", code="unknown_action")

    def mended(posting: Posting) -> Posting:
        text = findings.swapped(posting.item(item).text, start, old, new)
        if text is None:
            raise DomainError("The line was changed meanwhile, so nothing was replaced.", code="conflict")
        return edit_item(posting, item, text) if text.strip() else remove_item(posting, item)

    try:
        postings.change(session(), slug, seen_version(), mended, now())
    except Conflict:
        flash("This posting was changed in another window meanwhile. This is the review of what stands now.", "warn")
    return redirect(url_for(".review", slug=slug), code=303)


@bp.post("/<slug>/review/answers")
def answer(slug: str) -> ResponseReturnValue:
    """Set a finding aside, sign a law gap off, or take either back."""
    saved = postings.find(session(), slug)
    finding = request.form.get("finding", "")[:LONGEST_LINE]
    title = _title_of(saved, finding)
    if request.form.get("do") == "withdraw":
        saved_review.withdraw(session(), slug, finding, title, now())
        return redirect(url_for(".review", slug=slug), code=303)
    reason, name = (" ".join(clean(request.form.get(field, "")).text.split()) for field in ("reason", "name"))
    try:
        saved_review.answer(session(), saved, finding, title, Answer(reason, name, now()))
    except DomainError as error:
        if error.field not in ("reason", "name"):
            raise
        typed = {"finding": finding, "reason": reason, "name": name, "field": error.field, "message": error.message}
        return _page(saved, typed), 422
    return redirect(url_for(".review", slug=slug), code=303)


@bp.post("/<slug>/review/head-counts")
def count_heads(slug: str) -> ResponseReturnValue:
    """Keep the head counts of one's own work; a team keeps its own on its page."""
    saved = postings.find(session(), slug)
    team = organizations.keeping(session(), saved.workspace)
    if team is not None:
        raise DomainError(f"“{team.organization.name}” keeps its head counts on the team’s page.", code="not_yours")
    form = EmployerForm()
    employer = form.employer(toolkit().law, toolkit().law_codes, toolkit().places)
    if form.every_error():
        return _page(saved, counting=form), 422
    try:
        head_counts.keep(session(), saved.workspace, request.form.get("counts_version", 0, type=int), employer, now())
    except CountsConflict as conflict:
        form.wrong("heads", f"{conflict.message} What you typed is still here; send it again to keep it.")
        return _page(postings.find(session(), slug), counting=form), 409
    flash("The head counts are kept, and every posting of yours is checked with them.", "good")
    return redirect(url_for(".review", slug=slug, _anchor="law"), code=303)


def _pressed() -> object:
    try:
        return from_json(request.form.get("do", ""))
    except ValueError:
        return None


def _title_of(saved: SavedPosting, finding: str) -> str:
    """What a finding is called in the trail: its title in the review of what stands now."""
    employer = head_counts.of(session(), saved).employer
    done = saved_review.review(toolkit(), saved.posting, employer, today())
    seen = findings.shown(done, toolkit().law, toolkit().sources)
    return next((card.title for card in seen.cards if card.key == finding), finding)


def _page(saved: SavedPosting, typed: dict[str, str] | None = None, counting: EmployerForm | None = None) -> str:
    names = names_of(toolkit().law, toolkit().places)
    counts = head_counts.of(session(), saved)
    done = saved_review.review(toolkit(), saved.posting, counts.employer, today())
    given = saved_review.answers(session(), saved.slug)
    seen = findings.shown(done, toolkit().law, toolkit().sources, given)
    where = saved_review.lines(saved.posting, done.given.text)
    return render_template(
        "postings/review.html",
        saved=saved,
        posting=saved.posting,
        done=done,
        seen=seen,
        given=given,
        typed=typed or {},
        law=toolkit().law,
        names=names,
        in_words=in_words,
        title_of=findings.title_of,
        changed=saved_review.changed_since(toolkit(), saved.posting, counts.employer, saved.changed_at.date(), today()),
        counts=counts,
        counting_note=counts.employer.note,
        counted=counts_in_words(counts.employer, lambda code: names.get(code, code)),
        counting=counting or EmployerForm(formdata=None, data=values_of(counts.employer, names)),
        team=organizations.keeping(session(), saved.workspace),
        parts=review_words.parts(done),
        length=review_words.length(done, toolkit().structure_rules),
        grade=review_words.grade(done, toolkit().structure_rules),
        coding=done.coding(toolkit().coding_lists),
        coding_note=toolkit().coding_lists.note,
        coding_sources=[toolkit().sources[one] for one in toolkit().coding_lists.sources],
        line_of=lambda card: _line_of(card, done, where),
        field_of=_field_of,
        swaps=lambda card: _swaps(card, done, where),
    )


def _line_of(card: Card, done: Review, where: tuple[Line, ...]) -> str:
    """The line in which a finding's words stand."""
    line = _line_at(done.reading.origin(card.spans[0]).start, where) if card.spans else None
    return line.item if line else ""


def _line_at(place: int, where: tuple[Line, ...]) -> Line | None:
    return next((line for line in where if line.span.start <= place < line.span.end), None)


def _field_of(card: Card) -> str:
    """The field of the brief in which a finding without a line is mended."""
    names = card.law.about if card.law else (card.key.partition(":")[2],)
    return next((_FIELDS[name] for name in names if name in _FIELDS), "")


def _swaps(card: Card, done: Review, where: tuple[Line, ...]) -> list[tuple[str, str]]:
    if not card.spans:
        return []
    span = done.reading.origin(card.spans[0])
    line = _line_at(span.start, where)
    if line is None or span.end > line.span.end:
        return []
    old = done.given.text[span.start : span.end]
    offered = [
        (label, json.dumps([line.item, span.start - line.span.start, old, new]))
        for label, new in findings.offers(card, old)
    ]
    if card.line is not None:
        start, end = done.reading.origin(card.line)
        start, end = max(start, line.span.start), min(end, line.span.end)
        words = done.given.text[start:end]
        offered.append((findings.LINE_OUT, json.dumps([line.item, start - line.span.start, words, ""])))
    return offered
