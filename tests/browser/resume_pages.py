"""The résumé reader's pages in every state worth looking at."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from tests.resume_files import Put, column, locked_pdf, pdf

RESUME = """Jordan Example
Experience
Senior Technical Program Manager, Harborline, 2021 to 2025
- Led five teams through a ledger migration that finished three weeks early and cut settlement errors by 40%
- Responsible for weekly status reports
- Managed a budget of $3.2M and two vendors
Education
BSc Computer Science
"""
POSTING = "Senior Technical Program Manager. You have run a risk review. You have kept a budget of a program."
SHEET = (
    Put(72, 60, "Jordan Example", 18, bold=True),
    Put(72, 90, "jordan@example.org", 10),
    Put(72, 124, "Experience", 13, bold=True),
    Put(72, 146, "Senior Technical Program Manager, Harborline        2021 - 2025"),
    Put(72, 168, "\u2022 Led five teams through a ledger migration that finished three weeks early"),
    Put(72, 188, "\u2022 Responsible for weekly status reports"),
    Put(72, 208, "\u2022 Managed a budget of $3.2M and two vendors"),
    Put(72, 250, "Education", 13, bold=True),
    Put(72, 272, "BSc Computer Science"),
)
RESUME_PDF = pdf(SHEET)
GARBLED_PDF = pdf([Put(72, 60, "Experience"), *column(72, 90, *["Xqzt vlorp wrnk blgh ptrk mzzq drvl kwxy " * 2] * 9)])


def send(page: Page, address: str, *files: tuple[str, bytes], blind: bool = False) -> None:
    """Upload files and have them read."""
    page.goto(f"{address}/resumes/")
    with TemporaryDirectory() as folder:
        paths = []
        for name, content in files:
            paths.append(Path(folder) / name)
            paths[-1].write_bytes(content)
        page.locator("#files").set_input_files(paths)
        if blind:
            page.get_by_label("Blind").check()
        page.get_by_role("button", name="Read it").click()
        page.wait_for_load_state()


def _start(page: Page, address: str) -> None:
    page.goto(f"{address}/resumes/")


def _read(page: Page, address: str) -> None:
    page.goto(f"{address}/resumes/")
    page.get_by_label("Or paste the text").fill(RESUME)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="The résumé, line by line").wait_for()


def _compared(page: Page, address: str) -> None:
    send(page, address, ("resume.pdf", RESUME_PDF))
    page.locator("#reading > summary").click()
    page.get_by_alt_text("Page 1 of your file").wait_for()


def _poorly_read(page: Page, address: str) -> None:
    send(page, address, ("resume.pdf", GARBLED_PDF))
    page.get_by_text("Many words of this file do not read as words").wait_for()


def _rewritten(page: Page, address: str) -> None:
    _read(page, address)
    line = page.locator(".told__line", has_text="Responsible for weekly status reports")
    line.get_by_text("Try other words").click()
    line.get_by_label("This line, anew").fill("Cut the time from risk to decision from 10 days to 2 by a weekly report")
    line.get_by_role("button", name="Read the résumé with these words").click()
    page.get_by_role("heading", name="What your changes did").wait_for()


def _tried(page: Page, address: str) -> None:
    _read(page, address)
    line = page.locator(".told__line", has_text="Responsible for weekly status reports")
    line.get_by_text("Try other words").click()
    line.get_by_label("This line, anew").fill("Cut the time from risk to decision from 10 days to 2 by a weekly report")
    line.get_by_text("This line:").wait_for()


def _handed_over(page: Page, address: str) -> None:
    _read(page, address)
    page.locator(".told__line", has_text="ledger migration").locator("[name=evidence]").first.click()
    page.get_by_text("Kept as evidence for").wait_for()


def _nothing_left(page: Page, address: str) -> None:
    _compared(page, address)
    page.locator("#corrected").fill("")
    page.get_by_role("button", name="Read it again").click()
    page.get_by_role("alert").wait_for()


def _refused(page: Page, address: str) -> None:
    send(page, address, ("resume.pdf", locked_pdf()))
    page.get_by_role("alert").wait_for()


def _blind(page: Page, address: str) -> None:
    send(page, address, ("resume.pdf", RESUME_PDF), blind=True)
    page.get_by_role("button", name="Show everything").wait_for()


def _matched(page: Page, address: str) -> None:
    _read(page, address)
    page.get_by_label("The text of a posting").fill(POSTING)
    page.get_by_role("button", name="Show what is asked and what is shown").click()
    page.get_by_role("heading", name="What the posting asks").wait_for()


def _without_a_posting(page: Page, address: str) -> None:
    _read(page, address)
    page.get_by_role("button", name="Show what is asked and what is shown").click()
    page.get_by_role("link", name="Paste the text of a posting first.").wait_for()


def _side_by_side(page: Page, address: str, *, blind: bool = False) -> None:
    files = (("jordan.pdf", RESUME_PDF), ("garbled.pdf", GARBLED_PDF), ("locked.pdf", locked_pdf()))
    send(page, address, *files, blind=blind)
    page.get_by_role("heading", name="3 résumés side by side").wait_for()


def _side_by_side_blind(page: Page, address: str) -> None:
    _side_by_side(page, address, blind=True)


RESUME_VIEWS = (
    ("resumes", _start),
    ("resume-refused", _refused),
    ("resume-read", _read),
    ("resume-compared", _compared),
    ("resume-poorly-read", _poorly_read),
    ("resume-tried", _tried),
    ("resume-rewritten", _rewritten),
    ("resume-nothing-left", _nothing_left),
    ("resume-handed-over", _handed_over),
    ("resume-blind", _blind),
    ("resume-matched", _matched),
    ("resume-no-posting", _without_a_posting),
    ("resumes-side-by-side", _side_by_side),
    ("resumes-side-by-side-blind", _side_by_side_blind),
)
