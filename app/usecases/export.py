"""Everything that somebody has, as one ZIP that is written while it is sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy.orm import Session

from app.core.assessments.plain import answers_to_plain, result_to_plain
from app.core.english import day_in_words
from app.core.errors import DomainError
from app.core.file_names import file_name
from app.core.resumes.as_json import report_json
from app.documents import posting_text
from app.documents.pdf.assessment import assessment_html
from app.documents.pdf.paper import PageSize
from app.documents.salary_plain import band_to_plain
from app.store import everything, reach
from app.store import work as store
from app.store.work import Kind, Work
from app.usecases import assessments, kept, postings, showing
from app.usecases.toolkit import Toolkit

MOST_PDFS = 200  # each takes a third of a second of a processor
NOBODYS = 0  # no workspace has this number
FOLDERS = {
    Kind.POSTING: "postings",
    Kind.ASSESSMENT: "self-assessments",
    Kind.REPORT: "resume-reports",
    Kind.LOOK_UP: "salary-look-ups",
}
README = """This is everything that TPM Toolkit keeps for you, taken away on {day}.

everything.json  every row of the database that is yours, by table: also versions, earlier results, invitations, links
                 and what lies in the bin. Keys and passwords are left out, so that this file opens no door.
Folders          each thing that is not in the bin, as JSON and as PDF. A posting's JSON can be taken up again.
{more}
What was only looked at, such as a résumé that was read and not kept, was never stored and is not here.
"""


@dataclass(frozen=True)
class File:
    """One file of the ZIP; its content is made when its turn comes."""

    name: str
    at: datetime
    content: Callable[[], bytes]


def export(session: Session, toolkit: Toolkit, now: datetime) -> Iterator[bytes]:
    """The ZIP, piece by piece: the same order every time, and the same bytes when nothing has changed that day."""
    own = reach.of(session).own()
    return _written(toolkit, own, now)


def _written(toolkit: Toolkit, own: frozenset[int], now: datetime) -> Iterator[bytes]:
    """With a session of its own, since the request's is closed before the last piece is sent."""
    with toolkit.sessions() as session:
        reach.limit(session, reach.OneWorkspace(next(iter(own), NOBODYS)))
        yield from zipped(_files(session, toolkit, now))


def zipped(files: Iterable[File]) -> Iterator[bytes]:
    """A ZIP of files, sent on as each is finished; a PDF that cannot be made is told in a text in its place."""
    outlet = _Outlet()
    with ZipFile(outlet, "w", ZIP_DEFLATED) as archive:
        for file in files:
            name, content = file.name, b""
            try:
                content = file.content()
            except DomainError as error:
                name, content = f"{file.name}.not-made.txt", f"{error.message}\n".encode()
            entry = ZipInfo(name, file.at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
            yield outlet.taken()
    yield outlet.taken()


class _Outlet:
    """Where the ZIP is written to, and taken from at once."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """What was written may still be taken."""

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _files(session: Session, toolkit: Toolkit, now: datetime) -> Iterator[File]:
    own = reach.of(session).own()
    things = sorted(store.listed(session, own), key=lambda one: (list(FOLDERS).index(one.kind), one.made_at, one.id))
    left_out = len(things) - MOST_PDFS
    more = f"PDFs are made of the first {MOST_PDFS} things; open the others to print them.\n" if left_out > 0 else ""
    readme = README.format(day=day_in_words(now), more=more)
    rows = everything.rows_under(session, own)
    yield File("README.txt", now, readme.encode)
    yield File("everything.json", now, lambda: _json({"taken_away_on": now.date().isoformat(), "tables": rows}))
    for number, one in enumerate(things):
        stem = f"{FOLDERS[one.kind]}/{number + 1:03}-{file_name(one.title, one.kind)}"
        yield File(f"{stem}.json", one.changed_at, _content(session, toolkit, one, now.date()))
        if number < MOST_PDFS:
            yield File(f"{stem}.pdf", one.changed_at, _pdf(session, toolkit, one, now.date()))


def _content(session: Session, toolkit: Toolkit, one: Work, today: date) -> Callable[[], bytes]:
    def posting() -> bytes:
        return posting_text.to_json(postings.find(session, one.slug).posting).encode()

    def assessment() -> bytes:
        saved = assessments.find(session, one.slug)
        answers: dict[str, Any] = {"answers": answers_to_plain(assessments.with_latest_rating(session, saved))}
        try:
            result = assessments.result_of(session, toolkit, saved, today)
        except DomainError as error:  # too few answers, or no aim
            return _json(answers | {"result": None, "why": error.message})
        return _json(answers | {"result": result_to_plain(result)})

    def report() -> bytes:
        found = kept.report(session, toolkit, one.slug)
        return _json({"text": found.text, "read_by": found.reader, "report": report_json(found.report)})

    def look_up() -> bytes:
        found = kept.look_up(session, one.slug)
        return _json(
            {"looked_up_on": found.day.isoformat(), "asked": dict(found.asked), "band": band_to_plain(found.band)}
        )

    return {Kind.POSTING: posting, Kind.ASSESSMENT: assessment, Kind.REPORT: report, Kind.LOOK_UP: look_up}[one.kind]


def _pdf(session: Session, toolkit: Toolkit, one: Work, today: date) -> Callable[[], bytes]:
    """The owner's own PDF, with nothing held back."""

    def printed() -> bytes:
        if one.kind == Kind.ASSESSMENT:
            saved = assessments.find(session, one.slug)
            result = assessments.result_of(session, toolkit, saved, today)
            html, size = assessment_html(result, assessments.rules_of(toolkit, saved)[0]), PageSize.A4
        else:
            html, size = showing.to_print(
                toolkit, showing.shown(session, toolkit, one.kind, one.slug, parts=frozenset(), today=today)
            )
        return toolkit.pdf.document(html, size)

    return printed


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
