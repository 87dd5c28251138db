"""From a brief to a posting in hand: by keyboard alone, wide and narrow, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.machinery import WIDTHS
from tests.browser.pages import fill_a_brief

NAME_OF_THE_FOCUSED = """() => {
  const focused = document.activeElement;
  return (focused.labels?.length ? focused.labels[0].innerText : focused.innerText) || "";
}"""


@pytest.fixture(params=[(width, script) for width in WIDTHS for script in (True, False)], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, script = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script, accept_downloads=True
    )
    yield context.new_page()
    context.close()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control with this name has the focus, as somebody without a mouse would."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if name in str(page.evaluate(NAME_OF_THE_FOCUSED)):
            return
    raise AssertionError(f"Tab never reached {name!r}")


def test_a_brief_becomes_a_posting_by_keyboard_alone(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address)
    tab_to(page, "Write a posting")
    page.keyboard.press("Enter")
    page.wait_for_url("**/postings/")
    tab_to(page, "Write a posting")
    page.keyboard.press("Enter")
    page.wait_for_url("**/postings/new")
    tab_to(page, "Senior Technical Program Manager")
    page.keyboard.press("Enter")
    page.wait_for_url("**/new?role=program:L4")
    for label, typed in (
        ("Employer", "Harborline Payments"),
        ("Places", "Seattle, Washington"),
        ("Lowest base pay", "168,000"),
        ("Highest base pay", "204,000"),
    ):
        tab_to(page, label)
        page.keyboard.type(typed)
    tab_to(page, "Save the posting")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Senior Technical Program Manager")
    expect(page.get_by_text("$168,000 to $204,000 USD a year").first).to_be_visible()

    with page.expect_download() as download:
        tab_to(page, "PDF")
        page.keyboard.press("Enter")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "senior-technical-program-manager.pdf"
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_mistake_is_found_from_the_summary_and_nothing_is_lost(page: Page, address: str) -> None:
    fill_a_brief(page, address)
    page.get_by_label("Lowest base pay").fill("85")
    page.get_by_label("Highest base pay").fill("")
    page.get_by_role("button", name="Save the posting").click()

    page.get_by_role("link", name="is it an hour, or 85k?").click()

    expect(page.get_by_label("Lowest base pay")).to_be_in_viewport()
    expect(page.get_by_label("Employer", exact=True)).to_have_value("Harborline Payments")


def test_the_six_steps_carry_everything_along(page: Page, address: str) -> None:
    fill_a_brief(page, address)
    for number in range(1, 7):
        page.locator(f"button[value='step-{number}'].steps__button").click()
        expect(page.locator("section[aria-labelledby^='step-']:visible")).to_have_count(1)

    page.get_by_role("button", name="Save the posting").click()

    expect(page.get_by_text("$168,000 to $204,000 USD a year").first).to_be_visible()


def test_going_back_finds_the_form_as_it_was(page: Page, address: str) -> None:
    fill_a_brief(page, address)
    page.get_by_role("button", name="Save the posting").click()
    page.wait_for_url(lambda url: "/new" not in url)

    page.go_back()

    expect(page.get_by_label("Employer", exact=True)).to_have_value("Harborline Payments")


def test_the_preview_follows_typing(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    fill_a_brief(page, address)

    expect(page.locator("#preview")).to_contain_text("$168,000 to $204,000 USD a year")
    page.get_by_label("Highest base pay").fill("210,000")
    expect(page.locator("#preview")).to_contain_text("$210,000 USD a year")
    page.context.close()


def test_pressing_save_twice_makes_one_posting(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    fill_a_brief(page, address)

    page.get_by_role("button", name="Save the posting").dblclick()
    page.wait_for_url(lambda url: "/new" not in url)
    page.goto(f"{address}/postings/")

    expect(page.get_by_role("link", name="Senior Technical Program Manager")).to_have_count(1)
    page.context.close()


def test_no_page_asks_another_machine_for_anything(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    fill_a_brief(page, address)
    page.goto(f"{address}/framework/")

    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    page.context.close()
