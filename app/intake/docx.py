"""DOCX files: paragraphs of body, tables, text boxes and page headers, without what Word does not show."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat

from app.core.resumes.pages import BadFileError, PageLine, Pages
from app.intake import words

LARGEST_UNPACKED = 60 * 1024 * 1024
LARGEST_PART = 20 * 1024 * 1024
MOST_PARTS = 3000
SMALLEST_VISIBLE = 6  # half points, as Word counts
BODY = "word/document.xml"
HEADER = re.compile(r"word/header\d*\.xml$")
LIST_STYLE = re.compile(r"^(list\s?bullet|bullet|aufz)", re.IGNORECASE)
HEADING_STYLE = re.compile(r"^(heading|title|section)", re.IGNORECASE)
OFF = ("0", "false", "none")
NOT_SHOWN = frozenset(("Fallback", "del", "moveFrom", "instrText", "comment"))

BOMB = "This file unpacks to far more than a résumé can hold, so it was not opened."
BROKEN = "This Word file is damaged and cannot be opened. Save it again as .docx, or paste the text."
PAGES = (
    "This is an Apple Pages file, which is not read. In Pages choose File, Export To, then PDF or Word, and upload "
    "that; or paste the text."
)
OTHER = "This is not a Word file (.docx). Save the résumé as .docx or PDF, or paste the text."
UNREADABLE = (
    zipfile.BadZipFile,  # a damaged archive, or a part that fails its checksum
    zlib.error,  # a part damaged inside
    EOFError,  # a part cut short
    OSError,  # a part said to stand where nothing is
    ValueError,  # the same, before the file's beginning; also a name in no known letters
    NotImplementedError,  # packed in a way that nobody uses for Word
    RuntimeError,  # locked with a password
)
EMPTY = "This Word file holds no text that a reader would see. Is the résumé a picture? Then paste the text."


def read(content: bytes, name: str = "") -> Pages:
    """Raises `BadFileError` for an archive that is damaged, hostile, or not a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive)
    except UNREADABLE as error:
        if name.endswith(".pages"):
            raise BadFileError("unsupported", PAGES) from error
        raise BadFileError("broken", BROKEN) from error
    story = _Story()
    for part in parts:
        story.read(part)
    if not story.lines:
        raise BadFileError("image_only", EMPTY)
    text = "\n".join(line.text for line in story.lines)
    return Pages(tuple(story.lines), "docx", "xml", unknown_words=words.unknown_share(text), hidden=tuple(story.hidden))


def _parts(archive: zipfile.ZipFile) -> list[bytes]:
    """The parts that hold text, after a look at the directory: what unpacks to too much is not unpacked."""
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise BadFileError("zip_bomb", BOMB)
    names = [entry.filename for entry in entries]
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        raise BadFileError("unsupported", PAGES)
    if BODY not in names:
        raise BadFileError("unsupported", OTHER)
    wanted = [*sorted(name for name in names if HEADER.match(name)), BODY]
    parts = []
    for name in wanted:
        with archive.open(name) as part:
            content = part.read(LARGEST_PART + 1)
        if len(content) > LARGEST_PART:
            raise BadFileError("zip_bomb", BOMB)
        parts.append(content)
    return parts


@dataclass
class _Paragraph:
    pieces: list[tuple[str, bool]] = field(default_factory=list)  # text, whether bold
    bullet: bool = False
    heading: bool = False
    shaded: bool = False

    def style(self, tag: str, value: str) -> None:
        if tag == "numPr":
            self.bullet = True
        elif tag == "numId" and value == "0":
            self.bullet = False
        elif tag == "pStyle":
            self.bullet = self.bullet or LIST_STYLE.match(value) is not None
            self.heading = HEADING_STYLE.match(value) is not None


@dataclass
class _Look:
    """How a run of letters looks."""

    bold: bool = False
    hidden: bool = False
    white: bool = False

    def set_bold(self, value: str) -> None:
        self.bold = value not in OFF

    def set_vanish(self, value: str) -> None:
        self.hidden = value not in OFF

    def set_color(self, value: str) -> None:
        self.white = value.upper() in ("FFFFFF", "FEFEFE", "FDFDFD")

    def set_size(self, value: str) -> None:
        self.hidden = self.hidden or (value.isdigit() and int(value) < SMALLEST_VISIBLE)


_LOOKS = {"b": _Look.set_bold, "vanish": _Look.set_vanish, "color": _Look.set_color, "sz": _Look.set_size}
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}


class _Story:
    """Gathers lines while a part is parsed."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.hidden: list[str] = []
        self._open: list[_Paragraph] = []
        self._look = _Look()
        self._skipping = 0
        self._in_text = False
        self._shaded_cell = False

    def read(self, part: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            parser.Parse(part, True)
        except expat.ExpatError as error:
            raise BadFileError("broken", BROKEN) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if self._skipping or tag in NOT_SHOWN:
            self._skipping += 1
            return
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        value = values.get("val", "")
        if tag in _LOOKS:
            _LOOKS[tag](self._look, value)
        elif tag in _BREAKS:
            self._put(_BREAKS[tag])
        elif tag == "p":
            self._open.append(_Paragraph(shaded=self._shaded_cell))
        elif tag == "tc":
            self._shaded_cell = False
        elif tag == "r":
            self._look = _Look()
        elif tag == "shd":
            self._shade(values.get("fill", "auto"))
        elif tag == "t":
            self._in_text = True
        elif self._open:
            self._open[-1].style(tag, value)

    def _shade(self, fill: str) -> None:
        if fill.upper() not in ("AUTO", "FFFFFF"):
            if self._open:
                self._open[-1].shaded = True
            else:
                self._shaded_cell = True

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        tag = name.rpartition(" ")[2]
        if tag == "t":
            self._in_text = False
        elif tag == "p" and self._open:
            self._close(self._open.pop())

    def _text(self, text: str) -> None:
        if self._in_text and not self._skipping:
            self._put(text)

    def _put(self, text: str) -> None:
        if not self._open:
            return
        if (self._look.hidden or (self._look.white and not self._open[-1].shaded)) and text.strip():
            self.hidden.append(text)
        else:
            self._open[-1].pieces.append((text, self._look.bold))

    def _close(self, paragraph: _Paragraph) -> None:
        rows: list[list[tuple[str, bool]]] = [[]]
        for text, bold in paragraph.pieces:
            first, *more = text.split("\n")
            rows[-1].append((first, bold))
            rows.extend([(piece, bold)] for piece in more)
        for number, row in enumerate(rows):
            text = " ".join("".join(piece for piece, _ in row).split())
            if text:
                self.lines.append(
                    PageLine(
                        text,
                        bold=all(bold for piece, bold in row if piece.strip()),
                        label=_label(row),
                        bullet=paragraph.bullet and number == 0,
                        heading=paragraph.heading,
                        whole=True,
                    )
                )


def _label(row: list[tuple[str, bool]]) -> str:
    """The bold words before a colon with which a line starts, when what follows is not bold."""
    if all(bold for piece, bold in row if piece.strip()):
        return ""
    lead = ""
    for piece, bold in row:
        if not bold and piece.strip():
            lead += piece[:1] if piece.startswith(":") and not lead.endswith(":") else ""
            break
        lead += piece
    return " ".join(lead.split()) if lead.rstrip().endswith(":") else ""


def _refuse_doctype(*_: object) -> None:
    raise BadFileError("broken", BROKEN)
