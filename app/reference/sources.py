"""Reads the sources in `data/sources/`, one file per tool."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.core.sources import Source
from app.reference.yaml_files import Node, read

_REQUIRED = frozenset({"id", "title", "publisher", "url", "licence", "retrieved_on"})


def load(folder: Path) -> Mapping[str, Source]:
    """Return all sources by id; raises `DataError` for an id that stands twice."""
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("*.yaml")):
        for node in read(path).entries(1):
            source = _source(node)
            if source.id in found:
                raise node.wrong(f"the source {source.id!r} is already there.")
            found[source.id] = source
    return found


def _source(node: Node) -> Source:
    node.mapping(_REQUIRED)
    publisher, url = node.get("publisher"), node.get("url")
    return Source(
        id=node["id"].text(),
        title=node["title"].text(),
        publisher=publisher.text() if publisher else "",
        url=url.text() if url else None,
        licence=node["licence"].text(),
        retrieved_on=node["retrieved_on"].day(),
    )
