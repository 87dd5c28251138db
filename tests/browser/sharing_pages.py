"""Kept work, links to it, and the privacy pages, in every state worth looking at."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.assessment_pages import finish

RESUME = """Jordan Example
Experience
Senior Technical Program Manager, Harborline, 2021 to 2025
- Led five teams through a ledger migration that finished three weeks early and cut settlement errors by 40%
- Responsible for weekly status reports
- Managed a budget of $3.2M and two vendors
Education
BSc Computer Science
"""


def keep_report(page: Page, address: str) -> None:
    page.goto(f"{address}/resumes/")
    page.locator("textarea").first.fill(RESUME)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Keep this report").click()
    page.get_by_role("heading", name="Résumé report of").wait_for()


def keep_look_up(page: Page, address: str) -> None:
    page.goto(f"{address}/salaries/?family=technical_program_manager&level=L4&region=US-CA&offer=175000")
    page.get_by_role("button", name="Keep this look-up").click()
    page.get_by_role("heading", name="Then and now").wait_for()


def _report_conflict(page: Page, address: str) -> None:
    keep_report(page, address)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("The résumé as text").fill(RESUME + "- Cut vendor cost by 18% by bundling five contracts")
    other.get_by_role("button", name="Read it again and keep").click()
    other.get_by_text("Cut vendor cost by 18%").first.wait_for()
    page.bring_to_front()
    page.get_by_role("button", name="Read it again and keep").click()
    page.get_by_role("heading", name="changed in another window").wait_for()


def _shared_report(page: Page, address: str) -> None:
    keep_report(page, address)
    page.get_by_role("link", name="Share a link").click()
    page.get_by_role("button", name="Make a link").click()


def _shared_assessment(page: Page, address: str) -> None:
    at = finish(page, address)
    page.goto(f"{address}/work/{at.rsplit('/', 1)[1]}/share")
    page.get_by_label("Show the plan").check()
    page.get_by_role("button", name="Show what would be seen").click()
    page.get_by_role("button", name="Make a link").click()
    page.get_by_label("The link", exact=True).wait_for()


def _not_looked_at(page: Page, address: str) -> None:
    at = finish(page, address)
    page.goto(f"{address}/work/{at.rsplit('/', 1)[1]}/share")
    page.get_by_label("Show the evidence").check()
    page.get_by_role("button", name="Make a link").click()
    page.get_by_role("alert").wait_for()


def _read(share: Callable[[Page, str], None]) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        share(page, address)
        page.goto(page.get_by_label("The link", exact=True).input_value())

    return open_it


def _shared_look_up(page: Page, address: str) -> None:
    keep_look_up(page, address)
    page.get_by_role("link", name="Share a link").click()
    page.get_by_role("button", name="Make a link").click()


def _shared_posting(page: Page, address: str) -> None:
    page.goto(f"{address}/postings/new?role=program:L4")
    page.get_by_label("Employer", exact=True).fill("Harborline Payments")
    page.get_by_label("Places", exact=True).fill("Seattle, Washington")
    page.get_by_label("Lowest base pay").fill("168,000")
    page.get_by_label("Highest base pay").fill("204,000")
    page.get_by_role("button", name="Save the posting").click()
    page.get_by_role("link", name="Share a link").click()
    page.get_by_role("button", name="Make a link").click()


def _withdrawn(page: Page, address: str) -> None:
    _shared_look_up(page, address)
    link = page.get_by_label("The link", exact=True).input_value()
    page.get_by_role("button", name="Withdraw").click()
    page.goto(link)


def _my_work(page: Page, address: str) -> None:
    keep_report(page, address)
    keep_look_up(page, address)
    page.goto(f"{address}/work/")


def _empty(page: Page, address: str) -> None:
    page.goto(f"{address}/privacy/")


def _with_work(path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        _my_work(page, address)
        page.goto(f"{address}{path}")

    return open_it


def _not_sure(page: Page, address: str) -> None:
    _with_work("/privacy/delete")(page, address)
    page.get_by_role("button", name="Delete everything").click()


SHARING_VIEWS: tuple[tuple[str, Callable[[Page, str], None]], ...] = (
    ("work-kept", _my_work),
    ("kept-report", keep_report),
    ("kept-report-conflict", _report_conflict),
    ("kept-look-up", keep_look_up),
    ("share-report", _shared_report),
    ("share-assessment", _shared_assessment),
    ("share-not-looked-at", _not_looked_at),
    ("shared-posting", _read(_shared_posting)),
    ("shared-assessment", _read(_shared_assessment)),
    ("shared-report", _read(_shared_report)),
    ("shared-look-up", _read(_shared_look_up)),
    ("shared-withdrawn", _withdrawn),
    ("privacy", _empty),
    ("privacy-with-work", _with_work("/privacy/")),
    ("privacy-delete", _with_work("/privacy/delete")),
    ("privacy-not-sure", _not_sure),
)
