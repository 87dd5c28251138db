"""Answers that are files to take away."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response


def as_file(content: str | bytes | Iterable[bytes], mimetype: str, name: str, *, inline: bool = False) -> Response:
    """A file under its own name; `inline` for one that a browser may also show."""
    how = "inline" if inline else "attachment"
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": f'{how}; filename="{name}"'})
