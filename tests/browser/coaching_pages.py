"""Coaching's pages in every state worth looking at; people are made in two browsers that know nothing of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.assessment_pages import finish
from tests.browser.machinery import newest_link
from tests.browser.sharing_pages import keep_report

PASSWORD = "harbor tiles quietly"
_NUMBERS = count(1)


@dataclass
class Two:
    """A coach's and a client's page, and the address of what they share."""

    coach: Page
    client: Page
    address: str
    at: str = ""
    assessment: str = ""

    @property
    def thing(self) -> str:
        """Where both look at the assessment."""
        return f"{self.at}/shown/{self.assessment.rsplit('/', 1)[1]}"


def browser_of(page: Page) -> Browser:
    browser = page.context.browser
    assert browser is not None
    return browser


def register(page: Page, address: str, name: str) -> str:
    """Make an account, confirm its address, and sign in; returns the address."""
    email = f"{name}{next(_NUMBERS)}@example.com"
    page.goto(f"{address}/account/register")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text(email).first.wait_for(state="attached")  # a phone has no room to show it
    page.goto(newest_link(address, email))
    return email


@contextmanager
def somebody_else(page: Page) -> Iterator[Page]:
    """A second person's browser, as wide and as dark as the first."""
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    context = browser_of(page).new_context(viewport=page.viewport_size, color_scheme="dark" if dark else "light")
    yield context.new_page()
    context.close()


def invite(coach: Page, address: str, email: str) -> str:
    """Invite a client; returns the link in the message."""
    coach.goto(f"{address}/coaching/invite")
    coach.get_by_label("I want to coach this person").check()
    coach.get_by_label("Their e-mail address").fill(email)
    coach.get_by_label("Your name").fill("Kim Berg")
    coach.get_by_role("button", name="Send the invitation").click()
    coach.get_by_text("lies in the outbox").wait_for()
    return newest_link(address, email)


def accept(client: Page, link: str) -> str:
    """Accept; returns the address of the coaching."""
    client.goto(link)
    client.get_by_label("Your name").fill("Ada Moreno")
    client.get_by_role("button", name="Accept").click()
    client.get_by_role("heading", name="Kim Berg", exact=True).wait_for()
    return client.url


def begin(coach: Page, client: Page, address: str) -> Two:
    """Kim coaches Ada, who has nothing to show yet."""
    register(coach, address, "kim")
    email = register(client, address, "ada")
    two = Two(coach, client, address)
    two.at = accept(client, invite(coach, address, email))
    return two


def show(two: Two) -> None:
    """Let the coach see an assessment, which is finished first where there is none."""
    two.assessment = two.assessment or finish(two.client, two.address)
    two.client.goto(two.at)
    two.client.get_by_role("button", name="Show it").first.click()
    two.client.get_by_text("Your coach can see it from now on").wait_for()


def rate(two: Two) -> None:
    two.coach.goto(two.thing)
    for group in two.coach.locator("fieldset.statements").all()[:9]:
        group.locator("input[value='3']").check()
    two.coach.get_by_role("button", name="Send my rating").click()
    two.coach.get_by_role("heading", name="Both ratings, side by side").wait_for()


def comment(page: Page, two: Two, text: str, skill: str = "Risk, issue and contingency management") -> None:
    page.goto(two.thing)
    page.locator("summary", has_text=f"on {skill}").click()
    page.get_by_label(f"Your comment on {skill}").fill(text)
    page.get_by_role("button", name=f"Send the comment on {skill}").click()
    page.get_by_text(text).wait_for()


def agree(page: Page, two: Two, text: str) -> None:
    page.goto(two.at)
    page.locator("summary", has_text="Write down a goal").click()
    page.get_by_label("What you agreed on").fill(text)
    page.get_by_label("Skill", exact=True).select_option(label="Risk, issue and contingency management")
    page.get_by_label("By", exact=True).fill("2099-03-01")
    page.get_by_role("button", name="Keep the goal").click()
    page.get_by_text(text).first.wait_for()


# -- two people whose things stand ready: made once for a server, and signed in again by their cookies


@dataclass
class Kept:
    """How far two people came, to go on from as either of them."""

    coach: list[Any]
    client: list[Any]
    at: str
    thing: str


_KEPT: dict[tuple[str, str], Kept] = {}


def _shown(two: Two) -> None:
    show(two)


def _everything(two: Two) -> None:
    show(two)
    rate(two)
    comment(two.coach, two, "Lead a pre-mortem before the launch, and tell me what it changed.")
    comment(two.client, two, "I will, in March.")
    agree(two.coach, two, "A pre-mortem that changes the plan")


def _report(two: Two) -> None:
    """A résumé report is shown, and the coach comments on its first line."""
    keep_report(two.client, two.address)
    two.assessment = two.client.url
    show(two)
    two.coach.goto(two.thing)
    two.coach.locator(".coached__skill summary").first.click()
    two.coach.locator(".coached__skill textarea").first.fill("Say for how many teams, and what it changed.")
    two.coach.locator(".coached__skill button").first.click()
    two.coach.get_by_text("Say for how many teams").wait_for()


