"""From a file to a stronger line and evidence: by keyboard alone, wide and narrow, with JavaScript and without."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.machinery import WIDTHS
from tests.browser.resume_pages import GARBLED_PDF, RESUME_PDF, send

NAME_OF_THE_FOCUSED = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return "";
  return (focused.labels?.length ? focused.labels[0].innerText : focused.innerText) || "";
}"""
WEAK = "Responsible for weekly status reports"
BETTER = "Cut the time from risk to decision from 10 days to 2 by a weekly report"


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


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


def taken_away(page: Page, name: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        press(page, name)
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file.read_bytes()


def test_a_file_is_read_corrected_rewritten_and_used_by_keyboard_alone(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}/resumes/")
    page.locator("#files").set_input_files(
        {"name": "resume.pdf", "mimeType": "application/pdf", "buffer": RESUME_PDF}
    )  # the browser's own window for files is out of reach
    press(page, "Read it")
    expect(page.get_by_role("heading", level=1)).to_have_text("The résumé, line by line")

    press(page, "This is how we read your file")
    expect(page.get_by_alt_text("Page 1 of your file")).to_be_visible()
    tab_to(page, "Our reading")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Taylor Example\n")
    press(page, "Read it again")
    expect(page.locator("#corrected")).to_have_value(re.compile("^Taylor Example"))
    expect(page.get_by_alt_text("Page 1 of your file")).to_have_count(1)

    line = page.locator(".told__line", has_text=WEAK)
    number = (line.get_attribute("id") or "").removeprefix("line-")
    page.locator(f"#line-{number} .edit summary").focus()
    page.keyboard.press("Enter")
    tab_to(page, "This line, anew")
    page.keyboard.press("Control+A")
    page.keyboard.type(BETTER)
    press(page, "Read the résumé with these words")
    expect(page.get_by_role("heading", name="What your changes did")).to_be_visible()
    rewritten = page.locator(".told__line", has_text=BETTER)
    expect(rewritten.get_by_text("This line:")).to_contain_text("(up ")
    expect(rewritten).to_be_in_viewport()

    rewritten.locator("[name=evidence]").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Kept as evidence for")
    expect(page.get_by_role("status")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="What your changes did")).to_have_count(1)

    assert taken_away(page, "PDF", tmp_path).startswith(b"%PDF-")
    report = json.loads(taken_away(page, "JSON", tmp_path))
    assert BETTER in [one["text"] for one in report["lines"]]

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open it there").press("Enter")
    assessment = opened.value
    expect(assessment.locator("textarea[name=text]")).to_have_value(BETTER)


def test_several_files_become_a_table_and_its_files(page: Page, address: str, tmp_path: Path) -> None:
    send(page, address, ("jordan.pdf", RESUME_PDF), ("garbled.pdf", GARBLED_PDF))
    expect(page.get_by_role("heading", level=1)).to_have_text("2 résumés side by side")

    table = taken_away(page, "CSV", tmp_path).decode("utf-8-sig")
    assert [row.partition(",")[0] for row in table.splitlines()] == ["file", "jordan.pdf", "garbled.pdf"]
    assert taken_away(page, "PDF", tmp_path).startswith(b"%PDF-")

    with page.context.expect_page() as opened:
        press(page, "Open")
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("The résumé, line by line")


def test_the_score_follows_typing(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    send(page, address, ("resume.pdf", RESUME_PDF))
    line = page.locator(".told__line", has_text=WEAK)
    line.get_by_text("Try other words").click()

    line.get_by_label("This line, anew").fill(BETTER)

    expect(line.locator(".tried")).to_contain_text("This line:")
    expect(line.locator(".tried")).to_contain_text("The résumé:")
    page.context.close()


def test_a_second_press_keeps_nothing_twice(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    send(page, address, ("resume.pdf", RESUME_PDF))

    page.locator("[name=evidence]").first.dblclick()
    expect(page.get_by_role("status")).to_contain_text("Kept as evidence for")

    expect(page.locator("#assessment option")).to_have_count(2)
    page.context.close()


def test_leaving_with_words_that_were_not_read_asks_first(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    send(page, address, ("resume.pdf", RESUME_PDF))
    page.get_by_role("link", name="Another résumé").click()
    page.get_by_role("heading", name="Find the achievements").wait_for()
    assert asked == []

    send(page, address, ("resume.pdf", RESUME_PDF))
    line = page.locator(".told__line", has_text=WEAK)
    line.get_by_text("Try other words").click()
    line.get_by_label("This line, anew").press_sequentially(" to nine teams")
    page.get_by_role("link", name="Another résumé").click()
    page.get_by_role("heading", name="Find the achievements").wait_for()

    assert asked == ["beforeunload"]
    page.context.close()
