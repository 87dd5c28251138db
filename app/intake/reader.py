"""Reads uploaded files in a process of their own that is ended when it takes too long or too much."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.util import Finalize
from threading import Lock
from types import TracebackType

from pebble import ProcessExpired, ProcessPool

from app.core.resumes.pages import BadFileError, Pages
from app.intake import pictures, worker

LARGEST_FILE = 10 * 1024 * 1024
LONGEST_SECONDS = 10.0
LONGEST_DRAWING = 5.0  # pictures only help to compare, so nobody waits long for them
FILES_PER_PROCESS = 50  # a fresh process now and then, in case a file left something behind

TOO_LARGE = "This file is larger than 10 MB. Save it with smaller pictures, or paste the text."
TOO_SLOW = "This file took longer than 10 seconds to read, so reading was stopped. Paste the text instead."
TOO_HEAVY = "This file needs more memory than is allowed, or breaks the reader. Paste the text instead."
EMPTY = "This file is empty."


class Reader:
    """A small pool of reading processes; started at the first file, ended by `close`.

    Every process of a server has a reader of its own.
    """

    def __init__(self, seconds: float = LONGEST_SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._running: _Running | None = None

    def read(self, content: bytes, name: str) -> Pages:
        """Raises `BadFileError` with the case and what can be done about it."""
        if not content:
            raise BadFileError("no_text", EMPTY)
        if len(content) > LARGEST_FILE:
            raise BadFileError("too_large", TOO_LARGE)
        try:
            future = self._started().schedule(worker.answer, args=[content, name], timeout=self._seconds)
            answer = future.result()
        except TookTooLong as error:
            raise BadFileError("too_slow", TOO_SLOW) from error
        except (ProcessExpired, BrokenProcessPool, MemoryError) as error:
            self.close()
            raise BadFileError("too_heavy", TOO_HEAVY) from error
        if isinstance(answer, Pages):
            return answer
        code, message = answer
        raise BadFileError(code, message)

    def pictures(self, content: bytes) -> tuple[bytes, ...]:
        """The first pages of a PDF to look at; none where drawing them takes too long or too much."""
        try:
            drawing = self._started().schedule(
                pictures.of_pages, args=[content], timeout=min(self._seconds, LONGEST_DRAWING)
            )
            drawn: tuple[bytes, ...] = drawing.result()
        except TookTooLong:
            return ()
        except (ProcessExpired, BrokenProcessPool, MemoryError):
            self.close()
            return ()
        return drawn

    def close(self) -> None:
        with self._lock:
            running, self._running = self._running, None
        if running is not None:
            running.stop()

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._running is None or not self._running.pool.active:
                if self._running is not None:
                    self._running.stop()
                self._running = _start()
            return self._running.pool

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True)
class _Running:
    pool: ProcessPool
    stop: Callable[[], object]


def _start() -> _Running:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([worker.__name__])
    pool = ProcessPool(max_workers=1, max_tasks=FILES_PER_PROCESS, initializer=worker.set_limits, context=context)

    def stop() -> None:
        pool.stop()
        pool.join()

    # A process that ends waits for its children, so they are stopped first; a server's worker never comes to `atexit`.
    return _Running(pool, Finalize(None, stop, exitpriority=100))
