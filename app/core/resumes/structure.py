"""A résumé taken apart: its sections, its roles, and its lines, each knowing where it stands."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.core.resumes.items import Item, items_of
from app.core.resumes.pages import Pages
from app.core.resumes.roles import Role, span_in
from app.core.resumes.sections import Section, SectionName, inline_section, section_of

LONGEST_SENTENCE = 40  # words; longer paragraphs are read sentence by sentence
LONGEST_LINE = 1_000  # letters; nobody writes more in one go, and what is longer would be read for minutes
LONGEST_TITLE = 9  # words of a line with a title, an employer or a place
MOST_TITLE_LINES = 2
LONGEST_CONTACT = 120  # letters
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z•-])")
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|https?://|www\.|linkedin\.com|github\.com|(?:\+?\d[\d().\s-]{8,}\d)|"
    r"^\s*(?:phone|mobile|email|tel|address)\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """One line of the résumé with its place: its number, its section, and the role that it tells about."""

    number: int
    text: str
    section: SectionName
    role: int | None = None  # index into the roles
    bullet: bool = False
    label: str = ""
    header: bool = False  # the head of a role: title, employer, dates


@dataclass(frozen=True)
class Structure:
    sections: tuple[Section, ...]
    roles: tuple[Role, ...]
    lines: tuple[Line, ...]


def structure_of(pages: Pages) -> Structure:
    """Sections by their headings, roles by their dates, and every other line under them."""
    sections: list[Section] = []
    roles: list[Role] = []
    lines: list[Line] = []
    current = SectionName.CONTACT
    items = [piece for item in items_of(pages.lines) for piece in _in_pieces(item)]
    headed = any(section_of(item) for item in items)
    if not headed:
        current = SectionName.EXPERIENCE
    for item in items:
        section = section_of(item)
        if section is not None:
            sections.append(section)
            current = section.name
            continue
        inline = inline_section(item.text) if headed else None
        if inline is not None and not item.bullet and current != SectionName.EXPERIENCE:
            sections.append(inline[0])
            current = inline[0].name
        told = item if inline is None or item.bullet or current != inline[0].name else replace(item, text=inline[1])
        is_header = _opens_role(told, current, roles)
        if is_header:
            _take_title(lines, roles)
        placed = len(roles) - 1 if roles and current in (SectionName.EXPERIENCE, SectionName.PROJECTS) else None
        for text in _sentences(told):
            lines.append(Line(len(lines) + 1, text, current, placed, told.bullet, told.label, is_header))
    return Structure(tuple(sections), tuple(roles), tuple(_without_contact(lines)))


def _opens_role(item: Item, current: SectionName, roles: list[Role]) -> bool:
    """Note the role whose dates the item holds; whether it is the head of one."""
    if item.bullet or current not in (SectionName.EXPERIENCE, SectionName.PROJECTS, SectionName.VOLUNTEERING):
        return False
    found = span_in(item.text)
    if found is None:
        return False
    span, rest = found
    if len(rest.split()) > 16:
        return False
    roles.append(Role(rest, span))
    return True


def _take_title(lines: list[Line], roles: list[Role]) -> None:
    """The short lines right above the dates (title, employer, place) belong to the head of the role."""
    above = 0
    while above < MOST_TITLE_LINES and above < len(lines) and _may_be_title(lines[-1 - above]):
        above += 1
    if not above:
        return
    titles = [line.text for line in lines[-above:]]
    lines[-above:] = [replace(line, header=True, role=len(roles) - 1) for line in lines[-above:]]
    role = roles[-1]
    roles[-1] = replace(role, header=", ".join((*titles, role.header)).strip(", "))


def _may_be_title(line: Line) -> bool:
    at_work = line.section in (SectionName.EXPERIENCE, SectionName.PROJECTS, SectionName.VOLUNTEERING)
    short = len(line.text.split()) <= LONGEST_TITLE and not line.text.endswith((".", ";"))
    return at_work and short and not line.bullet and not line.header and not any(map(str.isdigit, line.text))


def _in_pieces(item: Item) -> Iterator[Item]:
    if len(item.text) <= LONGEST_LINE:
        yield item
        return
    for piece in textwrap.wrap(item.text, LONGEST_LINE, break_on_hyphens=False):
        yield replace(item, text=piece)


def _sentences(item: Item) -> Sequence[str]:
    if item.bullet or len(item.text.split()) <= LONGEST_SENTENCE:
        return (item.text,)
    return tuple(_SENTENCE_END.split(item.text))


def _without_contact(lines: Sequence[Line]) -> Sequence[Line]:
    """Addresses and numbers to reach a person are contact wherever they stand."""
    return [replace(line, section=SectionName.CONTACT) if _is_contact(line) else line for line in lines]


def _is_contact(line: Line) -> bool:
    short = len(line.text) < LONGEST_CONTACT and not line.bullet and not line.header
    return short and _CONTACT.search(line.text) is not None
