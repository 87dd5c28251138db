"""Filings as arrays, each title read once; and the fixed hash by which filings are held out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from app.core.errors import DomainError
from app.core.salaries.evidence import Filing
from app.core.titles import TitleMap, read

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NDArrayBool = NDArray[np.bool_]
Texts = NDArray[np.str_]
HELD_OUT_PERCENT = 20


@dataclass(frozen=True)
class Rows:
    """One entry per filing whose title can be read."""

    pay: Floats  # logarithm of USD a year
    wording: tuple[str, ...]
    family: tuple[str, ...]
    level: tuple[str, ...]
    mark: tuple[str, ...]
    title: tuple[str, ...]
    state: tuple[str, ...]
    employer: tuple[str, ...]
    group: tuple[str, ...]
    soc: tuple[str, ...]
    draw: Ints  # 0-99 by hash of the row
    group_draw: Ints  # 0-99 by hash of the group of companies

    def __len__(self) -> int:
        return len(self.pay)

    def take(self, keep: Sequence[int] | Ints) -> Rows:
        def pick(values: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(values[i] for i in keep)

        return Rows(
            pay=self.pay[keep],
            wording=pick(self.wording),
            family=pick(self.family),
            level=pick(self.level),
            mark=pick(self.mark),
            title=pick(self.title),
            state=pick(self.state),
            employer=pick(self.employer),
            group=pick(self.group),
            soc=pick(self.soc),
            draw=self.draw[keep],
            group_draw=self.group_draw[keep],
        )


def rows(filings: Iterable[Filing], rules: TitleMap) -> Rows:
    """Leave out titles that the product refuses to read."""
    kept = []
    for filing in filings:
        try:
            kept.append((filing, read(filing.title, rules)))
        except DomainError:
            continue
    return Rows(
        pay=np.log([float(filing.annual) for filing, _ in kept]),
        wording=tuple(reading.wording for _, reading in kept),
        family=tuple(reading.family for _, reading in kept),
        level=tuple(reading.level for _, reading in kept),
        mark=tuple(reading.mark for _, reading in kept),
        title=tuple(reading.normalized for _, reading in kept),
        state=tuple(filing.state for filing, _ in kept),
        employer=tuple(filing.employer for filing, _ in kept),
        group=tuple(filing.group for filing, _ in kept),
        soc=tuple(filing.soc for filing, _ in kept),
        draw=np.array([_draw(f"row|{f.employer}|{f.title}|{f.state}|{f.annual}") for f, _ in kept]),
        group_draw=np.array([_draw(f"group|{f.group}") for f, _ in kept]),
    )


def _draw(key: str) -> int:
    """A number from 0 to 99 that never changes: equal rows always fall on the same side."""
    return int(sha256(key.encode()).hexdigest()[:8], 16) % 100


@dataclass(frozen=True)
class Split:
    """Who is trained on and who is measured: rows of known employers, and whole groups never seen."""

    train: Ints
    seen: Ints
    unseen: Ints


def split(rows: Rows) -> Split:
    unseen = rows.group_draw < HELD_OUT_PERCENT
    seen = ~unseen & (rows.draw < HELD_OUT_PERCENT)
    return Split(np.flatnonzero(~unseen & ~seen), np.flatnonzero(seen), np.flatnonzero(unseen))
