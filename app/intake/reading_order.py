"""The order in which a person reads a page: column by column, even when the file writes across columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from app.intake.pdfium_text import Run

BULLETS = "•●▪■◦‣⁃∙·○◆◇►▸▶➢➤❖✓✔→–—-*o§\uf0b7\uf0a7\uf0d8\u25aa\u25ab\u2b25\u27a2\u2756"
BULLET_REACH = 60.0  # points between a bullet and the text that it belongs to
FEWEST_ROWS = 5  # on each side, before white space between them counts as a gutter
NARROWEST_GUTTER = 7.0  # points
LEAST_SHARE = 0.12  # of the letters, on the smaller side of a gutter
LABEL_LETTERS = 24  # rows of a label column (dates, headings) are shorter than this on average


@dataclass(frozen=True)
class Gutter:
    """White space that runs down a part of the page."""

    x: float
    top: float
    bottom: float


def ordered(runs: list[Run], width: float) -> list[Run]:
    """The runs as one reads them; bullets stand with their text."""
    seen = _with_bullets([run for run in runs if not run.hidden])
    gutter = _gutter(seen, width)
    if gutter is not None and _is_label_column(seen, gutter):
        return _labels_at_their_rows(seen, gutter)
    if gutter is not None and _writes_across(seen, gutter):
        return _by_columns(seen, gutter)
    return seen if _mostly_downwards(seen) else _top_down(seen, gutter)


def _with_bullets(runs: list[Run]) -> list[Run]:
    """Set each lone bullet in front of the text to its right."""
    bullets = [run for run in runs if run.text in BULLETS and len(run.text) == 1]
    if not bullets:
        return runs
    texts = [run for run in runs if run not in bullets]
    for bullet in bullets:
        beside = [
            run
            for run in texts
            if abs(run.middle - bullet.middle) < 0.6 * max(run.size, bullet.size)
            and -2 <= run.left - bullet.right <= BULLET_REACH
        ]
        if beside:
            nearest = min(beside, key=lambda run: run.left)
            nearest.text = f"• {nearest.text}"
            nearest.left = bullet.left
    return texts


def _gutter(runs: list[Run], width: float) -> Gutter | None:
    """The white space that parts the most text into two sides, if there is one."""
    best: tuple[int, Gutter] | None = None
    by_top = sorted(runs, key=lambda run: run.top)
    for x in range(int(width * 0.18), int(width * 0.82), 4):
        for band in _bands(by_top, x):
            left = [run for run in band if run.right <= x + 2]
            right = [run for run in band if run.left >= x - 2]
            if len(left) < FEWEST_ROWS or len(right) < FEWEST_ROWS:
                continue
            if min(run.left for run in right) - max(run.right for run in left) < NARROWEST_GUTTER:
                continue
            letters = sum(len(run.text) for run in left), sum(len(run.text) for run in right)
            if min(letters) < LEAST_SHARE * sum(letters):
                continue
            if best is None or min(letters) > best[0]:
                best = min(letters), Gutter(x, min(run.top for run in band), max(run.bottom for run in band))
    return None if best is None else best[1]


def _bands(by_top: list[Run], x: float) -> list[list[Run]]:
    """The stretches of the page in which no run crosses the line at x."""
    bands: list[list[Run]] = [[]]
    for run in by_top:
        if run.left < x - 2 and run.right > x + 2:
            bands.append([])
        else:
            bands[-1].append(run)
    return bands


def _inside(run: Run, gutter: Gutter) -> bool:
    return gutter.top - 1 <= run.top and run.bottom <= gutter.bottom + 1


def _is_left(run: Run, gutter: Gutter) -> bool:
    return run.right <= gutter.x + 2


def _writes_across(runs: list[Run], gutter: Gutter) -> bool:
    """Whether the file goes from side to side row by row."""
    sides = [_is_left(run, gutter) for run in runs if _inside(run, gutter)]
    changes = sum(one != other for one, other in pairwise(sides))
    return changes >= max(4, 0.5 * min(sum(sides), len(sides) - sum(sides)))


def _is_label_column(runs: list[Run], gutter: Gutter) -> bool:
    """Whether one side only labels the rows of the other (dates beside entries)."""
    inside = [run for run in runs if _inside(run, gutter)]
    left = [run for run in inside if _is_left(run, gutter)]
    right = [run for run in inside if not _is_left(run, gutter)]
    few, many = sorted((left, right), key=lambda side: sum(len(run.text) for run in side))
    beside = sum(any(abs(run.middle - other.middle) < 3 for other in many) for run in few)
    return beside >= 0.75 * len(few) and sum(len(run.text) for run in few) < LABEL_LETTERS * len(few)


def _labels_at_their_rows(runs: list[Run], gutter: Gutter) -> list[Run]:
    """Labels that stand together (place, dates, length) go where the row beside their first one is."""
    inside = [run for run in runs if _inside(run, gutter)]
    left = [run for run in inside if _is_left(run, gutter)]
    right = [run for run in inside if not _is_left(run, gutter)]
    labels_left = sum(len(run.text) for run in left) < sum(len(run.text) for run in right)
    labels = left if labels_left else right
    told = [run for run in runs if run not in labels]
    if not _mostly_downwards(told):
        told.sort(key=_row)
    for group in _groups(sorted(labels, key=_row)):
        beside = [
            place for place, run in enumerate(told) if _inside(run, gutter) and abs(run.middle - group[0].middle) < 4
        ]
        after = [place for place, run in enumerate(told) if run.middle > group[0].middle and _inside(run, gutter)]
        place = (beside[0] + (not labels_left)) if beside else (after[0] if after else len(told))
        told[place:place] = group
    return told


def _groups(labels: list[Run]) -> list[list[Run]]:
    """Labels under one another, with no white between them."""
    groups: list[list[Run]] = []
    for run in labels:
        if groups and run.middle - groups[-1][-1].middle < 1.7 * run.size:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _by_columns(runs: list[Run], gutter: Gutter) -> list[Run]:
    above = [run for run in runs if run.bottom <= gutter.top + 1 and not _inside(run, gutter)]
    below = [run for run in runs if run not in above and not _inside(run, gutter)]
    inside = [run for run in runs if _inside(run, gutter)]
    left = sorted((run for run in inside if _is_left(run, gutter)), key=_row)
    right = sorted((run for run in inside if not _is_left(run, gutter)), key=_row)
    return [*above, *left, *right, *below]


def _row(run: Run) -> tuple[float, float]:
    return round(run.middle / 3), run.left


def _mostly_downwards(runs: list[Run]) -> bool:
    """Whether the file itself goes down the page; a jump back up starts a column, so a few are no disorder."""
    jumps = sum(later.middle < earlier.middle - 4 for earlier, later in pairwise(runs))
    return jumps <= max(4, 0.3 * len(runs))


def _top_down(runs: list[Run], gutter: Gutter | None) -> list[Run]:
    return sorted(runs, key=_row) if gutter is None else _by_columns(sorted(runs, key=_row), gutter)
