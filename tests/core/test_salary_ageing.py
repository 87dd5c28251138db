"""Pay carried from one month to another by official wages."""

from __future__ import annotations

import pytest

from app.core.errors import DomainError
from app.core.salaries.ageing import Month, WageIndex

STEADY = WageIndex(
    "test", {"a": {2021: 100_000, 2022: 110_000, 2023: 121_000}, "b": {2021: 50_000, 2022: 55_000, 2023: 60_500}}
)
UNEVEN = WageIndex(
    "test", {"a": {2021: 100_000, 2022: 110_000, 2023: 121_000}, "b": {2021: 50_000, 2022: 51_000, 2023: 52_020}}
)


def test_a_year_carries_pay_by_the_year_s_growth() -> None:
    ageing = STEADY.carry(Month(2021, 5), Month(2022, 5))

    assert ageing.factor == pytest.approx(1.10)
    assert ageing.error == pytest.approx(0)
    assert ageing.extended_months == 0


def test_half_a_year_carries_half_the_growth() -> None:
    assert STEADY.carry(Month(2021, 5), Month(2021, 11)).factor == pytest.approx(1.10**0.5)


def test_going_back_undoes_going_forward() -> None:
    forth = STEADY.carry(Month(2021, 8), Month(2023, 1)).factor
    back = STEADY.carry(Month(2023, 1), Month(2021, 8)).factor

    assert forth * back == pytest.approx(1)


def test_beyond_the_last_survey_the_last_growth_goes_on_and_says_so() -> None:
    ageing = STEADY.carry(Month(2023, 5), Month(2024, 5))

    assert ageing.factor == pytest.approx(1.10)
    assert ageing.extended_months == 12


def test_occupations_that_disagree_make_the_ageing_unsure() -> None:
    near = UNEVEN.carry(Month(2021, 5), Month(2022, 5))
    far = UNEVEN.carry(Month(2021, 5), Month(2023, 5))

    assert 1.02 < near.factor < 1.10
    assert far.error > near.error > 0.03


@pytest.mark.parametrize(("month", "code"), [(Month(2021, 4), "as_of_before_data"), (Month(2026, 6), "as_of_too_late")])
def test_a_month_without_evidence_is_refused(month: Month, code: str) -> None:
    with pytest.raises(DomainError) as refusal:
        STEADY.carry(Month(2022, 5), month)

    assert refusal.value.code == code


def test_a_slow_occupation_that_began_late_sets_the_first_month() -> None:
    index = WageIndex("test", {"a": {2020: 1, 2021: 1, 2022: 1}, "b": {2021: 1, 2022: 1, 2023: 1}})

    assert (index.first, index.last) == (Month(2021, 5), Month(2022, 5))


@pytest.mark.parametrize("text", ["2026", "2026-13", "November", "26-11", "2026-1x"])
def test_a_month_is_written_as_year_and_number(text: str) -> None:
    with pytest.raises(DomainError, match="not a month"):
        Month.read(text)
