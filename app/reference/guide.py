"""Reads the role guide in `data/guide/`: its contents, and a file for each chapter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core import targets
from app.core.guide import text as markup
from app.core.guide.chapters import Block, Chapter, Guide, LivePart, Section, Shape, Tool
from app.core.guide.text import Text
from app.core.targets import Kind, Target
from app.reference.yaml_files import Node, read

CONTENTS = "contents.yaml"
_CONTENTS = frozenset({"title", "lead", "licence", "chapters"})
_CHAPTER = frozenset({"title", "short", "summary", "sections", "tools"})
_SHAPES = tuple(shape.value for shape in Shape)
_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class _Read:
    """A chapter, and where each of its links and citations stands, to be checked once all chapters are known."""

    chapter: Chapter
    place: Node


def load(folder: Path, sources: Collection[str], known: Mapping[Kind, Collection[str]]) -> Guide:
    """Return the guide; `known` holds the ids that a link of each kind may name, apart from chapters.

    Raises `DataError` for a claim without a source and for a link that leads nowhere.
    """
    contents = read(folder / CONTENTS).mapping(_CONTENTS)
    ids = contents["chapters"].texts(1)
    _check_files(folder, ids, contents["chapters"])
    chapters = [_chapter(folder / f"{id}.yaml", id, sources) for id in ids]
    for one in chapters:
        _check_links(one, [other.chapter for other in chapters], known)
    return Guide(
        title=contents["title"].text(),
        lead=contents["lead"].text(),
        licence=contents["licence"].text(),
        chapters=tuple(one.chapter for one in chapters),
    )


def _check_files(folder: Path, ids: tuple[str, ...], place: Node) -> None:
    twice = next((id for id in ids if ids.count(id) > 1), None)
    if twice:
        raise place.wrong(f"the chapter {twice!r} stands twice.")
    for path in sorted(folder.glob("*.yaml")):
        if path.name != CONTENTS and path.stem not in ids:
            raise place.wrong(f"the file {path.name} is not in this list; add {path.stem!r} where it belongs.")


def _chapter(path: Path, id: str, sources: Collection[str]) -> _Read:
    node = read(path).mapping(_CHAPTER)
    if not _ID.fullmatch(id):
        raise node.wrong(f"{id!r} must be small letters, digits and dashes, since it is part of an address.")
    sections = node["sections"].each(lambda one: _section(one, sources), 1)
    ids = [section.id for section in sections]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice:
        raise node["sections"].wrong(f"two headings lead to the same address #{twice}; reword one.")
    chapter = Chapter(
        id=id,
        title=node["title"].text(),
        short=node["short"].text(),
        summary=node["summary"].text(),
        sections=sections,
        tools=node["tools"].each(_tool, 1),
    )
    return _Read(chapter, node)


def _section(node: Node, sources: Collection[str]) -> Section:
    node.mapping({"heading", "blocks"}, {"id"})
    heading = node["heading"].text()
    own = node.get("id")
    blocks = node["blocks"].each(lambda one: _block(one, sources), 1)
    return Section(own.text() if own else slug(heading), heading, blocks)


def slug(heading: str) -> str:
    """ "Who reports to whom?" becomes "who-reports-to-whom"."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def _block(node: Node, sources: Collection[str]) -> Block:
    shapes = [key for key in _SHAPES if key in node]
    if len(shapes) != 1:
        raise node.wrong(f"a block is one of {', '.join(_SHAPES)}.")
    shape = Shape(shapes[0])
    block = _READERS[shape](node)
    for text in block.texts:
        for source in markup.notes_of(text):
            if source not in sources:
                raise node.wrong(f"the source {source!r} is not in data/sources/.")
    if shape is not Shape.LIVE and not block.ours and not block.has_sources:
        raise node.wrong(
            "a claim needs its source: add [^source-id] to the paragraph, to the line above a list, or to every item "
            "and row; or mark advice of our own with “ours: true”."
        )
    return block


def _paragraph(node: Node) -> Block:
    node.mapping({"text"}, {"ours"})
    return Block(Shape.TEXT, lead=_text(node["text"]), ours=_ours(node))


def _list(node: Node) -> Block:
    shape = Shape.POINTS if "points" in node else Shape.STEPS
    node.mapping({shape.value}, {"lead", "ours"})
    lead = node.get("lead")
    return Block(shape, lead=_text(lead) if lead else (), items=node[shape.value].each(_text, 2), ours=_ours(node))


def _table(node: Node) -> Block:
    node.mapping({"table"}, {"ours"})
    table = node["table"].mapping({"caption", "head", "rows"})
    head = table["head"].texts(2)
    rows = tuple(row.each(_text, len(head), len(head)) for row in table["rows"].entries(1))
    return Block(Shape.TABLE, lead=_text(table["caption"]), head=head, rows=rows, ours=_ours(node))


def _live(node: Node) -> Block:
    node.mapping({"live"})
    part = node["live"].one_of(tuple(part.value for part in LivePart))
    return Block(Shape.LIVE, live=LivePart(part))


_READERS = {
    Shape.TEXT: _paragraph,
    Shape.POINTS: _list,
    Shape.STEPS: _list,
    Shape.TABLE: _table,
    Shape.LIVE: _live,
}


def _ours(node: Node) -> bool:
    found = node.get("ours")
    return found.truth() if found else False


def _text(node: Node) -> Text:
    try:
        return markup.parse(node.text())
    except ValueError as error:
        raise node.wrong(f"{error}.") from error


def _tool(node: Node) -> Tool:
    node.mapping({"to", "words", "why"})
    try:
        target = targets.read(node["to"].text())
    except ValueError as error:
        raise node["to"].wrong(f"{error}.") from error
    return Tool(target, node["words"].text(), node["why"].text())


def _check_links(one: _Read, chapters: list[Chapter], known: Mapping[Kind, Collection[str]]) -> None:
    anchors = {chapter.id: {section.id for section in chapter.sections} for chapter in chapters}
    for target in one.chapter.links:
        allowed: Collection[str] = anchors if target.kind is Kind.CHAPTER else known.get(target.kind, ())
        if target.id not in allowed:
            raise one.place.wrong(f"the link {target.written!r} leads nowhere; {_offered(target, allowed)}.")
        if target.anchor and target.anchor not in anchors.get(target.id, ()):
            headings = ", ".join(sorted(anchors.get(target.id, ()))) or "no headings"
            raise one.place.wrong(f"the link {target.written!r} names no heading of its chapter; it has {headings}.")


def _offered(target: Target, allowed: Collection[str]) -> str:
    offered: Iterator[str] = iter(sorted(allowed)[:20])
    return f"a {target.kind} may be {', '.join(offered)}" if allowed else f"a {target.kind} cannot be linked to"
