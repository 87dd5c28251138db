"""A secret is new each time, fits into an address, and cannot be told from its fingerprint."""

from __future__ import annotations

from urllib.parse import quote

from app.core.secrets import fingerprint, new_secret


def test_every_secret_is_new_and_fits_into_an_address() -> None:
    made = {new_secret() for _ in range(100)}

    assert len(made) == 100
    assert all(quote(one, safe="") == one and len(one) >= 40 for one in made)


def test_a_fingerprint_knows_its_secret_again_and_no_other() -> None:
    assert fingerprint("a") == fingerprint("a") != fingerprint("b")
    # as it was before there was one place for it: what people hold goes on opening what it opened
    assert fingerprint("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
