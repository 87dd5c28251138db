"""Numbers in addresses: those that a table can hold, so that a longer one is an address that does not exist."""

from __future__ import annotations

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1


class RowNumber(IntegerConverter):
    def __init__(self, address_map: Map, fixed_digits: int = 0) -> None:
        super().__init__(address_map, fixed_digits, max=LARGEST)


def register(app: Flask) -> None:
    """Must come before the pages: an address is read by the converters that stand when it is added."""
    app.url_map.converters["int"] = RowNumber
