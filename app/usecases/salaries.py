"""The evidence on pay, put together from the published tables and the fitted model."""

from __future__ import annotations

from collections.abc import Mapping

from app.config import DATA, MODELS
from app.core.salaries.tables import PayTables
from app.core.sources import Source
from app.ml.salaries import artefact
from app.reference import salaries as salary_files


def load(sources: Mapping[str, Source]) -> PayTables:
    """Read tables and model; a look-up then touches no file."""
    return salary_files.load(DATA / "salaries", artefact.read(MODELS), sources)
