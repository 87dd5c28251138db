"""From the first question to a result: by keyboard alone, wide and narrow, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.machinery import WIDTHS

SKILLS_NEEDED = 5


@pytest.fixture(params=[(WIDTHS[0], True), (WIDTHS[1], False)], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, script = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
    yield context.new_page()
    context.close()


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the control has the focus, as somebody without a mouse would."""
    wanted = page.get_by_role(role, name=name).first
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"Tab never reached {name!r}")


def test_a_level_is_read_from_five_skills_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/assessments/")
    tab_to(page, "radio", "Not sure: ask me about my scope")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("L4 · Senior Technical Project Manager")).to_be_checked()
    page.keyboard.press("Enter")

    for _ in range(SKILLS_NEEDED):
        page.wait_for_url("**/skills/*")
        here = page.url
        tab_to(page, "radio", "Not yet")
        page.keyboard.press("Space")
        for _ in range(4):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, here=here: url != here)

    page.get_by_role("link", name="Your answers").click()
    tab_to(page, "button", "Show my result")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your result")).to_be_visible()
    expect(page.get_by_text("Low confidence")).to_be_visible()


def test_the_browsers_way_back_finds_the_answer_where_it_was(page: Page, address: str) -> None:
    page.goto(f"{address}/assessments/")
    page.get_by_label("L3 · Technical Program Manager").check()
    page.get_by_role("button", name="Begin").click()
    page.locator("fieldset.statements input[value='3']").check()
    page.get_by_role("button", name="Save and go on").click()

    page.get_by_role("button", name="Save and go back").click()

    expect(page.locator("fieldset.statements input[value='3']")).to_be_checked()
