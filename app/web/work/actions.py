"""What the buttons beside a saved thing do and what is said then, in one's own work as in a team's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from flask import flash, request

from app.core.errors import DomainError
from app.core.text import clean
from app.extensions import now, session
from app.usecases import work

Action: TypeAlias = tuple[Callable[[], None], str]
_IN_THE_BIN = frozenset({"bring-back", "forget"})


def typed_title() -> str:
    return clean(request.form.get("title", "")).text


def actions(slug: str, *, deleted: str) -> dict[str, Action]:
    """Button -> what it does, and the sentence about it."""
    return {
        "rename": (lambda: work.rename(session(), slug, typed_title()), ""),
        "archive": (lambda: work.archive(session(), slug, now()), "It was put away. You find it under “Put away”."),
        "take-out": (lambda: work.archive(session(), slug, None), "It is back in the list."),
        "delete": (lambda: work.delete(session(), slug, now()), deleted),
        "bring-back": (lambda: work.bring_back(session(), slug), "It is back in the list."),
        "forget": (lambda: work.forget(session(), slug), "It is gone for good."),
    }


def press(offered: Mapping[str, Action]) -> None:
    """Do what the pressed button says."""
    if request.form.get("do", "") not in offered:
        raise DomainError("This button is not known here.", code="unknown_action")
    do, said = offered[request.form["do"]]
    do()
    if said:
        flash(said, "good")


def pressed_in_the_bin() -> bool:
    return request.form.get("do") in _IN_THE_BIN
