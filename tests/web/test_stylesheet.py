"""One design in one stylesheet, joined from small files."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient

from app.web.static_files import ORDER, STYLES
from tests.web.test_kept_work import a_kept_report
from tests.web.test_page_weight import PAGES

AROUND = re.compile(r"/\*.*?\*/|@media print \{(?:[^{}]|\{[^{}]*\})*\}", re.DOTALL)  # comments, and rules for print
LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


def sheet_of(client: FlaskClient, address: str) -> str:
    """The address of the one stylesheet of a page."""
    (found,) = LINK.findall(client.get(address).text)
    return html.unescape(found)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_the_same_one_stylesheet(client: FlaskClient, address: str) -> None:
    assert sheet_of(client, address) == sheet_of(client, "/privacy/")


def test_what_is_kept_and_shared_has_it_too(client: FlaskClient) -> None:
    report = a_kept_report(client)

    assert sheet_of(client, report) == sheet_of(client, f"{report.replace('reports/', '')}/share")


def test_it_holds_every_file_of_its_folder_in_order(client: FlaskClient) -> None:
    sheet = client.get("/static/tpm.css").text
    places = [sheet.index((STYLES / f"{name}.css").read_text(encoding="utf-8")) for name in ORDER]

    assert {path.stem for path in STYLES.iterdir()} == set(ORDER)
    assert places == sorted(places)


def test_a_browser_keeps_it_until_it_changes(client: FlaskClient) -> None:
    address = sheet_of(client, "/")
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert first.mimetype == "text/css"
    assert first.headers["Cache-Control"] == client.get("/static/mark.svg").headers["Cache-Control"]
    assert re.search(r"\?v=[0-9a-f]{10}$", address)
    assert (again.status_code, again.data) == (304, b"")


SHARED = frozenset(("tokens", "base", "frame", "forms", "components", "onward", "media"))


def selectors(name: str) -> list[str]:
    return re.findall(r"([^{},]+)(?=[,{])", AROUND.sub("", (STYLES / f"{name}.css").read_text(encoding="utf-8")))


def test_a_class_belongs_to_one_file_alone() -> None:
    """Two tools that both style `.parts` would change each other's pages; for print a tool may leave others out."""
    owners: dict[str, set[str]] = {}
    for name in ORDER:
        for selector in selectors(name):
            alone = re.match(r"\s*\.([a-z][\w-]*)(?![\w-])[^\s>+~]*\s*$", selector)
            if alone:
                owners.setdefault(alone[1], set()).add(name)

    assert {name: files for name, files in owners.items() if len(files) > 1} == {}
    for name in ORDER:
        styled = {found for one in selectors(name) for found in re.findall(r"\.([a-z][\w-]*)", one.split()[-1])}
        others = {one for one in styled if owners.get(one, {name}) - {name} - SHARED}
        assert (name, others) == (name, set())
