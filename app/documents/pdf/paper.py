"""The paper that a document is laid out for."""

from __future__ import annotations

from enum import StrEnum

from app.core.postings.posting import Posting

# Where offices print on US Letter, as Unicode's Common Locale Data Repository lists them (supplemental data,
# paperSize "US-Letter"); the rest of the world has A4.
LETTER_COUNTRIES = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})


class PageSize(StrEnum):
    """The value is CSS's own word for it."""

    A4 = "A4"
    LETTER = "Letter"


def page_size(posting: Posting) -> PageSize:
    """Letter when every place of the job prints on Letter, else A4."""
    countries = {place.country for place in posting.brief.places}
    return PageSize.LETTER if countries and countries <= LETTER_COUNTRIES else PageSize.A4
