"""The role guide with what the toolkit knows on the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from app.config import DATA
from app.core.framework import Framework
from app.core.guide.chapters import Guide
from app.core.guide.live import Live, live_on
from app.core.salaries.ageing import Month
from app.core.salaries.tables import PayTables
from app.core.targets import PAGES, Kind
from app.reference import guide as guide_files


def load(sources: Collection[str], framework: Framework, places: Collection[str]) -> Guide:
    """Read the guide strictly; `places` are the codes whose law we know."""
    known: Mapping[Kind, Collection[str]] = {
        Kind.PAGE: PAGES,
        Kind.SKILL: [skill.id for skill in framework.skills],
        Kind.LEVEL: [level.id for level in framework.levels],
        Kind.ROLE: [f"{guide.track}:{level}" for guide in framework.tracks for level in guide.levels],
        Kind.LAW: places,
    }
    return guide_files.load(DATA / "guide", sources, known)


def live(today: date, framework: Framework, tables: PayTables) -> Live:
    """The live parts as of today's month."""
    return live_on(Month(today.year, today.month), framework, tables)
