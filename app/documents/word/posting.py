"""A posting as a Word document, for whoever wants to go on writing."""

from __future__ import annotations

from docx.document import Document

from app.core.english import language_of
from app.core.postings.posting import Posting, Section
from app.documents.pdf.family import Imprint
from app.documents.pdf.paper import PageSize, page_size
from app.documents.word.family import begin, begin_numbering, numbered, to_bytes, write


def posting_docx(posting: Posting, size: PageSize | None = None, stamp: str = "") -> bytes:
    """The posting on the paper of its region; `stamp` is a banner at its head, such as "Draft: 2 law gaps"."""
    document = begin(
        Imprint(
            title=posting.title,
            author=posting.brief.employer,
            subject=f"Job posting: {posting.title} at {posting.brief.employer}",
            edition=posting.edition,
            language=language_of(posting.brief.country),
        ),
        size or page_size(posting),
    )
    if stamp:
        write(document.add_paragraph(style="Stamp"), stamp)
    write(document.add_paragraph(style="Subtitle"), posting.brief.employer)
    write(document.add_paragraph(style="Title"), posting.title)
    for label, value in posting.facts:
        if label != "Employer":
            write(document.add_paragraph(style="Fact"), value, lead=label)
    for section in posting.shown:
        _add_section(document, section)
    return to_bytes(document)


def _add_section(document: Document, section: Section) -> None:
    write(document.add_paragraph(style="Heading 1"), section.heading)
    numbering = begin_numbering(document) if section.style == "steps" else 0
    paragraphs = "Notice" if section.key == "notices" else "Normal"
    style = {"bullets": "List Bullet", "steps": "List Number"}.get(section.style, paragraphs)
    for item in section.items:
        paragraph = write(document.add_paragraph(style=style), item.text, lead=item.lead)
        if numbering:
            numbered(paragraph, numbering)
