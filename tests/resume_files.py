"""Builds the files that the tests read: small PDFs and DOCX files, kind and hostile."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import pypdf

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


@dataclass(frozen=True)
class Put:
    """A piece of text on a page: points from the left and from the top, size, and gray (0 black, 1 white)."""

    left: float
    top: float
    text: str
    size: float = 11
    gray: float = 0.0
    bold: bool = False


def pdf(*pages: Sequence[Put], extra: bytes = b"") -> bytes:
    """A PDF with these pieces of text in this order."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _font("Helvetica"), _font("Helvetica-Bold")]
    kids = []
    for page in pages:
        content = b"\n".join(_show(put) for put in page) + extra
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _assembled(objects)


def _font(name: str) -> bytes:
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name.encode()


def _show(put: Put) -> bytes:
    text = put.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"F2" if put.bold else b"F1"
    return b"BT %.2f g /%s %.2f Tf %.2f %.2f Td (%s) Tj ET" % (
        put.gray, font, put.size, put.left, 792 - put.top, text,
    )  # fmt: skip


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def column(left: float, top: float, *texts: str, size: float = 11, gap: float = 14) -> list[Put]:
    """Lines under one another."""
    return [Put(left, top + gap * number, text, size) for number, text in enumerate(texts)]


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(column(72, 72, "A locked page"))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture_pdf() -> bytes:
    """A page that is one gray picture and holds no text."""
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 4 >>\nstream\n\x10\x80\x80\xf0\nendstream"
    )
    content = b"q 400 0 0 500 72 150 cm /I Do Q"
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /XObject << /I 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            image,
        ]
    )


def swelling_pdf(megabytes: int) -> bytes:
    """A small file whose only page unpacks to very much."""
    packed = zlib.compress(b"BT /F1 9 Tf 9 9 Td (x) Tj ET\n" * (megabytes * 1024 * 1024 // 29), 9)
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
            _font("Helvetica"),
        ]
    )


def paragraph(text: str, *, style: str = "", look: str = "", bullet: bool = False) -> str:
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if bullet else ""
    )
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: Sequence[str]) -> str:
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{cells}</w:tbl>"


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: the same text for new and for old programs."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice>"
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def docx(*body: str, doctype: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    document = f'<?xml version="1.0"?>{doctype}<w:document {W} {MC}><w:body>{"".join(body)}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return out.getvalue()
