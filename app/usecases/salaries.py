"""The evidence on pay, put together from the published tables and the fitted model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.config import DATA, MODELS
from app.core.places import Places
from app.core.salaries.regions import NO_PLACES
from app.core.salaries.tables import PayTables
from app.core.sources import Source
from app.ml.salaries import artefact
from app.reference import salaries as salary_files


def load(sources: Mapping[str, Source], places: Places = NO_PLACES) -> PayTables:
    """Read tables and model; a look-up then touches no file. By `places` a region is found from a city in it."""
    tables = salary_files.load(DATA / "salaries", artefact.read(MODELS), sources)
    return replace(tables, regions=replace(tables.regions, places=places))
