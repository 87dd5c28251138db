"""HTML to PDF within one process: a worker of the pool, or a command that needs a single document."""

from __future__ import annotations

import atexit
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.core.errors import DomainError
from app.documents.pdf import fonts
from app.documents.pdf.paper import PageSize

if TYPE_CHECKING:
    from app.documents.pdf.press import Press

_SAMPLE = '<html lang="en"><title>Ready</title><h1>Ready</h1><p>Ready <b>to print</b>.</p></html>'


class PdfUnavailable(DomainError):
    """This machine cannot make PDFs."""

    code = "pdf_unavailable"


def prepare(fonts_folder: Path) -> None:
    """Make a new worker ready, since the first document of a process takes the longest."""
    fonts.use_configuration(fonts_folder)
    with suppress(PdfUnavailable):  # whoever asks for a document is told
        in_worker(_SAMPLE, PageSize.A4)


def in_worker(html: str, size: PageSize) -> bytes:
    """Print in a process that `prepare` made ready; raises `PdfUnavailable`."""
    return _press().pdf(html, size)


def here(html: str, size: PageSize) -> bytes:
    """Print in this process: nothing stops a document that takes too long."""
    _own_fonts()
    return in_worker(html, size)


@cache
def _press() -> Press:
    try:
        from app.documents.pdf.press import Press
    except ImportError as error:
        raise PdfUnavailable(
            "PDFs need three system libraries that this machine lacks: libpango-1.0-0, libpangoft2-1.0-0 and "
            f"libharfbuzz-subset0 (on macOS: brew install pango). All other formats work. ({error})"
        ) from error
    return Press()


@cache
def _own_fonts() -> TemporaryDirectory[str]:
    """The folder of this process's fonts; it goes when the process ends."""
    folder = TemporaryDirectory(prefix="tpm-fonts-")
    fonts.write_configuration(Path(folder.name))
    fonts.use_configuration(Path(folder.name))
    return folder


# The press lets go of its fonts while the library that holds them is still there.
atexit.register(_press.cache_clear)
