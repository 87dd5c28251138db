"""Reads postings for tests, with the words and rules of the data files."""

from __future__ import annotations

from dataclasses import dataclass

from app.config import DATA
from app.core.coding import CodingLists
from app.core.framework import Framework
from app.core.posting_structure import StructureRules
from app.core.posting_text.extract import Extraction, extract
from app.core.posting_text.reading import Reading
from app.reference import places, posting_words, sources, titles, wording


@dataclass(frozen=True)
class Pasted:
    """A text that was read, and the facts in it."""

    reading: Reading
    facts: Extraction


class Reader:
    """Everything that reading needs, loaded once."""

    def __init__(self, framework: Framework) -> None:
        known = sources.load(DATA / "sources")
        self.rules = wording.load(DATA / "wording", known)
        self.lists: CodingLists = wording.load_coding(DATA / "wording" / "coding.yaml", known)
        self.structure: StructureRules = wording.load_structure(DATA / "wording" / "structure.yaml", known)
        skills = [skill.id for skill in framework.skills]
        self.words = posting_words.load(DATA / "postings", skills, self.rules.phrases)
        names = places.load().names
        self.titles = titles.load(DATA / "salaries" / "title_map.yaml")
        self.gazetteer = posting_words.load_gazetteer(DATA / "postings" / "cities.yaml", names, known)

    def __call__(self, text: str) -> Pasted:
        reading = Reading(text, self.words)
        return Pasted(reading, extract(reading, self.gazetteer, self.titles))
