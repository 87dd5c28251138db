"""The toolkit: everything the product has loaded, each thing read once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from app.config import DATA, Settings
from app.core.assessments.scoring import Scoring
from app.core.coding import CodingLists
from app.core.english import AMERICAN, AS_WRITTEN, English, Spelling, here, respelled
from app.core.framework import Framework
from app.core.guide.chapters import Guide
from app.core.interviews import Topic
from app.core.law.duties import UNION, Law
from app.core.places import Cities, Places
from app.core.posting_structure import StructureRules
from app.core.posting_text.places import Gazetteer
from app.core.posting_text.reading import Words
from app.core.salaries.tables import PayTables
from app.core.search.index import Index
from app.core.sources import Source
from app.core.titles import TitleMap
from app.core.wording.rules import Rules
from app.documents.pdf.guide import guide_html
from app.documents.pdf.paper import PageSize
from app.documents.pdf.pool import PdfWriter
from app.intake.reader import Reader
from app.reference import (
    currencies,
    english,
    framework,
    interviews,
    law,
    places,
    posting_defaults,
    posting_words,
    scoring,
    sources,
    titles,
    wording,
)
from app.reference.posting_defaults import PostingDefaults
from app.store.database import file_of, open_engine, sessions
from app.usecases import guide, salaries, search
from app.usecases.lines import Lines

T = TypeVar("T")


class Toolkit:
    """What the pages and commands are handed; nothing is read before it is needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.database_file: tuple[int, int] | None = None  # what was opened: a file may be moved away under us
        self._editions: dict[str, tuple[Framework, Scoring]] = {}
        self._guide_prints: dict[tuple[date, PageSize], bytes] = {}

    def warm(self) -> None:
        """Load what the first visitor of each tool would otherwise wait for: up to three seconds in all."""
        self.pdf.warm()
        _ = (self.framework, self.places, self.law_codes, self.salaries, self.posting_words, self.wording_rules)
        _ = (self.gazetteer, self.structure_rules, self.coding_lists, self.resume_lines)
        _ = self.search_index

    @cached_property
    def english(self) -> English:
        """How each country spells: a posting is written for its place."""
        return english.load(DATA / "language" / "spelling.yaml", self.sources)

    @cached_property
    def spelling(self) -> Spelling:
        """How this installation spells our words, which are written the American way."""
        return AS_WRITTEN if self.settings.country == AMERICAN else self.english.of(self.settings.country)

    def _ours(self, value: T) -> T:
        return respelled(value, self.spelling)

    @cached_property
    def framework(self) -> Framework:
        return self._ours(framework.load(DATA / "framework" / framework.CURRENT))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return sources.load(DATA / "sources")

    @cached_property
    def scoring(self) -> Scoring:
        return scoring.load(DATA / "framework" / framework.CURRENT, self.framework)

    @cached_property
    def editions(self) -> frozenset[str]:
        """Every edition that work may have been saved with."""
        return framework.editions(DATA / "framework")

    def edition(self, edition: str) -> tuple[Framework, Scoring]:
        """An edition that saved work was made with, and its scoring."""
        if edition == framework.CURRENT:
            return self.framework, self.scoring
        if edition not in self._editions:
            folder = DATA / "framework" / edition
            read = self._ours(framework.load(folder))
            self._editions[edition] = (read, scoring.load(folder, read))
        return self._editions[edition]

    @cached_property
    def places(self) -> Places:
        return replace(self._names, cities=self._cities)

    @cached_property
    def _names(self) -> Places:
        return places.load()

    @cached_property
    def _cities(self) -> Cities:
        return posting_words.load_cities(DATA / "postings" / "cities.yaml", self._names.names, self.sources)

    @cached_property
    def currencies(self) -> frozenset[str]:
        return currencies.load()

    @cached_property
    def _posting_defaults(self) -> PostingDefaults:
        return posting_defaults.load(DATA / "postings" / "defaults.yaml")

    def posting_defaults(self, countries: Collection[str] = ()) -> Mapping[str, str | tuple[str, ...]]:
        """What a posting for work in these countries says where nobody wrote anything else."""
        return self._posting_defaults.of(frozenset(countries) or frozenset({here()}))

    @cached_property
    def off_limits(self) -> tuple[Topic, ...]:
        """What nobody may be asked about in an interview."""
        return self._ours(interviews.load(DATA / "interviews" / "topics.yaml", self.sources))

    @cached_property
    def law(self) -> Law:
        return law.load(DATA / "law", self.sources)

    @cached_property
    def law_codes(self) -> frozenset[str]:
        """Every code that a posting’s place or a head count may name."""
        return frozenset((*self.places.names, *self.law.jurisdictions, UNION))

    @cached_property
    def guide(self) -> Guide:
        return self._ours(guide.load(self.sources, self.framework, self.law_places))

    def guide_print(self, today: date, size: PageSize) -> bytes:
        """The guide on paper, printed once a month: it takes seconds, and is the same for everybody."""
        month = today.replace(day=1)
        if (month, size) not in self._guide_prints:
            self._guide_prints = {key: made for key, made in self._guide_prints.items() if key[0] == month}
            html = guide_html(self.guide, guide.live(month, self.framework, self.salaries), self.sources)
            self._guide_prints[month, size] = self.pdf.document(html, size)
        return self._guide_prints[month, size]

    @cached_property
    def search_index(self) -> Index:
        return search.index_of(self.framework, self.guide, self.salaries, self.law, self.places)

    @property
    def law_places(self) -> frozenset[str]:
        """The places of whose posting law we know something."""
        return frozenset((*self.law.jurisdictions, *self.law.members))

    @cached_property
    def resume_lines(self) -> Lines:
        return Lines()

    @cached_property
    def resume_files(self) -> Reader:
        return Reader()

    @cached_property
    def pdf(self) -> PdfWriter:
        return PdfWriter(self.settings.pdf_workers, self.settings.pdf_seconds)

    @cached_property
    def salaries(self) -> PayTables:
        return salaries.load(self.sources, self.places)

    @cached_property
    def titles(self) -> TitleMap:
        return titles.load(DATA / "salaries" / "title_map.yaml")

    @cached_property
    def wording_rules(self) -> Rules:
        return wording.load(DATA / "wording", self.sources)

    @cached_property
    def coding_lists(self) -> CodingLists:
        return wording.load_coding(DATA / "wording" / "coding.yaml", self.sources)

    @cached_property
    def structure_rules(self) -> StructureRules:
        return wording.load_structure(DATA / "wording" / "structure.yaml", self.sources)

    @cached_property
    def posting_words(self) -> Words:
        """Everything that is looked for in a posting's text."""
        skills = [skill.id for skill in self.framework.skills]
        return posting_words.load(DATA / "postings", skills, self.wording_rules.phrases)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer(self._names.names, self._cities.codes)

    @cached_property
    def engine(self) -> Engine:
        opened = open_engine(self.settings.database_url)
        self.database_file = file_of(opened)
        return opened

    @cached_property
    def sessions(self) -> sessionmaker[Session]:
        return sessions(self.engine)
