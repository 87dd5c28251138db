"""What runs inside the process that may be killed: one file in, its pages or the reason against it out."""

from __future__ import annotations

import resource

from app.core.resumes.pages import BadFileError, Pages
from app.intake import docx, pdf, pictures, plain, words

MEMORY = 512 * 1024 * 1024

OLD_WORD = "This is an old Word file (.doc), which is not read. Save it as .docx or PDF and upload that."
RICH_TEXT = "This is a rich text file (.rtf), which is not read. Save it as .docx or PDF, or paste the text."
PICTURE = "This is a picture. Upload the PDF or Word file that it was made from, or paste the text."
FOREIGN = (
    "This résumé seems to be in {language}. Only English is read so far; a score for another language would be a guess."
)

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")


def set_limits() -> None:
    """Bound this process: no more than half a gigabyte, and nothing written to disk."""
    pictures.make_ready()  # a library's own needs are not the file's fault, so it is loaded before the bound
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(content: bytes, name: str) -> Pages | tuple[str, str]:
    """The pages, or code and message of what speaks against the file (errors do not travel well between processes)."""
    try:
        return read(content, name)
    except BadFileError as error:
        return error.code, error.message


def read(content: bytes, name: str) -> Pages:
    """Read by what the file is, not by what its name says; raises `BadFileError`."""
    return in_english(_read_kind(content, name.lower()))


def in_english(pages: Pages) -> Pages:
    """The same pages; raises `BadFileError` for those in another language."""
    language = words.language_of(pages.text)
    if language is not None:
        raise BadFileError("not_english", FOREIGN.format(language=language))
    return pages


def _read_kind(content: bytes, name: str) -> Pages:
    start = content[:1024]
    if b"%PDF" in start:
        return pdf.read(content)
    if start.startswith(b"PK\x03\x04"):
        return docx.read(content, name)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadFileError("old_word", OLD_WORD)
    if start.startswith(b"{\\rtf"):
        raise BadFileError("unsupported", RICH_TEXT)
    if start.startswith(PICTURES):
        raise BadFileError("image_only", PICTURE)
    text = plain.decoded(content)
    if name.endswith(".json") or text.lstrip().startswith("{"):
        return plain.read_json(text)
    if name.endswith((".md", ".markdown")):
        return plain.read_markdown(text)
    return plain.read_text(text)
