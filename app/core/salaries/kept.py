"""A band as plain values that become the same band again: what is shown years later is what was shown that day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from app.core.salaries.ageing import Ageing, Month
from app.core.salaries.bands import Band, Borrowing, Covers, OfferPlace, OfficialFigure, Support
from app.core.salaries.money import Rate
from app.core.salaries.query import Query
from app.core.salaries.regions import Region
from app.core.sources import Source
from app.core.titles import TitleReading

Plain = dict[str, Any]


def band_to_kept(band: Band) -> Plain:
    """Everything that the page of a band shows, for JSON."""
    query = asdict(band.query) | {"as_of": str(band.query.as_of)}
    ageing = asdict(band.ageing) | _months(band.ageing) if band.ageing else None
    return {
        "query": query,
        "region": asdict(band.region),
        "percentiles": _by_text(band.percentiles),
        "intervals": _by_text(band.intervals),
        "above": _by_text(band.above),
        "currency": band.currency,
        "period": band.period,
        "basis": band.basis,
        "method": band.method,
        "as_of": str(band.as_of),
        "evidence_month": str(band.evidence_month),
        "support": asdict(band.support),
        "borrowed": [asdict(one) for one in band.borrowed],
        "ageing": ageing,
        "rate": asdict(band.rate) | {"month": str(band.rate.month)},
        "official": [asdict(one) | {"values": dict(one.values)} for one in band.official],
        "notes": list(band.notes),
        "sources": [[_source(source), period] for source, period in band.sources],
        "offer": asdict(band.offer) if band.offer else None,
        "covers": asdict(band.covers) if band.covers else None,
    }


def band_from_kept(kept: Mapping[str, Any]) -> Band:
    query, offer = kept["query"], kept["offer"]
    title = TitleReading(**query["title"]) if query["title"] else None
    return Band(
        query=Query(**{**query, "as_of": Month.read(query["as_of"]), "title": title}),
        region=Region(**kept["region"]),
        percentiles=_by_number(kept["percentiles"]),
        intervals={p: (low, high) for p, (low, high) in _by_number(kept["intervals"]).items()},
        above=_by_number(kept["above"]),
        currency=kept["currency"],
        period=kept["period"],
        basis=kept["basis"],
        method=kept["method"],
        as_of=Month.read(kept["as_of"]),
        evidence_month=Month.read(kept["evidence_month"]),
        support=Support(**kept["support"]),
        borrowed=tuple(Borrowing(**one) for one in kept["borrowed"]),
        ageing=_ageing(kept["ageing"]),
        rate=Rate(**{**kept["rate"], "month": Month.read(kept["rate"]["month"])}),
        official=tuple(OfficialFigure(**one) for one in kept["official"]),
        notes=tuple(kept["notes"]),
        sources=tuple((_read_source(source), period) for source, period in kept["sources"]),
        offer=OfferPlace(offer["amount"], offer["percentile"], tuple(offer["interval"])) if offer else None,
        covers=_covers(kept.get("covers")),
    )


def _covers(kept: Plain | None) -> Covers | None:
    """None also for what was kept before bands said what their figure is of."""
    return Covers(**{**kept, "region": Region(**kept["region"])}) if kept else None


def _months(ageing: Ageing) -> Plain:
    return {"start": str(ageing.start), "end": str(ageing.end)}


def _ageing(kept: Plain | None) -> Ageing | None:
    if kept is None:
        return None
    return Ageing(**{**kept, "start": Month.read(kept["start"]), "end": Month.read(kept["end"])})


def _source(source: Source) -> Plain:
    return asdict(source) | {"retrieved_on": source.retrieved_on.isoformat()}


def _read_source(kept: Plain) -> Source:
    return Source(**{**kept, "retrieved_on": date.fromisoformat(kept["retrieved_on"])})


def _by_text(values: Mapping[int, Any]) -> Plain:
    """JSON has no numbers as keys."""
    return {str(key): value for key, value in values.items()}


def _by_number(values: Mapping[str, Any]) -> dict[int, Any]:
    return {int(key): value for key, value in values.items()}
