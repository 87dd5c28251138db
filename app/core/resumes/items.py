"""Lines of a page joined into what their author wrote: one item for each bullet, heading or paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.core.resumes.pages import PageLine

SOFT_HYPHEN = "\u00ad"
GLYPH = re.compile(
    r"^(?:[•●▪■◦‣⁃∙○◆◇►▸▶➢➤❖✓✔→§\uf0b7\uf0a7\uf0d8▫⬥✦★·]|[-–—*+](?=\s)|o(?=\s+[A-Z]))\s*|"
    r"^(?:\(?\d{1,2}[.)]|[a-z]\))\s+(?=[A-Z])"
)
DATES_ALONE = re.compile(
    r"^[\s(\[|,·•–—-]*(?:(?:from|since)\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    r"spring|summer|fall|winter|q[1-4])[a-z.]*"
    r"[\s,.'’]*)?(?:\d{1,2}[/.-])?(?:'|’)?\d{2,4}\b(?!\s*[%\w])",
    re.IGNORECASE,
)
SAME_LEFT = 48.0  # points: lines that start this near share a text block
NEW_SIZE = 0.09  # of the type size: a larger change starts something new
WIDE_GAP = 1.16  # of the usual distance between lines: white that parts one item from the next
NARROWER = 0.12  # of a line: how much narrower than its block a list may be set
LEAST_INSET = 6.0  # points by which a point or a first line is set in
LONGEST_POINT = 13  # words
MOST_WORDS_WITH_POINTS = 40
FEWEST_WORDS_AFTER_LABEL = 5
SENTENCE_END = (".", "!", "?", ":", ";")
OPEN_ENDS = (",", "-", "–", "—", "&", "/", "(", "\u00ad")
OPEN_WORDS = frozenset(
    [
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "our", "over"),
        *("per", "than", "that", "the", "their", "through", "to", "under", "using", "via", "which", "while", "with"),
        "within",
    ]
)

Margins = dict[tuple[int, int], float]
Pitches = dict[int, float]


@dataclass(frozen=True)
class Item:
    """One thing that the author wrote, with the layout of its first line."""

    text: str
    first: PageLine
    bullet: bool = False
    lines: int = 1
    label: str = ""  # the bold words before a colon that head it, which are not part of its sentence
    parted: bool = False  # white space parts it from what stands above


def items_of(lines: Sequence[PageLine]) -> tuple[Item, ...]:
    """Join lines that go on in the next; a bullet, a heading or a free line starts a new item."""
    margins = _margins(lines)
    pitches = _pitches(lines)
    items: list[Item] = []
    last: list[PageLine] = []  # the last line of each item
    for line in lines:
        starts = GLYPH.match(line.text) is not None or line.bullet
        home = None if starts else _home(line, items, last, margins, pitches)
        if home is None:
            parted = bool(last) and not _below(line, last[-1], pitches)
            item = _started(line, starts, parted)
            if item.text:
                items.append(item)
                last.append(line)
        else:
            item = items[home]
            items[home] = replace(item, text=_joined(item.text, line.text), lines=item.lines + 1)
            last[home] = line
    return _with_points(tuple(replace(item, text=item.text.replace(SOFT_HYPHEN, "-").strip()) for item in items))


def _started(line: PageLine, bullet: bool, parted: bool) -> Item:
    text = GLYPH.sub("", line.text, count=1) if bullet else line.text
    label = GLYPH.sub("", line.label, count=1).strip()
    rest = text.removeprefix(label).strip()
    if not bullet or not label or len(rest.split()) < FEWEST_WORDS_AFTER_LABEL:
        return Item(text.strip(), line, bullet, parted=parted)
    return Item(rest, line, bullet, label=label.rstrip(": "), parted=parted)


def _with_points(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Short points set under a bullet are read with it: they end its sentence."""
    joined: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        points = _points_under(items, index)
        text = " - ".join((item.text, *(point.text for point in points)))
        if points and len(text.split()) <= MOST_WORDS_WITH_POINTS:
            joined.append(replace(item, text=text, lines=item.lines + len(points)))
            index += len(points)
        else:
            joined.append(item)
        index += 1
    return tuple(joined)


def _points_under(items: tuple[Item, ...], index: int) -> tuple[Item, ...]:
    head = items[index]
    if not head.bullet or not head.first.placed or head.text.endswith("."):
        return ()
    points = []
    for item in items[index + 1 :]:
        inset = item.first.left - head.first.left
        if not (item.bullet and item.first.page == head.first.page and LEAST_INSET < inset < SAME_LEFT):
            break
        if len(item.text.split()) > LONGEST_POINT or item.text.endswith("."):
            return ()
        points.append(item)
    return tuple(points)


