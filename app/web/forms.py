"""What all forms share: text made safe as it comes in, and errors that a page can list and link."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from app.core.postings.brief import Problem
from app.core.text import clean


class _Cleaned:
    """Drops invisible characters and counts them, so that the page can say so."""

    removed = 0

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            cleaned = clean(valuelist[0])
            self.removed = cleaned.removed
            self.data = self.tidied(cleaned.text)

    @staticmethod
    def tidied(text: str) -> str:
        return text.strip()


class Line(_Cleaned, StringField):  # type: ignore[misc]  # WTForms carries no types
    """One line of text."""

    @staticmethod
    def tidied(text: str) -> str:
        return " ".join(text.split())


class Paragraphs(_Cleaned, TextAreaField):  # type: ignore[misc]  # WTForms carries no types
    """Text of any length that a person may break into lines."""


class Lines(Paragraphs):
    """One entry a line."""

    @property
    def entries(self) -> tuple[str, ...]:
        return tuple(" ".join(line.split()) for line in (self.data or "").splitlines() if line.strip())


class CheckBoxes(SelectMultipleField):  # type: ignore[misc]  # WTForms carries no types
    """Several of a list, each with its own box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ToolForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF carries no types
    """A form of the product; `aliases` name the field of a core value where the form calls it otherwise."""

    aliases: ClassVar[dict[str, str]] = {}

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF carries no types
        csrf = False  # every POST is checked already, before it reaches a form

    def every_error(self) -> list[tuple[str, str]]:
        """The first error of each field, with the id that a link can jump to."""
        return [(_target(field), str(field.errors[0])) for field in self if field.errors]

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Put what the core found beside the fields that it concerns."""
        for problem in problems:
            field = self[self.aliases.get(problem.field, problem.field)]
            field.errors = [*field.errors, problem.message]

    def removed_notes(self) -> list[str]:
        """What was taken out of the text on its way in, in words."""
        notes = []
        for field in self:
            count = getattr(field, "removed", 0)
            if count:
                were = "character was" if count == 1 else "characters were"
                notes.append(f"{count} invisible {were} taken out of “{field.label.text}”.")
        return notes


def _target(field: Field) -> str:
    """Groups of buttons have no id that can take the focus, so the link goes to their first."""
    return f"{field.id}-0" if isinstance(field, RadioField | CheckBoxes) else str(field.id)
