"""Agreement in a group: the published figures come out, and too little is refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import f as scipy_f

from app.core.coaching.f_distribution import f_quantile
from app.core.coaching.reliability import TooFewRatings, reliability

# Shrout and Fleiss, Psychological Bulletin 1979, 86(2), table 2: six targets, four judges.
SHROUT_AND_FLEISS = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]


def test_the_coefficient_is_the_one_that_shrout_and_fleiss_published() -> None:
    assert reliability(SHROUT_AND_FLEISS, fewest=6).value == pytest.approx(0.29, abs=0.005)


def test_the_interval_is_the_one_that_statistics_programs_publish_for_the_same_table() -> None:
    # The R package psych documents ICC2 of this table as 0.29 with bounds 0.019 and 0.76.
    found = reliability(SHROUT_AND_FLEISS, fewest=6)

    assert found.low == pytest.approx(0.019, abs=0.0005)
    assert found.high == pytest.approx(0.761, abs=0.0005)


def test_the_quantiles_are_those_of_printed_tables() -> None:
    assert f_quantile(0.95, 5, 10) == pytest.approx(3.326, abs=0.0005)
    assert f_quantile(0.975, 9, 9) == pytest.approx(4.026, abs=0.0005)
    assert f_quantile(0.975, 1, 1) == pytest.approx(647.8, abs=0.05)


@given(st.floats(1.0, 400.0), st.floats(1.0, 400.0))
def test_the_quantiles_are_those_of_an_independent_program(first: float, second: float) -> None:
    assert f_quantile(0.975, first, second) == pytest.approx(float(scipy_f.ppf(0.975, first, second)), rel=1e-7)


def test_a_steady_leaning_lowers_the_agreement_since_it_is_absolute() -> None:
    same = [(n, n + (0.1 if n % 2 else -0.1)) for n in range(12)]
    kinder = [(own + 2, coach) for own, coach in same]

    assert reliability(same).value > 0.99
    assert reliability(kinder).value < 0.9


def test_nine_people_are_too_few_and_the_words_say_so() -> None:
    with pytest.raises(TooFewRatings, match="9 people have both ratings; 10 are needed"):
        reliability([(n, n + n % 2) for n in range(9)])


def test_ratings_that_never_differ_have_no_interval() -> None:
    with pytest.raises(TooFewRatings, match="the same for everybody"):
        reliability([(n, n) for n in range(12)])


def test_people_who_are_all_alike_tell_nothing() -> None:
    with pytest.raises(TooFewRatings, match="rated alike"):
        reliability([(3, 2)] * 12)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=10, max_size=40))
def test_the_interval_holds_its_coefficient_whatever_the_ratings(ratings: list[tuple[int, int]]) -> None:
    try:
        found = reliability(ratings)
    except TooFewRatings:
        return

    assert found.value <= 1.0
    assert found.high <= 1.0 + 1e-9
    if found.value >= 0:
        assert found.low <= found.value + 1e-9
        assert found.high >= found.value - 1e-9
