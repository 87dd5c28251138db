"""Reads `data/postings/defaults.yaml`: what a posting says where a brief leaves it open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.reference.yaml_files import read


def load(path: Path) -> Mapping[str, str | tuple[str, ...]]:
    """Return the texts by the brief's key."""
    node = read(path).mapping({"process", "equal_opportunity", "accommodation"})
    return {
        "process": node["process"].texts(1),
        "equal_opportunity": node["equal_opportunity"].text(),
        "accommodation": node["accommodation"].text(),
    }
