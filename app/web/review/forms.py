"""What somebody hands in for a review: the text or a file, and what the law depends on besides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, TypeVar

from flask_wtf.file import FileField
from wtforms import DateField, HiddenField
from wtforms.validators import Optional

from app.core.errors import DomainError
from app.core.law.duties import Law
from app.core.law.employers import Employer
from app.core.law.records import MOST_PEOPLE
from app.core.law.workplaces import WorkPlace, read_work_place
from app.core.places import Places
from app.usecases.posting_review import LONGEST_PASTE
from app.web.forms import Line, Lines, Paragraphs, ToolForm

_T = TypeVar("_T")
_HEADS = re.compile(r"(?P<place>.*?\D)[\s:=]+(?P<count>\d[\d,.']*)$")
_REMOTE = re.compile(r"[\s,(]*\bremote\b[\s)]*", re.IGNORECASE)


class ReviewForm(ToolForm):
    """The text of a posting; everything else has an answer when it is left empty."""

    text = Paragraphs("Text of the posting", description=f"Up to {LONGEST_PASTE:,} characters; HTML is read as well.")
    file = FileField("Or a file", description="PDF, Word (DOCX), HTML, Markdown, text or JSON, up to 10 MB.")
    total = Line("Employees in all")
    heads = Lines("Employees by place", description="One place a line, such as “US-CO 12” or “Ontario 30”.")
    based_in = Line("Where the employer is based", description="A code or a name, such as US-CO or Colorado.")
    places = Lines(
        "Places of work",
        description="One a line, such as “US-CO”, “Colorado remote” or “US remote anywhere”. "
        "Left empty, the places are taken from the text.",
    )
    places_read = HiddenField()
    on = DateField("Day to check for", description="Left empty, the law of today is taken.", validators=[Optional()])

    aliases: ClassVar[dict[str, str]] = {}

    def employer(self, law: Law, known: frozenset[str], places: Places) -> Employer:
        """What is known of the head counts; what cannot be read stands as an error beside its field."""
        total = self._read("total", self.total.data or "", _count) if self.total.data else None
        heads: dict[str, int] = {}
        for line in self.heads.entries:
            read = self._read("heads", line, lambda words: _heads(words, law, known, places))
            if read is not None:
                heads[read[0]] = read[1]
        based = self.based_in.data
        based_in = self._read("based_in", based, lambda words: _code(words, law, known, places)) if based else None
        return Employer(total, heads, based_in)

    def work(self, law: Law, known: frozenset[str], places: Places) -> tuple[WorkPlace, ...]:
        """The places as somebody wrote them; none while the box still holds what was read from the text."""
        if self.places.entries == tuple((self.places_read.data or "").splitlines()):
            return ()
        read = [
            self._read("places", line, lambda words: _work_place(words, law, known, places))
            for line in self.places.entries
        ]
        return tuple(dict.fromkeys(place for place in read if place is not None))

    def show_places(self, places: tuple[WorkPlace, ...]) -> None:
        """Put the places that were read from the text into the box, and remember that nobody wrote them."""
        lines = "\n".join(place.words for place in places)
        self.places.data = self.places_read.data = lines

    def wrong(self, field: str, message: str) -> None:
        self[field].errors = [*self[field].errors, message]

    def _read(self, field: str, written: str, read: Callable[[str], _T]) -> _T | None:
        try:
            return read(written)
        except DomainError as error:
            self.wrong(field, error.message)
            return None


def _count(words: str) -> int:
    digits = re.sub(r"[\s,.']", "", words)
    if not digits.isdecimal() or int(digits) > MOST_PEOPLE:
        raise DomainError(f"“{words}” is not a number of people; write it in digits, such as 40.")
    return int(digits)


def _heads(line: str, law: Law, known: frozenset[str], places: Places) -> tuple[str, int]:
    found = _HEADS.fullmatch(line)
    if found is None:
        raise DomainError(f"“{line}” does not say how many; write it like “US-CO 12”.")
    return _code(found["place"].strip(" :="), law, known, places), _count(found["count"])


def _code(words: str, law: Law, known: frozenset[str], places: Places) -> str:
    """The code of a place that is written as its code or its name."""
    if words.upper() in known:
        return words.upper()
    named = {place.name.lower(): code for code, place in law.jurisdictions.items()}
    return named.get(words.lower()) or places.read(words).code


def _work_place(line: str, law: Law, known: frozenset[str], places: Places) -> WorkPlace:
    try:
        return read_work_place(line, known)
    except DomainError:
        name = _REMOTE.sub(" ", line).strip(" ,")
        if not name:
            raise
        remote = " remote" if name != line else ""
        return read_work_place(f"{_code(name, law, known, places)}{remote}", known)
