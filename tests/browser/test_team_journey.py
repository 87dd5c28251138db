"""An owner and a reader in two browsers: what one writes the other reads, and cannot change."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.machinery import running_server
from tests.browser.team_pages import keep_text, make_team, sign_up, write_posting
from tests.people import messages

READER = "cy@example.com"


def _complains(page: Page) -> int:
    return int(Axe().run(page).violations_count)


def test_a_reader_joins_by_mail_reads_and_cannot_change(browser: Browser, tmp_path: Path) -> None:
    with running_server(tmp_path) as address:
        owner, reader = (browser.new_context().new_page() for _ in range(2))
        team = make_team(owner, address, "ada@example.com")
        keep_text(owner, team, "About us", "We settle payments for ferries.")
        posting = write_posting(owner, address, team)
        owner.goto(f"{team}/members")
        owner.get_by_label("E-mail address").fill(READER)
        owner.get_by_label("Reader").check()
        owner.get_by_role("button", name="Send the invitation").click()
        owner.get_by_text(READER).first.wait_for()
        mail = next(one for one in messages(tmp_path) if "invites you" in one)
        link = next(line for line in mail.splitlines() if "/teams/invitations/" in line)

        reader.goto(link)
        assert _complains(reader) == 0
        sign_up(reader, address, READER)
        reader.goto(link)
        reader.get_by_label("Your name").fill("Cy Park")
        assert _complains(reader) == 0
        reader.get_by_role("button", name="Join the team").click()
        reader.get_by_text("Welcome to").wait_for()
        reader.goto(posting)

        assert "We settle payments for ferries." in reader.inner_text("main")
        assert "You can read this posting, and not change it" in reader.inner_text("main")
        assert reader.get_by_role("button", name="Remove").count() == 0
        assert _complains(reader) == 0
        reader.goto(f"{posting}/brief")
        assert "You may read this, and not change it" in reader.inner_text("main")
        assert _complains(reader) == 0
        reader.goto(f"{posting}/review")
        assert reader.get_by_text("Sign off").count() == 0

        owner.reload()
        owner.get_by_text("Remove Cy Park …").click()
        owner.get_by_role("button", name="Remove Cy Park").click()
        reader.goto(posting)
        assert "There is nothing at this address" in reader.inner_text("main")
