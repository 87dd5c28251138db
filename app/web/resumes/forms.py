"""What a visitor sends to have a résumé read."""

from __future__ import annotations

from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, IntegerField
from wtforms.validators import Optional

from app.web.forms import Line, Paragraphs, ToolForm

MOST_FILES = 20


class ResumeForm(ToolForm):
    """A file, several files, or a pasted text."""

    files = MultipleFileField(
        "Upload one résumé, or several to compare",
        description="PDF, Word (.docx), text, Markdown or JSON Resume, up to 30 pages each; up to 20 files and 10 MB.",
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


class CarriedForm(ToolForm):
    """A report's page sent back: what it showed, what was typed since, and the first reading."""

    text = Paragraphs("Our reading")
    corrected = Paragraphs("Our reading, corrected")
    first = Paragraphs("The first reading")
    original = Paragraphs("The text of the file")
    file_name = Line("The name of the file")
    page_count = IntegerField("Pages of the file", validators=[Optional()])
    posting = Paragraphs("The text of a posting")
    assessment = Line("Where evidence goes")
    blind = BooleanField("Blind: hide name, contact, school and dates of study")
