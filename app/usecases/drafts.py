"""Turns a text that somebody pasted into the beginning of a posting."""

from __future__ import annotations

from datetime import date

from app.core.postings.from_text import Draft, draft
from app.usecases import handed_in, posting_review
from app.usecases.toolkit import Toolkit


def from_text(toolkit: Toolkit, text: str, on: date) -> Draft:
    """Read a text into a brief; raises `DomainError` when there is none, or too much."""
    handed_in.check_paste(text)
    done = posting_review.review(toolkit, handed_in.from_text(text), on)
    return draft(done.reading, done.facts, toolkit.framework, toolkit.posting_words.tools)
