"""The two errors that carry words for a person: the visitor's and the contributor's."""

from __future__ import annotations


class DomainError(Exception):
    """Something a visitor can mend; the message is shown to them as it stands.

    `code` names the case for machines, `field` the input it belongs to (if one does).
    """

    code = "invalid"
    advice = ""  # what whoever runs the product could do about it: for the command line, not for a page

    def __init__(self, message: str, *, field: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        if code is not None:
            self.code = code

    def more(self) -> dict[str, object]:
        """What a machine may want to know besides, such as the nearest values that would do."""
        return {}


class DataError(Exception):
    """A file under `data/` or `models/` is not as it must be; the message names the file and what would be right."""
