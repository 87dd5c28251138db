"""What a changed brief does to a posting that somebody has worked on: their own words stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from app.core.postings.posting import Item, Posting, Section


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    KEPT = "kept"  # composed anew, but the author's wording stays


@dataclass(frozen=True)
class Change:
    """One line that differs after composing again; the side that does not exist is empty."""

    kind: Kind
    heading: str
    before: str
    after: str


def rebase(worked_on: Posting, composed: Posting) -> Posting:
    """Return the newly composed posting with the author's edits, own lines, order and removals carried over."""
    return replace(
        composed,
        removed=worked_on.removed,
        sections=tuple(
            replace(section, items=_carried(worked_on.section(section.key), section, worked_on.removed))
            for section in composed.sections
        ),
    )


def _carried(old: Section, new: Section, removed: tuple[str, ...]) -> tuple[Item, ...]:
    fresh = {item.id: item for item in new.items if item.id not in removed}
    kept: list[Item] = []
    for item in old.items:
        newer = fresh.pop(item.id, None)
        if newer is not None:
            kept.append(replace(newer, text=item.text) if item.is_edited else newer)
        elif item.is_edited:
            # Written or reworded by the author: it stays although the brief no longer calls for it.
            kept.append(replace(item, ref="", composed=""))
    return _in_composed_order(tuple(kept), tuple(fresh.values()), new)


def _in_composed_order(kept: tuple[Item, ...], added: tuple[Item, ...], new: Section) -> tuple[Item, ...]:
    """The kept lines in the author's order, each new line behind the line that it was composed behind."""
    order = [item.id for item in new.items]
    lines = list(kept)
    for item in added:
        before = set(order[: order.index(item.id)])
        at = max((index + 1 for index, one in enumerate(lines) if one.id in before), default=0)
        lines.insert(at, item)
    return tuple(lines)


def between(before: Posting, after: Posting) -> tuple[Change, ...]:
    """Return the lines that differ, section by section, in reading order."""
    changes: list[Change] = []
    for section in after.sections:
        old = {item.id: item for item in before.section(section.key).items}
        for item in section.items:
            earlier = old.pop(item.id, None)
            if earlier is None:
                changes.append(Change(Kind.ADDED, section.heading, "", item.in_full))
            elif earlier.in_full != item.in_full:
                changes.append(Change(Kind.REWORDED, section.heading, earlier.in_full, item.in_full))
            elif item.is_edited and earlier.composed != item.composed:
                changes.append(Change(Kind.KEPT, section.heading, item.composed, item.in_full))
        changes += [Change(Kind.MOVED, section.heading, "", text) for text in _moved(before, section)]
        changes += [Change(Kind.REMOVED, section.heading, item.in_full, "") for item in old.values()]
    return tuple(changes)


def by_heading(differences: tuple[Change, ...]) -> list[tuple[str, list[Change]]]:
    """The changes of each section together."""
    return [(heading, list(lines)) for heading, lines in groupby(differences, key=attrgetter("heading"))]


def _moved(before: Posting, section: Section) -> tuple[str, ...]:
    """The unchanged lines that left the longest run that kept its order: the fewest that explain the new order."""
    texts = {item.id: item.in_full for item in section.items}
    old = [item.id for item in before.section(section.key).items if item.id in texts]
    new = [item.id for item in section.items if item.id in old]
    stayed = set(_longest_common_order(old, new))
    return tuple(texts[one] for one in new if one not in stayed)


def _longest_common_order(first: list[str], second: list[str]) -> list[str]:
    """The longest list of entries that stand in this order in both (at most `MOST_ITEMS` long, so a table is cheap)."""
    best: dict[tuple[int, int], list[str]] = {}
    for i in range(len(first) - 1, -1, -1):
        for j in range(len(second) - 1, -1, -1):
            if first[i] == second[j]:
                best[i, j] = [first[i], *best.get((i + 1, j + 1), [])]
            else:
                best[i, j] = max(best.get((i + 1, j), []), best.get((i, j + 1), []), key=len)
    return best.get((0, 0), [])
