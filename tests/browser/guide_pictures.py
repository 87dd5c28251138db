"""Writes the pictures of README and guides to docs/pictures/: `python -m tests.browser.guide_pictures [NAME ...]`."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from app.config import ROOT
from tests.browser.machinery import running_browser, running_server
from tests.browser.pages import VIEWS

FOLDER = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000
WIDTH = 1280
MARGIN = 24  # above what a picture begins with
COLORS = 128  # enough for our flat pages, and a third of the weight


@dataclass(frozen=True)
class Picture:
    """A piece of a page in one of the states that are checked: from `top` (a CSS selector) on, `height` pixels high."""

    name: str
    view: str
    top: str = "body"
    height: int = 800
    ready: str = "body"  # what must be there first


PICTURES = (
    Picture("first-page", "first-page", height=1030),
    Picture("posting-form", "posting-form-filled", ready="#preview:has-text('168,000')"),
    Picture("posting", "posting"),
    Picture("posting-review", "review-result", height=960),
    Picture("pay-band", "salaries-band", height=1080),
    Picture("team", "team-used", top=".crumbs", height=900),
    Picture("assessment-skill", "assessment-skill", height=900),
    Picture("assessment-result", "assessment-result", height=1200),
    Picture("resume-read", "resume-read", top="h2:text-is('Line by line')", height=900),
    Picture("resume-matched", "resume-matched"),
    Picture("share", "share-assessment"),
    Picture("coaching-invited", "coaching-invited"),
    Picture("coaching-shown", "coaching-coach"),
    Picture("coaching-blind", "coaching-blind"),
    Picture("coaching-together", "coaching-together", top="h2:has-text('Both ratings')", height=900),
    Picture("coaching-desk", "coaching-desk"),
)


def main(names: Iterable[str]) -> None:
    wanted = frozenset(names) or {picture.name for picture in PICTURES}
    unknown = wanted - {picture.name for picture in PICTURES}
    if unknown:
        sys.exit(f"No picture is called {', '.join(sorted(unknown))}.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as address, running_browser() as browser:
        for picture in PICTURES:
            if picture.name in wanted:
                print(f"{picture.name}: {take(picture, browser, address):,} bytes")


def take(picture: Picture, browser: Browser, address: str) -> int:
    """Write the picture and return how large it is."""
    view = next(view for view in VIEWS if view.name == picture.view)
    context = browser.new_context(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
    page = context.new_page()
    view.open(page, address)
    image = Image.open(io.BytesIO(_shot(page, picture))).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
    context.close()
    path = FOLDER / f"{picture.name}.png"
    image.save(path, optimize=True)
    size = path.stat().st_size
    if size >= MOST_BYTES:
        sys.exit(f"{path.name} has {size:,} bytes; at most {MOST_BYTES:,} are allowed.")
    return size


def _shot(page: Page, picture: Picture) -> bytes:
    page.locator(picture.ready).first.wait_for()
    page.evaluate("window.scrollTo(0, 0)")  # what stays in sight while scrolling goes back to its place
    top, whole = page.locator(picture.top).first.evaluate(
        "e => [e.getBoundingClientRect().top + window.scrollY, document.documentElement.scrollHeight]"
    )
    top = max(0, top - MARGIN)
    height = min(picture.height, whole - top)
    return page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": WIDTH, "height": height})


if __name__ == "__main__":
    main(sys.argv[1:])
