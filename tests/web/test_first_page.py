"""The first page, and what every answer carries."""

from __future__ import annotations

import html
import re

from flask.testing import FlaskClient


def test_the_first_page_says_for_whom_it_is(client: FlaskClient) -> None:
    page = client.get("/")

    assert page.status_code == 200
    assert "hiring managers, candidates and coaches" in page.text


def test_nothing_foreign_may_run_on_a_page(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_a_wrong_address_says_what_to_do(client: FlaskClient) -> None:
    page = client.get("/nowhere")

    assert page.status_code == 404
    assert "There is nothing at this address" in page.text


def test_a_sample_of_each_tool_opens_without_typing(client: FlaskClient) -> None:
    samples = re.findall(r'class="door__sample"><a href="([^"]+)"', client.get("/").text)

    assert len(samples) == 6
    for address in samples:
        assert client.get(html.unescape(address)).status_code == 200
