"""One server and one browser for all journeys; without a browser they are left out, in one clear line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.machinery import chromium, running_browser, running_server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium() is None:
        pytest.skip("No Chromium here: install it (Debian and Ubuntu: apt install chromium) to run the journeys.")
    with running_browser() as running:
        yield running


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_server(tmp_path_factory.mktemp("instance")) as running:
        yield running
