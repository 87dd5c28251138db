"""What happens to people in earnest: two tabs, a slow line, no script, a button pressed again."""

from __future__ import annotations

import time

from playwright.sync_api import Browser, Route, expect

from tests.browser.pages import fill_a_brief


def test_two_tabs_on_one_posting_lose_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context()
    first, second = context.new_page(), context.new_page()
    first.goto(f"{address}/postings/sample")
    first.get_by_role("button", name="Take it as a start").click()
    second.goto(first.url)

    for tab, text in ((first, "First wording of the plan."), (second, "Second wording of the plan.")):
        tab.get_by_role("link", name="Edit").nth(2).click()
        tab.get_by_label("Wording of this line").fill(text)
    first.get_by_role("button", name="Keep").click()
    second.get_by_role("button", name="Keep").click()

    expect(second.locator("main")).to_contain_text("First wording of the plan.")
    expect(second.locator("main")).to_contain_text("Second wording of the plan.")
    context.close()


def test_on_a_slow_line_a_form_is_sent_once(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    fill_a_brief(page, address)
    sent = []

    def slowly(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route.request.url)
            time.sleep(0.5)
        route.continue_()

    page.route("**/postings/new*", slowly)
    button = page.get_by_role("button", name="Save the posting")
    button.dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Take it away")).to_be_visible()

    assert len(sent) == 1
    context.close()


def test_what_takes_longer_than_a_second_says_that_it_is_under_way(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/review/")
    page.evaluate("addEventListener('submit', (event) => event.preventDefault())")  # an answer that never comes

    page.get_by_role("button", name="Review").first.click()
    expect(page.get_by_role("status")).to_contain_text("Working")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")  # as when somebody comes back

    expect(page.get_by_role("status")).to_have_count(0)
    context.close()


def test_pay_and_review_work_without_script_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()

    page.goto(address)
    page.get_by_role("link", name="Menu").click()
    page.get_by_role("link", name="Salaries", exact=True).click()
    page.get_by_label("Region").fill("Colorado")
    page.get_by_role("button", name="Look up").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Colorado")

    page.goto(f"{address}/review/")
    page.get_by_label("Text of the posting").fill("Rockstar program manager in Denver, Colorado. Competitive salary.")
    page.get_by_role("button", name="Review").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Review of")
    context.close()


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address)
    tools = page.get_by_role("navigation", name="Tools")

    expect(tools).to_be_hidden()
    page.get_by_role("link", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(tools).to_be_visible()
    page.get_by_role("link", name="Close the menu").focus()
    page.keyboard.press("Enter")

    expect(tools).to_be_hidden()
    context.close()
