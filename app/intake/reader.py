"""Reads uploaded files in a process of their own that is ended when it takes too long or too much."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from functools import cached_property
from types import TracebackType

from pebble import ProcessExpired, ProcessPool

from app.core.resumes.pages import BadFileError, Pages
from app.intake import worker

LARGEST_FILE = 10 * 1024 * 1024
LONGEST_SECONDS = 10.0
FILES_PER_PROCESS = 50  # a fresh process now and then, in case a file left something behind

TOO_LARGE = "This file is larger than 10 MB. Save it with smaller pictures, or paste the text."
TOO_SLOW = "This file took longer than 10 seconds to read, so reading was stopped. Paste the text instead."
TOO_HEAVY = "This file needs more memory than is allowed, or breaks the reader. Paste the text instead."
EMPTY = "This file is empty."


class Reader:
    """A small pool of reading processes; started at the first file, ended by `close`."""

    def __init__(self, seconds: float = LONGEST_SECONDS) -> None:
        self._seconds = seconds
        self._ending = ExitStack()

    @cached_property
    def _pool(self) -> ProcessPool:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([worker.__name__])
        pool = ProcessPool(max_workers=1, max_tasks=FILES_PER_PROCESS, initializer=worker.set_limits, context=context)
        self._ending.callback(pool.join)
        self._ending.callback(pool.stop)
        return pool

    def read(self, content: bytes, name: str) -> Pages:
        """Raises `BadFileError` with the case and what can be done about it."""
        if not content:
            raise BadFileError("no_text", EMPTY)
        if len(content) > LARGEST_FILE:
            raise BadFileError("too_large", TOO_LARGE)
        future = self._pool.schedule(worker.answer, args=[content, name], timeout=self._seconds)
        try:
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

    def close(self) -> None:
        if "_pool" in self.__dict__:
            self._ending.close()
            del self._pool

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
