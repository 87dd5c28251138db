"""Strict reading of published tables (CSV, Excel, or either inside a ZIP), row by row, with progress."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.core.errors import DomainError

Progress = Callable[[int], None]
Row = Mapping[str, str]
PROGRESS_EVERY = 5_000


@dataclass(frozen=True)
class Imported:
    """What an import read: rows for our table, and what was left out, each in words."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def bad_file(path: Path, what: str) -> DomainError:
    return DomainError(f"{path.name}: {what}", field="file", code="bad_file")


def quiet(_rows: int) -> None:
    """Report no progress."""


def rows_of(
    path: Path,
    names: Mapping[str, Sequence[str]],
    *,
    optional: Mapping[str, Sequence[str]] | None = None,
    member: str = "",
    progress: Progress = quiet,
) -> Iterator[Row]:
    """Yield rows under our names; each name lists the spellings a column may have in the file.

    `member` picks the file inside a ZIP whose name holds that text. Raises `DomainError` (`bad_file`)
    for a file that is no table, or that misses a column.
    """
    with _opened(path, member) as lines:
        header = [str(cell or "").strip() for cell in next(lines, ())]
        places = _columns(path, header, names, optional or {})
        for number, cells in enumerate(lines, start=1):
            if number % PROGRESS_EVERY == 0:
                progress(number)
            if any(cell not in (None, "") for cell in cells):
                yield {name: _text(cells, place) for name, place in places.items()}


def _columns(
    path: Path, header: list[str], names: Mapping[str, Sequence[str]], optional: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    upper = [name.upper() for name in header]
    places = {}
    for name, spellings in {**names, **optional}.items():
        found = next((upper.index(spelling.upper()) for spelling in spellings if spelling.upper() in upper), None)
        if found is not None:
            places[name] = found
        elif name in names:
            shown = ", ".join(header[:8]) or "nothing"
            raise bad_file(path, f"the column {spellings[0]} is missing; the first row holds {shown}.")
    return places


def _text(cells: Sequence[object], place: int) -> str:
    cell = cells[place] if place < len(cells) else None
    return "" if cell is None else str(cell).strip()


@contextmanager
def _opened(path: Path, member: str) -> Iterator[Iterator[Sequence[object]]]:
    """Open the table inside the file as an iterator of rows of cells."""
    if not path.is_file():
        raise bad_file(path, "there is no such file.")
    if path.suffix.lower() == ".zip":
        with open_zip(path) as archive, archive.open(_member(path, archive, member)) as file:
            yield _lines(path, file, Path(file.name).suffix.lower())
    else:
        with path.open("rb") as file:
            yield _lines(path, file, path.suffix.lower())


def open_zip(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        raise bad_file(path, "is not a ZIP file, although its name says so.") from None


def _member(path: Path, archive: zipfile.ZipFile, wanted: str) -> str:
    names = [name for name in archive.namelist() if name.lower().endswith((".csv", ".xlsx"))]
    fitting = [name for name in names if wanted.lower() in name.lower()]
    if not fitting:
        raise bad_file(
            path, f"holds no {wanted or 'CSV or Excel file'}; it holds {', '.join(names[:5]) or 'no table'}."
        )
    return fitting[0]


def _lines(path: Path, file: IO[bytes], kind: str) -> Iterator[Sequence[object]]:
    if kind == ".csv":
        return iter(csv.reader(io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")))
    if kind == ".xlsx":
        return _sheet_rows(path, file, None)
    raise bad_file(path, f"a {kind or 'nameless'} file cannot be read; save it as CSV or Excel (.xlsx).")


def sheet(path: Path, name: str) -> tuple[tuple[object, ...], ...]:
    """All cells of one sheet of an Excel file."""
    with path.open("rb") as file:
        return tuple(tuple(row) for row in _sheet_rows(path, file, name))


def _sheet_rows(path: Path, file: IO[bytes], name: str | None) -> Iterator[Sequence[object]]:
    # Loaded here for weight: only an import of an Excel file needs it.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError):
        raise bad_file(path, "is not an Excel workbook (.xlsx).") from None
    if name is not None and name not in book.sheetnames:
        raise bad_file(path, f"has no sheet {name!r}; it has {', '.join(book.sheetnames[:6])}.")
    chosen = book[name] if name is not None else book.worksheets[0]
    return iter(chosen.iter_rows(values_only=True))


def write(path: Path, rows: Iterable[Row], columns: Sequence[str]) -> int:
    """Write a table of ours; returns how many rows."""
    kept = list(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return len(kept)


def kept_rows(path: Path, column: str, replaced: Iterable[str]) -> list[Row]:
    """Rows of a table of ours that an import leaves in place: all whose column is not replaced."""
    gone = frozenset(replaced)
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row[column] not in gone]
