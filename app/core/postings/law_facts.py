"""What the law wants to know about a posting that was written here: from its brief and the lines that still say it."""

from __future__ import annotations

from app.core.law.duties import Law
from app.core.law.facts import AdvertisedPay, PostingFacts
from app.core.law.workplaces import WorkPlace, in_city
from app.core.posting_text.reading import Reading
from app.core.postings.brief import Brief, WorkMode
from app.core.postings.posting import Posting


def facts_of(posting: Posting, text: str, own: Reading | None = None) -> PostingFacts:
    """The brief is believed, not read again from the `text`; but a line that its author took out says nothing.

    `own` are the author’s own lines on pay (see `own_pay_lines`): only these are read for what they say.
    """
    brief, pay = posting.brief, posting.brief.pay
    return PostingFacts(
        pay=AdvertisedPay(pay.min, pay.max, pay.currency, pay.period.value) if pay else None,
        benefits=_lines(posting, "brief:benefits") or _said(own, "cue:benefits"),
        other_compensation=_lines(posting, "brief:bonus", "brief:equity") or _said(own, "cue:other_pay"),
        deadline=brief.closes,
        ai_used=brief.ai_used,
        vacancy_statement=True if _lines(posting, "brief:vacancy") else None,
        text=text,
        title=brief.title,
    )


def work_places(brief: Brief, law: Law) -> tuple[WorkPlace, ...]:
    remote = brief.work_mode is WorkMode.REMOTE
    return tuple(dict.fromkeys(in_city(law, place.code, place.city, remote) for place in brief.places))


def own_pay_lines(posting: Posting) -> str:
    """What its author added to the section on pay and benefits."""
    return "\n".join(item.text for item in posting.section("pay").items if not item.ref)


def _lines(posting: Posting, *refs: str) -> str:
    """What the lines say that were composed from these fields."""
    return "\n".join(item.text for section in posting.sections for item in section.items if item.ref in refs)


def _said(own: Reading | None, label: str) -> str:
    return own.text if own is not None and own.has(label) else ""
