"""Runs of text with their boxes from a PDF page, as pdfium sees them, and which of them no eye would see."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
SPACES = frozenset((0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x2002, 0x2003, 0x2009, 0x202F, 0x200A, 0x3000))
PRIVATE = (0xE000, 0xF8FF)  # a font's own signs, mostly icons
PRIVATE_BULLETS = frozenset((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC))  # of Symbol and Wingdings
NOTHING = frozenset((0x00, 0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060))
HYPHENS_AT_BREAKS = frozenset((0x02, 0xAD, 0xFFFE))
SPACE_GAP = 0.17  # of the type size: a wider gap between two letters is a space, though the file holds none
RUN_GAP = 1.05  # of the type size: a wider gap starts a new run
SOFT_HYPHEN = "\u00ad"  # stands where a line ends in the middle of a word, or of a word with a hyphen
LONGEST_LABEL = 60  # letters before a colon
SMALLEST_VISIBLE = 3.0  # points; a reader sees a line, not words, below this size
LEAST_CONTRAST = 14  # of 255 shades between the darkest and the lightest spot where a text should be


@dataclass
class Run:
    """Letters that stand together on one line."""

    text: str
    left: float
    right: float
    top: float  # measured downwards from the top of the page
    bottom: float
    size: float
    middle: float
    bold: bool = False
    hidden: bool = False
    letters: int = 0  # letters and digits so far; signs such as bullets say little about size and height
    label: int = 0  # how long the bold words before a colon are

    def take(self, letter: str, left: float, right: float, top: float, bottom: float) -> None:
        """Add a letter; size and middle are the mean of the letters'."""
        self.text += letter
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.top, self.bottom = min(self.top, top), max(self.bottom, bottom)
        if letter.isalnum():
            self.size = (self.size * self.letters + bottom - top) / (self.letters + 1)
            self.middle = (self.middle * self.letters + (top + bottom) / 2) / (self.letters + 1)
            self.letters += 1


def runs_of(page: pdfium.PdfPage) -> list[Run]:
    """The page's runs in the order in which the file holds them."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    found = _runs(text_page.raw, height)
    text_page.close()
    if found:
        _mark_hidden(page, found, width, height)
    return found


def _runs(handle: raw.FPDF_TEXTPAGE, height: float) -> list[Run]:
    found: list[Run] = []
    run: Run | None = None
    space = False
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(handle)):
        letter = _letter(raw.FPDFText_GetUnicode(handle, index))
        if letter == " ":
            space = True
        elif letter == SOFT_HYPHEN and run is not None:
            run.text += SOFT_HYPHEN
        elif letter.strip(SOFT_HYPHEN) and raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box)):
            left, right, top, bottom = box.left, box.right, height - box.top, height - box.bottom
            size = bottom - top
            if run is not None and _goes_on(run, left, top, bottom, size):
                _set_apart(run, space, left - run.right > SPACE_GAP * size)
            else:
                run = Run("", left, right, top, bottom, max(size, 0.1), (top + bottom) / 2, _is_bold(handle, index))
                found.append(run)
            _note_label(run, letter, handle, index)
            run.take(letter, left, right, top, bottom)
            space = False
    return found


def _letter(code: int) -> str:
    """What a sign stands for: a space for all spaces and icons, nothing for what has no width."""
    if code in NOTHING:
        return ""
    if code in HYPHENS_AT_BREAKS:
        return SOFT_HYPHEN
    if code in PRIVATE_BULLETS:
        return "•"
    if code in SPACES or PRIVATE[0] <= code <= PRIVATE[1]:
        return " "
    return LIGATURES.get(code) or chr(code)


def _set_apart(run: Run, space: bool, gap: bool) -> None:
    if run.text.endswith(SOFT_HYPHEN):
        run.text = run.text[:-1] + ("- " if space else "-")
    elif space or gap:
        run.text += " "


def _note_label(run: Run, letter: str, handle: raw.FPDF_TEXTPAGE, index: int) -> None:
    """Bold words before a colon are a label if what follows is not bold; until then its length is negative."""
    if letter == ":" and not run.label and len(run.text) < LONGEST_LABEL:
        run.label = -len(run.text) - 1 if _is_bold(handle, index - 1) else 0
    elif run.label < 0 and letter.isalnum():
        run.label = 0 if _is_bold(handle, index) else -run.label


def _goes_on(run: Run, left: float, top: float, bottom: float, size: float) -> bool:
    """Whether a letter belongs to the run: on its line, to its right, near it, and much of its size."""
    drift = abs((top + bottom) / 2 - run.middle)
    gap = left - run.right
    if drift >= 0.42 * max(run.size, size) or not -1.2 * run.size <= gap <= RUN_GAP * run.size:
        return False
    ratio = size / run.size
    return 0.45 < ratio < 2.2 if gap < SPACE_GAP * size else 0.8 < ratio < 1.25


def _is_bold(handle: raw.FPDF_TEXTPAGE, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(handle, index) >= 600:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, buffer, 128, ctypes.byref(flags))
    name = buffer.value.lower()
    return any(mark in name for mark in (b"bold", b"black", b"heavy", b"semibold", b"medi", b"bx"))


def _mark_hidden(page: pdfium.PdfPage, runs: list[Run], width: float, height: float) -> None:
    """Look at the picture of the page: where a run should stand there must be something to see."""
    bitmap = page.render(scale=1, grayscale=True)
    shades, stride = bytes(bitmap.buffer), bitmap.stride
    across, down = bitmap.width, bitmap.height
    for run in runs:
        run.hidden = (
            run.size < SMALLEST_VISIBLE
            or run.right < 0
            or run.left > width
            or run.bottom < 0
            or run.top > height
            or not _seen(shades, stride, across, down, run)
        )
    bitmap.close()


def _seen(shades: bytes, stride: int, across: int, down: int, run: Run) -> bool:
    start, stop = max(0, int(run.left)), min(across, int(run.right) + 1)
    darkest, lightest = 255, 0
    for row in range(max(0, int(run.top)), min(down, int(run.bottom) + 1)):
        strip = shades[row * stride + start : row * stride + stop]
        if strip:
            darkest, lightest = min(darkest, *strip), max(lightest, *strip)
    return lightest - darkest >= LEAST_CONTRAST
