"""The account's pages in every state worth looking at."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

EMAIL = "jordan@example.com"
PASSWORD = "harbor tiles quietly"


def _fill(page: Page, password: str = PASSWORD, button: str = "Sign in") -> None:
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name=button).click()


def signed_in(page: Page, address: str) -> None:
    """Sign in; whoever comes first makes the account."""
    page.goto(f"{address}/account/sign-in")
    _fill(page)
    if page.get_by_role("alert").count():
        page.goto(f"{address}/account/register")
        _fill(page, button="Make the account")
        _fill(page)
    page.locator(".menu").wait_for(state="attached")  # a phone shows it in the menu


def _at(path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        page.goto(f"{address}{path}")

    return open_it


def _signed_in_at(path: str) -> Callable[[Page, str], None]:
    def open_it(page: Page, address: str) -> None:
        signed_in(page, address)
        page.goto(f"{address}{path}")

    return open_it


def _menu(page: Page, address: str) -> None:
    signed_in(page, address)
    if page.get_by_role("link", name="Menu", exact=True).is_visible():
        page.get_by_role("link", name="Menu", exact=True).click()
    page.locator(".menu summary").click()


def _refused(page: Page, address: str) -> None:
    page.goto(f"{address}/account/register")
    _fill(page, "password12", "Make the account")
    page.get_by_role("alert").wait_for()


def _connecting(page: Page, address: str) -> None:
    _signed_in_at("/account/second-factor")(page, address)
    page.get_by_role("button", name="Turn it on").click()
    page.get_by_role("heading", name="Connect your authenticator app").wait_for()


def _codes(page: Page, address: str) -> None:
    _signed_in_at("/account/recovery-codes")(page, address)
    page.get_by_role("button", name="Make recovery codes").click()


ACCOUNT_VIEWS = (
    ("account-sign-in", _at("/account/sign-in")),
    ("account-register", _at("/account/register")),
    ("account-register-refused", _refused),
    ("account-reset", _at("/account/reset")),
    ("account", _signed_in_at("/account/")),
    ("account-menu", _menu),
    ("account-password", _signed_in_at("/account/password")),
    ("account-e-mail", _signed_in_at("/account/e-mail")),
    ("account-sign-ins", _signed_in_at("/account/sign-ins")),
    ("account-trail", _signed_in_at("/account/trail")),
    ("account-second-factor", _signed_in_at("/account/second-factor")),
    ("account-connecting", _connecting),
    ("account-recovery-codes", _codes),
)
