"""A résumé report that a client shows: the coach comments on a line, and the comment stays with its words."""

from __future__ import annotations

import pytest
from flask import Flask

from app.config import Settings
from tests.coached import Pair, coached
from tests.web.test_assessment_pages import words
from tests.web.test_kept_work import a_kept_report


@pytest.fixture
def pair(app: Flask, settings: Settings) -> Pair:
    return coached(app, settings)


def test_a_line_is_talked_about_and_the_comment_outlives_a_change_elsewhere(pair: Pair) -> None:
    report = a_kept_report(pair.client)
    assert pair.coach.get(pair.thing(report)).status_code == 404
    at = pair.show(report)
    page = pair.coach.get(at).text
    place = next(one for one in page.split('"') if one.startswith("line:"))

    said = pair.coach.post(f"{at}/comments", data={"place": place, "text": "Say for how many teams."})

    assert said.status_code == 303
    assert "Say for how many teams." in pair.client.get(at).text
    pair.client.post(report, data={"text": "Experience\n- Something else altogether by 20%", "version": "1"})
    assert "About lines that have changed since" in words(pair.coach.get(at).text)
    pair.take_back(report)
    assert pair.coach.get(at).status_code == 404


def test_a_report_has_no_rating_and_no_pack(pair: Pair) -> None:
    at = pair.show(a_kept_report(pair.client))

    assert pair.coach.post(f"{at}/rating", data={"planning": "3"}).status_code == 404
    assert pair.coach.get(f"{at}/pack.pdf").status_code == 404
