"""Currencies at the month's published rate. A currency without a rate is refused, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.errors import DomainError
from app.core.salaries.ageing import Month


@dataclass(frozen=True)
class Rate:
    """How an amount was converted: units of `target` for one of `source`, of the month that was published."""

    source: str
    target: str
    factor: float
    month: Month
    publication: str


@dataclass(frozen=True)
class Exchange:
    """Monthly rates: units of a currency for one US dollar."""

    per_dollar: Mapping[str, Mapping[Month, float]]
    publication: str

    @property
    def currencies(self) -> tuple[str, ...]:
        return ("USD", *sorted(self.per_dollar))

    def rate(self, source: str, target: str, as_of: Month) -> Rate:
        """The rate of the month, or of the last month published before it."""
        if source == target:
            return Rate(source, target, 1.0, as_of, "")
        from_source, first = self._per_dollar(source, as_of)
        to_target, second = self._per_dollar(target, as_of)
        months = [month for month in (first, second) if month is not None]
        return Rate(source, target, to_target / from_source, min(months), self.publication)

    def _per_dollar(self, currency: str, as_of: Month) -> tuple[float, Month | None]:
        if currency == "USD":
            return 1.0, None
        series = self.per_dollar.get(currency)
        if series is None:
            raise DomainError(
                f"There is no published exchange rate for {currency[:8]!r}. Use one of {', '.join(self.currencies)}.",
                field="currency",
                code="no_rate",
            )
        months = [month for month in series if month <= as_of]
        if not months:
            raise DomainError(
                f"There is no exchange rate for {currency} as early as {as_of.in_words}; "
                f"rates begin in {min(series).in_words}.",
                field="as_of",
                code="no_rate",
            )
        return series[max(months)], max(months)
