"""What people keep besides what they write here: résumé reports, and salary look-ups as they were shown."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy.orm import Session

from app.core.english import day_in_words
from app.core.errors import DomainError
from app.core.resumes.as_json import report_json
from app.core.resumes.report import Report
from app.core.salaries.bands import Band
from app.core.salaries.kept import band_from_kept, band_to_kept
from app.core.salaries.query import FAMILY_NAMES
from app.ml.achievement_lines import ARTEFACT
from app.store import kept as store
from app.store.kept import Conflict, Kept
from app.store.work import Kind
from app.usecases import resumes
from app.usecases.lines import MODEL
from app.usecases.toolkit import Toolkit

__all__ = ["Conflict", "Kept"]

LONGEST_TEXT = 100_000


# -- résumé reports


@dataclass(frozen=True)
class KeptReport:
    """A kept text with the report that today's reader makes of it, and how it was read when it was kept."""

    kept: Kept
    text: str
    report: Report
    reader: str
    score_then: int
    reader_then: str

    @property
    def was_read_otherwise(self) -> bool:
        return self.reader != self.reader_then


def keep_report(session: Session, toolkit: Toolkit, text: str, now: datetime) -> KeptReport:
    """Keep a corrected text with its report, because its owner asked."""
    content = _report_content(toolkit, text)
    kept = store.add(session, Kind.REPORT, f"Résumé report of {day_in_words(now)}", content, now)
    session.commit()
    return _report(toolkit, kept)


def report(session: Session, toolkit: Toolkit, slug: str) -> KeptReport:
    return _report(toolkit, store.get(session, Kind.REPORT, slug))


def change_report(
    session: Session, toolkit: Toolkit, slug: str, text: str, *, version: int, now: datetime
) -> KeptReport:
    """Read a changed text and keep it instead; raises `Conflict` when another window was first."""
    store.get(session, Kind.REPORT, slug)
    changed = store.replace(session, Kind.REPORT, slug, _report_content(toolkit, text), version=version, now=now)
    session.commit()
    return _report(toolkit, changed)


def _report_content(toolkit: Toolkit, text: str) -> dict[str, object]:
    found = _read(toolkit, text)
    return {"text": text, "report": report_json(found), "reader": reader_version()}


def _report(toolkit: Toolkit, kept: Kept) -> KeptReport:
    content = kept.content
    return KeptReport(
        kept,
        content["text"],
        _read(toolkit, content["text"]),
        reader_version(),
        content["report"]["score"],
        content["reader"],
    )


def _read(toolkit: Toolkit, text: str) -> Report:
    if not text.strip() or len(text) > LONGEST_TEXT:
        message = f"A résumé that is kept holds some text, and at most {LONGEST_TEXT:,} characters."
        raise DomainError(message, field="text", code="no_text")
    return resumes.analyze(toolkit.resume_lines, resumes.read_corrected(text))


@cache
def reader_version() -> str:
    """The trained model that reads lines, named by its content: "achievement-lines 1f0c2a9e"."""
    return f"{MODEL.name} {hashlib.sha256((MODEL / ARTEFACT).read_bytes()).hexdigest()[:8]}"


# -- salary look-ups


@dataclass(frozen=True)
class KeptLookUp:
    """What was asked, as an address asks it, and the band as it was shown on that day."""

    kept: Kept
    asked: Mapping[str, str]
    band: Band
    day: date


def keep_look_up(session: Session, asked: Mapping[str, str], band: Band, now: datetime) -> KeptLookUp:
    """Keep a question with its answer."""
    content = {"asked": dict(asked), "band": band_to_kept(band), "day": now.date().isoformat()}
    kept = store.add(session, Kind.LOOK_UP, name_of(band), content, now)
    session.commit()
    return _look_up(kept)


def look_up(session: Session, slug: str) -> KeptLookUp:
    return _look_up(store.get(session, Kind.LOOK_UP, slug))


def name_of(band: Band) -> str:
    """ "Pay: IT project manager, L3, Singapore, 2026-11"."""
    return f"Pay: {FAMILY_NAMES[band.query.family]}, {band.query.level}, {band.region.name}, {band.as_of}"


def _look_up(kept: Kept) -> KeptLookUp:
    content = kept.content
    band = band_from_kept(content["band"])
    return KeptLookUp(kept, content["asked"], band, date.fromisoformat(content["day"]))


# -- both


def duplicate(session: Session, kind: Kind, slug: str, now: datetime) -> Kept:
    """Keep the same a second time, under a name that says so; the caller commits."""
    original = store.get(session, kind, slug)
    return store.add(session, kind, copy_of(original.title), original.content, now)


def copy_of(title: str) -> str:
    """ "… (copy)", shortened so that the end can still be read."""
    return f"{title[:112].rstrip()} (copy)"
