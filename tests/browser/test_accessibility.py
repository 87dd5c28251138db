"""axe finds nothing to complain about on any page, light or dark, wide or narrow; nothing scrolls sideways."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.machinery import WIDTHS
from tests.browser.pages import VIEWS, View

NARROWEST = 320  # what is left of 1280 when somebody magnifies four times (WCAG 1.4.10)
SCHEMES = ("light", "dark")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_page_has_no_accessibility_violation(browser: Browser, address: str, view: View) -> None:
    """A view is opened once, at the width at which most is beside each other, and then looked at in every way."""
    context = browser.new_context(viewport={"width": max(WIDTHS), "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    view.open(page, address)

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{width} px, {scheme}:\n{found.generate_report()}"
    assert not scrolls_sideways(page, min(WIDTHS))
    assert not scrolls_sideways(page, NARROWEST)
    context.close()


def test_what_axe_is_shown_is_really_dark_and_really_narrow(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)

    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 900})

    assert page.evaluate(paper) != light
    assert page.get_by_role("link", name="Menu", exact=True).is_visible()
    page.close()


def test_a_page_that_is_too_wide_is_noticed(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<p style='width: 400px'>Wide</p>")

    assert scrolls_sideways(page, 390)
    assert not scrolls_sideways(page, 1280)
    page.close()


def scrolls_sideways(page: Page, width: int) -> bool:
    page.set_viewport_size({"width": width, "height": 900})
    return bool(page.evaluate("document.documentElement.scrollWidth") > width)
