"""The first pages of a PDF as small pictures, to be held beside what was read of them."""

from __future__ import annotations

import io
from contextlib import suppress

import pypdfium2 as pdfium

WIDEST, HIGHEST = 880, 1400  # pixels: enough to read nine-point type beside the text
MOST_SHOWN = 4
QUALITY = 50  # of WebP; a page of text takes some 40 kB


def make_ready() -> None:
    """Load what draws; a process that only reads texts does without it."""
    from PIL import Image

    Image.preinit()


def of_pages(content: bytes) -> tuple[bytes, ...]:
    """WebP pictures; those that could be drawn, since a page that cannot is no reason to read nothing."""
    drawn: list[bytes] = []
    with suppress(pdfium.PdfiumError, OSError, ValueError, MemoryError), pdfium.PdfDocument(content) as document:
        for number in range(min(MOST_SHOWN, len(document))):
            drawn.append(_drawn(document[number]))
    return tuple(drawn)


def _drawn(page: pdfium.PdfPage) -> bytes:
    width, height = page.get_size()
    scale = min(WIDEST / max(width, 1.0), HIGHEST / max(height, 1.0))
    out = io.BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(out, "WEBP", quality=QUALITY)
    return out.getvalue()
