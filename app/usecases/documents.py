"""Everything that a posting can be taken away as: one table for the pages and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.core.errors import DomainError
from app.core.interviews import InterviewKit, kit_for
from app.core.postings.posting import Posting
from app.documents import posting_text
from app.documents.jsonld import to_json_ld
from app.documents.pdf.kit import kit_html
from app.documents.pdf.paper import PageSize, page_size
from app.documents.pdf.posting import posting_html
from app.usecases.toolkit import Toolkit

# How a PDF is printed: by a server's `PdfWriter.document`, or by `render.here` for a command.
Print = Callable[[str, PageSize], bytes]

POSTING, KIT = "Posting", "Interview kit"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Order:
    """What is to be written, and what its writer may need; `stamp` is a banner at the head of a document."""

    posting: Posting
    toolkit: Toolkit
    today: date
    print: Print
    stamp: str = ""

    @property
    def kit(self) -> InterviewKit:
        return kit_for(self.posting, self.toolkit.framework, self.toolkit.off_limits, self.toolkit.english)


@dataclass(frozen=True)
class Format:
    """One kind of file: `kind` names it on the command line and in addresses, `name` on the page."""

    kind: str
    group: str
    name: str
    mimetype: str
    write: Callable[[Order], bytes]

    @property
    def is_text(self) -> bool:
        return self.mimetype.startswith("text/") or "json" in self.mimetype

    def file_name(self, title: str) -> str:
        """ "senior-program-manager.pdf" or "senior-program-manager-interview-kit.pdf"."""
        about, _, ending = self.kind.rpartition("-")
        return f"{title}-interview-kit.{ending}" if about else f"{title}.{ending}"


def _pdf(order: Order) -> bytes:
    return order.print(posting_html(order.posting, order.stamp), page_size(order.posting))


def _docx(order: Order) -> bytes:
    from app.documents.word.posting import posting_docx  # python-docx waits until a Word document is asked for

    return posting_docx(order.posting, stamp=order.stamp)


def _json_ld(order: Order) -> bytes:
    return to_json_ld(order.posting, order.toolkit.places, order.today).encode()


def _kit_pdf(order: Order) -> bytes:
    return order.print(kit_html(order.kit), page_size(order.posting))


def _kit_docx(order: Order) -> bytes:
    from app.documents.word.kit import kit_docx

    return kit_docx(order.kit, page_size(order.posting))


def _text(write: Callable[[Posting], str]) -> Callable[[Order], bytes]:
    return lambda order: write(order.posting).encode()


FORMATS = {
    one.kind: one
    for one in (
        Format("pdf", POSTING, "PDF", "application/pdf", _pdf),
        Format("docx", POSTING, "Word", WORD, _docx),
        Format("txt", POSTING, "Plain text", "text/plain", _text(posting_text.to_plain_text)),
        Format("html", POSTING, "HTML", "text/html", _text(posting_text.to_html)),
        Format("md", POSTING, "Markdown", "text/markdown", _text(posting_text.to_markdown)),
        Format("json", POSTING, "JSON", "application/json", _text(posting_text.to_json)),
        Format("jsonld", POSTING, "JSON-LD", "application/ld+json", _json_ld),
        Format("kit-pdf", KIT, "PDF", "application/pdf", _kit_pdf),
        Format("kit-docx", KIT, "Word", WORD, _kit_docx),
    )
}


def format_of(kind: str) -> Format:
    """Raises `DomainError` with the known ones for an unknown kind."""
    if kind not in FORMATS:
        raise DomainError(
            f"There is no file of the kind {kind!r}; there are {', '.join(FORMATS)}.", code="unknown_format"
        )
    return FORMATS[kind]
