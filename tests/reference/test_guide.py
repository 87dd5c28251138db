"""The guide's files are read strictly, and a fault is named so that a contributor can mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import DataError
from app.core.guide.chapters import Guide
from app.core.targets import Kind
from app.reference import guide

CONTENTS = "title: The guide\nlead: What it is.\nlicence: CC BY 4.0\nchapters: [one]\n"
KNOWN = {Kind.SKILL: ["risk"], Kind.PAGE: ["salaries"]}


def written(folder: Path, blocks: str, contents: str = CONTENTS, tool: str = "page:salaries") -> Path:
    (folder / "contents.yaml").write_text(contents, encoding="utf-8")
    (folder / "one.yaml").write_text(
        f"title: One\nshort: One\nsummary: The first.\nsections:\n  - heading: What it is, really?\n    blocks:\n"
        f"{blocks}\ntools:\n  - {{to: '{tool}', words: Look up, why: To know.}}\n",
        encoding="utf-8",
    )
    return folder


def loaded(folder: Path) -> Guide:
    return guide.load(folder, {"known"}, KNOWN)


def test_a_chapter_is_read_with_its_headings_as_addresses(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "      - text: 'It is so.[^known] See [risk](skill:risk).'"))

    (chapter,) = found.chapters
    assert [section.id for section in chapter.sections] == ["what-it-is-really"]
    assert chapter.sources == ("known",)
    assert chapter.words == 5


def test_advice_of_our_own_says_so_and_needs_no_source(tmp_path: Path) -> None:
    found = loaded(written(tmp_path, "      - {text: Ask early., ours: true}"))

    assert next(found.chapters[0].blocks).ours


@pytest.mark.parametrize(
    ("blocks", "complaint"),
    [
        ("      - text: It is so.", r"one\.yaml: sections\[1\]: blocks\[1\]: a claim needs its source"),
        ("      - text: 'It is so.[^hearsay]'", "the source 'hearsay' is not in data/sources/"),
        ("      - {points: ['Yes.[^known]', No.]}", "a claim needs its source"),
        ("      - {text: 'So.[^known]', points: [a, b]}", "a block is one of text, points, steps, table, live"),
        ("      - {prose: 'So.[^known]'}", "a block is one of"),
        ("      - {text: '**So.[^known]'}", "is not complete"),
        ("      - {live: weather}", "'weather' is not known; allowed are articles"),
        (
            "      - {text: 'So.[^known] See [it](skill:juggling).'}",
            "'skill:juggling' leads nowhere; a skill may be risk",
        ),
        ("      - {text: 'So.[^known] See [it](chapter:two).'}", "'chapter:two' leads nowhere; a chapter may be one"),
        (
            "      - {text: 'So.[^known] See [it](chapter:one#else).'}",
            "names no heading of its chapter; it has what-it-is-really",
        ),
        (
            "      - {table: {caption: 'So.[^known]', head: [a, b], rows: [[one]]}}",
            "must have exactly 2 entries, but has 1",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, blocks: str, complaint: str) -> None:
    with pytest.raises(DataError, match=complaint.replace("[it]", r"\[it\]")):
        loaded(written(tmp_path, blocks))


def test_a_chapter_that_is_in_no_list_is_not_forgotten(tmp_path: Path) -> None:
    written(tmp_path, "      - {text: Ask early., ours: true}")
    (tmp_path / "two.yaml").write_text("title: Two", encoding="utf-8")

    with pytest.raises(DataError, match=r"the file two\.yaml is not in this list"):
        loaded(tmp_path)


def test_a_listed_chapter_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"two\.yaml: the file is missing"):
        loaded(written(tmp_path, "      - {text: So., ours: true}", CONTENTS.replace("[one]", "[one, two]")))


def test_a_tool_must_lead_somewhere(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="'page:casino' leads nowhere"):
        loaded(written(tmp_path, "      - {text: So., ours: true}", tool="page:casino"))


def test_two_headings_may_not_share_an_address(tmp_path: Path) -> None:
    blocks = (
        "      - {text: So., ours: true}\n  - heading: What it is really\n    blocks:\n      - {text: So., ours: true}"
    )

    with pytest.raises(DataError, match="two headings lead to the same address #what-it-is-really"):
        loaded(written(tmp_path, blocks))
