"""The posting builder knows what pay data say, and says nothing where they are silent."""

from __future__ import annotations

from datetime import date

import pytest

from app.config import Settings
from app.core.places import Place
from app.core.salaries.tables import PayTables
from app.usecases.posting_pay import pay_advice
from app.usecases.toolkit import Toolkit
from tests.builders import a_brief, a_pay

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> PayTables:
    folder = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url="sqlite://", secret_key="t" * 40)).salaries


def test_a_range_is_proposed_with_its_sources(tables: PayTables) -> None:
    advice = pay_advice(tables, a_brief(pay=None), TODAY)

    assert advice is not None
    assert advice.range_in_words.endswith("USD a year")
    assert "US Department of Labor" in advice.proposal.source_line
    assert advice.warning == ""


def test_a_range_outside_the_band_is_warned_about(tables: PayTables) -> None:
    advice = pay_advice(tables, a_brief(pay=a_pay("60000", "70000")), TODAY)

    assert advice is not None
    assert "The whole range lies under" in advice.warning


@pytest.mark.parametrize("places", [(), (Place("GB"),)], ids=["no place yet", "no evidence"])
def test_where_data_are_silent_nothing_is_said(tables: PayTables, places: tuple[Place, ...]) -> None:
    assert pay_advice(tables, a_brief(places=places, pay=None), TODAY) is None
