"""A line of a résumé becomes evidence in the self-assessment, with one press of a button."""

from __future__ import annotations

import re
from html import unescape

from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings

LINE = "Recovered a six-week slip by renegotiating two vendor contracts"
RESUME = f"""Experience

Program Manager, Orbit Networks, 2020 - 2024

- {LINE}
- Responsible for reports
"""


def page(client: FlaskClient, **fields: str) -> str:
    return unescape(client.post("/resumes/evidence", data={"text": RESUME, **fields}).get_data(as_text=True))


def button(client: FlaskClient, skill: str) -> str:
    """The value of the button that makes the line evidence for a skill."""
    text = client.post("/resumes/", data={"text": RESUME}).get_data(as_text=True)
    return re.findall(rf'name="evidence" value="(\d+:{skill})"', text)[0]


def slug_in(text: str) -> str:
    return re.findall(r'href="/assessments/([^/"]+)/skills/', text)[0]


def evidence(client: FlaskClient, slug: str, skill: str) -> str:
    text = unescape(client.get(f"/assessments/{slug}/skills/{skill}").get_data(as_text=True))
    return re.findall(r'<textarea[^>]*name="text"[^>]*>(.*?)</textarea>', text, re.DOTALL)[0].strip()


def begun(client: FlaskClient) -> str:
    answer = client.post("/assessments/", data={"aim": "program:L4"})
    return answer.headers["Location"].split("/")[2]


def test_without_an_assessment_one_is_begun(client: FlaskClient) -> None:
    text = page(client, evidence=button(client, "vendor"))

    assert re.search(r"Kept as evidence for [^.]+ in a new self-assessment\.", text)
    assert LINE in evidence(client, slug_in(text), "vendor")


def test_a_new_assessment_follows_the_track_that_the_resume_tells_of(client: FlaskClient) -> None:
    slug = slug_in(page(client, evidence=button(client, "vendor")))

    aim = client.get(f"/assessments/{slug}/aim").get_data(as_text=True)
    assert re.search(r'<input checked[^>]*value="program:unsure"', aim)


def test_the_report_stays_on_the_page(client: FlaskClient) -> None:
    text = page(client, evidence=button(client, "vendor"))

    assert "Line by line" in text
    assert text.index(LINE) < text.index("Kept as evidence")


def test_each_skill_that_a_line_shows_has_its_button_and_no_other(client: FlaskClient) -> None:
    text = client.post("/resumes/", data={"text": RESUME}).get_data(as_text=True)

    shown = [value.partition(":")[2] for value in re.findall(r'name="evidence" value="([^"]+)"', text)]
    assert shown == ["planning", "vendor", "chosen"]


def test_a_strong_line_becomes_evidence_for_any_skill_that_its_writer_chooses(client: FlaskClient) -> None:
    number = button(client, "vendor").partition(":")[0]

    text = page(client, evidence=f"{number}:chosen", **{f"skill-{number}": "leadership"})

    assert LINE in evidence(client, slug_in(text), "leadership")


def test_a_line_without_a_result_is_offered_only_for_what_it_shows(client: FlaskClient) -> None:
    number = int(button(client, "vendor").partition(":")[0]) + 1

    answer = client.post(
        "/resumes/evidence", data={"text": RESUME, "evidence": f"{number}:chosen", f"skill-{number}": "leadership"}
    )

    assert answer.status_code == 422


def test_the_newest_assessment_is_offered_first_and_others_may_be_chosen(client: FlaskClient) -> None:
    old, new = begun(client), begun(client)

    text = unescape(client.post("/resumes/", data={"text": RESUME}).get_data(as_text=True))
    offered = text[text.index('<select id="assessment"') :]
    assert re.findall(r'<option value="([^"]+)"', offered[: offered.index("</select>")]) == [new, old, "new"]

    page(client, evidence=button(client, "vendor"), assessment=old)
    assert LINE in evidence(client, old, "vendor")
    assert LINE not in evidence(client, new, "vendor")


def test_what_somebody_typed_is_added_to_and_never_overwritten(client: FlaskClient) -> None:
    slug = begun(client)
    typed = {"pick": "3", "text": "My own words.", "link": "https://example.org/plan", "when": "2026-03"}
    client.post(f"/assessments/{slug}/skills/vendor", data={**typed, "confirmed": "y"})

    page(client, evidence=button(client, "vendor"))

    text = unescape(client.get(f"/assessments/{slug}/skills/vendor").get_data(as_text=True))
    assert evidence(client, slug, "vendor").splitlines() == ["My own words.", LINE]
    assert 'value="https://example.org/plan"' in text
    assert 'value="2026-03"' in text
    assert re.search(r'<input checked[^>]*name="confirmed"', text)


def test_pressing_twice_keeps_one(client: FlaskClient) -> None:
    pressed = button(client, "vendor")
    slug = slug_in(page(client, evidence=pressed))

    again = page(client, evidence=pressed)

    assert re.search(r"This line is evidence for [^.]+ already\.", again)
    assert slug_in(again) == slug
    assert evidence(client, slug, "vendor").count(LINE) == 1


def test_evidence_that_is_full_says_so_and_changes_nothing(client: FlaskClient) -> None:
    slug = begun(client)
    client.post(f"/assessments/{slug}/skills/vendor", data={"text": "x" * 980})

    answer = client.post("/resumes/evidence", data={"text": RESUME, "evidence": button(client, "vendor")})

    assert answer.status_code == 422
    assert "Shorten it there first" in unescape(answer.get_data(as_text=True))
    assert evidence(client, slug, "vendor") == "x" * 980


def test_nobody_writes_into_an_assessment_of_somebody_else(client: FlaskClient, app: Flask) -> None:
    slug = begun(client)
    pressed = button(client, "vendor")

    answer = app.test_client().post("/resumes/evidence", data={"text": RESUME, "evidence": pressed, "assessment": slug})

    assert answer.status_code == 422
    assert "This assessment is no longer here" in unescape(answer.get_data(as_text=True))
    assert evidence(client, slug, "vendor") == ""


def test_a_button_that_the_page_does_not_have_does_nothing(client: FlaskClient) -> None:
    answer = client.post("/resumes/evidence", data={"text": RESUME, "evidence": "2:astrology"})

    assert answer.status_code == 422
    assert "This line shows no such skill" in unescape(answer.get_data(as_text=True))


def test_no_file_holds_more_than_the_chosen_line(client: FlaskClient, settings: Settings) -> None:
    page(client, evidence=button(client, "vendor"))

    held = b"".join(path.read_bytes() for path in settings.instance.rglob("*") if path.is_file())
    assert LINE.encode() in held
    assert b"Responsible for reports" not in held
    assert b"Orbit" not in held


def test_only_the_chosen_line_is_kept(client: FlaskClient) -> None:
    slug = slug_in(page(client, evidence=button(client, "vendor")))

    for skill in ("vendor", "communication"):
        assert "Responsible for reports" not in evidence(client, slug, skill)
