"""The press: WeasyPrint with our stylesheets and fonts, made ready once and used for many documents.

Only a process that prints imports this file, since WeasyPrint takes a third of a second to load.
"""

from __future__ import annotations

from typing import Any

from app.config import TEMPLATES
from app.documents.pdf.paper import PageSize

try:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher
except OSError as error:  # one of the system libraries that it draws with
    raise ImportError(str(error)) from error

STYLESHEETS = TEMPLATES / "pdf"
STANDARD = "pdf/ua-1"


_of_data = URLFetcher(allowed_protocols=["data"])


def _within(url: str) -> Any:
    """Fetch nothing from outside, neither network nor files: a document holds all that it needs.

    A `data:` address is within. The error ends the document, since only a fault in our templates can ask for more.
    """
    if not url.startswith("data:"):
        raise FatalURLFetchingError(f"A document may not load anything from outside: {url}")
    return _of_data.fetch(url)


class Press:
    """Fonts and stylesheets are read once: parsing them anew would cost each document a sixth more."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()
        family = "\n".join(file.read_text(encoding="utf-8") for file in sorted(STYLESHEETS.glob("*.css")))
        self._family = self._sheet(family)
        self._papers = {size: self._sheet(f"@page {{ size: {size} }}") for size in PageSize}

    def pdf(self, html: str, size: PageSize) -> bytes:
        """The same document is the same bytes, on every machine and at every time."""
        content: bytes = HTML(string=html, url_fetcher=_within).write_pdf(
            stylesheets=[self._family, self._papers[size]], font_config=self._fonts, pdf_variant=STANDARD
        )
        return content

    def _sheet(self, css: str) -> CSS:
        return CSS(string=css, font_config=self._fonts, url_fetcher=_within)
