"""The self-assessment as a visitor meets it: questions, result, plan, progress, second rater."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.cli.assessment import command as assessment_command
from app.core.framework import Framework, Track
from app.usecases import assessments
from tests.assessment_builders import a_profile
from tests.clock import travel

SCOPE = {"teams": "4", "horizon": "4", "money": "4", "stakeholders": "4", "external": "4", "ambiguity": "4"}


def words(page: str) -> str:
    """The page as it reads."""
    without_tags = re.sub(r"<(style|script|head)\b.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(without_tags).split())


def begin(client: FlaskClient, aim: str = "project:L4") -> str:
    """Start an assessment and return its address."""
    answer = client.post("/assessments/", data={"aim": aim})
    assert answer.status_code == 303
    return "/".join(answer.location.split("/")[:3])


def fill(client: FlaskClient, at: str, picks: dict[str, int] | None = None) -> None:
    for skill, pick in (picks or a_profile(Track.PROJECT, "L4")).items():
        assert client.post(f"{at}/skills/{skill}", data={"pick": str(pick)}).status_code == 303
    assert client.post(f"{at}/scope", data=SCOPE).status_code == 303


def finished(client: FlaskClient, picks: dict[str, int] | None = None) -> str:
    at = begin(client)
    fill(client, at, picks)
    assert client.post(f"{at}/finish").location == f"{at}/result"
    return at


def invited(client: FlaskClient, at: str, name: str = "Coach Kim") -> str:
    page = client.post(f"{at}/raters", data={"rater": name}).text
    found = re.search(r"/assessments/rate/[\w-]+", page)
    assert found is not None
    return found[0]


# -- questions


def test_the_first_page_tells_every_level_in_plain_words(client: FlaskClient, framework: Framework) -> None:
    page = words(client.get("/assessments/").text)

    for level in framework.levels:
        assert level.in_short in page
    assert page.count("Not sure: ask me about my scope") == 2
    assert "not a validated test" in page


def test_without_a_choice_the_first_page_asks_for_one(client: FlaskClient) -> None:
    answer = client.post("/assessments/", data={})

    assert answer.status_code == 422
    assert "Choose one of these." in words(answer.text)


def test_the_statements_are_shown_low_to_high_without_their_numbers(client: FlaskClient, framework: Framework) -> None:
    at = begin(client)

    page = words(client.get(f"{at}/skills/coordination").text)

    places = [page.index(one.indicator) for one in framework.skill("coordination").levels]
    assert places == sorted(places)
    assert page.index("Not yet: none of these") < places[0]
    assert not re.search(r"\bL[1-6]\b|\b[Ll]evel [1-6]\b", page)


def test_only_a_situational_skill_can_be_not_applicable(client: FlaskClient) -> None:
    at = begin(client)

    assert "Does not apply" in client.get(f"{at}/skills/vendor").text
    assert "Does not apply" not in client.get(f"{at}/skills/risk").text
    assert client.post(f"{at}/skills/risk", data={"pick": "NA"}).status_code == 422


def test_one_skill_leads_to_the_next_and_back(client: FlaskClient, framework: Framework) -> None:
    at = begin(client)
    first, second = framework.skills[0].id, framework.skills[1].id

    assert client.post(f"{at}/skills/{first}", data={"pick": "3"}).location == f"{at}/skills/{second}"
    assert client.post(f"{at}/skills/{second}", data={"go": "back"}).location == f"{at}/skills/{first}"
    assert client.post(f"{at}/skills/{first}", data={"pick": "3", "go": "overview"}).location == at


def test_who_is_not_sure_is_asked_about_the_scope_first(client: FlaskClient) -> None:
    answer = client.post("/assessments/", data={"aim": "program:unsure"})
    at = "/".join(answer.location.split("/")[:3])

    assert answer.location == f"{at}/scope"
    client.post(f"{at}/scope", data=SCOPE | {"teams": "5"})
    assert "about the size of L4, Senior Technical Program Manager" in words(client.get(f"{at}/aim").text)


def test_going_back_loses_nothing(client: FlaskClient) -> None:
    at = begin(client)
    told = {"pick": "3", "text": "The plan of the billing move", "link": "https://example.org/plan", "when": "2026-02"}

    client.post(f"{at}/skills/planning", data=told)

    page = client.get(f"{at}/skills/planning").text
    assert re.search(r'<input[^>]*checked[^>]*value="3"|<input[^>]*value="3"[^>]*checked', page)
    for value in ("The plan of the billing move", "https://example.org/plan", "2026-02"):
        assert value in page


@pytest.mark.parametrize(
    ("field", "typed", "words_shown"),
    [
        ("pick", "9", "Not a valid choice"),
        ("link", "javascript:alert(1)", "Write a web address such as"),
        ("when", "soon", "Write the month like March 2026 or 2026-03."),
        ("when", "2999-01", "has not come yet"),
        ("text", "x" * 1001, "under 1000 characters"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost(
    client: FlaskClient, field: str, typed: str, words_shown: str
) -> None:
    at = begin(client)

    answer = client.post(f"{at}/skills/planning", data={"pick": "3", "text": "My plan of the move"} | {field: typed})

    assert answer.status_code == 422
    assert words_shown in words(answer.text)
    assert "Everything that you typed is still here." in words(answer.text)
    assert field == "text" or "My plan of the move" in answer.text


def test_confirmation_by_somebody_needs_something_to_confirm(client: FlaskClient) -> None:
    at = begin(client)

    answer = client.post(f"{at}/skills/planning", data={"pick": "3", "confirmed": "y"})

    assert answer.status_code == 422
    assert "what somebody else would confirm" in words(answer.text)


def test_all_skills_can_be_answered_on_one_page(client: FlaskClient) -> None:
    at = begin(client)
    picks = {f"{skill}-pick": str(pick) for skill, pick in a_profile(Track.PROJECT, "L4").items()}

    answer = client.post(f"{at}/all", data=picks | {"vendor-pick": "NA", "go": "next"})

    assert answer.location == f"{at}/scope"
    assert "14 of 15 screens answered" in words(client.get(at).text)


def test_one_wrong_field_on_the_long_page_keeps_all_that_was_typed(client: FlaskClient) -> None:
    at = begin(client)

    answer = client.post(f"{at}/all", data={"risk-text": "The register of the move", "scope-link": "nowhere"})

    assert answer.status_code == 422
    assert "The register of the move" in answer.text
    assert 'href="#scope-link"' in answer.text


def test_an_answer_that_the_page_does_not_offer_is_refused(client: FlaskClient) -> None:
    at = begin(client)

    assert client.post(f"{at}/scope", data={"teams": "9"}).status_code == 422
    assert client.post(f"{at}/stories", data={"planning": "77"}).status_code in {303, 422}


def test_an_unknown_address_or_skill_is_told_apart_from_an_error(client: FlaskClient) -> None:
    assert client.get("/assessments/nothing-here").status_code == 404
    assert client.get(f"{begin(client)}/skills/juggling").status_code == 404


def test_the_pages_tell_search_engines_and_caches_to_stay_away(client: FlaskClient) -> None:
    answer = client.get(begin(client))

    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in answer.headers["Cache-Control"]


# -- the result


def test_too_few_answers_are_no_result_but_a_clear_word(client: FlaskClient) -> None:
    at = begin(client)
    client.post(f"{at}/skills/planning", data={"pick": "3"})

    answer = client.post(f"{at}/finish", follow_redirects=True)

    assert "Only 1 skill is answered; 5 are needed" in words(answer.text)
    assert "After 4 more skills a result can be shown." in words(answer.text)


def test_the_result_names_the_level_its_chances_and_its_confidence(client: FlaskClient) -> None:
    page = client.get(f"{finished(client)}/result").text

    shown = words(page)
    assert "L4, Senior Technical Project Manager" in shown
    assert "Low confidence" in shown
    assert "%" not in shown
    assert "<title" in page
    assert "<desc" in page


def test_the_page_and_the_command_give_the_same_figures(client: FlaskClient, app: Flask) -> None:
    at = finished(client)
    given = client.get(f"{at}/files/answers").text

    from_page = json.loads(client.get(f"{at}/files/json").text)
    printed = app.test_cli_runner().invoke(assessment_command, ["score", "-", "--json"], input=given)

    assert json.loads(printed.output) == from_page


def test_the_chart_and_the_table_show_every_rated_skill(client: FlaskClient, framework: Framework) -> None:
    shown = words(client.get(f"{finished(client)}/result").text)

    for skill in framework.skills:
        assert shown.count(skill.name) >= 1
        assert skill.short_name in shown


def test_finishing_twice_keeps_one_result(client: FlaskClient, app: Flask) -> None:
    at = finished(client)

    client.post(f"{at}/finish")

    assert words(client.get(f"{at}/progress").text).count("compared with L4; framework") == 1


def test_a_gap_leads_to_a_plan_that_can_be_rewritten_and_ticked(client: FlaskClient) -> None:
    at = finished(client, a_profile(Track.PROJECT, "L4") | {"risk": 1})
    page = client.get(f"{at}/plan").text
    fields = dict.fromkeys(re.findall(r'name="(step\d-(?:task|learn_from|study|evidence))"', page), "kept")
    dues = dict.fromkeys(re.findall(r'name="(step\d-due)"', page), "2027-05-01")

    answer = client.post(
        f"{at}/plan",
        data=fields | dues | {"step0-task": "Run a pre-mortem", "step0-done": "y"},
        follow_redirects=True,
    )

    assert "Run a pre-mortem" in answer.text
    assert "step--done" in answer.text
    assert "May 1, 2027" in words(answer.text)
    restored = client.post(f"{at}/plan", data={"go": "suggested"}, follow_redirects=True)
    assert "Run a pre-mortem" not in restored.text


def test_a_step_without_a_date_is_asked_for_one(client: FlaskClient) -> None:
    at = finished(client, a_profile(Track.PROJECT, "L4") | {"risk": 1})

    answer = client.post(f"{at}/plan", data={"step0-task": "Run a pre-mortem"})

    assert answer.status_code == 422
    assert "Give the step a date." in words(answer.text)
    assert "Run a pre-mortem" in answer.text


def test_the_plan_can_be_put_into_a_calendar(client: FlaskClient) -> None:
    at = finished(client, a_profile(Track.PROJECT, "L4") | {"risk": 1})

    answer = client.get(f"{at}/files/ics")

    assert answer.mimetype == "text/calendar"
    assert "BEGIN:VEVENT" in answer.text


def test_the_careers_page_reads_the_answers_on_both_tracks(client: FlaskClient) -> None:
    shown = words(client.get(f"{finished(client)}/careers").text)

    assert "Senior Technical Project Manager most like you" in shown
    assert "Senior Technical Program Manager" in shown
    assert "Moves from here" in shown


def test_a_neighboring_role_never_asks_to_build_what_one_keeps(client: FlaskClient, framework: Framework) -> None:
    shown = words(client.get(f"{finished(client)}/careers").text)

    assert "go deeper in" in shown
    for move in framework.paths.across:
        assert not set(move.only_keeps) & set(move.builds_anew)
        assert {*move.only_keeps, *move.deepens} == set(move.keeps)


def test_an_unknown_kind_of_file_names_those_that_exist(client: FlaskClient) -> None:
    answer = client.get(f"{finished(client)}/files/docx")

    assert answer.status_code == 404
    assert "answers, json, ics and pdf" in words(answer.text)


# -- progress


def test_a_fresh_round_hides_the_old_picks_and_keeps_the_old_result(client: FlaskClient) -> None:
    at = finished(client)

    client.post(f"{at}/again")

    assert "0 of 15 screens answered" in words(client.get(at).text)
    assert "L4, low confidence" in words(client.get(f"{at}/progress").text)


@pytest.mark.parametrize("room", ["result", "careers", "files/pdf", "files/json"])
def test_what_needs_more_answers_says_how_many_and_leads_to_the_next(
    client: FlaskClient, framework: Framework, room: str
) -> None:
    at = finished(client)
    client.post(f"{at}/again")
    client.post(f"{at}/skills/{framework.skills[0].id}", data={"pick": "3"})

    page = client.get(f"{at}/{room}").text

    assert "Five skills are needed first" in words(page)
    assert "You have answered 1 so far." in words(page)
    assert f'href="{at}/skills/{framework.skills[1].id}">Go on: {framework.skills[1].name}' in page
    assert "Your earlier results are kept" in words(page)


def test_sharing_before_there_is_a_result_says_what_is_needed(client: FlaskClient) -> None:
    at = begin(client)

    assert "Five skills are needed first" in words(client.get(f"/work/{at.rsplit('/', 1)[1]}/share").text)


def test_without_a_level_and_facts_the_result_asks_for_one_of_them(client: FlaskClient) -> None:
    at = begin(client, "project:unsure")
    for skill, pick in list(a_profile(Track.PROJECT, "L4").items())[:6]:
        client.post(f"{at}/skills/{skill}", data={"pick": str(pick)})

    assert "The size of your work is needed first" in words(client.get(f"{at}/result").text)


@pytest.mark.parametrize("is_own", [False, True])
def test_the_plan_stays_while_somebody_answers_afresh(client: FlaskClient, is_own: bool) -> None:
    at = finished(client, a_profile(Track.PROJECT, "L4") | {"risk": 1})
    page = client.get(f"{at}/plan").text
    if is_own:
        fields = dict.fromkeys(re.findall(r'name="(step\d-task)"', page), "Run a pre-mortem")
        dues = dict.fromkeys(re.findall(r'name="(step\d-due)"', page), "2027-05-01")
        client.post(f"{at}/plan", data=fields | dues)

    client.post(f"{at}/again")

    shown = words(client.get(f"{at}/plan").text)
    assert "This is the plan that stood before" in shown
    assert ("Run a pre-mortem" in shown) is is_own
    assert "BEGIN:VEVENT" in client.get(f"{at}/files/ics").text


def test_two_rounds_of_one_day_are_both_kept(client: FlaskClient) -> None:
    at = finished(client)
    client.post(f"{at}/again")
    fill(client, at, a_profile(Track.PROJECT, "L4") | {"risk": 1})
    client.post(f"{at}/finish")
    client.post(f"{at}/skills/risk", data={"pick": "2"})
    client.post(f"{at}/finish")

    shown = words(client.get(f"{at}/progress").text)

    assert shown.count("compared with L4; framework") == 2
    assert "UTC" in shown


def test_two_days_are_compared_and_noise_is_called_noise(app: Flask, client: FlaskClient) -> None:
    at = finished(client)
    travel(app, days=200)
    client.post(f"{at}/again")
    fill(client, at, a_profile(Track.PROJECT, "L4") | {"risk": 6, "planning": 5})
    client.post(f"{at}/finish")

    shown = words(client.get(f"{at}/progress").text)

    assert "That is within the noise" in shown
    assert "+2, more than noise" in shown
    assert "+1, within noise" in shown


def test_looking_back_shows_a_moved_yardstick_and_leaves_the_old_result_alone(app: Flask, client: FlaskClient) -> None:
    at = finished(client)
    travel(app, days=200)
    client.post(f"{at}/again")
    fill(client, at)
    client.post(f"{at}/finish")
    link = re.search(rf"{at}/progress/\d+", client.get(f"{at}/progress").text)
    assert link is not None

    blind = client.get(link[0]).text
    client.post(link[0], data=dict.fromkeys(a_profile(Track.PROJECT, "L4"), "2"))

    assert "checked" not in blind
    shown = words(client.get(f"{at}/progress").text)
    assert "Your yardstick has moved" in shown
    assert "Delivery planning and critical path 4 2 4" in shown


# -- the second rater


def test_a_second_rater_sees_no_picks_before_rating_and_both_after(client: FlaskClient) -> None:
    at = finished(client)
    link = invited(client, at)

    blind = client.get(link).text
    client.post(link, data=dict.fromkeys(a_profile(Track.PROJECT, "L4"), "3") | {"vendor": "NA"})

    assert "checked" not in blind
    assert "I have not seen this." in blind
    both = words(client.get(link).text)
    assert "Within one step on 13 of 13 skills" in both
    assert "Within one step on 13 of 13 skills" in words(client.get(f"{at}/raters").text)
    assert "High confidence" in words(client.get(f"{at}/result").text)


def test_copied_answers_do_not_count_as_confirmed(client: FlaskClient) -> None:
    at = finished(client)
    link = invited(client, at)
    client.post(link, data=dict.fromkeys(a_profile(Track.PROJECT, "L4"), "1"))
    assert "Low confidence" in words(client.get(f"{at}/result").text)

    client.post(f"{at}/again")
    fill(client, at, dict.fromkeys(a_profile(Track.PROJECT, "L4"), 1))

    shown = words(client.get(f"{at}/result").text)
    assert "Low confidence" in shown
    assert "You have changed answers since you could see that rating" in shown
    kept = words(client.get(f"{at}/raters").text)
    assert "An earlier rating" in kept
    assert "Delivery planning and critical path 4 1 +3" in kept


def test_a_rating_that_comes_before_the_answers_is_blind_to_them_all_the_same(client: FlaskClient) -> None:
    at = begin(client)
    link = invited(client, at)
    client.post(link, data=a_profile(Track.PROJECT, "L4"))

    fill(client, at)

    assert "High confidence" in words(client.get(f"{at}/result").text)


def test_after_a_rating_the_page_does_not_ask_for_one_as_if_there_was_none(client: FlaskClient) -> None:
    at = finished(client)
    assert "and a second rater make it surer" in words(client.get(f"{at}/result").text)

    client.post(invited(client, at), data=dict.fromkeys(a_profile(Track.PROJECT, "L4"), "1"))

    shown = words(client.get(f"{at}/result").text)
    assert "and a second rater make it surer" not in shown
    assert re.search(r"A second rater saw \d+ of 14 skills more than one step away from you", shown)


def test_the_fact_that_is_missing_is_named_and_one_press_away(client: FlaskClient) -> None:
    at = begin(client)
    fill(client, at)
    client.post(f"{at}/scope", data={fact: band for fact, band in SCOPE.items() if fact != "money"})

    page = client.get(f"{at}/result").text

    assert "1 of 6 facts about your work is missing." in words(page)
    assert f'href="{at}/scope#money">What is the largest budget' in page
    overview = client.get(at).text
    assert "The size of your work 5 of 6 answered" in words(overview)
    assert f'href="{at}/scope#money"' in overview


def test_a_rating_can_be_given_once(client: FlaskClient) -> None:
    at = finished(client)
    link = invited(client, at)
    client.post(link, data={"planning": "3"})

    client.post(link, data={"planning": "6"})

    assert "Delivery planning and critical path 4 3" in words(client.get(f"{at}/raters").text)


def test_an_empty_rating_is_asked_for_one_skill(client: FlaskClient) -> None:
    link = invited(client, finished(client))

    answer = client.post(link, data={"planning": "NA"})

    assert answer.status_code == 422
    assert "at least one skill" in words(answer.text)


def test_a_withdrawn_link_opens_nothing(client: FlaskClient) -> None:
    at = finished(client)
    link = invited(client, at)
    withdraw = re.search(rf"{at}/raters/\d+/withdraw", client.get(f"{at}/raters").text)
    assert withdraw is not None

    client.post(withdraw[0])

    assert client.get(link).status_code == 410
    refused = client.post(link, data={"planning": "3"})
    assert refused.status_code == 410
    assert "has withdrawn it" in words(refused.text)


def test_a_link_runs_out_after_its_thirty_days(app: Flask, client: FlaskClient) -> None:
    link = invited(client, finished(client))

    travel(app, days=31)

    assert client.get(link).status_code == 410


def test_a_link_that_nobody_sent_leads_nowhere(client: FlaskClient) -> None:
    assert client.get("/assessments/rate/guessed").status_code == 404


def test_a_link_needs_a_name(client: FlaskClient) -> None:
    answer = client.post(f"{begin(client)}/raters", data={"rater": "  "})

    assert answer.status_code == 422
    assert "Say who it is for" in words(answer.text)


def test_the_page_says_that_the_rater_reads_both_names(client: FlaskClient) -> None:
    at = finished(client)
    form = words(client.get(f"{at}/raters").text)
    page = client.post(f"{at}/raters", data={"rater": "Ruth", "asker": "Ada from billing"}).text
    link = re.search(r"/assessments/rate/[\w-]+", page)
    assert link is not None

    shown = words(client.get(link[0]).text)

    assert "They will read it at the head of their page." in form
    assert "What have you seen Ada from billing do?" in shown
    assert "Ada from billing assessed themselves as a TPM and asks you, Ruth" in shown


def test_who_gives_no_name_is_asked_about_as_a_person(client: FlaskClient) -> None:
    shown = words(client.get(invited(client, finished(client))).text)

    assert "What have you seen this person do?" in shown


def test_a_name_that_is_too_long_is_said_beside_it(client: FlaskClient) -> None:
    answer = client.post(f"{begin(client)}/raters", data={"rater": "Ruth", "asker": "A" * 81})

    assert answer.status_code == 422
    assert "Give your name in at most 80 characters." in words(answer.text)
    assert 'value="Ruth"' in answer.text


def test_only_the_hash_of_a_link_is_kept(client: FlaskClient, tmp_path: Path) -> None:
    link = invited(client, begin(client))
    token = link.rsplit("/", 1)[1]

    assert token.encode() not in b"".join(path.read_bytes() for path in tmp_path.rglob("tpm.sqlite3*"))


# -- forgetting


def test_deleting_forgets_answers_results_and_links(client: FlaskClient) -> None:
    at = finished(client)
    link = invited(client, at)

    client.post(f"{at}/delete")

    assert client.get(at).status_code == 404
    assert client.get(link).status_code == 404
    assert "Go on where you were" not in words(client.get("/assessments/").text)


def test_the_number_of_days_that_a_link_lasts_is_the_one_on_the_page(client: FlaskClient) -> None:
    assert f"works for {assessments.INVITATION_LASTS.days} days" in words(
        client.post(f"{begin(client)}/raters", data={"rater": "Kim"}).text
    )
