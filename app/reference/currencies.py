"""The currencies of ISO 4217, as the pycountry package ships them."""

from __future__ import annotations

import pycountry


def load() -> frozenset[str]:
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)
