"""From an invitation to a goal: what the coach sees, what the client decides, and when it ends."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from app.config import Settings
from tests.coached import CLIENT, COACH, Pair, coached, confirmed, invite, newest_to, rating, two_people
from tests.people import messages, registered, sign_in
from tests.web.test_assessment_pages import begin, finished, words


@pytest.fixture
def pair(app: Flask, settings: Settings) -> Pair:
    return coached(app, settings)


@pytest.fixture
def rated(pair: Pair) -> tuple[Pair, str]:
    """The client has shown an assessment, and the coach has rated it."""
    at = pair.show(finished(pair.client))
    assert pair.coach.post(f"{at}/rating", data=rating(pair.coach.get(at).text)).status_code == 303
    return pair, at


# -- inviting


def test_a_coach_invites_a_client_by_mail(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    link = invite(pair.coach, settings, CLIENT)

    message = newest_to(settings, CLIENT)
    assert "Kim Berg (kim@example.com) wants to coach you" in message
    page = words(pair.client.get(link).text)
    assert "Kim Berg wants to coach you" in page
    assert "Accepting shows nothing of yours" in page

    at = pair.client.post(link, data={"name": "Ada Moreno"}).location

    assert "You have coached Ada Moreno since" in words(pair.coach.get(at).text)
    assert "Kim Berg has coached you since" in words(pair.client.get(at).text)


def test_a_client_invites_a_coach_by_mail(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    link = invite(pair.client, settings, COACH, "client", "Ada Moreno")

    assert "Ada Moreno asks you to coach them" in words(pair.coach.get(link).text)
    at = pair.coach.post(link, data={"name": "Kim Berg"}).location

    assert "You have coached Ada Moreno since" in words(pair.coach.get(at).text)


def test_an_invitation_looks_the_same_whether_or_not_there_is_an_account(app: Flask, settings: Settings) -> None:
    coach = confirmed(app, settings, COACH)
    confirmed(app, settings, CLIENT)
    coach.get("/coaching/")  # what confirming the address said is read by now

    def invited(email: str) -> tuple[int, str, str]:
        answer = coach.post("/coaching/invite", data={"role": "coach", "email": email, "name": "Kim Berg"})
        page = coach.get("/coaching/").text
        told = re.sub(r"/coaching/\S+|invitations/\d+", "LINK", newest_to(settings, email) + words(page))
        coach.post(f"/coaching/invitations/{numbers(app)[-1]}/withdraw")
        coach.get("/coaching/")
        return answer.status_code, answer.location, told.replace(email, "SOMEBODY")

    assert invited(CLIENT) == invited("stranger@example.com")


def numbers(app: Flask) -> list[int]:
    with app.app_context(), extensions.toolkit().sessions() as session:
        return list(session.scalars(text("SELECT id FROM coaching_invitation ORDER BY id")))


def test_only_the_hash_of_the_link_is_kept(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    token = invite(pair.coach, settings, CLIENT).rsplit("/", 1)[1]

    with app.app_context(), extensions.toolkit().sessions() as session:
        kept = str(session.execute(text("SELECT * FROM coaching_invitation")).all())
    assert token not in kept


def test_inviting_and_accepting_need_a_confirmed_address(app: Flask, settings: Settings) -> None:
    new = app.test_client()
    registered(new, "new@example.com")
    coach = confirmed(app, settings, COACH)

    refused = new.post("/coaching/invite", data={"role": "coach", "email": CLIENT, "name": "New"})
    link = invite(coach, settings, "new@example.com")

    assert refused.status_code == 403
    assert "Confirm your e-mail address first" in words(new.get(link).text)
    assert new.post(link, data={"name": "New"}).status_code == 403


def test_a_link_that_was_passed_on_opens_nothing_for_somebody_else(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    other = confirmed(app, settings, "eve@example.com")
    link = invite(pair.coach, settings, CLIENT)

    assert "sent to another address" in words(other.get(link).text)
    assert other.post(link, data={"name": "Eve"}).status_code == 403
    assert "nobody coaches you" in words(pair.client.get("/coaching/").text)


@pytest.mark.parametrize("way", ["accepted", "declined", "withdrawn", "expired"])
def test_an_invitation_that_was_answered_or_is_old_is_closed(app: Flask, settings: Settings, way: str) -> None:
    pair = two_people(app, settings)
    link = invite(pair.coach, settings, CLIENT)

    if way == "accepted":
        pair.client.post(link, data={"name": "Ada Moreno"})
    elif way == "declined":
        pair.client.post(f"{link}/decline")
    elif way == "withdrawn":
        pair.coach.post(f"/coaching/invitations/{numbers(app)[-1]}/withdraw")
    else:
        with app.app_context(), extensions.toolkit().sessions() as session:
            session.execute(text("UPDATE coaching_invitation SET expires_at = '2026-01-01 00:00:00'"))
            session.commit()

    if way == "accepted":
        assert pair.client.get(link).location.startswith("/coaching/with/")
    else:
        assert pair.client.get(link).status_code == 410
    assert pair.client.post(link, data={"name": "Ada"}).status_code == 410


def test_whoever_the_link_was_passed_on_to_cannot_decline_it(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    other = confirmed(app, settings, "eve@example.com")
    link = invite(pair.coach, settings, CLIENT)

    assert "do nothing" in words(app.test_client().get(link).text)
    assert "Decline" not in words(other.get(link).text)
    assert other.post(f"{link}/decline").status_code == 403
    app.test_client().post(f"{link}/decline")

    assert "Decline" in words(pair.client.get(link).text)


def test_an_invitation_that_was_withdrawn_can_be_corrected_at_once(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    invite(pair.coach, settings, CLIENT)
    again = {"role": "coach", "email": CLIENT, "name": "Kim Berg"}
    assert "or withdraw that invitation" in words(pair.coach.post("/coaching/invite", data=again).text)

    pair.coach.post(f"/coaching/invitations/{numbers(app)[-1]}/withdraw")

    assert pair.coach.post("/coaching/invite", data=again).status_code == 303


def test_nobody_is_invited_to_what_they_do_already(pair: Pair) -> None:
    answer = pair.coach.post("/coaching/invite", data={"role": "coach", "email": CLIENT, "name": "Kim Berg"})

    assert answer.status_code == 422
    assert "You coach Ada Moreno already." in words(answer.text)


def test_without_a_mail_server_nothing_is_said_to_be_on_its_way(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    invite(pair.coach, settings, CLIENT)

    assert f"The invitation for {CLIENT} lies in the outbox" in words(pair.coach.get("/coaching/").text)


def test_who_is_invited_finds_it_on_their_own_page(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    other = confirmed(app, settings, "eve@example.com")
    link = invite(pair.coach, settings, CLIENT)

    assert f"Kim Berg wants to coach you. Open the link in the message to {CLIENT}" in words(
        pair.client.get("/coaching/").text
    )
    assert "Kim Berg" not in words(other.get("/coaching/").text)
    pair.client.post(f"{link}/decline")
    assert "Kim Berg" not in words(pair.client.get("/coaching/").text)


def test_an_unfinished_assessment_cannot_be_shown_and_hides_no_finished_one(rated: tuple[Pair, str]) -> None:
    pair, _ = rated
    slug = begin(pair.client).rsplit("/", 1)[1]

    page = words(pair.client.get(pair.at).text)
    refused = pair.client.post(f"{pair.at}/consent/{slug}", data={"do": "show"})

    assert "Finish it first: it can be shown from 5 answered skills on." in page
    assert "compared with L4, 0 of 14 skills answered" in page
    assert "compared with L4, 14 of 14 skills answered" in page
    assert refused.status_code == 422


def test_an_assessment_that_is_answered_afresh_gives_way_to_one_with_a_result(rated: tuple[Pair, str]) -> None:
    pair, _ = rated
    second = pair.show(finished(pair.client))
    pair.coach.post(f"{second}/rating", data={"do": "look"})

    pair.client.post(f"/assessments/{second.rsplit('/', 1)[1]}/again")

    desk = words(pair.coach.get("/coaching/").text)
    assert "are needed before a level can be told" not in desk
    assert re.search(r"Ada Moreno L\d", desk)


def test_groups_that_differ_in_capitals_are_one(pair: Pair) -> None:
    pair.coach.post(f"{pair.at}/group", data={"group": "Spring"})

    assert "1 client in" not in words(pair.coach.get("/coaching/group?name=spring").text)
    at = pair.show(finished(pair.client))
    pair.coach.post(f"{at}/rating", data={"do": "look"})
    assert "1 client in “spring”" in words(pair.coach.get("/coaching/group?name=spring").text)


def test_a_comment_is_handed_back_when_the_client_took_the_thing_back(rated: tuple[Pair, str]) -> None:
    pair, at = rated
    pair.client.post(f"{pair.at}/consent/{at.rsplit('/', 1)[1]}", data={"do": "withdraw"})

    answer = pair.coach.post(f"{at}/comments", data={"place": "skill:risk", "text": "Lead a pre-mortem."})

    assert answer.status_code == 404
    assert "Ada Moreno took this back" in words(answer.text)
    assert "Lead a pre-mortem." in answer.text


def test_no_sentence_of_the_pages_runs_into_the_next(rated: tuple[Pair, str]) -> None:
    pair, at = rated
    pages = [pair.coach.get(one) for one in ("/coaching/", pair.at, at, "/coaching/group", f"{pair.at}/end")]
    pages += [pair.client.get(one) for one in ("/coaching/", pair.at, at, f"{pair.at}/end")]

    for page in pages:
        text = re.sub(r"<(style|script|head)\b.*?</\1>|</?(strong|span|a|em)\b[^>]*>", "", page.text, flags=re.DOTALL)
        assert not re.findall(r"\w*[a-z]\.[0-9A-Z]\w*", re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize(
    ("email", "name", "told"),
    [
        ("nobody", "Kim Berg", "Write an e-mail address, such as ada@example.com."),
        ("a@b.example\nBcc: c@d.example", "Kim Berg", "Write an e-mail address, such as ada@example.com."),
        (COACH.upper(), "Kim Berg", "This is your own address."),
        (CLIENT, "Win at www.spam.example", "without an address in it"),
        (CLIENT, "", "Give a name."),
    ],
)
def test_an_invitation_that_cannot_be_sent_says_why(
    app: Flask, settings: Settings, email: str, name: str, told: str
) -> None:
    coach = confirmed(app, settings, COACH)
    before = len(messages(settings.instance))

    answer = coach.post("/coaching/invite", data={"role": "coach", "email": email, "name": name})

    assert answer.status_code == 422
    assert told in words(answer.text)
    assert len(messages(settings.instance)) == before


def test_nobody_is_written_to_twice_a_day_or_by_the_hundred(app: Flask, settings: Settings) -> None:
    coach = confirmed(app, settings, COACH)
    for number in range(20):
        invite(coach, settings, f"client{number}@example.com")

    again = coach.post("/coaching/invite", data={"role": "coach", "email": "CLIENT1@example.com", "name": "Kim"})
    more = coach.post("/coaching/invite", data={"role": "coach", "email": "more@example.com", "name": "Kim"})

    assert "within the last day" in words(again.text)
    assert "20 invitations a day" in words(more.text)


# -- consent


def test_nothing_is_seen_without_consent_and_nothing_after_it_is_taken_back(pair: Pair) -> None:
    assessment = finished(pair.client)
    at = pair.thing(assessment)
    assert pair.coach.get(at).status_code == 404
    assert pair.coach.get(assessment).status_code == 404

    pair.show(assessment)
    assert pair.coach.get(at).status_code == 200
    assert pair.coach.get(assessment).status_code == 404  # only through the coaching

    pair.take_back(assessment)
    assert pair.coach.get(at).status_code == 404
    assert pair.coach.get(f"{at}/pack.pdf").status_code == 404


def test_a_consent_is_for_one_thing_and_one_coach(app: Flask, settings: Settings, pair: Pair) -> None:
    shown, unseen = finished(pair.client), finished(pair.client)
    pair.show(shown)
    other = confirmed(app, settings, "lee@example.com")

    assert pair.coach.get(pair.thing(unseen)).status_code == 404
    assert other.get(pair.thing(shown)).status_code == 404
    assert other.get(pair.at).status_code == 404


def test_a_client_can_show_nothing_that_is_not_theirs(app: Flask, settings: Settings, pair: Pair) -> None:
    foreign = finished(pair.coach).rsplit("/", 1)[1]

    assert pair.client.post(f"{pair.at}/consent/{foreign}", data={"do": "show"}).status_code == 404
    assert pair.coach.post(f"{pair.at}/consent/{foreign}", data={"do": "show"}).status_code == 404


def test_a_thing_in_the_bin_is_not_seen(pair: Pair) -> None:
    assessment = finished(pair.client)
    at = pair.show(assessment)

    pair.client.post(f"/work/{assessment.rsplit('/', 1)[1]}", data={"do": "delete"})

    assert pair.coach.get(at).status_code == 404


@pytest.mark.parametrize("who", ["coach", "client"])
def test_either_side_ends_it_at_once(rated: tuple[Pair, str], who: str) -> None:
    pair, at = rated
    pair.coach.post(f"{at}/comments", data={"place": "skill:risk", "text": "Lead a pre-mortem."})

    assert getattr(pair, who).post(f"{pair.at}/end", data={"do": "end"}).status_code == 303

    for path in (pair.at, at, f"{at}/pack.pdf", f"{pair.at}/end"):
        assert pair.coach.get(path).status_code == 404
    assert "Ada Moreno" not in pair.coach.get("/coaching/").text
    assert "Lead a pre-mortem." in pair.client.get(at).text
    assert pair.client.post(f"{at}/comments", data={"place": "all", "text": "Too late"}).status_code == 422

    pair.client.post(f"{pair.at}/end", data={"do": "forget"})
    assert pair.client.get(pair.at).status_code == 404


def test_what_was_shown_and_taken_back_stands_in_the_trail(pair: Pair) -> None:
    assessment = finished(pair.client)
    pair.show(assessment)
    pair.take_back(assessment)

    page = words(pair.client.get("/account/trail").text)
    assert "You showed your coach something: Self-assessment of" in page
    assert "You took back what your coach could see" in page


# -- the blind rating


def test_the_coach_rates_before_seeing_any_choice_of_the_client(pair: Pair) -> None:
    at = pair.show(finished(pair.client))

    page = pair.coach.get(at).text
    desk = words(pair.coach.get("/coaching/").text)

    assert "What have you seen Ada Moreno do?" in words(page)
    assert "checked" not in page
    assert "Most like" not in words(page)
    assert "waits for your blind rating" in desk
    assert "chances in 10" not in desk
    assert pair.coach.get(f"{at}/pack.pdf").status_code == 422
    assert pair.coach.post(f"{at}/comments", data={"place": "all", "text": "Hm"}).status_code == 422


def test_after_the_rating_both_see_both(rated: tuple[Pair, str]) -> None:
    pair, at = rated

    for browser in (pair.coach, pair.client):
        page = words(browser.get(at).text)
        assert "Both ratings, side by side" in page
        assert "Within one step on" in page
    raters = words(pair.client.get(f"/assessments/{at.rsplit('/', 1)[1]}/raters").text)
    assert "Kim Berg" in raters
    assert "The link has run out" in raters


def test_a_rating_is_given_once(rated: tuple[Pair, str]) -> None:
    pair, at = rated

    again = pair.coach.post(f"{at}/rating", data={"planning": "6"})

    assert again.status_code == 422
    assert "would not be blind any more" in words(again.text)


def test_an_empty_rating_is_asked_for_again(pair: Pair) -> None:
    at = pair.show(finished(pair.client))

    answer = pair.coach.post(f"{at}/rating", data=rating(pair.coach.get(at).text, "NA"))

    assert answer.status_code == 422
    assert "at least one skill that you have seen" in words(answer.text)


def test_a_coach_who_saw_nothing_looks_without_rating_and_cannot_rate_later(pair: Pair) -> None:
    assessment = finished(pair.client)
    at = pair.show(assessment)

    pair.coach.post(f"{at}/rating", data={"do": "look"})

    assert "You have looked without rating" in words(pair.coach.get(at).text)
    pair.take_back(assessment)
    pair.show(assessment)
    assert pair.coach.post(f"{at}/rating", data={"planning": "3"}).status_code == 422


def test_the_client_cannot_rate_in_the_coachs_place(pair: Pair) -> None:
    at = pair.show(finished(pair.client))

    assert pair.client.post(f"{at}/rating", data={"planning": "3"}).status_code == 404


def test_what_another_rater_said_is_not_the_coachs_to_see(pair: Pair) -> None:
    assessment = finished(pair.client)
    page = pair.client.post(f"{assessment}/raters", data={"rater": "My manager"}).text
    link = re.search(r"/assessments/rate/[\w-]+", page)
    assert link is not None
    pair.app.test_client().post(link[0], data={"planning": "0", "risk": "0"})
    at = pair.show(assessment)
    pair.coach.post(f"{at}/rating", data={"do": "look"})

    page = words(pair.coach.get(at).text)

    assert "side by side" not in page
    assert "My manager" not in page


# -- the desk


def test_answers_changed_after_the_coach_rated_are_not_taken_as_confirmed(rated: tuple[Pair, str]) -> None:
    pair, at = rated
    before = words(pair.client.get(at).text)

    pair.client.post(f"/assessments/{at.rsplit('/', 1)[1]}/skills/risk", data={"pick": "3"})

    after = words(pair.client.get(at).text)
    assert "changed answers after that" not in before
    assert "You changed answers after that, so the rating no longer counts in the result" in after
    assert re.search(r"Risk[\w ,]* 4 3 ", after)
    assert "High confidence" in before
    assert "Low confidence" in after


def test_the_desk_says_where_each_client_stands_with_its_neighbors(rated: tuple[Pair, str]) -> None:
    pair, _ = rated

    page = words(pair.coach.get("/coaching/").text)

    assert re.search(r"Ada Moreno L\d L\d: (under |over )?\d+ in 10", page)
    assert "Who is due first stands first" in page


def test_an_empty_desk_says_how_to_begin(app: Flask, settings: Settings) -> None:
    page = words(confirmed(app, settings, COACH).get("/coaching/").text)

    assert "You coach nobody yet, and nobody coaches you." in page


def test_without_an_account_the_page_tells_what_coaching_is(client: FlaskClient) -> None:
    answer = client.get("/coaching/")

    assert answer.status_code == 200
    assert "A coach sees what a client chooses to show" in words(answer.text)
    assert client.get("/coaching/invite").status_code == 302


# -- comments and goals


def test_a_comment_is_answered_changed_and_deleted_by_its_author_alone(rated: tuple[Pair, str]) -> None:
    pair, at = rated
    pair.coach.post(f"{at}/comments", data={"place": "skill:risk", "text": "Lead a pre-mortem."})
    pair.client.post(f"{at}/comments", data={"place": "skill:risk", "text": "I will, in March."})
    page = pair.client.get(at).text
    first, second = re.findall(r'id="comment-(\d+)"', page)
    assert "Lead a pre-mortem." in page

    assert pair.client.get(f"{at}/comments/{first}").status_code == 404
    assert pair.client.post(f"{at}/comments/{first}", data={"text": "x", "version": "1"}).status_code == 404
    assert pair.client.post(f"{at}/comments/{first}/delete").status_code == 404

    pair.coach.post(f"{at}/comments/{first}", data={"text": "Lead two.", "version": "1"})
    pair.client.post(f"{at}/comments/{second}/delete")
    page = pair.client.get(at).text
    assert "Lead two." in page
    assert ", changed" in page
    assert "in March" not in page


def test_a_comment_changed_in_two_windows_shows_both_texts(rated: tuple[Pair, str]) -> None:
    pair, at = rated
    pair.coach.post(f"{at}/comments", data={"place": "all", "text": "First"})
    number = re.findall(r'id="comment-(\d+)"', pair.coach.get(at).text)[0]
    pair.coach.post(f"{at}/comments/{number}", data={"text": "From one window", "version": "1"})

    answer = pair.coach.post(f"{at}/comments/{number}", data={"text": "From the other", "version": "1"})

    assert answer.status_code == 409
    assert "From one window" in answer.text
    assert "From the other" in answer.text
    kept = pair.coach.post(f"{at}/comments/{number}", data={"text": "From the other", "version": "2"})
    assert kept.status_code == 303


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"place": "skill:risk", "text": " "}, 422),
        ({"place": "skill:risk", "text": "x" * 2001}, 422),
        ({"place": "skill:juggling", "text": "Hm"}, 404),
    ],
)
def test_a_comment_that_cannot_be_is_refused(rated: tuple[Pair, str], data: dict[str, str], status: int) -> None:
    pair, at = rated

    assert pair.coach.post(f"{at}/comments", data=data).status_code == status


def test_a_comment_is_text_and_never_markup(rated: tuple[Pair, str]) -> None:
    pair, at = rated
    pair.coach.post(f"{at}/comments", data={"place": "all", "text": "<script>alert(1)</script>"})

    page = pair.client.get(at).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def a_goal(**more: str) -> dict[str, str]:
    return {"text": "Lead a pre-mortem", "skill": "risk", "due": "2027-01-10", "state": "open"} | more


def test_both_agree_on_a_goal_and_both_change_it(pair: Pair) -> None:
    pair.coach.post(f"{pair.at}/goals", data=a_goal())
    page = pair.client.get(pair.at).text
    number = re.findall(r"/goals/(\d+)", page)[0]

    pair.client.post(f"{pair.at}/goals/{number}", data=a_goal(text="Lead two pre-mortems", version="1"))
    answer = pair.coach.post(f"{pair.at}/goals/{number}", data=a_goal(state="reached", version="1"))

    assert answer.status_code == 409
    told = words(answer.text)
    assert "Lead two pre-mortems" in told
    assert "Reached, by January 10, 2027" in told
    pair.coach.post(f"{pair.at}/goals/{number}", data=a_goal(state="reached", version="2"))
    assert "Reached by January 10, 2027" in words(pair.client.get(pair.at).text)


def test_a_goal_without_a_date_is_asked_for_one(pair: Pair) -> None:
    answer = pair.coach.post(f"{pair.at}/goals", data=a_goal(due=""))

    assert answer.status_code == 422
    assert "Give the goal a date." in words(answer.text)
    assert "Lead a pre-mortem" in answer.text


def test_a_goal_of_others_is_not_found(app: Flask, settings: Settings, pair: Pair) -> None:
    pair.coach.post(f"{pair.at}/goals", data=a_goal())
    number = re.findall(r"/goals/(\d+)", pair.coach.get(pair.at).text)[0]
    link = invite(pair.coach, settings, "zoe@example.com")
    other = confirmed(app, settings, "zoe@example.com")
    theirs = other.post(link, data={"name": "Zoe"}).location

    assert other.get(f"{theirs}/goals/{number}").status_code == 404
    assert pair.coach.get(f"{theirs}/goals/{number}").status_code == 404


# -- group, pack, and deletion


def test_a_group_of_one_is_seen_and_not_printed(rated: tuple[Pair, str]) -> None:
    pair, _ = rated

    page = words(pair.coach.get("/coaching/group").text)

    assert "1 client, each with" in page
    assert "It can be printed from 5 people on" in page
    assert "1 person has both ratings; 10 are needed" in page
    assert pair.coach.get("/coaching/group.pdf").status_code == 422


def test_a_client_has_no_group_and_does_not_see_the_coachs(rated: tuple[Pair, str]) -> None:
    pair, _ = rated
    pair.coach.post(f"{pair.at}/group", data={"group": "Spring class"})

    assert "Spring class" in pair.coach.get(pair.at).text
    assert "Spring class" not in pair.client.get(pair.at).text
    assert pair.client.post(f"{pair.at}/group", data={"group": "Mine"}).status_code == 404
    assert "1 client in “Spring class”" in words(pair.coach.get("/coaching/group?name=Spring+class").text)
    assert "nothing to draw yet" in words(pair.client.get("/coaching/group").text)


def test_the_pack_is_for_both(rated: tuple[Pair, str]) -> None:
    pair, at = rated

    for browser in (pair.coach, pair.client):
        answer = browser.get(f"{at}/pack.pdf")
        assert answer.status_code == 200
        assert answer.data.startswith(b"%PDF-")


def test_a_relation_goes_with_either_account(app: Flask, rated: tuple[Pair, str]) -> None:
    pair, at = rated
    pair.coach.post(f"{at}/comments", data={"place": "all", "text": "Well done"})
    pair.coach.post(f"{pair.at}/goals", data=a_goal())

    with app.app_context(), extensions.toolkit().sessions() as session:
        session.execute(text("DELETE FROM account WHERE email = :email"), {"email": COACH})
        session.commit()
        for table in ("coaching", "coaching_consent", "coaching_comment", "coaching_goal", "coaching_blind_look"):
            assert session.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608  # names stand above
        assert session.scalar(text("SELECT count(*) FROM assessment")) == 1


def test_signing_in_leads_back_to_the_invitation(app: Flask, settings: Settings) -> None:
    pair = two_people(app, settings)
    link = invite(pair.coach, settings, CLIENT)
    new = app.test_client()

    page = new.get(link).text

    assert f"/account/sign-in?next={link.replace('/', '%2F')}" in page or f"/account/sign-in?next={link}" in page
    assert sign_in(new, CLIENT, next=link).location.endswith(link)


def test_a_day_later_one_may_write_again(app: Flask, settings: Settings) -> None:
    coach = confirmed(app, settings, COACH)
    invite(coach, settings, CLIENT)
    with app.app_context(), extensions.toolkit().sessions() as session:
        yesterday = (datetime.now(UTC) - timedelta(days=1, minutes=1)).strftime("%Y-%m-%d %H:%M:%S")
        session.execute(text("UPDATE coaching_invitation SET invited_at = :then"), {"then": yesterday})
        session.commit()

    invite(coach, settings, CLIENT)
