"""The self-assessment's pages in every state worth looking at."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

PICKS = (4, 4, 1, 4, 3, 5, 4, 3, 2, 3, 4, 4, 4, 3)


def begin(page: Page, address: str) -> str:
    """Start an assessment against a senior project manager; returns its address."""
    page.goto(f"{address}/assessments/")
    page.get_by_label("L4 · Senior Technical Project Manager").check()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/skills/*")
    return page.url.rsplit("/skills/", 1)[0]


def answer(page: Page, address: str) -> str:
    """Answer every skill on the long page and the facts about the work; returns the assessment's address."""
    at = begin(page, address)
    page.goto(f"{at}/all")
    for group, pick in zip(page.locator("fieldset.statements").all(), PICKS, strict=True):
        group.locator(f"input[value='{pick}']").check()
    page.get_by_role("button", name="Save and go on to the size of your work").click()
    for group in page.locator("fieldset.statements").all():
        group.locator("input[value='4']").check()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("heading", name="Your answers so far").wait_for()
    return at


def finish(page: Page, address: str) -> str:
    at = answer(page, address)
    page.get_by_role("button", name="Show my result").click()
    page.get_by_role("heading", name="Your result").wait_for()
    return at


def invite(page: Page, address: str) -> str:
    """Finish, and make a link for a second rater; returns the link."""
    at = finish(page, address)
    page.goto(f"{at}/raters")
    page.get_by_label("Who is it for?").fill("Coach Kim")
    page.get_by_role("button", name="Make a link").click()
    return page.locator(".address").inner_text()


def rate(page: Page, address: str) -> None:
    """Rate as somebody else who has the link."""
    page.goto(invite(page, address))
    for group in page.locator("fieldset.statements").all()[:9]:
        group.locator("input[value='3']").check()
    page.get_by_role("button", name="Send my rating").click()
    page.get_by_role("heading", name="Both ratings, side by side").wait_for()


def _after(arrive: Callable[[Page, str], str], path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        page.goto(arrive(page, address) + path)

    return open_it


def _refused(page: Page, address: str) -> None:
    begin(page, address)
    page.get_by_text("Something to show for it").click()
    page.get_by_label("A link that somebody else could open").fill("somewhere")
    page.get_by_label("Month of that work").fill("March")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("alert").wait_for()


def _rating(page: Page, address: str) -> None:
    page.goto(invite(page, address))


ASSESSMENT_VIEWS: tuple[tuple[str, Callable[[Page, str], None]], ...] = (
    ("assessment-start", lambda page, address: page.goto(f"{address}/assessments/") and None),
    ("assessment-skill", _after(begin, "/skills/vendor")),
    ("assessment-skill-errors", _refused),
    ("assessment-all", _after(begin, "/all")),
    ("assessment-scope", _after(begin, "/scope")),
    ("assessment-stories", _after(begin, "/stories")),
    ("assessment-overview", _after(answer, "")),
    ("assessment-aim", _after(answer, "/aim")),
    ("assessment-result", _after(finish, "/result")),
    ("assessment-result-not-yet", _after(begin, "/result")),
    ("assessment-plan", _after(finish, "/plan")),
    ("assessment-careers", _after(finish, "/careers")),
    ("assessment-progress", _after(finish, "/progress")),
    ("assessment-raters", _after(finish, "/raters")),
    ("assessment-rate", _rating),
    ("assessment-compared", rate),
)
