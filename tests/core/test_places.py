"""Places are read as people write them, and never guessed where two are equally likely."""

from __future__ import annotations

import pytest

from app.core.errors import DomainError
from app.core.places import Place, UnclearPlaceError
from tests.builders import SOME_PLACES


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Seattle, Washington", Place("US-WA", "Seattle")),
        ("Seattle, WA", Place("US-WA", "Seattle")),
        ("Seattle, WA, USA", Place("US-WA", "Seattle")),
        ("US-WA", Place("US-WA")),
        ("Seattle, US-WA", Place("US-WA", "Seattle")),
        ("Perth, Western Australia", Place("AU-WA", "Perth")),
        ("New York, NY", Place("US-NY", "New York")),
        ("San Francisco, CA", Place("US-CA", "San Francisco")),
        ("Toronto, Ontario, Canada", Place("CA-ON", "Toronto")),
        ("Munich, Germany", Place("DE", "Munich")),
        ("DE-BY", Place("DE-BY")),
        ("Singapore", Place("SG")),
        ("Atlanta, Georgia, United States", Place("US-GA", "Atlanta")),
        ("Seattle", Place("US-WA", "Seattle")),
        ("  seattle ", Place("US-WA", "Seattle")),
        ("London", Place("GB", "London")),
        ("NYC", Place("US-NY", "New York City")),
        ("austin wa", Place("US-WA", "Austin")),
        ("Austin, WA 98101", Place("US-WA", "Austin")),
        ("the United Kingdom", Place("GB")),
        ("USA, Seattle", Place("US-WA", "Seattle")),
        ("United States, Washington", Place("US-WA")),
        ("Austin WA", Place("US-WA", "Austin")),
        ("San Francisco California", Place("US-CA", "San Francisco")),
        ("London United Kingdom", Place("GB", "London")),
        ("London UK", Place("GB", "London")),
        ("New York", Place("US-NY")),
    ],
)
def test_a_place_is_read_as_people_write_it(written: str, place: Place) -> None:
    assert SOME_PLACES.read(written) == place


def test_a_place_that_can_mean_two_is_asked_about() -> None:
    with pytest.raises(UnclearPlaceError, match="can mean Delaware, United States or Germany"):
        SOME_PLACES.read("Berlin, DE")


@pytest.mark.parametrize("written", ["the, US", "our office in WA", "anywhere in the US", "/, US"])
def test_a_sentence_is_no_city(written: str) -> None:
    with pytest.raises(DomainError, match="We do not know"):
        SOME_PLACES.read(written)


def test_what_is_offered_for_an_unclear_name_is_understood_when_it_is_typed() -> None:
    with pytest.raises(UnclearPlaceError, match="the state of Georgia or the country of Georgia"):
        SOME_PLACES.read("Georgia")

    assert SOME_PLACES.read("the state of Georgia") == Place("US-GA")
    assert SOME_PLACES.read("the country of Georgia") == Place("GE")


def test_an_unknown_place_comes_with_the_nearest_name() -> None:
    with pytest.raises(DomainError, match="Did you mean Washington"):
        SOME_PLACES.read("Seattle, Washingtn")
    with pytest.raises(DomainError, match=r"We do not know “Seatle”. Did you mean Seattle, Washington?"):
        SOME_PLACES.read("Seatle")


def test_an_unknown_place_offers_nothing_far_off() -> None:
    with pytest.raises(DomainError, match=r"We do not know “maybe also Paris”. Write one place a line"):
        SOME_PLACES.read("maybe also Paris")


def test_remote_is_no_place_and_says_where_it_belongs() -> None:
    with pytest.raises(DomainError, match="Choose “Remote” above"):
        SOME_PLACES.read("Remote")


def test_a_place_in_words_names_a_city_state_once() -> None:
    assert SOME_PLACES.in_words(Place("SG", "Singapore")) == "Singapore"
    assert SOME_PLACES.in_words(Place("US-WA", "Seattle")) == "Seattle, Washington, United States"
