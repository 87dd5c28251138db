"""Tables that a screen reader can follow: a named table, a head that repeats on every page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Length, RGBColor
from docx.table import Table, _Cell, _Row

from app.documents.word.family import TINT, element, shade, write

DARK = "12343B"
_LINES = "8FA1A1"


def add_table(
    document: Document,
    name: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[Length],
    *,
    head: str = TINT,
) -> Table:
    """Add a table; `name` is what a screen reader announces."""
    table: Table = document.add_table(rows=1 + len(rows), cols=len(heads), style="Table Grid")
    table.autofit = False
    _set_look(table, name)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, texts in zip(table.rows, (heads, *rows), strict=True):
        _mark(row, "w:cantSplit")
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            _fill(cell, text)
    _mark(table.rows[0], "w:tblHeader")
    for cell in table.rows[0].cells:
        _make_head(cell, head)
    return table


def _set_look(table: Table, name: str) -> None:
    properties = table._tbl.tblPr
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=_LINES))
    margins = element("w:tblCellMar")
    for side in ("top", "bottom"):
        margins.append(element(f"w:{side}", w="50", type="dxa"))
    # Word minds the order of these elements.
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")
    for tag in ("w:tblCaption", "w:tblDescription"):
        properties.append(element(tag, val=name))


def _make_head(cell: _Cell, color: str) -> None:
    shade(cell._tc.get_or_add_tcPr(), color)
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    for run in cell.paragraphs[0].runs:
        run.font.bold = True
        if color == DARK:
            run.font.color.rgb = RGBColor(255, 255, 255)


def set_height(row: _Row, height: Length) -> None:
    """Give a row room to write in."""
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST


def name_row(row: _Row) -> None:
    """Make a row the name of those below it."""
    for cell in row.cells:
        shade(cell._tc.get_or_add_tcPr(), TINT)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    for run in row.cells[0].paragraphs[0].runs:
        run.font.bold = True


def _fill(cell: _Cell, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Table Text"
    write(paragraph, text)


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(element(name))
