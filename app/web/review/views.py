"""The pages of the review: hand in a text, read what was found, mend it on the spot. Nothing is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.law.words import in_words
from app.core.phrases import Span
from app.core.text import from_json
from app.extensions import today, toolkit
from app.usecases import handed_in, posting_review, samples
from app.usecases.handed_in import LONGEST_PASTE, Given
from app.usecases.posting_review import Review
from app.web import findings, review_words
from app.web.employers import names_of
from app.web.findings import Card
from app.web.limits import limited
from app.web.private import keep_private
from app.web.review.forms import ReviewForm

bp = Blueprint("review", __name__, url_prefix="/review")
keep_private(bp)

LARGEST_TEXT = 8 * 1024 * 1024  # a text far too long still gets its own answer, with everything kept
LONGEST_REASON = 300


@dataclass(frozen=True)
class Asked:
    """Which button was pressed, and what has been set aside with which reason."""

    verb: str = "review"
    what: tuple[object, ...] = ()
    aside: dict[str, str] = field(default_factory=dict)


@bp.url_value_preprocessor
def _allow_long_texts(_endpoint: str | None, _values: dict[str, object] | None) -> None:
    request.max_form_memory_size = LARGEST_TEXT


@bp.get("/")
def index() -> ResponseReturnValue:
    return _form_page(ReviewForm())


@bp.post("/")
@limited("upload")
def check() -> ResponseReturnValue:
    form, asked = ReviewForm(), _asked()
    form.validate()
    note, wrong = "", {}
    if asked.verb == "aside":
        wrong = _set_aside(asked)
    elif asked.verb == "back":
        asked.aside.pop(str(asked.what[0]) if asked.what else "", None)
    elif asked.verb == "swap":
        note = _swap(form, asked)
    done = _reviewed(form)
    if done is None:
        return _form_page(form, asked), 422
    return _result_page(form, done, asked, note, wrong), 422 if wrong else 200


@bp.get("/sample")
def sample() -> ResponseReturnValue:
    """The review of a careless, made-up posting, for those who want to look before they paste."""
    form = ReviewForm(data={"text": samples.careless_posting()})
    done = _reviewed(form)
    if done is None:
        raise LookupError("The sample posting cannot be reviewed.")
    note = "This is a made-up posting with many faults. Replace words in it, or paste your own below."
    return _result_page(form, done, Asked(), note, {})


# -- what was asked


def _asked() -> Asked:
    aside = dict(zip(request.form.getlist("aside"), request.form.getlist("aside_reason"), strict=False))
    try:
        pressed = from_json(request.form.get("do", "") or '["review"]')
    except ValueError:
        pressed = ["review"]
    if not isinstance(pressed, list) or not pressed:
        pressed = ["review"]
    return Asked(str(pressed[0]), tuple(pressed[1:]), aside)


def _set_aside(asked: Asked) -> dict[str, str]:
    """Set a finding aside when a reason was given; otherwise say so beside its box."""
    key = str(asked.what[0]) if asked.what else ""
    reason = " ".join(request.form.get(f"reason-{key}", "").split())[:LONGEST_REASON]
    if not reason:
        return {key: "Say in a few words why this does not apply."}
    asked.aside[key] = reason
    return {}


def _swap(form: ReviewForm, asked: Asked) -> str:
    """Put an alternative into the text; returns what to tell when its words are no longer there."""
    match asked.what:
        case (int(start), str(old), str(new)):
            changed = findings.swapped(form.text.data or "", start, old, new)
        case _:
            changed = None
    if changed is None:
        return "The text was changed meanwhile, so nothing was replaced. This is the review of the text as it is now."
    form.text.data = changed
    return ""


# -- the review


def _reviewed(form: ReviewForm) -> Review | None:
    """The review, or None with what stands in its way beside the fields."""
    law, known, places = toolkit().law, toolkit().law_codes, toolkit().places
    employer, work = form.employer(law, known, places), form.work(law, known, places)
    try:
        given = _given(form)
        handed_in.check_paste(given.text)
        done = None
        if not form.every_error():
            done = posting_review.review(toolkit(), given, form.on.data or today(), employer, work)
    except DomainError as error:
        form.wrong(error.field if error.field in ("text", "file") else "text", error.message)
        return None
    if done is None:
        return None
    form.text.data = done.given.text.strip()
    if not work:
        form.show_places(done.places)
    return done


def _given(form: ReviewForm) -> Given:
    if form.file.data:
        return handed_in.read_file(form.file.data.read(), form.file.data.filename or "the file")
    text = form.text.data or ""
    handed_in.check_paste(text)
    if not text.strip():
        raise DomainError("Paste the text of a posting, or choose a file.", field="text", code="no_text")
    return handed_in.from_text(text)


# -- the pages


def _form_page(form: ReviewForm, asked: Asked | None = None) -> str:
    return render_template("review/index.html", form=form, most=LONGEST_PASTE, aside=asked.aside if asked else {})


def _result_page(form: ReviewForm, done: Review, asked: Asked, note: str, wrong: dict[str, str]) -> str:
    law = toolkit().law
    seen = findings.shown(done, law, toolkit().sources, asked.aside)
    return render_template(
        "review/result.html",
        form=form,
        done=done,
        seen=seen,
        aside=asked.aside,
        note=note,
        wrong=wrong,
        law=law,
        names=names_of(law, toolkit().places),
        in_words=in_words,
        facts=review_words.facts(done, toolkit().places, toolkit().framework),
        notices=review_words.notices(done, form.text.removed),
        parts=review_words.parts(done),
        length=review_words.length(done, toolkit().structure_rules),
        grade=review_words.grade(done, toolkit().structure_rules),
        coding=done.coding(toolkit().coding_lists),
        coding_note=toolkit().coding_lists.note,
        coding_sources=[toolkit().sources[one] for one in toolkit().coding_lists.sources],
        swaps=lambda card: _swaps(done, card),
        button=json.dumps,
        most=LONGEST_PASTE,
    )


def _swaps(done: Review, card: Card) -> list[tuple[str, str]]:
    """What can be put in place of a finding's words with one press: the button's words and what it sends."""
    if not card.spans:
        return []
    text = done.given.text
    before = len(text) - len(text.lstrip())
    origin: Span = done.reading.origin(card.spans[0])
    old = text[origin.start : origin.end]
    offered = [
        (label, json.dumps(["swap", origin.start - before, old, new])) for label, new in findings.offers(card, old)
    ]
    if card.line is not None:
        start, end = findings.whole_line(text, *done.reading.origin(card.line))
        offered.append((findings.LINE_OUT, json.dumps(["swap", start - before, text[start:end], ""])))
    return offered
