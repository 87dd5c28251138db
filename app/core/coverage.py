"""Whether the framework holds what the documents that asked for it say about the role."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.framework import Framework


@dataclass(frozen=True)
class Statement:
    """Something a document says, and the framework items that answer it."""

    seed: str
    section: str
    statement: str
    items: tuple[str, ...]
    status: str
    note: str


def item_ids(framework: Framework) -> frozenset[str]:
    """Every id that a statement may point to, such as planning.2 or scope_fact:teams."""
    vocabulary = framework.vocabulary
    return frozenset(
        [f"{skill.id}.{one.level}" for skill in framework.skills for one in skill.levels]
        + [f"skill:{skill.id}" for skill in framework.skills]
        + [f"level:{level.id}" for level in framework.levels]
        + [f"track:{guide.track}" for guide in framework.tracks]
        + [f"scope_fact:{fact.id}" for fact in framework.scope_facts]
        + [f"method:{tag.id}" for tag in vocabulary.methods]
        + [f"tool:{tag.id}" for tag in vocabulary.tools]
        + [f"industry:{industry.id}" for industry in vocabulary.industries]
        + ["path:entry", "path:up", "path:across", "rule:placement"]
    )


def astray(statements: tuple[Statement, ...], framework: Framework) -> tuple[str, ...]:
    """The items that statements point to and that do not exist."""
    known = item_ids(framework)
    return tuple(item for statement in statements for item in statement.items if item not in known)
