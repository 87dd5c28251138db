"""What somebody hands in for a review: the text or a file, and what the law depends on besides."""

from __future__ import annotations

import re
from typing import ClassVar

from flask_wtf.file import FileField
from wtforms import DateField, HiddenField
from wtforms.validators import Optional

from app.core.errors import DomainError
from app.core.law.duties import Law
from app.core.law.workplaces import WorkPlace, read_work_place
from app.core.places import Places
from app.usecases.handed_in import LONGEST_PASTE
from app.web.employers import EmployerForm, code_of
from app.web.forms import Lines, Paragraphs

_REMOTE = re.compile(r"[\s,(]*\bremote\b[\s)]*", re.IGNORECASE)


class ReviewForm(EmployerForm):
    """The text of a posting; everything else has an answer when it is left empty."""

    text = Paragraphs("Text of the posting", description=f"Up to {LONGEST_PASTE:,} characters; HTML is read as well.")
    file = FileField("Or a file", description="PDF, Word (DOCX), HTML, Markdown, text or JSON, up to 10 MB.")
    places = Lines(
        "Places of work",
        description="One a line, such as “US-CO”, “Colorado remote” or “US remote anywhere”. "
        "Left empty, the places are taken from the text.",
    )
    places_read = HiddenField()
    on = DateField("Day to check for", description="Left empty, the law of today is taken.", validators=[Optional()])

    aliases: ClassVar[dict[str, str]] = {}

    def work(self, law: Law, known: frozenset[str], places: Places) -> tuple[WorkPlace, ...]:
        """The places as somebody wrote them; none while the box still holds what was read from the text."""
        if self.places.entries == tuple((self.places_read.data or "").splitlines()):
            return ()
        read = [
            self.read("places", line, lambda words: _work_place(words, law, known, places))
            for line in self.places.entries
        ]
        return tuple(dict.fromkeys(place for place in read if place is not None))

    def show_places(self, places: tuple[WorkPlace, ...]) -> None:
        """Put the places that were read from the text into the box, and remember that nobody wrote them."""
        lines = "\n".join(place.words for place in places)
        self.places.data = self.places_read.data = lines


def _work_place(line: str, law: Law, known: frozenset[str], places: Places) -> WorkPlace:
    try:
        return read_work_place(line, known)
    except DomainError:
        name = _REMOTE.sub(" ", line).strip(" ,")
        if not name:
            raise
        remote = " remote" if name != line else ""
        return read_work_place(f"{code_of(name, law, known, places)}{remote}", known)
