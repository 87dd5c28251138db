"""The look-up: a question in, a band or an honest refusal out."""

from __future__ import annotations

from app.core.salaries import abroad, american
from app.core.salaries.bands import Band, NotEnoughEvidenceError, finish
from app.core.salaries.query import Query
from app.core.salaries.tables import PayTables


def band_for(query: Query, tables: PayTables) -> Band:
    """Raises `NotEnoughEvidenceError` (or another `DomainError`) instead of guessing."""
    region = tables.regions.find(query.region)
    find = american.evidence if region.country == "US" else abroad.evidence
    return finish(query, region, find(query, region, tables), tables)


__all__ = ["NotEnoughEvidenceError", "band_for"]
