"""Anybody can browse the role framework, and every address in it leads somewhere."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from app.core.framework import Framework

HOME = "/framework/2026.1/"


def test_the_short_address_leads_to_the_current_edition(client: FlaskClient) -> None:
    assert client.get("/framework/").location == HOME


def test_every_link_within_the_framework_leads_to_a_page(client: FlaskClient) -> None:
    seen: set[str] = set()
    waiting = [HOME]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        page = client.get(address, follow_redirects=True)
        assert page.status_code == 200, address
        links = re.findall(r'href="(/framework/[^"#]*)', page.text)
        waiting += [link for link in dict.fromkeys(links) if link not in seen and link not in waiting]

    assert len(seen) > 6 + 14 + 4


def test_every_indicator_stands_on_its_skills_page(client: FlaskClient, framework: Framework) -> None:
    for skill in framework.skills:
        page = client.get(f"{HOME}skills/{skill.id}").text.replace("&#39;", "'").replace("&#34;", '"')
        assert [one.level for one in skill.levels if one.indicator not in page] == []


@pytest.mark.parametrize(
    ("address", "known"),
    [
        (f"{HOME}levels/L9", "L1, L2, L3, L4, L5, L6"),
        (f"{HOME}skills/juggling", "planning, scope, risk"),
        (f"{HOME}matrix?track=product", "project, program"),
        (f"{HOME}tracks?level=L1", "L3, L4, L5, L6"),
        ("/framework/1999.1/", "2026.1"),
    ],
)
def test_what_is_unknown_is_answered_with_what_is_known(client: FlaskClient, address: str, known: str) -> None:
    page = client.get(address)

    assert page.status_code == 404
    assert known in page.text
