"""The files on wording are read strictly; a mistake is named by file and key."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from app.config import DATA
from app.core.errors import DataError
from app.reference import places, posting_words, sources, wording

KNOWN = frozenset(sources.load(DATA / "sources"))
SKILLS = [
    *(
        "planning",
        "scope",
        "risk",
        "communication",
        "technical",
        "coordination",
        "methods",
        "analysis",
        "budget",
        "vendor",
    ),
    *("remote", "leadership", "quality", "business"),
]


def changed(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """A copy of the folder with one thing changed in one file."""
    folder = tmp_path / "data" / Path(file).parent
    copytree(DATA / Path(file).parent, folder)
    path = folder / Path(file).name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: error", "severity: dreadful", "severity: 'dreadful' is not known"),
        ("evidence: A", "evidence: E", "evidence: 'E' is not known"),
        ("sources: [cfr-1625-4", "sources: [hearsay", "'hearsay' is not in data/sources/"),
        ("  category: age\n", "", "the key 'category' is missing"),
        ("  category: age\n", "  category: age\n  categroy: age\n", "unknown key 'categroy'"),
        ("- id: age-native", "- id: age-graduate", "the rule 'age-graduate' stands twice"),
        ("phrases: [digital native/natives]", "phrases: [(a) b]", "must begin with a word"),
        ("phrases: [digital native/natives]", "phrases: []", "must have 1 to any number entries"),
        ("not_in: [company, benefits]", "not_in: [kitchen]", "'kitchen' is not known"),
    ],
)
def test_a_rule_that_is_not_right_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = changed(tmp_path, "wording/people.yaml", old, new)

    with pytest.raises(DataError) as error:
        wording.load(folder, KNOWN)

    assert str(error.value).startswith("data/wording/people.yaml")
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("benefits: 10", "benefits: 11", "the weights must add up to 100, but they make 101"),
        ("- id: must-haves", "- id: may-haves", "'may-haves' is not known"),
        ("- id: one-list", "- id: must-haves", "stands twice"),
    ],
)
def test_structure_rules_that_are_not_right_are_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = changed(tmp_path, "wording/structure.yaml", old, new)

    with pytest.raises(DataError, match=told):
        wording.load_structure(folder / "structure.yaml", KNOWN)


@pytest.mark.parametrize("folder", ["postings", "wording", "resumes", "interviews"])
def test_a_phrase_with_a_number_is_quoted_since_yaml_takes_the_rest_for_a_comment(folder: str) -> None:
    cut = [
        f"{path.name}: {line.strip()}"
        for path in sorted((DATA / folder).glob("*.yaml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*- [^\"'#]*\w #", line)
    ]

    assert cut == []


def test_every_rule_of_structure_has_its_words() -> None:
    from app.core.posting_structure import REMARKS

    assert set(wording.load_structure(DATA / "wording" / "structure.yaml", KNOWN).remarks) == set(REMARKS)


def test_coding_lists_name_their_sources(tmp_path: Path) -> None:
    folder = changed(tmp_path, "wording/coding.yaml", "sources: [gender-decoder]", "sources: [nobody]")

    with pytest.raises(DataError, match="'nobody'"):
        wording.load_coding(folder / "coding.yaml", KNOWN)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("postings/skill_words.yaml", "  risk:", "  luck:", "unknown key 'luck'"),
        ("postings/sections.yaml", "- section: nice", "- section: naughty", "'naughty' is not a section"),
        ("postings/fact_words.yaml", "  hybrid:", "  floating:", "unknown key 'floating'"),
    ],
)
def test_words_of_postings_that_are_not_right_are_refused(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    folder = changed(tmp_path, file, old, new)

    with pytest.raises(DataError, match=told):
        posting_words.load(folder, SKILLS, {})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("  US-WA:", "  US-XX:", "is no ISO 3166 code"), ("[Chicago]", "[Seattle]", "stands twice")],
)
def test_cities_that_are_not_right_are_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    folder = changed(tmp_path, "postings/cities.yaml", old, new)

    with pytest.raises(DataError, match=told):
        posting_words.load_gazetteer(folder / "cities.yaml", places.load().names, KNOWN)