def _kept(page: Page, address: str, how_far: Callable[[Two], None]) -> Kept:
    key = (address, how_far.__name__)
    if key not in _KEPT:
        coach, client = browser_of(page).new_context(), browser_of(page).new_context()
        two = begin(coach.new_page(), client.new_page(), address)
        how_far(two)
        _KEPT[key] = Kept(coach.cookies(), client.cookies(), two.at, two.thing)
        coach.close()
        client.close()
    return _KEPT[key]


def _as_coach(how_far: Callable[[Two], None], where: Callable[[Kept], str]) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        kept = _kept(page, address, how_far)
        page.context.add_cookies(kept.coach)
        target = where(kept)
        page.goto(target if target.startswith("http") else f"{address}{target}")

    return open_it


def _as_client(how_far: Callable[[Two], None], where: Callable[[Kept], str]) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        kept = _kept(page, address, how_far)
        page.context.add_cookies(kept.client)
        page.goto(where(kept))

    return open_it


def _comment(page: Page, address: str) -> None:
    _as_client(_everything, lambda kept: kept.thing)(page, address)
    page.get_by_role("link", name="Change or delete").first.click()
    page.get_by_role("heading", name="Your comment").wait_for()


def _goal(page: Page, address: str) -> None:
    _as_coach(_everything, lambda kept: kept.at)(page, address)
    page.get_by_role("link", name="Change the goal").click()
    page.get_by_role("heading", name="Change the goal").wait_for()


def _goal_conflict(page: Page, address: str) -> None:
    with somebody_else(page) as client:
        two = begin(page, client, address)
        agree(page, two, "A pre-mortem that changes the plan")
        page.get_by_role("link", name="Change the goal").click()
        page.get_by_role("heading", name="Change the goal").wait_for()
        client.goto(page.url)
        for other, text in ((client, "Two pre-mortems"), (page, "A pre-mortem with the vendors")):
            other.get_by_label("What you agreed on").fill(text)
            other.get_by_role("button", name="Keep it").click()
        page.get_by_role("heading", name="changed meanwhile").wait_for()


def _comment_conflict(page: Page, address: str) -> None:
    _comment(page, address)
    other = page.context.new_page()
    other.goto(page.url)
    for window, text in ((other, "I will, in April."), (page, "I will, in May.")):
        window.get_by_label("Comment").fill(text)
        window.get_by_role("button", name="Keep it").click()
    page.bring_to_front()
    page.get_by_role("heading", name="in another window").wait_for()


def _ended(page: Page, address: str) -> None:
    with somebody_else(page) as coach:
        two = begin(coach, page, address)
        agree(coach, two, "A pre-mortem that changes the plan")
        coach.goto(f"{two.at}/end")
        coach.get_by_role("button", name="End it now").click()
        page.goto(two.at)


def _about(page: Page, address: str) -> None:
    page.goto(f"{address}/coaching/")


def _empty(page: Page, address: str) -> None:
    register(page, address, "new")
    page.goto(f"{address}/coaching/")


def _refused(page: Page, address: str) -> None:
    register(page, address, "new")
    page.goto(f"{address}/coaching/invite")
    page.get_by_label("Their e-mail address").fill("nobody")
    page.get_by_role("button", name="Send the invitation").click()
    page.get_by_role("alert").wait_for()


def _waiting(page: Page, address: str) -> None:
    register(page, address, "kim")
    invite(page, address, f"guest{next(_NUMBERS)}@example.com")


def _invited(page: Page, address: str) -> None:
    with somebody_else(page) as coach:
        register(coach, address, "kim")
        page.goto(invite(coach, address, register(page, address, "ada")))


COACHING_VIEWS: tuple[tuple[str, Callable[[Page, str], None]], ...] = (
    ("coaching-about", _about),
    ("coaching-empty", _empty),
    ("coaching-invite-errors", _refused),
    ("coaching-waiting", _waiting),
    ("coaching-invited", _invited),
    ("coaching-blind", _as_coach(_shown, lambda kept: kept.thing)),
    ("coaching-desk", _as_coach(_everything, lambda _: "/coaching/")),
    ("coaching-together", _as_coach(_everything, lambda kept: kept.thing)),
    ("coaching-client", _as_coach(_everything, lambda kept: kept.at)),
    ("coaching-group", _as_coach(_everything, lambda _: "/coaching/group")),
    ("coaching-report", _as_coach(_report, lambda kept: kept.thing)),
    ("coaching-coach", _as_client(_everything, lambda kept: kept.at)),
    ("coaching-seen-by-client", _as_client(_everything, lambda kept: kept.thing)),
    ("coaching-ending", _as_client(_everything, lambda kept: f"{kept.at}/end")),
    ("coaching-comment", _comment),
    ("coaching-comment-conflict", _comment_conflict),
    ("coaching-goal", _goal),
    ("coaching-goal-conflict", _goal_conflict),
    ("coaching-ended", _ended),
)
