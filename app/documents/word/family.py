"""What our Word documents have in common: styles, paper, running head and foot, and how they become bytes.

The fonts are those that Word brings along; colors and measures are those of the PDF family.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from app.documents.pdf.family import ADDRESS, Imprint, runs_right_to_left, shortened
from app.documents.pdf.paper import PageSize

INK, ACCENT, QUIET = RGBColor(0x17, 0x25, 0x2A), RGBColor(0x0B, 0x5A, 0x5E), RGBColor(0x4D, 0x5F, 0x66)
HIGHLIGHT, TINT = "F2B84B", "F1F5F4"
BODY_FONT, HEADING_FONT = "Calibri", "Georgia"
MARGIN = Mm(20)

_PAPER = {PageSize.A4: (Mm(210), Mm(297)), PageSize.LETTER: (Pt(612), Pt(792))}

# What XML cannot hold. Nothing that people type on our pages gets this far; a file may hold it.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>TPM Toolkit</Application></Properties>"
)
_AFTER_SHADING = ("w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:vAlign")
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can state


# -- a document


def begin(imprint: Imprint, size: PageSize) -> DocumentObject:
    """An empty document of the family: head, foot and properties say whose it is."""
    document = Document()
    _set_properties(document, imprint)
    _set_styles(document)
    _set_language(document, imprint.language)
    section = document.sections[0]
    section.page_width, section.page_height = _PAPER[size]
    section.left_margin = section.right_margin = section.top_margin = MARGIN
    section.bottom_margin = Mm(22)
    section.header_distance = section.footer_distance = Mm(11)
    _set_running_texts(section, imprint, text_width(size))
    return document


def text_width(size: PageSize) -> Length:
    return Length(_PAPER[size][0] - 2 * MARGIN)


def to_bytes(document: DocumentObject) -> bytes:
    """The same document is the same bytes at every time."""
    drafted, finished = BytesIO(), BytesIO()
    document.save(drafted)
    with zipfile.ZipFile(drafted) as draft, zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED) as file:
        for name in draft.namelist():
            content = _PROGRAM.encode() if name == "docProps/app.xml" else draft.read(name)
            entry = zipfile.ZipInfo(name, date_time=_FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
    return finished.getvalue()


def _set_properties(document: DocumentObject, imprint: Imprint) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.subject = (
        _shortest(text) for text in (imprint.title, imprint.author, imprint.subject)
    )
    properties.language = imprint.language
    properties.comments = f"Made with TPM Toolkit, role framework {imprint.edition}"
    properties.last_modified_by = "TPM Toolkit"
    properties.keywords = ""
    # The template's own dates say nothing about this document, and today's would make each copy differ.
    for name in ("dcterms:created", "dcterms:modified"):
        _remove(document.part.package.core_properties._element, name)
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _shortest(text: str) -> str:
    """As much as a property can hold."""
    return printable(text)[:255]


def printable(text: str) -> str:
    return _NOT_XML.sub("", text)


# -- styles


def _set_styles(document: DocumentObject) -> None:
    _style(document, "Normal", BODY_FONT, 10.5, INK, after=4, line=1.15)
    _style(document, "Title", HEADING_FONT, 24, INK, after=8, line=1.05)
    _style(document, "Subtitle", BODY_FONT, 12, ACCENT, after=2, bold=True)
    _style(document, "Heading 1", HEADING_FONT, 13, ACCENT, before=14, after=4, bold=True)
    _style(document, "Heading 2", HEADING_FONT, 11.5, INK, before=12, after=3, bold=True)
    _style(document, "Heading 3", HEADING_FONT, 10.5, INK, before=8, after=3, bold=True)
    for name in ("List Bullet", "List Number"):
        _style(document, name, BODY_FONT, 10.5, INK, after=3, line=1.15)
    for name in ("Header", "Footer"):
        _style(document, name, BODY_FONT, 8.5, QUIET)
    _style(document, "Fact", BODY_FONT, 10.5, INK, after=1)
    _style(document, "Notice", BODY_FONT, 9.5, INK, after=4, line=1.1)
    _style(document, "Quiet", BODY_FONT, 9.5, QUIET, after=4, line=1.1)
    _style(document, "Table Text", BODY_FONT, 9.5, INK, after=0, line=1.05)
    shade(_style(document, "Stamp", BODY_FONT, 11, INK, after=8, bold=True).element.get_or_add_pPr(), HIGHLIGHT)


def _style(
    document: DocumentObject,
    name: str,
    font: str,
    size: float,
    color: RGBColor,
    *,
    before: float = 0,
    after: float = 0,
    line: float = 1,
    bold: bool = False,
) -> ParagraphStyle:
    style = _named(document, name)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = color
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = line
    marks = style.element.get_or_add_rPr()
    marks.get_or_add_rFonts().attrib.clear()  # else the theme's fonts would win
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        marks.rFonts.set(qn(f"w:{kind}"), font)
    layout = style.element.get_or_add_pPr()
    for leftover in ("w:pBdr", "w:contextualSpacing", "w:tabs"):
        _remove(layout, leftover)
    _remove(marks, "w:spacing")
    if name == "Subtitle":
        layout.remove(layout.numPr)  # the template numbers it as a second level
    return style


def _remove(properties: BaseOxmlElement, name: str) -> None:
    for one in properties.findall(qn(name)):
        properties.remove(one)


def _named(document: DocumentObject, name: str) -> ParagraphStyle:
    styles: dict[str, ParagraphStyle] = {one.name: one for one in document.styles if isinstance(one, ParagraphStyle)}
    if name in styles:
        return styles[name]
    added: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    added.base_style = styles["Normal"]
    return added


def _set_language(document: DocumentObject, language: str) -> None:
    """Which language a screen reader speaks and a spelling checker checks."""
    code = {"en": "en-US"}.get(language, language)
    for one in document.styles.element.iter(qn("w:lang")):
        one.set(qn("w:val"), code)


def shade(properties: BaseOxmlElement, color: str) -> None:
    """Fill a paragraph or a table cell."""
    # Word minds the order of these elements.
    properties.insert_element_before(element("w:shd", val="clear", color="auto", fill=color), *_AFTER_SHADING)


# -- running head and foot


def _set_running_texts(section: Section, imprint: Imprint, width: Length) -> None:
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = shortened(printable(imprint.title))
    for foot in (section.footer, section.first_page_footer):
        paragraph = foot.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"{shortened(printable(imprint.author), 60)}\tPage ")
        _add_field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _add_field(paragraph, "NUMPAGES")
        foot.add_paragraph(f"Made with TPM Toolkit, role framework {imprint.edition}", style="Footer")


def _add_field(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in."""
    field = element("w:fldSimple", instr=name)
    field.append(_run_of("1"))
    paragraph._p.append(field)


def _run_of(text: str) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    return run


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element of Word's own XML, for what the library does not offer."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


# -- text


def write(paragraph: Paragraph, text: str, *, lead: str = "") -> Paragraph:
    """Write what a person typed: it stays text, addresses can be clicked, Hebrew and Arabic run from the right."""
    if lead:
        paragraph.add_run(f"{printable(lead)}: ").bold = True
    words = printable(text)
    at = 0
    for found in ADDRESS.finditer(words):
        paragraph.add_run(words[at : found.start()])
        _add_link(paragraph, found[0])
        at = found.end()
    paragraph.add_run(words[at:])
    if runs_right_to_left(words):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run.font.rtl = True
    return paragraph


def _add_link(paragraph: Paragraph, address: str) -> None:
    target = address if address.startswith("http") else f"mailto:{address}"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(_run_of(address))
    paragraph._p.append(link)
    run = Run(link[0], paragraph)
    run.font.underline = True
    run.font.color.rgb = ACCENT


def begin_numbering(document: DocumentObject) -> int:
    """Return a number for `numbered`: a list that begins with 1 whatever stood before."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    abstract = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def numbered(paragraph: Paragraph, numbering: int) -> Paragraph:
    """Make a paragraph of style List Number a member of this list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering
    return paragraph
