"""What a coach and a client write down together: comments and goals, checked before they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import DomainError

LONGEST_NAME = 80
LONGEST_COMMENT = 2000
LONGEST_GOAL = 500
_LAST_YEAR = 2200  # later dates are a slip of the finger


class GoalState(StrEnum):
    """How far an agreed goal is."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


@dataclass(frozen=True)
class GoalText:
    """A goal as it is written down; an empty `skill` means that it belongs to none."""

    text: str
    skill: str
    due: date
    state: GoalState = GoalState.OPEN


def read_name(written: str) -> str:
    """A name as the other one will read it in a message, so it can hold no address."""
    name = " ".join(written.split())
    if not name or len(name) > LONGEST_NAME or any(char in name for char in "@/<>") or "www." in name.lower():
        raise DomainError(f"Give a name of at most {LONGEST_NAME} characters, without an address in it.", field="name")
    return name


def read_comment(written: str) -> str:
    text = written.strip()
    if not text:
        raise DomainError("Write a comment first.", field="text")
    if len(text) > LONGEST_COMMENT:
        raise DomainError(
            f"A comment has at most {LONGEST_COMMENT} characters; this one has {len(text)}.", field="text"
        )
    return text


def read_goal(text: str, skill: str, due: date | None, state: str, skills: frozenset[str]) -> GoalText:
    """Raises `DomainError` that names the field for what cannot be a goal."""
    wanted = text.strip()
    if not wanted:
        raise DomainError("Say what you agreed on.", field="text")
    if len(wanted) > LONGEST_GOAL:
        raise DomainError(f"A goal has at most {LONGEST_GOAL} characters; this one has {len(wanted)}.", field="text")
    if skill and skill not in skills:
        raise DomainError("This skill is not one of the framework’s.", field="skill")
    if due is None or due.year > _LAST_YEAR:
        raise DomainError("Give the goal a date.", field="due")
    if state not in set(GoalState):
        raise DomainError("A goal is open, reached or dropped.", field="state")
    return GoalText(wanted, skill, due, GoalState(state))
