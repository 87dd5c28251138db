"""Whatever a posting is taken away as says the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from app.config import DATA, Settings
from app.core.errors import DomainError
from app.core.postings.posting import Posting
from app.documents.pdf import render
from app.usecases import postings
from app.usecases.documents import FORMATS, KIT, Order, format_of
from app.usecases.toolkit import Toolkit

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    folder: Path = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url="sqlite://", secret_key="t" * 40))


@pytest.fixture(scope="module", params=sorted((DATA / "examples").glob("*.yaml")), ids=lambda path: path.stem)
def posting(toolkit: Toolkit, request: pytest.FixtureRequest) -> Posting:
    return postings.from_brief_file(toolkit, request.param.read_bytes())


def of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    finally:
        document.close()


def of_word(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


def of_markup(content: bytes) -> str:
    unescaped = content.decode().replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", '"')
    return re.sub(r"<[^>]+>", "", unescaped)


def of_json_ld(content: bytes) -> str:
    listed = json.loads(content)
    return f"{listed['title']}\n{of_markup(listed['description'].encode())}"


def of_markdown(content: bytes) -> str:
    return re.sub(r"\\(.)", r"\1", content.decode().replace("**", ""))


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": of_pdf,
    "docx": of_word,
    "txt": bytes.decode,
    "html": of_markup,
    "md": of_markdown,
    "json": bytes.decode,
    "jsonld": of_json_ld,
}


def packed(text: str) -> str:
    """Without what layout adds: white space, bullets, and hyphens at the end of a line."""
    return re.sub(r"[\s•\-\x02\ufffe]", "", text)


@pytest.mark.parametrize("kind", READERS)
def test_every_format_says_every_fact_and_every_line(toolkit: Toolkit, posting: Posting, kind: str) -> None:
    content = FORMATS[kind].write(Order(posting, toolkit, TODAY, render.here))

    said = packed(READERS[kind](content))
    wanted = [posting.title, *(value for _, value in posting.facts)]
    wanted += [item.text for section in posting.shown for item in section.items]
    assert [text for text in wanted if packed(text) not in said] == []


def test_no_format_is_forgotten_above() -> None:
    assert set(READERS) == {kind for kind, one in FORMATS.items() if one.group != KIT}


@pytest.mark.parametrize(("kind", "read"), [("kit-pdf", of_pdf), ("kit-docx", of_word)])
def test_a_kit_names_the_job_and_every_must_have(
    toolkit: Toolkit, posting: Posting, kind: str, read: Callable[[bytes], str]
) -> None:
    said = packed(read(FORMATS[kind].write(Order(posting, toolkit, TODAY, render.here))))

    wanted = [posting.title, posting.brief.employer, *(item.text for item in posting.section("must").items)]
    assert [text for text in wanted if packed(text) not in said] == []


@pytest.mark.parametrize(("kind", "read"), [("pdf", of_pdf), ("docx", of_word)])
def test_a_document_can_be_stamped(toolkit: Toolkit, posting: Posting, kind: str, read: Callable[[bytes], str]) -> None:
    order = Order(posting, toolkit, TODAY, render.here, stamp="Draft: 2 law gaps")

    assert read(FORMATS[kind].write(order)).startswith("Draft: 2 law gaps")


def test_a_file_is_named_after_the_job_and_what_it_is() -> None:
    names = [FORMATS[kind].file_name("tpm") for kind in ("pdf", "jsonld", "kit-pdf", "kit-docx")]

    assert names == ["tpm.pdf", "tpm.jsonld", "tpm-interview-kit.pdf", "tpm-interview-kit.docx"]


def test_an_unknown_kind_is_answered_with_the_known() -> None:
    with pytest.raises(DomainError, match="pdf, docx, txt, html, md, json, jsonld, kit-pdf, kit-docx") as refused:
        format_of("odt")
    assert refused.value.code == "unknown_format"
