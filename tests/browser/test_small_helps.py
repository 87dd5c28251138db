"""What the pages' script adds: a link copied with one press, and menus that Escape closes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.coaching_pages import register


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def test_a_link_is_copied_with_one_press_and_selected_as_a_whole(phone: Page, address: str) -> None:
    phone.goto(f"{address}/postings/sample")
    phone.locator("main form button").first.click()
    phone.goto(f"{address}/work/")
    phone.get_by_role("link", name="Share: ").click()
    phone.get_by_role("button", name="Make a link").click()
    link = phone.get_by_label("The link", exact=True)

    phone.get_by_role("button", name="Copy").click()

    expect(phone.get_by_role("button", name="Copied")).to_be_visible()
    assert phone.evaluate("navigator.clipboard.readText()") == link.input_value()
    link.focus()
    assert phone.evaluate("getSelection().toString()") == link.input_value()


def test_escape_closes_the_menus_and_leads_back_to_what_opened_them(phone: Page, address: str) -> None:
    register(phone, address, "escape")
    phone.goto(f"{address}/")
    tools, account = phone.get_by_role("navigation", name="Tools"), phone.get_by_role("link", name="What happened")
    phone.get_by_role("link", name="Menu", exact=True).click()
    phone.locator(".menu summary").click()
    expect(account).to_be_visible()

    phone.keyboard.press("Escape")

    expect(account).to_be_hidden()
    expect(tools).to_be_hidden()
    expect(phone.get_by_role("link", name="Menu", exact=True)).to_be_focused()
