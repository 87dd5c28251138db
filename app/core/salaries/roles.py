"""Which levels a pay family has: those of its track in the role framework."""

from __future__ import annotations

from app.core.errors import DomainError
from app.core.framework import Framework, Track
from app.core.salaries.query import FAMILIES, FAMILY_NAMES, in_sentence

TRACK_OF = {
    "technical_program_manager": Track.PROGRAM,
    "technical_project_manager": Track.PROJECT,
    "it_project_manager": Track.PROJECT,
}


class NoSuchRoleError(DomainError):
    """The framework has no such level of this work; `instead` is the family whose work it is at that level."""

    code = "no_such_role"

    def __init__(self, family: str, level: str, first: str, instead: str) -> None:
        self.reason = (
            f"The role framework has no {in_sentence(family)} at {level}: the {TRACK_OF[family]} track opens at "
            f"{first}. At {level} people work as {in_sentence(instead)}."
        )
        super().__init__(f"{self.reason} Ask for {instead} at {level}, or for {first}.", field="level")
        self.family, self.level, self.first, self.instead = family, level, first, instead

    def more(self) -> dict[str, object]:
        return {"instead": [{"family": family, "level": level} for _, family, level in self.offered]}

    @property
    def offered(self) -> tuple[tuple[str, str, str], ...]:
        """What to ask instead: in words, family, level."""
        pairs = ((self.instead, self.level), (self.family, self.first))
        return tuple((f"{FAMILY_NAMES[family]}, {level}", family, level) for family, level in pairs)


def levels_of(family: str, framework: Framework) -> tuple[str, ...]:
    return framework.track(TRACK_OF[family]).levels


def check_role(family: str, level: str, framework: Framework) -> None:
    """Raises `NoSuchRoleError` for a level that the work does not have."""
    levels = levels_of(family, framework)
    if level in levels:
        return
    instead = next(other for other in FAMILIES if level in levels_of(other, framework))
    raise NoSuchRoleError(family, level, levels[0], instead)
