"""Searching and reading with the keyboard alone and without JavaScript."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

SMALL = {"width": 390, "height": 844}


def without_javascript(browser: Browser) -> Page:
    return browser.new_context(java_script_enabled=False, viewport=SMALL).new_page()


def test_a_question_with_a_slip_leads_to_its_answer(browser: Browser, address: str) -> None:
    page = without_javascript(browser)
    page.goto(address)
    for _ in range(3):  # the skip link, the first page, the button of search
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("searchbox").press_sequentially("scope crep")
    page.keyboard.press("Enter")

    page.get_by_role("link", name="How do I stop scope creep?").press("Enter")

    expect(page).to_have_url(f"{address}/guide/questions#scope-creep")
    expect(page.get_by_role("heading", name="How do I stop scope creep?")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("scope crep")


def test_on_a_wide_screen_the_field_stands_in_the_head(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/law/")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("seatle")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Found for “seatle”")
    expect(page.get_by_role("link", name="Seattle-Tacoma-Bellevue, WA")).to_be_visible()


def test_a_claim_leads_to_its_source_and_a_chapter_to_the_next(browser: Browser, address: str) -> None:
    page = without_javascript(browser)
    page.goto(f"{address}/guide/")
    page.get_by_role("link", name="Degrees and certificates").press("Enter")

    page.get_by_role("link", name="Source 1").first.press("Enter")

    expect(page.locator("#source-1")).to_be_in_viewport()
    page.get_by_role("navigation", name="Other chapters").get_by_role("link", name="Routes in").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Routes in")


def test_the_guide_is_downloaded_whole(browser: Browser, address: str) -> None:
    page = browser.new_context(accept_downloads=True).new_page()
    page.goto(f"{address}/guide/")

    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF, A4").click()

    assert waiting.value.suggested_filename == "tpm-role-guide.pdf"
    assert waiting.value.path().read_bytes().startswith(b"%PDF")


def test_on_paper_the_page_is_its_text(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{address}/guide/the-role")
    page.emulate_media(media="print")

    for name in ("Tools", "Other chapters", "The role guide", "On this page"):
        expect(page.get_by_role("navigation", name=name)).to_have_count(0)
    expect(page.get_by_role("search")).to_have_count(0)
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
