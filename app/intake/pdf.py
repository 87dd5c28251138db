"""PDF files: pdfium reads first; where its words do not read as words, pypdf is asked as well."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from app.core.resumes.pages import BadFileError, PageLine, Pages
from app.intake import words
from app.intake.pdfium_text import SOFT_HYPHEN, Run, runs_of
from app.intake.reading_order import ordered

MOST_PAGES = 30
READS_POORLY = 0.12  # share of unknown words above which the second engine is asked
CLEARLY_BETTER = 0.05  # pypdf gives no places, so it must read clearly better to be preferred
FEWEST_LETTERS = 40  # on all pages together; fewer means that the text is a picture

ENCRYPTED = "This PDF is locked with a password. Save a copy without the password and upload that."
BROKEN = "This PDF is damaged and cannot be opened. Export it again from the program that made it."
PICTURE = (
    "This PDF holds a picture of a page and no text. "
    "Export the résumé from the program that made it, or paste the text."
)
TOO_LONG = "This file has {pages:,} pages; a résumé of up to {most} is read."
EMPTY = "This PDF holds no text that a reader would see."


def read(content: bytes) -> Pages:
    """Raises `BadFileError` for what cannot be read: locked, damaged, too long, or without text."""
    document = _opened(content)
    try:
        if len(document) > MOST_PAGES:
            raise BadFileError("too_many_pages", TOO_LONG.format(pages=len(document), most=MOST_PAGES))
        pages = [_runs(document, number) for number in range(len(document))]
        pictures = any(_has_picture(document[number]) for number in range(len(document)))
    finally:
        document.close()
    hidden = tuple(run.text for runs, _ in pages for run in runs if run.hidden and len(run.text.strip()) > 1)
    lines = tuple(
        line for number, (runs, width) in enumerate(pages, 1) for line in _lines(ordered(runs, width), number)
    )
    text = "\n".join(line.text for line in lines)
    if sum(map(str.isalnum, text)) < FEWEST_LETTERS:
        raise BadFileError("image_only", PICTURE) if pictures or not hidden else BadFileError("no_visible_text", EMPTY)
    first = Pages(_whole_words(lines), "pdf", "pdfium", len(pages), words.unknown_share(text), hidden)
    return first if first.unknown_words <= READS_POORLY or hidden else _better(first, content)


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise BadFileError("encrypted", ENCRYPTED) if locked else BadFileError("broken", BROKEN) from error


def _runs(document: pdfium.PdfDocument, number: int) -> tuple[list[Run], float]:
    try:
        page = document[number]
    except pdfium.PdfiumError as error:
        raise BadFileError("broken", BROKEN) from error
    return runs_of(page), page.get_width()


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _lines(runs: list[Run], page: int) -> list[PageLine]:
    """The runs as lines; bold counts only where not everything is."""
    loud = sum(len(run.text) for run in runs if run.bold) > 0.5 * sum(len(run.text) for run in runs)
    lines = []
    for run in runs:
        text = " ".join(run.text.split())
        if text:
            lines.append(
                PageLine(
                    text, page, round(run.left, 1), round(run.right, 1), round(run.middle, 1), round(run.size, 1),
                    bold=run.bold and not loud, label=text[: run.label] if run.label > 0 else "",
                )
            )  # fmt: skip
    return lines


def _whole_words(lines: tuple[PageLine, ...]) -> tuple[PageLine, ...]:
    """Settle whether a hyphen at a line's end belongs to the word: only if the word without it is none."""
    settled = []
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        text = line.text
        if text.endswith(SOFT_HYPHEN):
            head = re.search(r"[^\W\d_]*$", text[:-1])
            tail = re.match(r"[^\W\d_]*", following.text) if following is not None else None
            joined = (head.group() if head else "") + (tail.group() if tail else "")
            text = text if joined and words.is_word(joined) else text[:-1] + "-"
        settled.append(replace(line, text=text))
    return tuple(settled)


def _better(first: Pages, content: bytes) -> Pages:
    """The reading by pypdf, if more of its words are words."""
    import pypdf  # 60 ms that most files never need

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    except (pypdf.errors.PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
        return first  # a second opinion that fails changes nothing
    lines = tuple(
        PageLine(" ".join(line.split()), number)
        for number, text in enumerate(texts, 1)
        for line in text.splitlines()
        if line.strip()
    )
    unknown = words.unknown_share("\n".join(line.text for line in lines))
    if unknown > first.unknown_words - CLEARLY_BETTER:
        return first
    return replace(first, lines=lines, engine="pypdf", unknown_words=unknown)
