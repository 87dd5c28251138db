"""What takes a text or a file and keeps a processor busy is limited, and what is not limited has its reason."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.web.limits import PREVIEWS, RATES, UPLOADS

# Every POST that nothing limits, by the reason why it need not be.
UNLIMITED = {
    "changes one thing that is saved already, which costs no more than showing it": {
        *("postings.keep", "postings.take_over", "postings.swap", "postings.answer", "postings.count_heads"),
        *("postings.change_line", "postings.change_brief", "postings.duplicate", "postings.restore", "postings.delete"),
        *("assessments.change_aim", "assessments.answer_skill", "assessments.answer_everything"),
        *("assessments.answer_scope", "assessments.answer_stories", "assessments.again", "assessments.delete"),
        *("assessments.invite", "assessments.withdraw", "assessments.keep_rating", "assessments.finish"),
        *("assessments.change_plan", "assessments.keep_look_back", "work.change", "sharing.make", "sharing.withdraw"),
    },
    "saves a form whose every field is bounded": {
        *("postings.create", "postings.take_sample", "assessments.start", "work.keep_look_up"),
    },
    "is for people who have signed in, and writes or moves a few words": {
        *("coaching.withdraw_invitation", "coaching.accept", "coaching.decline", "coaching.put_into_group"),
        *("coaching.end", "coaching.consent", "coaching.agree", "coaching.change_goal", "coaching.rate"),
        *("coaching.say", "coaching.change_comment", "coaching.delete_comment"),
        *("teams.change_member", "teams.call_me", "teams.leave", "teams.withdraw", "teams.accept", "teams.rename"),
        *("teams.delete", "teams.count_heads", "teams.change_text", "teams.create", "teams.change_work"),
        *("accounts.end_sign_in", "accounts.end_all_sign_ins"),
    },
    "writes to one address once a day, and to few in all": {"coaching.send_invitation", "teams.invite"},
    "counts what was tried in vain, which tests of its own hold": {"privacy.delete"},
}


def post_anything(client: FlaskClient, app: Flask) -> dict[str, int]:
    """What each POST of ours answers to an empty form; the library's own pages are held by tests of throttling."""
    answers = {}
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and not rule.endpoint.startswith("security."):
            values: dict[str, str | int] = {
                name: 1 if "RowNumber" in repr(kind) else "x" for name, kind in rule._converters.items()
            }
            built = rule.build(values)
            assert built is not None
            answers[rule.endpoint] = client.post(built[1]).status_code
    return answers


def test_every_post_is_limited_or_has_its_reason(app: Flask, client: FlaskClient) -> None:
    app.config[RATES] = dict.fromkeys(app.config[RATES], "0 per hour")

    free = {endpoint for endpoint, status in post_anything(client, app).items() if status != 429}

    assert free == {endpoint for endpoints in UNLIMITED.values() for endpoint in endpoints}


def test_typing_is_never_refused() -> None:
    """The page waits 300 ms after a key before it asks for the preview, so a minute holds 200 at most."""
    number, _, unit = PREVIEWS.partition(" per ")

    assert (int(number) >= 2 * 200, unit) == (True, "minute")


@pytest.mark.parametrize("address", ["/resumes/again", "/postings/from-text", "/postings/import", "/work/reports"])
def test_a_limited_page_says_how_long_to_wait(app: Flask, client: FlaskClient, address: str) -> None:
    app.config[RATES] |= {"upload": UPLOADS.replace("600", "1")}
    client.post(address)

    refused = client.post(address)

    assert refused.status_code == 429
    assert "Please wait" in refused.text
