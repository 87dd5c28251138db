"""What a link in our texts or a search result leads to, named without knowing any page's address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    PAGE = "page"  # one of the tools' front pages, by its name in PAGES
    CHAPTER = "chapter"  # of the role guide; may name a section after a #
    SKILL = "skill"
    LEVEL = "level"
    ROLE = "role"  # a posting to be written for a track and level: program:L4
    REGION = "region"  # pay there
    TITLE = "title"  # pay under a job title
    LAW = "law"  # what a place asks of a posting
    OWN = "own"  # the visitor's own work; the id is its address


PAGES = (
    "postings",
    "new-posting",
    "review",
    "salaries",
    "compare-pay",
    "assessments",
    "resumes",
    "law",
    "framework",
    "matrix",
    "tracks",
    "careers",
    "guide",
)


@dataclass(frozen=True)
class Target:
    """Where to go: "skill:planning", "chapter:questions#scope-creep"."""

    kind: Kind
    id: str
    anchor: str = ""

    @property
    def written(self) -> str:
        return f"{self.kind}:{self.id}" + (f"#{self.anchor}" if self.anchor else "")


def read(written: str) -> Target:
    """Raises `ValueError`, with what is allowed, for a kind that there is not."""
    kind, _, rest = written.partition(":")
    if kind not in tuple(Kind) or not rest:
        raise ValueError(f"the link {written!r} must be {', '.join(f'{one}:…' for one in Kind if one is not Kind.OWN)}")
    name, _, anchor = rest.partition("#")
    return Target(Kind(kind), name, anchor)
