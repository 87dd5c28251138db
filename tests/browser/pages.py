"""Every page of the product in every state worth looking at: what axe checks, and what the pictures show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from app.config import DATA
from tests.browser.account_pages import ACCOUNT_VIEWS
from tests.browser.assessment_pages import ASSESSMENT_VIEWS
from tests.browser.coaching_pages import COACHING_VIEWS
from tests.browser.resume_pages import RESUME_VIEWS
from tests.browser.review_pages import REVIEW_VIEWS
from tests.browser.sharing_pages import SHARING_VIEWS
from tests.browser.team_pages import TEAM_VIEWS

GUIDE = sorted((DATA / "guide").glob("*.yaml"))


@dataclass(frozen=True)
class View:
    """A page in one state; `open` brings a browser there from the product's address."""

    name: str
    open: Callable[[Page, str], None]


def _at(path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        page.goto(f"{address}{path}")

    return open_it


def fill_a_brief(page: Page, address: str) -> None:
    """Open the form for a senior program manager and fill in a brief."""
    page.goto(f"{address}/postings/new?role=program:L4")
    page.get_by_label("Employer", exact=True).fill("Harborline Payments")
    page.get_by_text("Title, team, industry").click()
    page.get_by_label("Team (optional)", exact=True).fill("the Payments Platform group")
    page.get_by_label("What the work is about (optional)").fill("payments infrastructure")
    page.get_by_label("Places", exact=True).fill("Seattle, Washington")
    page.get_by_label("Lowest base pay").fill("168,000")
    page.get_by_label("Highest base pay").fill("204,000")
    page.get_by_label("Benefits (optional)").fill("Medical cover, a 401(k) with a 4% match, 20 days of paid leave")
    page.get_by_label("Applications close (optional)").fill("2099-12-20")
    page.get_by_label("Where to apply (optional)").fill("https://careers.harborline.example/tpm")


def _saved(page: Page, address: str) -> None:
    fill_a_brief(page, address)
    page.get_by_role("button", name="Save the posting").click()
    page.wait_for_url("**/postings/*")


def _after_saving(path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        _saved(page, address)
        page.goto(page.url.partition("#")[0] + path)

    return open_it


def _after_an_edit(path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        _saved(page, address)
        first = page.url.partition("#")[0]
        page.goto(f"{first}?edit=must.risk")
        page.get_by_label("Wording of this line").fill("You have run a pre-mortem that changed a plan.")
        page.get_by_role("button", name="Keep").click()
        page.get_by_text("reworded by you").wait_for()
        page.goto(first + path)

    return open_it


def _refused(page: Page, address: str) -> None:
    page.goto(f"{address}/postings/new?role=project:L2")
    page.get_by_label("Lowest base pay").fill("85")
    page.get_by_role("button", name="Save the posting").click()
    page.get_by_role("alert").wait_for()


def _changes(page: Page, address: str) -> None:
    _saved(page, address)
    page.get_by_role("link", name="Edit the brief").click()
    page.get_by_label("Level and track").select_option("program:L5")
    page.get_by_role("button", name="Save the brief").click()
    page.get_by_role("heading", name="What would change in the posting").wait_for()


def _conflict(page: Page, address: str) -> None:
    _saved(page, address)
    first = page.url.partition("#")[0]
    page.goto(f"{first}?edit=must.risk")
    other = page.context.new_page()
    other.goto(f"{first}?edit=must.risk")
    other.get_by_label("Wording of this line").fill("You have called off a release that was already announced.")
    other.get_by_role("button", name="Keep").click()
    other.wait_for_url(lambda url: "edit=" not in url)
    page.bring_to_front()
    page.get_by_label("Wording of this line").fill("You have run a pre-mortem that changed a plan.")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("heading", name="changed in another window").wait_for()


def _after_saving_work(page: Page, address: str) -> None:
    _saved(page, address)
    page.goto(f"{address}/work/")


VIEWS = (
    View("first-page", _at("/")),
    View("styleguide", _at("/styleguide/")),
    View("menu", _at("/law/#menu")),
    View("posting-sample", _at("/postings/sample")),
    View("assessment-sample", _at("/assessments/sample")),
    View("resume-sample", _at("/resumes/sample")),
    View("my-work", _after_saving_work),
    View("not-found", _at("/nowhere")),
    View("postings", _at("/postings/")),
    View("posting-levels", _at("/postings/new")),
    View("posting-form", _at("/postings/new?role=program:L4")),
    View("posting-form-filled", fill_a_brief),
    View("posting-form-step", _at("/postings/new?role=project:L3&step=2")),
    View("posting-form-errors", _refused),
    View("posting", _after_saving("")),
    View("posting-editing", _after_saving("?edit=must.risk")),
    View("posting-brief", _after_saving("/brief")),
    View("posting-changes", _changes),
    View("posting-conflict", _conflict),
    View("posting-versions", _after_an_edit("/versions")),
    View("posting-version", _after_an_edit("/versions/1")),
    View("posting-delete", _after_saving("/delete")),
    View("framework", _at("/framework/2026.1/")),
    View("framework-level", _at("/framework/2026.1/levels/L4")),
    View("framework-skill", _at("/framework/2026.1/skills/planning")),
    View("framework-matrix", _at("/framework/2026.1/matrix?track=program")),
    View("framework-tracks", _at("/framework/2026.1/tracks?level=L4")),
    View("framework-careers", _at("/framework/2026.1/careers")),
    View("law", _at("/law/")),
    View("law-place", _at("/law/US-CO")),
    View("law-city", _at("/law/US-NY-NYC")),
    View("law-member-state", _at("/law/DE")),
    View("law-none", _at("/law/GB")),
    View("law-duty", _at("/law/CA-ON/range_width")),
    View("law-stale", _at("/law/US-VA/pay_range?on=2027-09-26")),
    View("salaries", _at("/salaries/")),
    View("salaries-band", _at("/salaries/?family=technical_program_manager&level=L4&region=US-CA&offer=175000")),
    View("salaries-area", _at("/salaries/?title=Sr+Technical+Program+Manager&region=US-METRO-42660")),
    View("salaries-published", _at("/salaries/?family=it_project_manager&level=L3&region=SG")),
    View("salaries-refusal", _at("/salaries/?family=it_project_manager&level=L3&region=GB")),
    View("salaries-error", _at("/salaries/?family=it_project_manager&level=L3&region=US&offer=85")),
    View("salaries-compared", _at("/salaries/compare?at=US-CA:L4&at=US-WA:L4&at=US-METRO-42660:L5&at=SG:L4")),
    *(View(name, open_it) for name, open_it in ASSESSMENT_VIEWS),
    *(View(name, open_it) for name, open_it in REVIEW_VIEWS),
    *(View(name, open_it) for name, open_it in RESUME_VIEWS),
    View("guide", _at("/guide/")),
    *(View(f"guide-{path.stem}", _at(f"/guide/{path.stem}")) for path in GUIDE if path.stem != "contents"),
    View("search", _at("/search?q=risk")),
    View("search-empty", _at("/search")),
    View("search-nothing", _at("/search?q=xyzzy")),
    *(View(name, open_it) for name, open_it in ACCOUNT_VIEWS),
    *(View(name, open_it) for name, open_it in SHARING_VIEWS),
    *(View(name, open_it) for name, open_it in COACHING_VIEWS),
    *(View(name, open_it) for name, open_it in TEAM_VIEWS),
)
