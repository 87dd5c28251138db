"""Reads `data/interviews/topics.yaml`: what nobody may be asked about."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from app.core.interviews import Topic
from app.reference.yaml_files import Node, read

_TOPIC = frozenset({"id", "name", "why", "finds", "sources"})


def load(path: Path, sources: Collection[str]) -> tuple[Topic, ...]:
    """Return the topics in the file's order; `sources` are the ids that one may cite."""
    return tuple(_topic(node.mapping(_TOPIC), sources) for node in read(path).entries(1))


def _topic(node: Node, sources: Collection[str]) -> Topic:
    cited = node["sources"].texts(1)
    unknown = [source for source in cited if source not in sources]
    if unknown:
        raise node.wrong(f"the source {unknown[0]!r} is not in data/sources/.")
    return Topic(
        id=node["id"].text(),
        name=node["name"].text(),
        why=node["why"].text(),
        finds=node["finds"].each(_pattern, 1),
        sources=cited,
    )


def _pattern(node: Node) -> re.Pattern[str]:
    try:
        return re.compile(node.text(), re.IGNORECASE)
    except re.error as error:
        raise node.wrong(f"is not a pattern: {error}.") from error
