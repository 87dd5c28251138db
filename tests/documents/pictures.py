"""Writes a picture of every page of every document, in color and as a grey printer draws it, to build/documents/."""

from __future__ import annotations

from shutil import rmtree

import pypdfium2

from app.config import ROOT
from app.documents.pdf import render
from app.documents.pdf.paper import PageSize
from tests.documents.family import DOCUMENTS, PAPER

FOLDER = ROOT / "build" / "documents"
SCALE = 1.25  # of 72 dots an inch


def main() -> None:
    rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name, written in DOCUMENTS.items():
        for size in PAPER.get(name, (PageSize.LETTER,)):
            _draw(name, size, render.here(written(), size))


def _draw(name: str, size: PageSize, printed: bytes) -> None:
    stem = f"{name}-{size.name.lower()}"
    (FOLDER / f"{stem}.pdf").write_bytes(printed)
    for number, sheet in enumerate(pypdfium2.PdfDocument(printed), start=1):
        picture = sheet.render(scale=SCALE).to_pil()
        picture.save(FOLDER / f"{stem}-{number:02}.png")
        picture.convert("L").save(FOLDER / f"{stem}-{number:02}-grey.png")
    print(f"build/documents/{stem}: {number} pages, {len(printed) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
