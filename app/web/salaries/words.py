"""What the templates of pay say and draw with, here and where a kept look-up is shown."""

from __future__ import annotations

from app.core.salaries.filings_model import PERCENTILES
from app.core.salaries.picture import line, picture
from app.core.salaries.query import FAMILY_NAMES, LEVEL_NAMES, PERIODS
from app.core.salaries.words import (
    BASIS,
    PER,
    covered_in_words,
    figure,
    in_words,
    label,
    money,
    offer_in_words,
    ordinal,
    pay_in_words,
    place_in_words,
    speaks_of,
    stands_in,
    support_in_words,
    title_in_words,
)
from app.extensions import toolkit

MOST_COMPARED = 4


def words() -> dict[str, object]:
    return {
        "families": FAMILY_NAMES,
        "levels": [(level, f"{level} · {name}") for level, name in LEVEL_NAMES.items()],
        "level_names": LEVEL_NAMES,
        "periods": PERIODS,
        "percentiles": PERCENTILES,
        "per": PER,
        "basis_words": BASIS,
        "money": money,
        "figure": figure,
        "covered_in_words": covered_in_words,
        "in_words": in_words,
        "label": label,
        "pay_in_words": pay_in_words,
        "support_in_words": support_in_words,
        "stands_in": stands_in,
        "place_in_words": place_in_words,
        "speaks_of": speaks_of,
        "offer_in_words": offer_in_words,
        "title_in_words": title_in_words,
        "ordinal": ordinal,
        "picture_of": picture,
        "line_of": line,
        "on_paper": False,
        "tables": toolkit().salaries,
        "most_compared": MOST_COMPARED,
    }
