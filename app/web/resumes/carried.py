"""What a report's page carries in its form, since nothing is kept: the reading, the first reading, the original."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import request

from app.core.resumes.plain_text import reworded, row_of, text_of
from app.core.resumes.report import Report
from app.core.text import clean
from app.usecases.resumes import Original
from app.web.resumes.forms import CarriedForm

_ANEW = re.compile(r"anew-(\d{1,4})")
MOST_PICTURES = 8
LONGEST_NAME = 80  # letters of a file's name that a report shows


@dataclass(frozen=True)
class Carried:
    """The state of a page: `text` is what it shows, `corrected` and `anew` what a person has typed since."""

    text: str
    first: str
    corrected: str
    anew: Mapping[int, str] = field(default_factory=dict)
    original: Original | None = None
    blind: bool = False
    file_name: str = ""

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(base64.b64encode(one).decode() for one in self.original.pictures) if self.original else ()


def carried_from(report: Report, original: Original, blind: bool, file_name: str = "") -> Carried:
    """What the first page of a résumé carries."""
    text = clean(text_of(report)).text  # as it will come back from the form
    return Carried(text, text, text, original=original, blind=blind, file_name=file_name)


def carried_back(form: CarriedForm) -> Carried:
    """What a page has sent back."""
    text = form.text.data or ""
    return Carried(
        text=text,
        first=form.first.data or "",
        corrected=form.corrected.data if form.corrected.data is not None else text,
        anew={
            int(found[1]): " ".join(typed.split())
            for name, typed in request.form.items()
            if (found := _ANEW.fullmatch(name))
        },
        original=_original(form),
        blind=bool(form.blind.data) and not request.form.get("unblind"),
        file_name=(form.file_name.data or "")[:LONGEST_NAME],
    )


def settled(carried: Carried, shown: Report) -> str:
    """The text with everything that a person has typed: the corrected whole, and single lines in other words."""
    rows = {
        row_of(one.line): row_of(one.line, carried.anew[one.line.number])
        for one in shown.lines
        if carried.anew.get(one.line.number, one.line.text) not in ("", one.line.text)
    }
    return reworded(carried.corrected, rows)


def on_show(carried: Carried, report: Report) -> Carried:
    """The state of the page after it was read again: nothing is left to be settled."""
    text = text_of(report)
    return replace(carried, text=text, first=carried.first or text, corrected=text, anew={})


def _original(form: CarriedForm) -> Original | None:
    pictures = tuple(picture for sent in request.form.getlist("picture")[:MOST_PICTURES] if (picture := _picture(sent)))
    if not (pictures or form.original.data):
        return None
    return Original(pictures, form.page_count.data or len(pictures), form.original.data or "")


def _picture(sent: str) -> bytes:
    """A picture as we sent it out; anything else is dropped."""
    try:
        content = base64.b64decode(sent, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return content if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else b""
