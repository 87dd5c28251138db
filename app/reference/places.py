"""Names of countries, states and provinces from ISO 3166, as the pycountry package ships them."""

from __future__ import annotations

import pycountry

from app.core.places import Places


def load() -> Places:
    names = {country.alpha_2: getattr(country, "common_name", country.name) for country in pycountry.countries}
    names |= {part.code: part.name for part in pycountry.subdivisions}
    return Places(names)
