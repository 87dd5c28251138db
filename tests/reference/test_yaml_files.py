"""A contributor's slip is named by file, place and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import DataError
from app.reference.yaml_files import Node, read


def a_file(folder: Path, content: str) -> Node:
    path = folder / "data" / "levels.yaml"
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    return read(path)


@pytest.mark.parametrize(
    ("content", "look", "complaint"),
    [
        ("a: 1\na: 2", lambda node: node, "line 2: the key 'a' stands twice"),
        ("a: {b: 1, b: 2}", lambda node: node, "the key 'b' stands twice"),
        ("a: [", lambda node: node, "data/levels.yaml: "),
        ("{a: 1, c: 2}", lambda node: node.mapping({"a", "b"}), "unknown key 'c'; allowed are a, b"),
        ("a: 1", lambda node: node.mapping({"a", "b"}), "the key 'b' is missing"),
        ("- a", lambda node: node.mapping({"a"}), "must be a mapping"),
        ("a: ''", lambda node: node["a"].text(), "data/levels.yaml: a: must be a text that is not empty"),
        ("a: text", lambda node: node["a"].entries(), "a: must be a list"),
        ("a: [1]", lambda node: node["a"].entries(2, 2), "must have exactly 2 entries, but has 1"),
        ("a: [x, 3]", lambda node: node["a"].texts(), "a[2]: must be a text"),
        ("a: true", lambda node: node["a"].whole(), "must be a whole number"),
        ("a: 7", lambda node: node["a"].whole(1, 6), "must lie between 1 and 6, but is 7"),
        ("a: x", lambda node: node["a"].number(), "must be a number"),
        ("a: yes please", lambda node: node["a"].truth(), "must be true or false"),
        ("a: x", lambda node: node["a"].one_of(("y", "z")), "'x' is not known; allowed are y, z"),
        ("a: 2026-11-22 10:00:00", lambda node: node["a"].day(), "must be a date such as"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, content: str, look: Callable[[Node], object], complaint: str) -> None:
    with pytest.raises(DataError) as refused:
        look(a_file(tmp_path, content))

    assert complaint in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the file is missing"):
        read(tmp_path / "nothing.yaml")


def test_folded_lines_are_read_as_one(tmp_path: Path) -> None:
    assert a_file(tmp_path, "a: >-\n  two\n  lines").mapping({"a"})["a"].text() == "two lines"
