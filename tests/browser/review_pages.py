"""The review's pages, each in the states that matter."""

from __future__ import annotations

from playwright.sync_api import Page

POSTING = """Senior Technical Program Manager

Location: Denver, Colorado (remote within the US)

Harborline Payments moves money for 40,000 merchants. We are looking for a rockstar who can hit the ground running.
He will lead a program across five teams.

What you will do
- Lead cross-functional programs across five engineering teams
- Own risks, dependencies and status for the payments platform
- Run the weekly review and write the decision log
- Plan releases with the people who build them

Requirements
- Bachelor's degree in Computer Science
- 12+ years of experience in program management
- Scrum

Pay: from $150,000 a year. Please tell us your salary history.
Apply by December 1, 2099.
"""
GERMAN = """Technische Programmleitung

Ort: Berlin

Wir suchen eine Person, die mit uns und für uns die Programme der Plattform leitet. Du bist für die Planung von
mehreren Teams da und arbeitest mit der Leitung und dem Betrieb. Wir zahlen 80.000 bis 95.000 Euro im Jahr.
"""


def _reviewed(page: Page, address: str, text: str = POSTING) -> None:
    page.goto(f"{address}/review/")
    page.get_by_label("Text of the posting").fill(text)
    page.get_by_role("button", name="Review", exact=True).click()
    page.get_by_role("heading", name="Review of").wait_for()


def _german(page: Page, address: str) -> None:
    _reviewed(page, address, GERMAN)


def _start(page: Page, address: str) -> None:
    page.goto(f"{address}/review/")


def _refused(page: Page, address: str) -> None:
    page.goto(f"{address}/review/")
    page.get_by_label("Employees by place").fill("Colorado many")
    page.get_by_role("button", name="Review", exact=True).click()
    page.get_by_role("alert").wait_for()


def _without_a_reason(page: Page, address: str) -> None:
    _reviewed(page, address)
    page.locator("summary", has_text="Set aside").first.click()
    page.get_by_role("button", name="Set aside").first.click()
    page.get_by_text("Say in a few words why this does not apply.").wait_for()


def _set_aside(page: Page, address: str) -> None:
    _reviewed(page, address)
    page.locator("summary", has_text="Set aside").first.click()
    page.get_by_label("Reason:").first.fill("The bonus stands in the offer letter.")
    page.get_by_role("button", name="Set aside").first.click()
    page.get_by_role("button", name="Bring back").wait_for()


def _draft(page: Page, address: str) -> None:
    _reviewed(page, address)
    page.get_by_role("button", name="Turn this into a draft").click()
    page.get_by_role("heading", name="New posting").wait_for()


def _saved(page: Page, address: str, path: str = "/review") -> None:
    """A posting for Denver without benefits, with a line that says too much of itself."""
    page.goto(f"{address}/postings/new?role=program:L4")
    page.get_by_label("Employer", exact=True).fill("Harborline Payments")
    page.get_by_label("Places", exact=True).fill("Denver, Colorado")
    page.get_by_label("Lowest base pay").fill("168,000")
    page.get_by_label("Highest base pay").fill("204,000")
    page.get_by_label("Applications close (optional)").fill("2099-12-20")
    page.get_by_role("button", name="Save the posting").click()
    page.wait_for_url("**/postings/*")
    first = page.url.partition("#")[0]
    page.goto(f"{first}?edit=must.risk")
    page.get_by_label("Wording of this line").fill("You are a rockstar who has run a pre-mortem.")
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("reworded by you").wait_for()
    page.goto(first + path)


def _notice(page: Page, address: str) -> None:
    _saved(page, address, "")


def _old_version(page: Page, address: str) -> None:
    _saved(page, address, "/versions/1")


def _without_a_name(page: Page, address: str) -> None:
    _saved(page, address)
    page.locator("summary", has_text="Sign off").first.click()
    page.get_by_label("Reason:").first.fill("The benefits stand in the offer letter.")
    page.get_by_role("button", name="Sign off").first.click()
    page.get_by_text("Give the name of the person who signs this off.").wait_for()


def _signed_off(page: Page, address: str) -> None:
    _without_a_name(page, address)
    page.get_by_label("Your name").first.fill("Ada Moreno")
    page.get_by_role("button", name="Sign off").first.click()
    page.get_by_role("button", name="Bring back").wait_for()


REVIEW_VIEWS = (
    ("review", _start),
    ("review-refused", _refused),
    ("review-result", _reviewed),
    ("review-no-reason", _without_a_reason),
    ("review-set-aside", _set_aside),
    ("review-not-english", _german),
    ("review-draft", _draft),
    ("posting-review", _saved),
    ("posting-review-no-name", _without_a_name),
    ("posting-review-signed-off", _signed_off),
    ("posting-law-gaps", _notice),
    ("posting-version-law", _old_version),
)
