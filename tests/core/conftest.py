"""The law and the words of postings as they stand in the data files, read once for all tests of the core."""

from __future__ import annotations

import pytest

from app.config import DATA
from app.core.framework import Framework
from app.core.law.duties import UNION, Law
from app.reference import law as law_files
from app.reference import places, sources
from tests.postings import Reader


@pytest.fixture(scope="session")
def law() -> Law:
    return law_files.load(DATA / "law", sources.load(DATA / "sources"))


@pytest.fixture(scope="session")
def law_codes(law: Law) -> frozenset[str]:
    return frozenset((*places.load().names, *law.jurisdictions, UNION))


@pytest.fixture(scope="session")
def reader(framework: Framework) -> Reader:
    return Reader(framework)
