"""Reads `data/postings/defaults.yaml`: what a posting says where a brief leaves it open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.reference.yaml_files import read

Texts = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class PostingDefaults:
    """The texts by the brief's key, and those that one country's law or custom wants otherwise."""

    everywhere: Texts
    by_country: Mapping[str, Texts]

    def of(self, countries: frozenset[str]) -> Texts:
        """The texts for work in these countries; several together get what holds everywhere."""
        own = self.by_country.get(next(iter(countries)), {}) if len(countries) == 1 else {}
        return {**self.everywhere, **own}


def load(path: Path) -> PostingDefaults:
    node = read(path).mapping({"process", "equal_opportunity", "accommodation", "by_country"})
    return PostingDefaults(
        everywhere={
            "process": node["process"].texts(1),
            "equal_opportunity": node["equal_opportunity"].text(),
            "accommodation": node["accommodation"].text(),
        },
        by_country={
            country: {
                key: text.text() for key, text in own.mapping(set(), {"equal_opportunity", "accommodation"}).items()
            }
            for country, own in node["by_country"].items()
        },
    )
