"""What a visitor sends to have a résumé read."""

from __future__ import annotations

from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField

from app.web.forms import Paragraphs, ToolForm

MOST_FILES = 20


class ResumeForm(ToolForm):
    """A file, several files, or a pasted text."""

    files = MultipleFileField(
        "Upload one résumé, or several to compare",
        description="PDF, Word (.docx), text, Markdown or JSON Resume; up to 10 MB and 30 pages each.",
    )
    text = Paragraphs("Or paste the text")
    blind = BooleanField("Blind: hide name, contact, school and dates of study")

    @property
    def chosen(self) -> list[FileStorage]:
        return [file for file in self.files.data or [] if isinstance(file, FileStorage) and file.filename]

    def refuse(self, message: str, *, file: bool) -> None:
        """Put a complaint beside the file or beside the text."""
        field = self.files if file else self.text
        field.errors = [*field.errors, message]


class CorrectedForm(ToolForm):
    """Our reading, perhaps corrected, with the first reading to compare it to."""

    text = Paragraphs("This is how we read it")
    first = Paragraphs("The first reading")
    posting = Paragraphs("Paste a posting")
    blind = BooleanField("Blind: hide name, contact, school and dates of study")
