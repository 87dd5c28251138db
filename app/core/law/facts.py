"""What the law wants to know about a posting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.law.phrases import Passage

PERIODS_A_YEAR = {"YEAR": 1, "MONTH": 12, "WEEK": 52, "DAY": 260, "HOUR": 2080}  # full time: 52 weeks of 40 hours
_LONGEST_TITLE = 120


@dataclass(frozen=True)
class AdvertisedPay:
    """The pay as a reader of the posting sees it; either end may be open. Empty currency or period: not said."""

    low: Decimal | None
    high: Decimal | None
    currency: str = ""
    period: str = ""

    @property
    def is_stated(self) -> bool:
        return self.low is not None or self.high is not None

    @property
    def is_closed(self) -> bool:
        return self.low is not None and self.high is not None

    def yearly(self, amount: Decimal) -> Decimal | None:
        """The amount for a year of full-time work, or None when the period is not known."""
        times = PERIODS_A_YEAR.get(self.period)
        return None if times is None else amount * times


@dataclass(frozen=True)
class PostingFacts:
    """A posting as its reader sees it; what is empty is not in the posting. `ai_used` None: not known."""

    pay: AdvertisedPay | None = None
    benefits: str = ""
    other_compensation: str = ""
    deadline: date | None = None
    ongoing: bool = False
    ai_used: bool | None = None
    vacancy_statement: bool | None = None
    screening_questions: tuple[str, ...] = ()
    text: str = ""
    title: str = ""

    @property
    def heading(self) -> str:
        """The title, or the text's first line when it is short enough to be one."""
        if self.title or not self.text:
            return self.title
        first = self.text.strip().partition("\n")[0].strip()
        return first if len(first) <= _LONGEST_TITLE else ""

    def passages(self) -> tuple[Passage, ...]:
        """All that can be searched for wording."""
        return (
            *(Passage("questions", question) for question in self.screening_questions),
            Passage("title", self.heading),
            Passage("text", self.text),
            Passage("benefits", self.benefits),
        )
