"""Teams: what each rank may do with the postings, the texts, the head counts and the members."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import extensions
from app.config import Settings
from app.factory import create_app
from app.usecases import upkeep
from app.usecases.organizations import INVITATIONS_A_DAY
from tests.people import PASSWORD, confirmed, link_in, messages, newest_to, registered
from tests.teams import TEAM, KeptTeam, Team, account_of, invited, join, made
from tests.web.test_posting_pages import a_saved_posting, version_of, words
from tests.web.test_posting_review_pages import BENEFITS_GAP, COLORADO


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("teams")
    return Settings(instance=folder, database_url=f"sqlite:///{folder / 'tpm.sqlite3'}", secret_key="t" * 40)


@pytest.fixture(scope="module")
def app(settings: Settings) -> Flask:
    upkeep.upgrade_database(settings)
    application = create_app(settings)
    application.config.update(TESTING=True, WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
    return application


@pytest.fixture(scope="module")
def kept(app: Flask, settings: Settings) -> KeptTeam:
    """Four people register and join but once: their passwords are slow to hash, as they must be."""
    return KeptTeam(app, settings.instance)


@pytest.fixture(autouse=True)
def team(kept: KeptTeam) -> Team:
    """A team as it was when it had just been made, whatever another test did to it."""
    return kept.put_back()


@pytest.fixture
def posting(team: Team) -> str:
    """A posting of the team, which its owner wrote."""
    return a_saved_posting(team.owner, keep_in=team.slug, title="Ferry program lead", **COLORADO)


def slug_of(address: str) -> str:
    return address.rsplit("/", 1)[1]


# -- making a team and joining


def test_somebody_who_is_not_signed_in_is_sent_to_sign_in(client: FlaskClient) -> None:
    answer = client.get("/teams/")

    assert answer.status_code in (302, 303)
    assert "/account/sign-in" in answer.location


def test_a_new_team_has_its_maker_as_owner(client: FlaskClient) -> None:
    registered(client)

    page = words(client.get(made(client)).text)

    assert TEAM in page
    assert "You are an owner here." in page


def test_a_team_without_a_name_is_asked_for_beside_its_field(client: FlaskClient) -> None:
    registered(client)

    answer = client.post("/teams/", data={"name": " ", "member": "Ada Moreno"})

    assert answer.status_code == 422
    assert "Give a name of at most 80 characters." in words(answer.text)
    assert 'value="Ada Moreno"' in answer.text


def test_an_invitation_names_the_team_and_the_rank_before_anybody_signs_in(app: Flask, settings: Settings) -> None:
    owner = app.test_client()
    confirmed(owner, settings.instance, "ada@example.com")
    invited(owner, made(owner), "bo@example.com", "editor")
    mail = messages(settings.instance)[-1]

    page = words(app.test_client().get(link_in(mail)).text)

    assert "Ada Moreno asks you to join “Harborline Payments”" in mail
    assert "Join “Harborline Payments”" in page
    assert "bo@example.com is asked to join as an editor." in page


def test_a_link_that_went_astray_lets_nobody_else_in(app: Flask, settings: Settings) -> None:
    owner, eve = app.test_client(), app.test_client()
    confirmed(owner, settings.instance, "ada@example.com")
    registered(eve, "eve@example.com")
    address = made(owner)
    invited(owner, address, "bo@example.com", "editor")

    answer = eve.post(link_in(messages(settings.instance)[-1]), data={"member": "Eve"})

    assert answer.status_code == 422
    assert "This invitation is for bo@example.com, and you are signed in as eve@example.com." in words(answer.text)
    assert eve.get(address).status_code == 404


def test_a_link_that_went_astray_lets_in_nobody_who_claims_its_address(app: Flask, settings: Settings) -> None:
    owner, eve = app.test_client(), app.test_client()
    confirmed(owner, settings.instance, "ada@example.com")
    address = made(owner)
    invited(owner, address, "bo@example.com", "owner")
    link = link_in(messages(settings.instance)[-1])
    registered(eve, "bo@example.com")

    page, answer = words(eve.get(link).text), eve.post(link, data={"member": "Eve"})

    assert "Confirm your e-mail address before you join" in page
    assert answer.status_code == 422
    assert "Confirm your e-mail address first" in words(answer.text)
    assert eve.get(address).status_code == 404

    eve.get(link_in(newest_to(settings.instance, "bo@example.com")))
    join(eve, link, "Bo Lind")


def test_who_has_not_confirmed_their_address_invites_nobody(app: Flask, settings: Settings) -> None:
    owner = app.test_client()
    registered(owner, "ada@example.com")
    address, before = made(owner), len(messages(settings.instance))

    answer = owner.post(f"{address}/members", data={"email": "bo@example.com", "rank": "reader"})

    assert answer.status_code == 422
    assert "Confirm your e-mail address first" in words(answer.text)
    assert len(messages(settings.instance)) == before


def test_nobody_is_written_to_twice_a_day_even_when_the_invitation_was_withdrawn(team: Team) -> None:
    invited(team.owner, team.address, "di@example.com", "reader")
    number = re.search(r"/invitations/(\d+)/withdraw", team.owner.get(f"{team.address}/members").text)
    assert number
    team.owner.post(f"{team.address}/invitations/{number[1]}/withdraw")

    again = team.owner.post(f"{team.address}/members", data={"email": "Di@example.com", "rank": "editor"})

    assert again.status_code == 422
    assert "You wrote to this address within the last day" in words(again.text)


def test_a_day_holds_only_so_many_invitations(team: Team) -> None:
    number = re.compile(r"/invitations/(\d+)/withdraw")
    for one in range(INVITATIONS_A_DAY - 2):  # two have joined today
        invited(team.owner, team.address, f"di{one}@example.com", "reader")
        found = number.search(team.owner.get(f"{team.address}/members").text)
        assert found
        team.owner.post(f"{team.address}/invitations/{found[1]}/withdraw")

    refused = team.owner.post(f"{team.address}/members", data={"email": "more@example.com", "rank": "reader"})

    assert refused.status_code == 422
    assert f"You can send {INVITATIONS_A_DAY} invitations a day" in words(refused.text)


def test_invitations_that_ran_out_wait_for_nobody_and_are_forgotten(app: Flask, settings: Settings, team: Team) -> None:
    invited(team.owner, team.address, "di@example.com", "reader")
    with app.app_context(), extensions.toolkit().sessions.begin() as session:
        session.execute(
            text("UPDATE member_invitation SET expires_at = :then"), {"then": datetime.now(UTC) - timedelta(days=1)}
        )

    assert "has run out" in team.owner.get(f"{team.address}/members").text
    assert upkeep.clean_up(settings, datetime.now(UTC)).links == 0
    assert upkeep.clean_up(settings, datetime.now(UTC) + timedelta(days=settings.retention_days)).links == 1
    with app.app_context(), extensions.toolkit().sessions() as session:
        assert session.scalar(text("SELECT count(*) FROM member_invitation")) == 0


def test_a_used_a_withdrawn_and_an_old_link_are_closed(app: Flask, settings: Settings, team: Team) -> None:
    used = link_in(
        next(one for one in messages(settings.instance) if "To: editor@example.com" in one and "join" in one)
    )
    invited(team.owner, team.address, "di@example.com", "reader")
    withdrawn = link_in(messages(settings.instance)[-1])
    number = re.search(r"/invitations/(\d+)/withdraw", team.owner.get(f"{team.address}/members").text)
    assert number
    team.owner.post(f"{team.address}/invitations/{number[1]}/withdraw")
    invited(team.owner, team.address, "fay@example.com", "reader")
    old = link_in(messages(settings.instance)[-1])
    with app.app_context(), extensions.toolkit().sessions.begin() as session:
        session.execute(
            text("UPDATE member_invitation SET expires_at = :then"), {"then": datetime.now(UTC) - timedelta(minutes=1)}
        )

    for link in (used, withdrawn, old, "/teams/invitations/made-up"):
        assert app.test_client().get(link).status_code == 410
        assert team.outsider.post(link, data={"member": "Eve"}).status_code == 410


def test_only_the_hash_of_a_link_is_kept(app: Flask, settings: Settings, team: Team) -> None:
    invited(team.owner, team.address, "di@example.com", "reader")
    secret = link_in(messages(settings.instance)[-1]).rsplit("/", 1)[1]

    with app.app_context(), extensions.toolkit().sessions() as session:
        kept = session.scalar(text("SELECT token_hash FROM member_invitation"))

    assert len(str(kept)) == 64
    assert secret not in str(kept)


def test_somebody_who_belongs_already_is_not_invited_again(team: Team) -> None:
    answer = team.owner.post(f"{team.address}/members", data={"email": "Reader@example.com", "rank": "owner"})

    assert answer.status_code == 422
    assert "belongs to the team already" in words(answer.text)


# -- what each rank may do


def test_every_member_sees_the_teams_postings_and_an_outsider_nothing(team: Team, posting: str) -> None:
    for member in (team.owner, team.editor, team.reader):
        assert "Ferry program lead" in member.get(team.address).text
        assert member.get(posting).status_code == 200
        assert member.get(f"{posting}/files/txt").status_code == 200
        assert "Ferry program lead" not in member.get("/work/").text
    for page in (team.address, f"{team.address}/bin", f"{team.address}/members", posting, f"{posting}/review"):
        assert team.outsider.get(page).status_code == 404


def test_a_reader_sees_no_controls_and_is_told_why(team: Team, posting: str) -> None:
    page = team.reader.get(posting).text

    assert "You can read this posting, and not change it: you are a reader of Harborline Payments" in words(page)
    for control in ("Edit the brief", "Add a line", "Remove<", "Duplicate", "Delete …"):
        assert control in team.editor.get(posting).text
        assert control not in page
    review = team.reader.get(f"{posting}/review").text
    assert "Sign off" not in review
    assert "Set aside" not in review


def test_a_reader_who_tries_to_change_is_refused_kindly(team: Team, posting: str) -> None:
    version = version_of(team.owner.get(posting).text)
    refused = [
        ("post", f"{posting}/lines", {"action": "remove", "item": "must.risk", "version": version}),
        ("post", f"{posting}/lines", {"action": "remove", "item": "must.risk", "version": "99"}),
        ("get", f"{posting}/brief", {}),
        ("post", f"{posting}/brief", {}),
        ("get", f"{posting}/delete", {}),
        ("post", f"{posting}/delete", {}),
        ("post", f"{posting}/versions/1/restore", {"version": version}),
        ("post", f"{posting}/review/answers", {"finding": BENEFITS_GAP, "reason": "None there."}),
        ("post", f"{posting}/review/answers", {"finding": BENEFITS_GAP, "do": "withdraw"}),
        ("post", f"{posting}/keep", {"do": "move", "to": ""}),
        ("post", f"{posting}/team-text", {"field": "about"}),
        ("post", f"/work/{slug_of(posting)}", {"do": "delete"}),
        ("post", f"{team.address}/postings/{slug_of(posting)}", {"do": "delete"}),
        ("post", f"{team.address}/texts", {"kind": "about", "text": "Ours"}),
    ]
    for method, path, data in refused:
        answer = getattr(team.reader, method)(path, data=data)
        assert answer.status_code == 403, path
        assert "You may read this, and not change it" in words(answer.text)

    assert team.owner.get(posting).status_code == 200


def test_only_owners_look_after_members_and_settings(team: Team) -> None:
    reader = account_of(team.owner, team.address, "Cy Park")
    only_owners = [
        ("post", f"{team.address}/members", {"email": "x@example.com", "rank": "owner"}),
        ("post", f"{team.address}/members/{reader}", {"do": "remove"}),
        ("get", f"{team.address}/settings", {}),
        ("post", f"{team.address}/settings", {"name": "Ours"}),
        ("get", f"{team.address}/delete", {}),
        ("post", f"{team.address}/delete", {"postings": "delete"}),
        ("post", f"{team.address}/head-counts", {"total": "40"}),
        ("post", f"{team.address}/invitations/1/withdraw", {}),
    ]
    for method, path, data in only_owners:
        for member in (team.editor, team.reader):
            assert getattr(member, method)(path, data=data).status_code == 403, path
        assert getattr(team.outsider, method)(path, data=data).status_code == 404, path


def test_a_new_rank_counts_from_the_next_page_on(team: Team, posting: str) -> None:
    reader = account_of(team.owner, team.address, "Cy Park")

    team.owner.post(f"{team.address}/members/{reader}", data={"do": "rank", "rank": "editor"})
    assert team.reader.get(f"{posting}/brief").status_code == 200

    team.owner.post(f"{team.address}/members/{reader}", data={"do": "remove"})
    assert team.reader.get(posting).status_code == 404
    assert team.reader.get(team.address).status_code == 404


def test_the_last_owner_cannot_leave_or_step_down(team: Team) -> None:
    me = account_of(team.owner, team.address, "Ada Moreno")

    for answer in (
        team.owner.post(f"{team.address}/leave"),
        team.owner.post(f"{team.address}/members/{me}", data={"do": "rank", "rank": "reader"}),
        team.owner.post(f"{team.address}/members/{me}", data={"do": "remove"}),
    ):
        assert answer.status_code == 422
        assert "Ada Moreno is the only owner of “Harborline Payments”." in words(answer.text)

    assert team.editor.post(f"{team.address}/leave").status_code == 303
    assert team.editor.get(team.address).status_code == 404


def test_membership_changes_stand_in_the_trail_of_both(team: Team) -> None:
    reader = account_of(team.owner, team.address, "Cy Park")

    team.owner.post(f"{team.address}/members/{reader}", data={"do": "remove"})

    for client in (team.owner, team.reader):
        assert "Cy Park in “Harborline Payments”" in words(client.get("/account/trail").text)


# -- the team's postings


def test_a_posting_moves_into_the_team_and_back(team: Team) -> None:
    posting = a_saved_posting(team.owner, title="Harbor lead")
    assert team.editor.get(posting).status_code == 404

    team.owner.post(f"{posting}/keep", data={"do": "move", "to": team.slug})
    assert "Harbor lead" in team.editor.get(team.address).text
    assert "Harbor lead" not in team.owner.get("/work/").text

    team.owner.post(f"{posting}/keep", data={"do": "move", "to": ""})
    assert team.editor.get(posting).status_code == 404
    assert "Harbor lead" in team.owner.get("/work/").text


def test_a_reader_takes_a_copy_into_their_own_work(team: Team, posting: str) -> None:
    copy = team.reader.post(f"{posting}/keep", data={"do": "copy", "to": ""})

    assert copy.status_code == 303
    assert "Edit the brief" in team.reader.get(copy.location).text
    assert team.owner.get(copy.location).status_code == 404


def test_nobody_moves_a_posting_into_a_team_that_they_only_read(team: Team) -> None:
    posting = a_saved_posting(team.reader)

    assert team.reader.post(f"{posting}/keep", data={"do": "move", "to": team.slug}).status_code == 403
    assert team.reader.post(f"{posting}/keep", data={"do": "copy", "to": team.slug}).status_code == 403
    assert team.outsider.post(f"{posting}/keep", data={"do": "copy", "to": ""}).status_code == 404


def test_only_members_of_a_team_are_asked_where_a_posting_is_kept(team: Team) -> None:
    assert "Keep it in" in team.editor.get("/postings/new?role=program:L4").text
    for client in (team.reader, team.outsider):
        assert "Keep it in" not in client.get("/postings/new?role=program:L4").text


def test_the_form_refuses_a_team_that_is_not_the_writers(app: Flask, team: Team) -> None:
    registered(other := app.test_client(), "zoe@example.com")
    made(other, "Another team", "Zoe")

    answer = other.post("/postings/new", data={"role": "program:L4", "employer": "x", "keep_in": team.slug})

    assert answer.status_code == 422
    assert "Not a valid choice" in answer.text


def test_a_posting_of_the_team_is_put_away_deleted_and_brought_back(team: Team, posting: str) -> None:
    work = f"{team.address}/postings/{slug_of(posting)}"

    team.editor.post(work, data={"do": "archive"})
    assert "Ferry program lead" in team.reader.get(f"{team.address}?archived=1").text
    team.editor.post(work, data={"do": "take-out"})
    team.editor.post(work, data={"do": "rename", "title": "For Oslo"})
    assert "For Oslo" in team.reader.get(f"{team.address}?q=oslo").text
    team.editor.post(f"{posting}/delete")
    assert team.reader.get(posting).status_code == 404
    assert "For Oslo" in team.reader.get(f"{team.address}/bin").text
    assert "For Oslo" not in team.editor.get("/work/bin").text
    team.owner.post(work, data={"do": "bring-back"})
    assert team.reader.get(posting).status_code == 200


def test_one_teams_address_opens_no_other_work(team: Team) -> None:
    own = a_saved_posting(team.editor)

    answer = team.editor.post(f"{team.address}/postings/{slug_of(own)}", data={"do": "forget"})

    assert answer.status_code == 404
    assert team.editor.get(own).status_code == 200


def test_two_members_who_change_one_line_see_both_texts(team: Team, posting: str) -> None:
    seen = version_of(team.owner.get(posting).text)
    line = {"action": "edit", "item": "must.risk", "version": seen}

    assert team.editor.post(f"{posting}/lines", data=line | {"text": "You have run a pre-mortem."}).status_code == 303
    conflict = team.owner.post(f"{posting}/lines", data=line | {"text": "You have kept a risk list."})

    assert conflict.status_code == 409
    page = words(conflict.text)
    assert "Bo Lind changed this posting meanwhile" in page
    assert "You have run a pre-mortem." in page
    assert "You have kept a risk list." in page


# -- texts


def a_text(client: FlaskClient, team: Team, kind: str, written: str, **more: str) -> int:
    return client.post(f"{team.address}/texts", data={"kind": kind, "text": written, **more}).status_code


def test_a_new_posting_begins_with_the_teams_texts(team: Team) -> None:
    assert a_text(team.editor, team, "about", "We settle payments for ferries.") == 303
    assert a_text(team.editor, team, "process", "A call\nA case") == 303

    page = team.owner.get(f"/postings/new?role=program:L4&for_team={team.slug}").text

    assert "We settle payments for ferries.</textarea>" in page
    assert "A call\nA case</textarea>" in page
    assert 'value="Harborline Payments"' in page
    assert re.search(rf'<option selected value="{team.slug}"', page)


def test_the_benefits_follow_the_country(team: Team) -> None:
    a_text(team.owner, team, "benefits", "Paid leave.")
    a_text(team.owner, team, "benefits", "30 days of paid leave.", country="Germany", new="1")
    form = {"role": "program:L4", "role_before": "program:L4", "keep_in": team.slug, "filled_for": f"{team.slug}:"}
    form |= {"go": "preview", "benefits": "Paid leave.", "places": "Berlin, Germany"}

    changed = team.owner.post("/postings/new", data=form).text

    assert "30 days of paid leave.</textarea>" in changed
    assert "The team’s texts follow your choice: Benefits." in words(changed)
    own = team.owner.post("/postings/new", data=form | {"benefits": "A boat."}).text
    assert "A boat.</textarea>" in own


def test_a_text_that_followed_is_looked_at_before_it_is_saved(team: Team) -> None:
    a_text(team.owner, team, "about", "We settle payments for ferries.")

    answer = team.owner.post(
        "/postings/new", data={"role": "program:L4", "role_before": "program:L4", "keep_in": team.slug, "about": ""}
    )

    assert answer.status_code == 200
    assert "We settle payments for ferries.</textarea>" in answer.text
    assert "Ferry" not in team.owner.get(team.address).text


def test_a_later_change_leaves_the_posting_and_is_taken_over_with_one_press(team: Team) -> None:
    a_text(team.owner, team, "about", "We settle payments.")
    posting = a_saved_posting(team.owner, keep_in=team.slug, filled_for=f"{team.slug}:US", about="We settle payments.")
    assert "the team’s text is newer" not in words(team.editor.get(posting).text)

    a_text(team.owner, team, "about", "We settle payments for ferries.", number="1")

    page = team.editor.get(posting).text
    assert "About the employer: the team’s text is newer than the one in this posting." in words(page)
    assert "the team’s text is newer" not in words(team.reader.get(posting).text)
    pressed = {"field": "about", "country": "", "version": version_of(page)}
    assert team.editor.post(f"{posting}/team-text", data=pressed).status_code == 303
    after = words(team.reader.get(posting).text)
    assert "We settle payments for ferries." in after
    assert "the team’s text is newer" not in after


def test_two_editors_of_one_text_see_both(team: Team) -> None:
    a_text(team.owner, team, "about", "We settle payments.")
    a_text(team.editor, team, "about", "We move money.", number="1")

    conflict = team.owner.post(f"{team.address}/texts", data={"kind": "about", "text": "We pay.", "number": "1"})

    assert conflict.status_code == 409
    page = words(conflict.text)
    assert "Bo Lind changed this text meanwhile" in page
    assert "We move money." in page
    assert "We pay." in page
    assert a_text(team.owner, team, "about", "We pay.", number="2") == 303


def test_a_country_that_is_not_known_is_asked_for_again(team: Team) -> None:
    answer = team.owner.post(
        f"{team.address}/texts", data={"kind": "benefits", "country": "Germny", "new": "1", "text": "Leave"}
    )

    assert answer.status_code == 422
    assert "Did you mean Germany?" in words(answer.text)


# -- head counts


def test_the_teams_head_counts_decide_what_law_binds_its_postings(team: Team, posting: str) -> None:
    team.owner.post(f"{team.address}/texts", data={"kind": "about", "text": "x"})
    before = words(team.reader.get(f"{posting}/review").text)
    assert "No head counts are known" in before

    team.owner.post(f"{team.address}/head-counts", data={"total": "40", "heads": "Colorado 14", "version": "0"})

    review = words(team.reader.get(f"{posting}/review").text)
    assert "Checked with 40 people in all, 14 in Colorado." in review
    assert "What stands now: 40 people in all, 14 in Colorado." in words(
        team.reader.get(f"{team.address}/head-counts").text
    )


def test_a_gap_goes_when_nobody_is_in_the_place(team: Team) -> None:
    posting = a_saved_posting(team.owner, keep_in=team.slug, **(COLORADO | {"benefits": ""}))
    assert "1 law gap" in words(team.reader.get(posting).text)

    team.owner.post(f"{team.address}/head-counts", data={"heads": "Colorado 0", "version": "0"})

    assert "law gap" not in words(team.reader.get(posting).text)


def test_two_owners_who_count_see_what_stands(team: Team) -> None:
    team.owner.post(f"{team.address}/head-counts", data={"total": "40", "version": "0"})

    conflict = team.owner.post(f"{team.address}/head-counts", data={"total": "50", "version": "0"})

    assert conflict.status_code == 409
    assert "What stands now: 40 people in all." in words(conflict.text)
    assert 'value="50"' in conflict.text


def test_head_counts_that_cannot_be_read_are_asked_for_again(team: Team) -> None:
    answer = team.owner.post(f"{team.address}/head-counts", data={"heads": "Colorado many", "version": "0"})

    assert answer.status_code == 422
    assert "does not say how many" in words(answer.text)


def test_a_single_manager_keeps_head_counts_on_the_review_page(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"benefits": ""}))

    kept = client.post(f"{posting}/review/head-counts", data={"heads": "Colorado 0", "counts_version": "0"})

    assert kept.status_code == 303
    assert "0 law gaps" in words(client.get(f"{posting}/review").text)
    assert "Colorado 0</textarea>" in client.get(f"{posting}/review").text
    again = client.post(f"{posting}/review/head-counts", data={"heads": "Colorado 5", "counts_version": "0"})
    assert again.status_code == 409


def test_the_counts_of_a_team_are_not_changed_on_a_review(team: Team, posting: str) -> None:
    assert team.owner.post(f"{posting}/review/head-counts", data={"total": "1"}).status_code == 403


# -- the trail


def test_a_link_to_a_teams_posting_stands_in_the_teams_trail(team: Team, posting: str) -> None:
    page = f"/work/{slug_of(posting)}/share"
    team.editor.post(page, data={"days": "7", "seen": "", "go": "make"})
    withdraw = re.search(rf"{page}/\d+/withdraw", team.owner.get(page).text)
    assert withdraw
    team.owner.post(withdraw[0])
    team.owner.post(withdraw[0])

    trail = words(team.reader.get(f"{team.address}/trail").text)
    assert "Bo Lind made a link to it: good for 7 days" in trail
    assert trail.count("Ada Moreno withdrew a link to it: made on") == 1


def test_a_sign_off_carries_the_members_name_and_stays_in_the_trail(team: Team) -> None:
    posting = a_saved_posting(team.owner, keep_in=team.slug, **(COLORADO | {"benefits": ""}))

    answer = {"finding": BENEFITS_GAP, "reason": "They are in the offer.", "name": "Somebody else"}
    assert team.editor.post(f"{posting}/review/answers", data=answer).status_code == 303
    review = words(team.reader.get(f"{posting}/review").text)
    assert "They are in the offer. Signed off by Bo Lind" in review
    assert "Somebody else" not in review

    team.owner.post(f"{posting}/review/answers", data={"finding": BENEFITS_GAP, "do": "withdraw"})

    trail = words(team.reader.get(f"{team.address}/trail").text)
    assert "Bo Lind signed off: Colorado: benefits described “They are in the offer.”" in trail
    assert "Ada Moreno took back the answer: Colorado: benefits described" in trail
    assert "Ada Moreno wrote it (version 1)" in trail


def test_the_versions_page_names_who_changed_what(team: Team, posting: str) -> None:
    version = version_of(team.owner.get(posting).text)
    team.editor.post(f"{posting}/lines", data={"action": "remove", "item": "must.risk", "version": version})

    page = words(team.reader.get(f"{posting}/versions").text)

    assert re.search(r"Version 2 stands now \w+ \d+, \d+, \S+ UTC, by Bo Lind", page)
    assert re.search(r"Version 1 \w+ \d+, \d+, \S+ UTC, by Ada Moreno", page)


# -- the end of a team


def test_a_deleted_team_hands_its_postings_to_the_owner(team: Team, posting: str) -> None:
    binned = a_saved_posting(team.owner, keep_in=team.slug)
    team.owner.post(f"{binned}/delete")

    assert team.owner.post(f"{team.address}/delete", data={"postings": "keep"}).status_code == 303

    assert team.owner.get(posting).status_code == 200
    assert slug_of(binned) in team.owner.get("/work/bin").text
    assert team.editor.get(posting).status_code == 404
    assert team.editor.get(team.address).status_code == 404


def test_a_deleted_team_can_take_its_postings_with_it(team: Team, posting: str) -> None:
    assert team.owner.post(f"{team.address}/delete", data={}).status_code == 422

    team.owner.post(f"{team.address}/delete", data={"postings": "delete"})

    assert team.owner.get(posting).status_code == 404


def test_a_name_that_somebody_else_changed_first_is_not_overwritten(team: Team) -> None:
    settings = team.owner.get(f"{team.address}/settings").text
    seen = version_of(settings)
    team.owner.post(f"{team.address}/settings", data={"name": "Harborline", "version": seen})

    conflict = team.owner.post(f"{team.address}/settings", data={"name": "Ferryline", "version": seen})

    assert conflict.status_code == 409
    assert "Its name is “Harborline” now" in words(conflict.text)
    assert 'value="Ferryline"' in html.unescape(conflict.text)


def test_a_second_invitation_lets_an_outsider_in(settings: Settings, team: Team) -> None:
    invited(team.owner, team.address, "outsider@example.com", "reader")

    join(team.outsider, link_in(messages(settings.instance)[-1]), "Eve Stone")

    assert "Eve Stone" in team.owner.get(f"{team.address}/members").text
    assert team.outsider.get(team.address).status_code == 200


# -- somebody who deletes everything


def gone(client: FlaskClient) -> int:
    return client.post("/privacy/delete", data={"sure": "y", "password": PASSWORD}).status_code


def test_the_only_owner_of_a_team_with_others_hands_it_over_before_they_go(team: Team, posting: str) -> None:
    assert gone(team.owner) == 422
    assert team.owner.get(posting).status_code == 200

    editor = account_of(team.owner, team.address, "Bo Lind")
    team.owner.post(f"{team.address}/members/{editor}", data={"do": "rank", "rank": "owner"})

    assert gone(team.owner) == 303
    page = words(team.editor.get(f"{posting}/versions").text)
    assert "by Ada Moreno" in page
    assert "Ada Moreno" not in words(team.editor.get(f"{team.address}/members").text)


def test_a_team_without_anybody_else_goes_with_its_maker(app: Flask, team: Team) -> None:
    made(team.outsider, "Lone harbor", "Eve Stone")

    assert gone(team.outsider) == 303

    with app.app_context(), extensions.toolkit().sessions() as session:
        assert session.scalar(text("SELECT count(*) FROM organization WHERE name = 'Lone harbor'")) == 0
