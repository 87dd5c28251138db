"""Reads the words by which pasted postings are understood: `data/postings/` and the skills of the framework."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from app.core.phrases import BadPhrase, PhraseBook
from app.core.places import Cities, Place
from app.core.posting_text.blocks import Section
from app.core.posting_text.places import Gazetteer
from app.core.posting_text.reading import Words
from app.reference.yaml_files import Node, read


def load(folder: Path, skills: Collection[str], rules: Mapping[str, tuple[str, ...]]) -> Words:
    """Return everything that is looked for in a posting; `rules` are the phrases of the wording rules by label."""
    sections = read(folder / "sections.yaml").mapping({"sections", "inline"})
    facts = read(folder / "fact_words.yaml").mapping({"cues", "modes", "not_a_mode", "dates", "tools"})
    words = read(folder / "skill_words.yaml").mapping({"skills"})["skills"].mapping(frozenset(skills))
    labeled = {f"cue:{key}": phrases(node) for key, node in facts["cues"].items()}
    labeled |= {
        f"mode:{key}": phrases(node) for key, node in facts["modes"].mapping({"remote", "hybrid", "on-site"}).items()
    }
    labeled |= {
        f"date:{key}": phrases(node) for key, node in facts["dates"].mapping({"closes", "opens", "rolling"}).items()
    }
    labeled |= {"not_a_mode": phrases(facts["not_a_mode"])}
    labeled |= {f"skill:{key}": phrases(node) for key, node in words.items()}
    return Words(
        headings=sections["sections"].each(_heading, least=1),
        inline_headings=sections["inline"].texts(1),
        tools=facts["tools"].texts(1),
        labeled=labeled | {f"rule:{key}": value for key, value in rules.items()},
    )


def load_gazetteer(path: Path, names: Mapping[str, str], sources: Collection[str]) -> Gazetteer:
    """What is found in a pasted text: names alone, as a short form there means something else more often."""
    return Gazetteer(names, load_cities(path, names, sources).codes)


def load_cities(path: Path, names: Mapping[str, str], sources: Collection[str]) -> Cities:
    node = read(path).mapping({"sources", "cities", "short", "shared", "metro"})
    for source in node["sources"].entries(1):
        source.one_of(frozenset(sources))
    codes: dict[str, str] = {}
    for code, listed in node["cities"].items():
        if code not in names:
            raise listed.wrong(f"{code!r} is no ISO 3166 code.")
        for city in listed.texts(1):
            if city in codes:
                raise listed.wrong(f"the city {city!r} stands twice.")
            codes[city] = code
    metros = {town: metro for metro, towns in node["metro"].items() for town in towns.texts(1)}
    unknown = next((town for town in metros if town not in codes), None)
    if unknown:
        raise node["metro"].wrong(f"the town {unknown!r} must stand under `cities`, too.")
    return Cities(
        codes=codes,
        short={short: city.one_of(frozenset(codes)) for short, city in node["short"].items()},
        shared={name: listed.each(lambda one: _candidate(one, names), 2) for name, listed in node["shared"].items()},
        metros=metros,
    )


def _candidate(node: Node, names: Mapping[str, str]) -> Place:
    """ "Portland, US-ME", or the code of a state or country alone."""
    city, _, code = node.text().rpartition(", ")
    if code not in names:
        raise node.wrong(f"{code!r} is no ISO 3166 code.")
    return Place(code, city)


def phrases(node: Node) -> tuple[str, ...]:
    """Return the phrases of a list; each must be one that can be looked for."""
    found = node.texts(1)
    for phrase in found:
        try:
            PhraseBook({"": (phrase,)})
        except BadPhrase as error:
            raise node.wrong(str(error)) from error
    return found


def _heading(node: Node) -> tuple[Section, tuple[str, ...]]:
    node.mapping({"section", "phrases"})
    return _section(node["section"].text(), node["section"]), phrases(node["phrases"])


def _section(name: str, node: Node) -> Section:
    if name not in {section.value for section in Section}:
        raise node.wrong(f"{name!r} is not a section; there are {', '.join(section.value for section in Section)}.")
    return Section(name)
