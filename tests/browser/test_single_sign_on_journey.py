"""Signing in with an issuer in a real browser, whose rules about forms that lead elsewhere no test client knows."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.machinery import running_server
from tests.issuer import running_issuer


def test_somebody_goes_to_the_issuer_and_comes_back_signed_in_where_they_were(browser: Browser, tmp_path: Path) -> None:
    with running_issuer() as issuer, running_server(tmp_path, **issuer.settings) as address:
        page = browser.new_page()
        page.goto(f"{address}/account/sign-in?next=/law/")

        page.get_by_role("button", name="Sign in with Acme").click()

        page.wait_for_url(f"{address}/law/")
        page.goto(f"{address}/account/")
        expect(page.get_by_role("heading", level=1)).to_have_text("jordan@example.com")
        page.close()