def _joined(text: str, more: str) -> str:
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + more
    if re.search(r"\w[-/–]$", text) and more[:1].isalnum():
        return text + more
    return f"{text} {more}"


def _home(line: PageLine, items: list[Item], last: list[PageLine], margins: Margins, pitches: Pitches) -> int | None:
    """The item that this line goes on with: the last one, or one that dates at its side have cut off."""
    for back in range(1, min(3, len(items)) + 1):
        index = len(items) - back
        if _goes_on(line, items[index], last[index], margins, pitches):
            return index
        if not _stands_beside(items[index].first, items[index - 1] if index else None):
            return None
    return None


def _stands_beside(line: PageLine, before: Item | None) -> bool:
    """A short line at the right of an item's last rows, such as a place or dates."""
    if before is None or not line.placed:
        return False
    return line.page == before.first.page and line.left > before.first.left + SAME_LEFT and len(line.text) < 40


def _goes_on(line: PageLine, item: Item, last: PageLine, margins: Margins, pitches: Pitches) -> bool:
    if line.whole or last.whole or line.heading or item.first.heading:
        return False
    if not line.placed or not last.placed:
        return _reads_on(line.text, last.text)
    if abs(line.size - last.size) > NEW_SIZE * max(line.size, last.size) or line.bold != last.bold:
        return False
    if not _below(line, last, pitches):
        return False
    if abs(line.left - last.left) > SAME_LEFT or (item.bullet and line.left < item.first.left + 1.0):
        return False
    return _was_full(line, item, last, margins) and not _is_dates(line.text)


def _is_dates(text: str) -> bool:
    return len(text) < 34 and DATES_ALONE.match(text) is not None


def _below(line: PageLine, last: PageLine, pitches: Pitches) -> bool:
    """Whether the line stands right under the other; white between them parts what they say."""
    if line.page == last.page + 1:
        return line.top < last.top and not last.text.endswith(SENTENCE_END)
    distance = line.top - last.top
    return line.page == last.page and 0.5 * line.size < distance < WIDE_GAP * pitches.get(_kind(line), 1.3 * line.size)


def _was_full(line: PageLine, item: Item, last: PageLine, margins: Margins) -> bool:
    """Whether the next word would not have fit on the line above, so that the break says nothing."""
    width = (line.right - line.left) / max(1, len(line.text))
    needed = last.right + width * (len(line.text.split(maxsplit=1)[0]) + 0.6)
    margin = margins.get(_block(last), 0.0)
    if needed > margin:
        return True
    indented = item.lines == 1 and item.first.left > line.left + LEAST_INSET and item.parted
    reached = needed > margin - NARROWER * (last.right - last.left)
    return reached and (indented or _sentence_is_open(line.text, last.text))


def _sentence_is_open(text: str, last: str) -> bool:
    return text[:1].islower() or last.endswith(OPEN_ENDS) or last.rsplit(maxsplit=1)[-1].lower() in OPEN_WORDS


def _block(line: PageLine) -> tuple[int, int]:
    return line.page, int(line.left // SAME_LEFT)


def _margins(lines: Sequence[PageLine]) -> Margins:
    """How far to the right each block of lines reaches."""
    reach: Margins = defaultdict(float)
    for line in lines:
        page, block = _block(line)
        for near in (block - 1, block, block + 1):
            reach[page, near] = max(reach[page, near], line.right)
    return reach


def _kind(line: PageLine) -> int:
    return round(2 * line.size)


def _pitches(lines: Sequence[PageLine]) -> Pitches:
    """The usual distance from line to line for each type size: that of the nearer neighbors."""
    steps: dict[int, list[float]] = defaultdict(list)
    for earlier, later in pairwise(lines):
        step = later.top - earlier.top
        beside = later.page == earlier.page and abs(later.left - earlier.left) < SAME_LEFT
        if beside and 0.7 * later.size < step < 2.5 * later.size:
            steps[_kind(later)].append(step)
    return {kind: sorted(found)[len(found) // 5] for kind, found in steps.items()}


def _reads_on(text: str, last: str) -> bool:
    """Without places: a line goes on when the sentence does."""
    if _is_dates(text) or not last or last.endswith(SENTENCE_END):
        return False
    return _sentence_is_open(text, last)
