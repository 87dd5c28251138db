"""A real server and a real Chromium for journeys and pictures."""

from __future__ import annotations

import logging
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from app.config import Settings
from app.factory import create_app
from app.usecases import upkeep
from tests.people import messages

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)
# No sandbox: continuous integration runs as root. The rest keeps the browser from looking for its maker.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (1280, 390)
_FOLDERS: dict[str, Path] = {}  # where the running server at an address keeps its things


def chromium() -> str | None:
    """The browser of this machine, if it has one."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in PLACES if Path(path).exists()), None)


@contextmanager
def running_server(folder: Path, **more: str) -> Iterator[str]:
    """The product on a port of its own with an empty database and more settings; yields its address."""
    database = f"sqlite:///{folder / 'tpm.sqlite3'}"
    settings = Settings(instance=folder, database_url=database, secret_key="b" * 40, development=True, **more)
    upkeep.upgrade_database(settings)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = create_app(settings)
    app.config["RATELIMIT_ENABLED"] = False  # all the people of all the journeys register from one machine
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    _FOLDERS[address] = folder
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()


def messages_to(address: str, email: str) -> list[str]:
    """What the server at an address wrote to somebody, the oldest first."""
    marked = f"To: {email}\n"
    return [one for one in messages(_FOLDERS[address]) if one.startswith(marked)]


def newest_link(address: str, email: str) -> str:
    """The link in the newest message to somebody."""
    told = messages_to(address, email)[-1]
    found = re.search(r"http://\S+", told)
    assert found is not None, told
    return found[0]


@contextmanager
def running_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()
