"""A band as plain values, for JSON and for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from app.core.salaries.bands import Band, OfficialFigure
from app.core.salaries.filings_model import PERCENTILES
from app.core.titles import TitleReading


def band_to_plain(band: Band) -> dict[str, Any]:
    """The JSON that the command line and the download give."""
    query = band.query
    plain: dict[str, Any] = {
        "family": query.family,
        "level": query.level,
        "region": band.region.code,
        "region_name": band.region.name,
        "band": {f"p{p}": _number(band.percentiles.get(p)) for p in PERCENTILES},
        "interval": {f"p{p}": [_number(low), _number(high)] for p, (low, high) in band.intervals.items()},
        "interval_percent": 90,
        "currency": band.currency,
        "period": band.period,
        "basis": band.basis,
        "method": band.method,
        "as_of": str(band.as_of),
        "evidence_month": str(band.evidence_month),
        "support": {
            "n": band.support.filings,
            "employers": band.support.employers,
            "confidence": band.support.confidence,
            "why": band.support.why,
        },
        "borrowed_from": list(dict.fromkeys(one.region for one in band.borrowed)),
        "borrowed": [{"region": one.region, "what": one.what} for one in band.borrowed],
        "ageing": _ageing(band),
        "sources": [
            {
                "id": s.id,
                "title": s.title,
                "publisher": s.publisher,
                "licence": s.licence,
                "period": period,
                "url": s.url,
            }
            for s, period in band.sources
        ],
        "official": [_official(figure) for figure in band.official],
        "notes": list(band.notes),
    }
    if band.covers is not None:
        plain["covers"] = {
            "occupation": band.covers.occupation,
            "all_levels": band.covers.all_levels,
            "region": band.covers.region.code,
        }
    if band.above:
        plain["above"] = {f"p{p}": _number(value) for p, value in band.above.items()}
    if band.rate.publication:
        plain["exchange"] = {
            "from": band.rate.source,
            "to": band.rate.target,
            "rate": round(band.rate.factor, 6),
            "month": str(band.rate.month),
        }
    if query.title is not None:
        plain["title"] = title_to_plain(query.title)
    if band.offer is not None:
        plain["offer"] = {
            "amount": _number(band.offer.amount),
            "percentile": band.offer.percentile,
            "percentile_interval": list(band.offer.interval),
        }
    return plain


def title_to_plain(reading: TitleReading) -> dict[str, Any]:
    return {
        "family": reading.family,
        "track": reading.track,
        "level": reading.level,
        "sure": reading.sure,
        "why": reading.why,
        "title": reading.title,
    }


def _ageing(band: Band) -> dict[str, Any]:
    if band.ageing is None:
        return {"index": "none", "factor": 1.0, "from": str(band.evidence_month), "to": str(band.evidence_month)}
    return {
        "index": band.ageing.index,
        "factor": round(band.ageing.factor, 4),
        "from": str(band.ageing.start),
        "to": str(band.ageing.end),
        "extended_months": band.ageing.extended_months,
    }


def _official(figure: OfficialFigure) -> dict[str, Any]:
    return {
        "name": figure.name,
        "values": {k: v if isinstance(v, str) else _number(v) for k, v in figure.values.items()},
        "currency": figure.currency,
        "period": figure.period,
        "source": figure.source,
    }


def _number(value: float | None) -> int | float | None:
    """Whole amounts as whole numbers."""
    return None if value is None else int(value) if value == int(value) else value


COLUMNS = (
    *("family", "level", "region", "region_name", "as_of", "currency", "period", "basis"),
    *("p10", "p25", "p50", "p75", "p90", "p50_low", "p50_high"),
    *("n", "employers", "confidence", "borrowed_from", "sources", "covers"),
)


def bands_to_csv(bands: Iterable[Band]) -> str:
    """A row a band, for a spreadsheet."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for band in bands:
        plain = band_to_plain(band)
        low, high = plain["interval"].get("p50", ["", ""])
        writer.writerow(
            plain
            | plain["band"]
            | {
                "p50_low": low,
                "p50_high": high,
                "n": band.support.filings,
                "employers": band.support.employers,
                "confidence": band.support.confidence,
                "borrowed_from": " ".join(plain["borrowed_from"]),
                "sources": " ".join(source.id for source, _ in band.sources),
                "covers": _covers(band),
            }
        )
    return file.getvalue()


def _covers(band: Band) -> str:
    """What a published figure is of, since its row would else look like the level's own."""
    if band.covers is None:
        return ""
    return f"All levels: {band.covers.occupation}" if band.covers.all_levels else band.covers.occupation
