"""Everything that a look-up may rest on, loaded once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.core.salaries.ageing import WageIndex
from app.core.salaries.evidence import Area, PrevailingWage, SurveyWages
from app.core.salaries.filings_model import PayModel
from app.core.salaries.money import Exchange
from app.core.salaries.published import ArticleFigure, CountryEffect, PostedRange, PublishedPay
from app.core.salaries.regions import Regions
from app.core.sources import Source
from app.core.titles import TitleMap


@dataclass(frozen=True)
class PayTables:
    """The fitted model and the published tables, each row with its source's id."""

    model: PayModel
    titles: TitleMap
    index: WageIndex
    exchange: Exchange
    regions: Regions
    areas: Mapping[str, Area]  # by region code
    wages: Mapping[str, tuple[PrevailingWage, ...]]  # by area code
    surveys: tuple[SurveyWages, ...]
    published: tuple[PublishedPay, ...]
    effects: Mapping[str, CountryEffect]
    posted: tuple[PostedRange, ...]
    articles: tuple[ArticleFigure, ...]
    parities: Mapping[str, float]  # price level by area code or state, the nation 100
    own_currency: Mapping[str, str]  # by country or union, where a rate is published
    filings_source: str
    sources: Mapping[str, Source]
    periods: Mapping[str, str]  # what time a source speaks of
    # Official figures exist that anybody may load, so until then a survey's estimate would be the worse answer.
    waiting: frozenset[str] = frozenset({"GB"})

    def answerable(self, code: str) -> bool:
        """Whether some evidence exists for a region (not whether it is much)."""
        region = self.regions.by_code.get(code)
        if region is None:
            return False
        if region.country == "US":
            return region.code == "US" or self.model_state(code) is not None
        return (code in self.effects and code not in self.waiting) or any(row.region == code for row in self.published)

    def covered(self) -> Mapping[tuple[str, bool], int]:
        """How many regions of a kind can be answered, in the US and elsewhere (True)."""
        return Counter(
            (region.kind, region.country != "US")
            for region in self.regions.by_code.values()
            if self.answerable(region.code)
        )

    def model_state(self, code: str) -> str | None:
        """The state under which the model knows a US region, or None."""
        state = self.areas[code].states[0] if code in self.areas else code.removeprefix("US-")
        return state if f"state|{state}" in self.model.effects else None
