"""A page comes quickly over a slow line: all that it loads stays small."""

from __future__ import annotations

import gzip
import html
import re

import pytest
from flask.testing import FlaskClient

from tests.web.test_posting_pages import a_saved_posting

MOST = 80_000  # bytes, compressed
PAGES = (
    "/",
    "/postings/new?role=program:L4",
    "/postings/sample",
    "/review/sample",
    "/resumes/sample",
    "/assessments/sample",
    "/salaries/?family=technical_program_manager&level=L4&region=US-CA",
    "/framework/2026.1/matrix",
    "/law/",
    "/law/US-CO",
    "/guide/levels-and-pay",
    "/search?q=program",
)


def weight(client: FlaskClient, address: str) -> int:
    """The page and every stylesheet, script and picture that it loads, compressed as a proxy would."""
    page = client.get(address)
    assert page.status_code == 200
    loaded = {html.unescape(found) for found in re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)}
    return sum(len(gzip.compress(client.get(one).data)) for one in (address, *loaded))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_with_all_that_it_loads_stays_small(client: FlaskClient, address: str) -> None:
    assert weight(client, address) < MOST


def test_a_posting_with_all_its_tools_stays_small(client: FlaskClient) -> None:
    assert weight(client, a_saved_posting(client)) < MOST
