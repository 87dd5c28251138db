"""Writes a picture of every page, at both widths, to build/screenshots/: `make screenshots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.config import ROOT
from tests.browser.machinery import WIDTHS, running_browser, running_server
from tests.browser.pages import VIEWS

FOLDER = ROOT / "build" / "screenshots"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as address, running_browser() as browser:
        for width in WIDTHS:
            for view in VIEWS:
                page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
                view.open(page, address)
                path = FOLDER / f"{view.name}-{width}.png"
                page.screenshot(path=path, full_page=True)
                page.context.close()
                print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
