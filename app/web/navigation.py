"""The tools in the order in which people meet them, for the head of each page and the first page."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask


@dataclass(frozen=True)
class Door:
    """A way into a tool, as the first page shows it."""

    endpoint: str
    label: str
    title: str
    text: str


DOORS: tuple[Door, ...] = ()


def register(app: Flask) -> None:
    app.jinja_env.globals["navigation"] = lambda: [(door.endpoint, door.label) for door in DOORS]
