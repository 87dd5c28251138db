"""Strict reading of the YAML files under `data/`: what is wrong is named by file, place and key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from app.core.errors import DataError

T = TypeVar("T")


class _Loader(yaml.CSafeLoader):
    """Safe YAML that refuses a key written twice instead of keeping the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise yaml.constructor.ConstructorError(None, None, f"line {line}: the key {key!r} stands twice")
            seen.add(key)
        read: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return read


def read(path: Path) -> Node:
    """Return the file's content as a `Node`; raises `DataError` when it is missing or is not YAML."""
    try:
        with path.open(encoding="utf-8") as file:
            content = yaml.load(file, Loader=_Loader)  # noqa: S506  # a subclass of the safe loader
    except FileNotFoundError:
        raise DataError(f"{_shown(path)}: the file is missing.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"{_shown(path)}: {error}") from error
    return Node(content, _shown(path))


def _shown(path: Path) -> str:
    """The path from `data/` on, which is how a contributor knows the file."""
    parts = path.parts
    return "/".join(parts[parts.index("data") :]) if "data" in parts else str(path)


class Node:
    """A value in a data file that knows where it stands, so that a complaint can say so."""

    def __init__(self, value: Any, place: str) -> None:
        self.value = value
        self.place = place

    def wrong(self, what: str) -> DataError:
        return DataError(f"{self.place}: {what}")

    # -- mappings

    def mapping(self, required: Collection[Hashable], optional: Collection[Hashable] = ()) -> Node:
        """Check that this is a mapping with these keys and no others; returns itself."""
        keys = self.keys()
        unknown = [key for key in keys if key not in required and key not in optional]
        missing = [key for key in required if key not in keys]
        if unknown:
            allowed = ", ".join(sorted(str(key) for key in (*required, *optional)))
            raise self.wrong(f"unknown key {unknown[0]!r}; allowed are {allowed}.")
        if missing:
            raise self.wrong(f"the key {missing[0]!r} is missing.")
        return self

    def keys(self) -> tuple[Any, ...]:
        if not isinstance(self.value, Mapping):
            raise self.wrong("must be a mapping of keys to values.")
        return tuple(self.value)

    def __contains__(self, key: Any) -> bool:
        return key in self.keys()

    def __getitem__(self, key: Any) -> Node:
        return Node(self.value[key], f"{self.place}: {key}")

    def get(self, key: Any) -> Node | None:
        """The value under the key, or None when it is absent or null."""
        return self[key] if key in self and self.value[key] is not None else None

    def items(self) -> tuple[tuple[Any, Node], ...]:
        return tuple((key, self[key]) for key in self.keys())

    # -- lists

    def entries(self, least: int = 0, most: int | None = None) -> tuple[Node, ...]:
        if not isinstance(self.value, list):
            raise self.wrong("must be a list.")
        if len(self.value) < least or (most is not None and len(self.value) > most):
            bounds = f"exactly {least}" if least == most else f"{least} to {'any number' if most is None else most}"
            raise self.wrong(f"must have {bounds} entries, but has {len(self.value)}.")
        return tuple(Node(value, f"{self.place}[{number}]") for number, value in enumerate(self.value, start=1))

    def texts(self, least: int = 0, most: int | None = None) -> tuple[str, ...]:
        return tuple(node.text() for node in self.entries(least, most))

    def each(self, read_one: Callable[[Node], T], least: int = 0, most: int | None = None) -> tuple[T, ...]:
        return tuple(read_one(node) for node in self.entries(least, most))

    # -- single values

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.wrong("must be a text that is not empty.")
        return " ".join(self.value.split())

    def one_of(self, allowed: tuple[str, ...] | frozenset[str]) -> str:
        if self.value not in allowed:
            raise self.wrong(f"{self.value!r} is not known; allowed are {', '.join(sorted(allowed))}.")
        return str(self.value)

    def whole(self, least: int | None = None, most: int | None = None) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.wrong("must be a whole number.")
        if (least is not None and self.value < least) or (most is not None and self.value > most):
            raise self.wrong(f"must lie between {least} and {most}, but is {self.value}.")
        return self.value

    def number(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.wrong("must be a number.")
        return float(self.value)

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.wrong("must be true or false.")
        return self.value

    def day(self) -> date:
        if type(self.value) is not date:
            raise self.wrong("must be a date such as 2026-11-22.")
        return self.value
