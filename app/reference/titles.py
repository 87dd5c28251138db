"""Reads `data/salaries/title_map.yaml`: how job titles are read."""

from __future__ import annotations

from pathlib import Path

from app.core.salaries.query import FAMILIES, LEVELS
from app.core.titles import SURE, Mark, Phrases, Sure, TitleMap, Wording
from app.reference.yaml_files import Node, read


def load(path: Path) -> TitleMap:
    """Raises `DataError` that names the key."""
    node = read(path).mapping({"same", "wordings", "elsewhere", "marks", "unmarked"})
    unmarked = node["unmarked"].mapping({"level", "sure", "why"})
    return TitleMap(
        same={word: spelling.text() for word, spelling in node["same"].items()},
        wordings=node["wordings"].each(_wording, least=1),
        elsewhere=Phrases((node["elsewhere"].texts(1),)),
        marks=node["marks"].each(_mark, least=1),
        unmarked=Mark("unmarked", unmarked["level"].one_of(LEVELS), Phrases(()), _sure(unmarked), _why(unmarked)),
    )


def _wording(node: Node) -> Wording:
    node.mapping({"id", "names", "family", "track", "sure", "why"}, optional={"any", "all", "none"})
    return Wording(
        id=node["id"].text(),
        names=node["names"].text(),
        family=node["family"].one_of(FAMILIES),
        track=node["track"].one_of(("project", "program")),
        phrases=_phrases(node),
        sure=_sure(node),
        why=_why(node),
    )


def _mark(node: Node) -> Mark:
    node.mapping({"id", "level", "sure", "why"}, optional={"any", "all", "none"})
    return Mark(node["id"].text(), node["level"].one_of(LEVELS), _phrases(node), _sure(node), _why(node))


def _phrases(node: Node) -> Phrases:
    any_of, all_of, none = node.get("any"), node.get("all"), node.get("none")
    if (any_of is None) == (all_of is None):
        raise node.wrong("write either 'any' or 'all'.")
    groups = (any_of.texts(1),) if any_of else tuple(group.texts(1) for group in all_of.entries(1)) if all_of else ()
    return Phrases(groups, none.texts(1) if none else ())


def _sure(node: Node) -> Sure:
    said = node["sure"].one_of(frozenset(SURE))
    return next(sure for sure in SURE if sure == said)


def _why(node: Node) -> str:
    return node["why"].text()
