"""Reads the posting that somebody hands in: pasted, as a file, or as a posting of our own."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import DomainError
from app.core.posting_text import markup
from app.core.postings.plain import posting_from_plain
from app.core.postings.posting import Posting
from app.core.resumes.pages import BadFileError, Pages
from app.core.text import clean, clean_values, from_json
from app.documents.posting_text import to_plain_text
from app.intake.reader import Reader

LONGEST_PASTE = 100_000  # characters that a page takes; no posting is longer
LARGEST_FILE = 10 * 1024 * 1024


@dataclass(frozen=True)
class Given:
    """What somebody handed in, as plain text; `read_as` says what it was."""

    text: str
    read_as: str = "text"
    posting: Posting | None = None


def check_paste(text: str) -> None:
    """Raises `DomainError` for a paste that no page should work on."""
    if len(text) > LONGEST_PASTE:
        raise DomainError(
            f"This text has {len(text):,} characters; at most {LONGEST_PASTE:,} can be pasted.",
            field="text",
            code="too_long",
        )


def read_path(path: str) -> Given:
    """Read a file (- for standard input); raises `DomainError` (bad_file) when that cannot be done."""
    return read_file(content_of(path), Path(path).name)


def content_of(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read(LARGEST_FILE + 1) if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise _bad_file(f"{path} cannot be read: {error.strerror}.") from error


def read_file(content: bytes, name: str) -> Given:
    """Read text, Markdown, HTML, PDF, Word or JSON; raises `DomainError` (bad_file) with what can be done."""
    if len(content) > LARGEST_FILE:
        raise _bad_file(f"{name} is larger than 10 MB. Paste the text instead.")
    if content.startswith(b"PK\x03\x04") or b"%PDF" in content[:1024]:
        return _from_pages(content, name)
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _bad_file(f"{name} is not text, HTML, PDF, Word or JSON. Paste its text instead.")
    text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", errors="replace")
    if not text.strip():
        raise _bad_file(f"There is no text in {name}.")
    if name.lower().endswith(".json") or text.lstrip().startswith("{"):
        return _from_json(text, name)
    return from_text(text)


def from_text(text: str) -> Given:
    """Plain text as it is; HTML without its tags."""
    if markup.looks_like_html(text):
        return Given(markup.to_text(text), "html")
    return Given(text.replace("\r\n", "\n").replace("\r", "\n"))


def _from_pages(content: bytes, name: str) -> Given:
    try:
        with Reader() as reader:
            pages = reader.read(content, name)
    except BadFileError as error:
        if error.code == "not_english":
            raise _bad_file(
                f"{name} is not in English. Paste its text to have its pay, places and days read."
            ) from error
        raise _bad_file(error.message.replace("résumé", "posting")) from error
    return Given(_text(pages), "pdf" if b"%PDF" in content[:1024] else "docx")


def _text(pages: Pages) -> str:
    """The lines, with headings and list entries marked as the file marks them."""
    lines = []
    for line in pages.lines:
        mark = "## " if line.heading else "• " if line.bullet and not line.text.startswith("•") else ""
        lines.append(mark + line.text)
    return "\n".join(lines)


def _from_json(text: str, name: str) -> Given:
    try:
        content = from_json(text)
    except ValueError:
        if name.lower().endswith(".json"):
            raise _bad_file(f"{name} is not JSON.") from None
        return from_text(text)
    if isinstance(content, dict) and isinstance(content.get("text"), str):
        return from_text(clean(content["text"]).text)
    posting = posting_from_plain(clean_values(content))
    return Given(to_plain_text(posting), "posting", posting)


def _bad_file(message: str) -> DomainError:
    return DomainError(message, field="file", code="bad_file")
