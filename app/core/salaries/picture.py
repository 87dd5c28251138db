"""Where the marks of a drawing of bands stand, in the drawing's own units; templates only put ink there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band

WIDTH = 480
MARGIN = 26
NUMBERS = 92  # the column at the right in which bands beside one another have their middles written
LABELS = 42  # the column at the left for labels as short as "L4"; longer ones stand above their band
SHORT_LABEL = 4
MOST_TICKS = 6
OFFER = 18  # what a mark above the band adds to its height
LAKH = 100_000


@dataclass(frozen=True)
class Tick:
    """A line of the scale."""

    x: float
    value: float
    label: str


@dataclass(frozen=True)
class PictureRow:
    """One band: the places of its percentiles, of their intervals, and of an offer."""

    label: str
    band: Band
    at: Mapping[int, float]
    intervals: Mapping[int, tuple[float, float]]
    offer: float | None


@dataclass(frozen=True)
class Picture:
    """Bands on one scale."""

    rows: tuple[PictureRow, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH

    @property
    def alone(self) -> bool:
        """A single band has its numbers written around it."""
        return len(self.rows) == 1

    @property
    def inline(self) -> bool:
        """Whether labels stand beside their bands."""
        return not self.alone and all(len(row.label) <= SHORT_LABEL for row in self.rows)

    @property
    def has_offer(self) -> bool:
        return any(row.offer is not None for row in self.rows)

    @property
    def has_ends(self) -> bool:
        return any({10, 90} <= set(row.at) for row in self.rows)

    @property
    def has_intervals(self) -> bool:
        return any(row.intervals for row in self.rows)

    @property
    def head(self) -> int:
        """Where the bands begin: over several of them stands what the numbers at their right are."""
        return 0 if self.alone else 22

    @property
    def lift(self) -> int:
        return OFFER if self.has_offer else 0

    @property
    def row_height(self) -> int:
        return (90 if self.alone else 46 if self.inline else 60) + self.lift

    @property
    def height(self) -> int:
        return self.head + self.row_height * len(self.rows) + 30

    def middle(self, number: int) -> int:
        """The height at which a band's line runs."""
        return self.head + self.row_height * number + self.lift + (42 if self.alone else 16 if self.inline else 32)


def picture(labelled: Iterable[tuple[str, Band]]) -> Picture:
    """Lay bands of one currency and period out on a scale that holds them all."""
    pairs = tuple(labelled)
    if len({(band.currency, band.period) for _, band in pairs}) > 1:
        raise ValueError("Bands of several currencies or periods cannot stand on one scale.")
    values = [value for _, band in pairs for value in _values(band)]
    low, high, step = _scale(min(values), max(values))
    short_labels = len(pairs) > 1 and all(len(label) <= SHORT_LABEL for label, _ in pairs)
    left = LABELS if short_labels else MARGIN
    right = WIDTH - (MARGIN if len(pairs) == 1 else NUMBERS)

    def x(value: float) -> float:
        return round(left + (value - low) / (high - low) * (right - left), 1)

    count = round((high - low) / step)
    currency = pairs[0][1].currency
    ticks = tuple(Tick(x(low + i * step), low + i * step, short(low + i * step, currency)) for i in range(count + 1))
    return Picture(
        tuple(
            PictureRow(
                label,
                band,
                {p: x(value) for p, value in band.percentiles.items()},
                {p: (x(below), x(above)) for p, (below, above) in band.intervals.items()},
                None if band.offer is None else x(band.offer.amount),
            )
            for label, band in pairs
        ),
        ticks,
    )


def _values(band: Band) -> list[float]:
    offer = [band.offer.amount] if band.offer else []
    return [*band.percentiles.values(), *(end for ends in band.intervals.values() for end in ends), *offer]


def _scale(low: float, high: float) -> tuple[float, float, float]:
    """Round ends and a round step that leave at most six lines."""
    if high <= low:
        low, high = low * 0.9, high * 1.1
    raw = (high - low) / (MOST_TICKS - 1)
    magnitude = 10.0 ** floor(log10(raw))
    step = next(magnitude * factor for factor in (1, 2, 2.5, 5, 10) if magnitude * factor >= raw)
    return floor(low / step) * step, ceil(high / step) * step, step


def short(amount: float, currency: str = "") -> str:
    """ "150k" for a scale; small amounts stay whole, and large ones in rupees are counted in lakhs."""
    if currency == "INR" and amount >= LAKH:
        return f"{amount / LAKH:g} lakh"
    if amount >= 10_000:
        thousands = amount / 1000
        return f"{thousands:,.0f}k" if thousands == int(thousands) else f"{thousands:,.1f}k"
    return f"{amount:,.0f}"


@dataclass(frozen=True)
class Line:
    """A figure over time, as points of a line."""

    points: tuple[tuple[float, float], ...]
    months: tuple[Month, ...]
    amounts: tuple[float, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = 150

    @property
    def path(self) -> str:
        return " ".join(f"{'M' if i == 0 else 'L'}{x} {y}" for i, (x, y) in enumerate(self.points))


def line(series: Sequence[tuple[Month, float]], currency: str = "") -> Line:
    """Lay a series of at least two months out, its scale beginning near its lowest amount."""
    amounts = [amount for _, amount in series]
    low, high, step = _scale(min(amounts), max(amounts))
    first, last = series[0][0], series[-1][0]
    bottom, top = 118.0, 14.0

    def y(amount: float) -> float:
        return round(bottom - (amount - low) / (high - low) * (bottom - top), 1)

    def x(month: Month) -> float:
        return round(56 + month.months_after(first) / last.months_after(first) * (WIDTH - 56 - MARGIN), 1)

    count = round((high - low) / step)
    return Line(
        tuple((x(month), y(amount)) for month, amount in series),
        tuple(month for month, _ in series),
        tuple(amounts),
        tuple(Tick(y(low + i * step), low + i * step, short(low + i * step, currency)) for i in range(count + 1)),
    )
