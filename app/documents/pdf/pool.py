"""PDFs made in processes of their own, so that none ever blocks a page or takes the server down with it."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread

from pebble import ProcessExpired, ProcessPool

from app.core.errors import DomainError
from app.core.postings.posting import Posting
from app.documents.pdf import fonts, render
from app.documents.pdf.paper import PageSize, page_size
from app.documents.pdf.posting import posting_html

# A worker grows by some 8 MB over as many documents; then a new one takes its place.
DOCUMENTS_A_WORKER = 300

# How long a document may wait for a free worker before its own time begins.
LONGEST_WAIT = 30.0

# The fork server loads WeasyPrint once, and every worker is a copy of it. It must not touch a font: Pango looks fonts
# up in a thread, which a copied process would wait for in vain.
_PRELOADED = "app.documents.pdf.press"
_LOG = logging.getLogger("tpm.pdf")


class PdfFailed(DomainError):
    """A document could not be made; asking again may help."""

    code = "pdf_failed"


class PdfTooSlow(PdfFailed):
    """A document took longer than it may."""

    code = "pdf_too_slow"


class PdfWriter:
    """Writes each kind of document; its processes start with the first one, or with `warm`.

    Every process of a server has a writer of its own. Writing raises `PdfFailed` or `PdfUnavailable`, in words for a
    visitor.
    """

    def __init__(self, workers: int, seconds: float) -> None:
        self._workers = workers
        self._seconds = seconds
        self._lock = Lock()
        self._running: _Running | None = None

    def posting(self, posting: Posting, size: PageSize | None = None, stamp: str = "") -> bytes:
        """Print a posting, on the paper of its region unless another is named."""
        return self.document(posting_html(posting, stamp), size or page_size(posting))

    def document(self, html: str, size: PageSize) -> bytes:
        """Print any document of the family (see `templates/pdf/base.html`)."""
        try:
            future: Future[bytes] = self._started().pool.schedule(
                render.in_worker, args=(html, size), timeout=self._seconds
            )
            return self._finished(future)
        except (ProcessExpired, BrokenProcessPool, RuntimeError) as error:
            raise PdfFailed("The PDF could not be made. Please ask for it again.") from error

    def warm(self) -> None:
        """Start the processes without waiting for them; for a server whose socket is open."""
        Thread(target=self._started, name="pdf-warm", daemon=True).start()

    def close(self) -> None:
        """Stop the processes, whatever they are doing; a later document starts new ones."""
        with self._lock:
            running, self._running = self._running, None
        if running is not None:
            running.stop()

    def _finished(self, future: Future[bytes]) -> bytes:
        try:
            failure = future.exception(timeout=LONGEST_WAIT + self._seconds)
        except TimeoutError:
            future.cancel()
            raise PdfTooSlow(
                "Many PDFs are being made at this moment. Please ask for yours again in a minute."
            ) from None
        if isinstance(failure, TimeoutError):
            raise PdfTooSlow(
                f"The PDF took longer than {self._seconds:g} seconds and was stopped. "
                "Shorten the longest texts, or take another format."
            ) from None
        if failure is None:
            return future.result()
        if isinstance(failure, DomainError):
            raise failure
        # Whatever a worker stumbled over, it was this document's: its reader is told, and an export goes on.
        _LOG.error("a document failed: %s", type(failure).__name__)
        raise PdfFailed("The PDF could not be made. Please ask for it again.") from failure

    def _started(self) -> _Running:
        with self._lock:
            # Asking whether a pool is active starts a new one, and finds out about a broken one.
            if self._running is None or not self._running.pool.active:
                if self._running is not None:
                    self._running.stop()
                self._running = _start(self._workers)
            return self._running


@dataclass(frozen=True)
class _Running:
    """The processes, and the folder with which they find their fonts."""

    pool: ProcessPool
    stop: Callable[[], object]


def _start(workers: int) -> _Running:
    folder = TemporaryDirectory(prefix="tpm-fonts-")
    fonts.write_configuration(Path(folder.name))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADED])
    pool = ProcessPool(
        max_workers=workers,
        max_tasks=DOCUMENTS_A_WORKER,
        initializer=render.prepare,
        initargs=(Path(folder.name),),
        context=context,
    )

    def stop() -> None:
        pool.stop()
        pool.join()
        folder.cleanup()

    # A process that ends waits for its children, so they are stopped first: also in a server's worker, which is a
    # child itself and never comes to `atexit`.
    running = _Running(pool, Finalize(None, stop, exitpriority=100))
    if not pool.active:
        raise PdfFailed("The PDF could not be made. Please ask for it again.")
    return running
