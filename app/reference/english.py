"""Reads `data/language/spelling.yaml`: the words that English spells differently by country."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from app.core.english import English, Group
from app.reference.yaml_files import Node, read


def load(path: Path, sources: Collection[str]) -> English:
    """Raises `DataError` for an unknown source, and for a word that stands twice or is spelled alike."""
    node = read(path).mapping({"sources", "groups", "names"})
    told = node["sources"].texts(1)
    for source in told:
        if source not in sources:
            raise node["sources"].wrong(f"the source {source!r} is not in data/sources/.")
    seen: set[str] = set()
    groups = node["groups"].each(lambda one: _group(one, seen), 1)
    return English(groups, node["names"].texts(), told)


def _group(node: Node, seen: set[str]) -> Group:
    node.mapping({"countries", "words"})
    words = {}
    for american, other in node["words"].items():
        spelled = other.text()
        if str(american) == spelled or seen & {str(american), spelled}:
            raise other.wrong(f"{american!r} is spelled alike, or stands in two places.")
        seen |= {str(american), spelled}
        words[str(american)] = spelled
    return Group(frozenset(node["countries"].texts(1)), words)
