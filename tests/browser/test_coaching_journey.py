"""A coach and a client in two browsers: invite, accept, consent, blind rating, comparison, comment, withdrawal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.assessment_pages import finish
from tests.browser.coaching_pages import Two, accept, agree, comment, invite, rate, register, show
from tests.browser.machinery import WIDTHS, newest_link


@dataclass
class People:
    """Two browsers that share nothing."""

    coach: Page
    client: Page


@pytest.fixture(params=[(WIDTHS[0], True), (WIDTHS[1], False)], ids=str)
def people(request: pytest.FixtureRequest, browser: Browser) -> Iterator[People]:
    width, script = request.param
    contexts = [
        browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script) for _ in range(2)
    ]
    yield People(*(context.new_page() for context in contexts))
    for context in contexts:
        context.close()


def status(page: Page, url: str) -> int:
    answer = page.goto(url)
    assert answer is not None
    return answer.status


def test_a_coach_and_a_client_from_the_invitation_to_the_withdrawal(people: People, address: str) -> None:
    coach, client = people.coach, people.client
    register(coach, address, "kim")
    email = register(client, address, "ada")

    link = invite(coach, address, email)
    expect(coach.get_by_text(f"{email}, to be coached by you")).to_be_visible()
    two = Two(coach, client, address, at=accept(client, link))
    client.goto(link)
    assert client.url == two.at

    two.assessment = finish(client, address)
    assert status(coach, two.thing) == 404
    show(two)

    coach.goto(f"{address}/coaching/")
    expect(coach.get_by_text("waits for your blind rating")).to_be_visible()
    coach.get_by_role("link", name="Ada Moreno").click()
    expect(coach.get_by_role("heading", name="Ada Moreno", exact=True)).to_be_visible()
    coach.goto(two.thing)
    expect(coach.get_by_role("heading", name="What have you seen Ada Moreno do?")).to_be_visible()
    expect(coach.locator("input[type=radio]:checked")).to_have_count(0)
    rate(two)
    expect(coach.get_by_text("Within one step on")).to_be_visible()
    client.goto(two.thing)
    expect(client.get_by_role("heading", name="Both ratings, side by side")).to_be_visible()

    comment(coach, two, "Lead a pre-mortem before the launch.")
    comment(client, two, "I will, in March.")
    coach.goto(two.thing)
    expect(coach.get_by_text("I will, in March.")).to_be_visible()
    agree(coach, two, "A pre-mortem that changes the plan")
    client.goto(two.at)
    expect(client.get_by_text("A pre-mortem that changes the plan").first).to_be_visible()
    coach.goto(f"{address}/coaching/")
    expect(coach.get_by_role("row", name="Ada Moreno")).to_contain_text("in 10")

    client.get_by_role("button", name="Take it back").first.click()
    expect(client.get_by_text("Your coach cannot see it any more.")).to_be_visible()

    assert status(coach, two.thing) == 404
    assert status(coach, f"{two.thing}/pack.pdf") == 404
    coach.goto(two.at)
    expect(coach.get_by_text("Nothing yet. Ada Moreno chooses what you may see")).to_be_visible()


def test_an_invitation_in_a_strangers_hands_opens_nothing(people: People, address: str) -> None:
    register(people.coach, address, "kim")
    register(people.client, address, "eve")

    people.client.goto(invite(people.coach, address, "zoe@example.com"))

    expect(people.client.get_by_text("sent to another address than yours")).to_be_visible()
    expect(people.client.get_by_role("button", name="Accept")).to_have_count(0)
    assert newest_link(address, "zoe@example.com")
