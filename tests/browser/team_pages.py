"""The pages of teams, in every state worth looking at."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.machinery import newest_link

PASSWORD = "harbor tiles quietly"


def sign_up(page: Page, address: str, email: str = "") -> None:
    """Make an account, sign in, and confirm the address."""
    email = email or f"{secrets.token_hex(6)}@example.com"
    for path in ("register", "sign-in"):
        page.goto(f"{address}/account/{path}")
        page.locator("main input[name=email]").fill(email)
        page.locator("main input[name=password]").fill(PASSWORD)
        page.locator("main input[name=password]").press("Enter")
        page.wait_for_url(lambda url, path=path: not url.split("?")[0].endswith(f"/account/{path}"))
    page.goto(newest_link(address, email))


def make_team(page: Page, address: str, email: str = "") -> str:
    """Make a team with a member, and return the address of its page."""
    sign_up(page, address, email)
    page.goto(f"{address}/teams/")
    page.get_by_label("Name of the team").fill("Harborline Payments")
    page.get_by_label("Your name").fill("Ada Moreno")
    page.get_by_role("button", name="Make the team").click()
    page.get_by_role("heading", name="Harborline Payments", level=1).wait_for()
    return page.url


def keep_text(page: Page, team: str, name: str, written: str) -> None:
    page.goto(f"{team}/texts")
    page.get_by_role("textbox", name=name, exact=True).fill(written)
    page.get_by_role("button", name=f"Keep: {name}", exact=True).click()
    page.get_by_text("The text is kept.").wait_for()


def write_posting(page: Page, address: str, team: str) -> str:
    """Write a posting in the team from its texts, and return its address."""
    page.goto(f"{address}/postings/new?role=program:L4&for_team={team.rsplit('/', 1)[1]}")
    page.get_by_label("Places", exact=True).fill("Denver, Colorado")
    page.get_by_label("Lowest base pay").fill("168,000")
    page.get_by_label("Highest base pay").fill("204,000")
    page.get_by_label("Applications close (optional)").fill("2099-12-20")
    page.get_by_label("Where to apply (optional)").fill("https://careers.harborline.example/tpm")
    page.get_by_role("button", name="Save the posting").click()
    page.wait_for_url(lambda url: "/new" not in url)
    return page.url.partition("#")[0]


def _at(path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        page.goto(make_team(page, address) + path)

    return open_it


def _alone(page: Page, address: str) -> None:
    sign_up(page, address)
    page.goto(f"{address}/teams/")


def _used(path: str) -> Callable[[Page, str], None]:
    """A team with a text that was changed after a posting took it, head counts and an open invitation."""

    def open_it(page: Page, address: str) -> None:
        team = make_team(page, address)
        keep_text(page, team, "About us", "We settle payments.")
        posting = write_posting(page, address, team)
        keep_text(page, team, "About us", "We settle payments for ferries and ports in eleven countries.")
        page.goto(f"{team}/head-counts")
        page.get_by_label("Employees in all (optional)").fill("40")
        page.get_by_label("Employees by place (optional)").fill("Colorado 14\nNew York City 3")
        page.get_by_role("button", name="Keep the counts").click()
        page.goto(f"{team}/members")
        page.get_by_label("E-mail address").fill("bo.lind@example.com")
        page.get_by_role("button", name="Send the invitation").click()
        page.get_by_text("bo.lind@example.com").first.wait_for()
        page.goto(path.format(team=team, posting=posting))

    return open_it


def _text_conflict(page: Page, address: str) -> None:
    team = make_team(page, address)
    keep_text(page, team, "About us", "We settle payments.")
    page.goto(f"{team}/texts")
    other = page.context.new_page()
    keep_text(other, team, "About us", "We move money.")
    page.bring_to_front()
    page.get_by_role("textbox", name="About us", exact=True).fill("We settle payments for ferries.")
    page.get_by_role("button", name="Keep: About us", exact=True).click()
    page.get_by_role("heading", name="changed this text meanwhile").wait_for()


TEAM_VIEWS: tuple[tuple[str, Callable[[Page, str], None]], ...] = (
    ("teams-none", _alone),
    ("team-new", _at("")),
    ("team-used", _used("{team}")),
    ("team-texts", _used("{team}/texts")),
    ("team-text-conflict", _text_conflict),
    ("team-head-counts", _used("{team}/head-counts")),
    ("team-members", _used("{team}/members")),
    ("team-trail", _used("{team}/trail")),
    ("team-settings", _at("/settings")),
    ("team-delete", _at("/delete")),
    ("team-posting", _used("{posting}")),
    ("team-posting-review", _used("{posting}/review")),
    ("team-posting-versions", _used("{posting}/versions")),
)
