"""What is drawn and said around a band."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from app.config import DATA
from app.core import titles
from app.core.framework import Framework
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band
from app.core.salaries.lookup import band_for
from app.core.salaries.picture import MARGIN, MOST_TICKS, NUMBERS, OFFER, WIDTH, line, picture, short
from app.core.salaries.query import LEVELS, Query
from app.core.salaries.roles import NoSuchRoleError, check_role, levels_of
from app.core.salaries.tables import PayTables
from app.core.salaries.views import (
    advertised,
    articles_about,
    ladder,
    offsets,
    over_time,
    proposed_range,
    warn_about,
    without_title,
)
from app.core.salaries.words import title_in_words
from app.reference import sources
from app.usecases import salaries


@cache
def tables() -> PayTables:
    return salaries.load(sources.load(DATA / "sources"))


def band(region: str = "US-CA", level: str = "L4", **more: object) -> Band:
    return band_for(Query("technical_program_manager", level, region, Month(2025, 5), **more), tables())  # type: ignore[arg-type]


def test_everything_drawn_lies_within_the_drawing() -> None:
    drawing = picture([("a", band(offer=400_000.0)), ("b", band("US-WY"))])

    for row in drawing.rows:
        places = [*row.at.values(), *(x for ends in row.intervals.values() for x in ends), row.offer or MARGIN]
        assert all(MARGIN <= x <= WIDTH - MARGIN for x in places)
    assert 3 <= len(drawing.ticks) <= MOST_TICKS + 2


def test_a_higher_percentile_is_drawn_further_right() -> None:
    (row,) = picture([("", band())]).rows

    assert all(left < right for left, right in pairwise(row.at[p] for p in (10, 25, 50, 75, 90)))


def test_bands_on_one_drawing_share_its_scale() -> None:
    low, high = picture([("low", band("US-WY")), ("high", band("US-CA"))]).rows

    assert low.at[50] < high.at[50]


@pytest.mark.parametrize(("amount", "words"), [(150_000, "150k"), (12_500, "12.5k"), (9_000, "9,000"), (85, "85")])
def test_a_scale_is_labelled_shortly(amount: float, words: str) -> None:
    assert short(amount) == words


def test_a_scale_in_rupees_counts_in_lakhs() -> None:
    assert short(2_500_000, "INR") == "25 lakh"


def test_the_ladder_has_all_levels_and_agrees_with_each_look_up() -> None:
    steps = ladder(band(), LEVELS, tables())

    assert [level for level, _ in steps] == ["L1", "L2", "L3", "L4", "L5", "L6"]
    assert steps[3][1].percentiles == band().percentiles


def test_a_figure_that_is_not_split_by_level_has_no_ladder() -> None:
    assert ladder(band("SG"), LEVELS, tables()) == ()
    assert len(ladder(band("UA"), LEVELS, tables())) > 3


def test_a_ladder_begins_where_the_work_does(framework: Framework) -> None:
    program = ladder(band(), levels_of("technical_program_manager", framework), tables())
    project = ladder(band(), levels_of("technical_project_manager", framework), tables())

    assert [level for level, _ in program] == ["L3", "L4", "L5", "L6"]
    assert project[0][0] == "L1"


def test_a_role_that_the_framework_does_not_have_is_refused_with_what_to_ask_instead(framework: Framework) -> None:
    with pytest.raises(NoSuchRoleError) as refusal:
        check_role("technical_program_manager", "L1", framework)

    assert "the program track opens at L3" in refusal.value.message
    assert refusal.value.offered == (
        ("Technical project manager, L1", "technical_project_manager", "L1"),
        ("Technical program manager, L3", "technical_program_manager", "L3"),
    )
    check_role("technical_project_manager", "L1", framework)


def test_the_words_of_a_title_are_set_beside_the_level_as_a_whole() -> None:
    titled = band("US-NY", title=titles.read("Sr TPM", tables().titles))
    whole = without_title(titled, tables())

    assert whole is not None
    assert whole.percentiles == band("US-NY").percentiles
    said = title_in_words(titled, whole)
    assert said.startswith("Filings titled like “Sr TPM” pay ")
    assert f"{round(100 * (titled.percentiles[50] / whole.percentiles[50] - 1))}% more than L4" in said
    assert without_title(band("US-NY"), tables()) is None


def test_several_bands_leave_the_numbers_at_their_right_clear_of_the_scale() -> None:
    drawing = picture([("L3", band(level="L3")), ("L4", band())])

    assert max(tick.x for tick in drawing.ticks) <= WIDTH - NUMBERS
    assert drawing.inline
    assert not picture([("California, L4", band()), ("Wyoming, L4", band("US-WY"))]).inline


def test_an_offer_is_marked_above_its_band_and_gets_the_room_for_it() -> None:
    plain, offered = picture([("", band())]), picture([("", band(offer=175_000.0))])

    assert offered.has_offer
    assert offered.height == plain.height + OFFER
    assert offered.middle(0) == plain.middle(0) + OFFER


def test_the_way_over_time_ends_at_the_band_itself() -> None:
    series = over_time(band(), tables())

    assert series[-1] == (Month(2025, 5), pytest.approx(band().percentiles[50], rel=0.001))
    assert all(earlier < later for (_, earlier), (_, later) in pairwise(series))
    assert line(series).path.startswith("M")


def test_advertised_ranges_that_are_too_few_are_left_out() -> None:
    shown = advertised(band().query, tables())

    assert shown
    assert all(one.ranges >= 8 and one.low < one.high for one in shown)
    assert (
        advertised(band(level="L6").query, tables()) == ()
        or advertised(band(level="L6").query, tables())[0].ranges >= 8
    )


def test_articles_are_shown_where_they_speak_of() -> None:
    assert "us-senior" in {one.id for one in articles_about(band(), tables())}
    assert {one.id for one in articles_about(band("SG"), tables())} == {"singapore-average"}


def test_a_posting_is_proposed_the_middle_half_with_its_source() -> None:
    proposal = proposed_range(band())

    assert proposal is not None
    assert (proposal.low, proposal.high) == (band().percentiles[25], band().percentiles[75])
    assert "US Department of Labor" in proposal.source_line
    assert proposed_range(band("CA-ON")) is None


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (60_000, 80_000, "nine in ten exceed"),
        (400_000, 500_000, "one in ten exceeds"),
        (120_000, 150_000, "three in four"),
        (170_000, 210_000, ""),
    ],
)
def test_a_range_outside_of_the_band_is_warned_about(low: float, high: float, said: str) -> None:
    warning = warn_about(low, high, band())

    assert said in warning
    assert bool(warning) == bool(said)


def test_other_kinds_of_evidence_are_set_beside_filings_and_never_mixed_in() -> None:
    found = {one.what: one for one in offsets(tables())}

    assert found["The low end of advertised ranges"].ratio < found["The high end of advertised ranges"].ratio
    assert all(0.5 < one.ratio < 2 for one in found.values())
    assert any("project management specialists" in what for what in found)


def test_bands_of_two_currencies_are_never_drawn_on_one_scale() -> None:
    with pytest.raises(ValueError, match="several currencies"):
        picture([("", band()), ("", band("SG"))])
