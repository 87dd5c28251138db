"""What is held is told truly; everything can be taken away; and after a deletion nothing is left, in rows or files."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import MetaData, text

from app import extensions
from app.config import Settings
from app.core.errors import DomainError
from app.store import everything
from app.usecases import export, upkeep
from app.usecases.privacy import HELD
from app.web.limits import RATES
from tests.people import EMAIL, PASSWORD, registered
from tests.web.test_assessment_pages import invited
from tests.web.test_kept_work import a_kept_look_up, a_kept_report
from tests.web.test_posting_pages import a_saved_posting, words
from tests.web.test_sharing import an_assessment, client, page_of, shared

__all__ = ["client"]

CANARY = "Quetzalcoatlus"


def much(client: FlaskClient) -> None:
    """Some of everything that can be saved, each with the canary in it."""
    posting = a_saved_posting(client, title=f"{CANARY} lead")
    client.post(f"{posting}/duplicate")
    answer = {"finding": "wording:x", "reason": f"{CANARY} says so", "name": CANARY}
    assert client.post(f"{posting}/answers", data=answer).status_code in (302, 303, 404)
    assessment = an_assessment(client)
    client.post(f"{assessment}/skills/planning", data={"pick": "3", "text": f"{CANARY} did it"})
    invited(client, assessment, f"Coach {CANARY}")
    report = a_kept_report(client, f"{CANARY} Example\n\nExperience\n\n- Cut cost by 18% at {CANARY}\n")
    a_kept_look_up(client)
    shared(client, page_of(report))
    binned = a_saved_posting(client, title=f"{CANARY} in the bin")
    client.post(page_of(binned), data={"do": "delete"})


def rows_by_table(app: Flask) -> dict[str, list[str]]:
    metadata = MetaData()
    with app.app_context(), extensions.toolkit().sessions() as session:
        metadata.reflect(session.connection())
        return {
            table.name: [str(row) for row in session.execute(table.select())]
            for table in metadata.sorted_tables
            if table.name != "alembic_version"
        }


def files_with(folder: Path, *needles: str) -> list[str]:
    """The files that hold one of the words, as they are or as JSON and mail encode them."""
    wanted = [needle.encode() for needle in needles]
    found = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in found if any(one.lower() in path.read_bytes().lower() for one in wanted)]


def zip_of(client: FlaskClient) -> ZipFile:
    answer = client.post("/privacy/export")
    assert answer.mimetype == "application/zip"
    return ZipFile(io.BytesIO(answer.data))


# -- the page


def test_the_page_tells_of_every_table_and_of_no_other() -> None:
    assert sorted(one.table for one in HELD) == sorted(everything.table_names())


def test_every_page_leads_to_it(client: FlaskClient) -> None:
    assert 'href="/privacy/"' in client.get("/").text


def test_the_days_on_the_page_are_those_that_upkeep_keeps(tmp_path: Path) -> None:
    from app.factory import create_app

    settings = Settings(tmp_path, f"sqlite:///{tmp_path / 'tpm.sqlite3'}", "s" * 40, retention_days=7)
    upkeep.upgrade_database(settings)
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    client, now = app.test_client(), datetime.now(UTC)
    address = a_saved_posting(client)

    assert "the bin keeps it for 7 days" in words(client.get("/privacy/").text)
    assert "dropped 7 days after your last visit" in words(client.get("/work/").text)
    assert upkeep.clean_up(settings, now + timedelta(days=6)).unclaimed == 0
    assert client.get(address).status_code == 200
    assert upkeep.clean_up(settings, now + timedelta(days=8)).unclaimed == 1


def test_the_key_to_a_browsers_work_outlasts_the_time_for_which_it_waits(tmp_path: Path) -> None:
    from app.factory import create_app

    settings = Settings(tmp_path, f"sqlite:///{tmp_path / 'tpm.sqlite3'}", "s" * 40, retention_days=365)
    upkeep.upgrade_database(settings)

    assert create_app(settings).permanent_session_lifetime > timedelta(days=365)


def test_whoever_has_saved_nothing_reads_that_nothing_is_kept(client: FlaskClient) -> None:
    assert "You have saved nothing in this browser." in words(client.get("/privacy/").text)
    assert "nothing of yours is kept here" in words(client.get("/privacy/delete").text)


# -- taking everything away


def test_the_zip_holds_every_row_and_every_thing(client: FlaskClient) -> None:
    much(client)

    held = zip_of(client)

    assert held.testzip() is None
    tables = json.loads(held.read("everything.json"))["tables"]
    assert {name: len(rows) for name, rows in tables.items() if rows} == {
        **{"workspace": 1, "work": 6, "posting": 3, "posting_version": 3, "assessment": 1, "assessment_snapshot": 2},
        **{"assessment_invitation": 1, "kept": 2, "share": 1},
    } | ({"posting_answer": len(tables["posting_answer"])} if tables["posting_answer"] else {})
    folders = sorted({name.partition("/")[0] for name in held.namelist()})
    assert folders == [
        *("README.txt", "everything.json", "postings", "resume-reports", "salary-look-ups", "self-assessments")
    ]
    pdfs = [name for name in held.namelist() if name.endswith(".pdf")]
    assert len(pdfs) == 5
    assert all(held.read(name).startswith(b"%PDF") for name in pdfs)


def test_the_zip_opens_no_door(client: FlaskClient) -> None:
    registered(client)
    much(client)

    held = zip_of(client)

    assert EMAIL in held.read("everything.json").decode()
    for name in everything.SECRETS:
        assert f'"{name}"' not in held.read("everything.json").decode()


def test_a_posting_from_the_zip_can_be_taken_up_again(client: FlaskClient) -> None:
    a_saved_posting(client, title="Payments program lead")
    held = zip_of(client)
    name = next(name for name in held.namelist() if name.startswith("postings/") and name.endswith(".json"))

    answer = client.post("/postings/import", data={"file": (io.BytesIO(held.read(name)), "posting.json")})

    assert answer.status_code == 303
    assert "Payments program lead" in client.get(answer.location).text


def test_names_in_the_zip_lead_nowhere_else(client: FlaskClient) -> None:
    slug = page_of(a_saved_posting(client))
    client.post(slug, data={"do": "rename", "title": "../../etc/passwd \\ C:\\x"})

    names = zip_of(client).namelist()

    assert all(re.fullmatch(r"[A-Za-z.-]+|[a-z-]+/\d{3}-[a-z0-9-]+\.(json|pdf)", name) for name in names), names


def test_the_same_work_gives_the_same_zip(client: FlaskClient) -> None:
    much(client)

    first, second = zip_of(client), zip_of(client)

    assert first.namelist() == second.namelist()
    assert all(first.read(name) == second.read(name) for name in first.namelist())


def test_a_pdf_that_cannot_be_made_is_told_in_its_place(app: Flask, client: FlaskClient) -> None:
    def refuse() -> bytes:
        raise DomainError("The PDF could not be made.", code="pdf_failed")

    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    pieces = export.zipped([export.File("a.pdf", at, refuse), export.File("b.txt", at, lambda: b"still here")])

    held = ZipFile(io.BytesIO(b"".join(pieces)))
    assert held.read("a.pdf.not-made.txt").decode() == "The PDF could not be made.\n"
    assert held.read("b.txt") == b"still here"


def test_the_zip_holds_nothing_of_anybody_else(app: Flask, client: FlaskClient) -> None:
    other = app.test_client()
    much(other)
    a_saved_posting(client, title="Mine alone")

    held = zip_of(client)

    assert all(CANARY.encode() not in held.read(name) for name in held.namelist())


# -- deleting everything


def test_what_would_go_is_listed_before(client: FlaskClient) -> None:
    much(client)

    page = words(client.get("/privacy/delete").text)

    for line in ("Postings: 3", "Versions of postings: 3", "Self-assessments: 1", "Second raters: 1", "Links"):
        assert line in page


def test_nothing_is_deleted_before_the_box_is_ticked(client: FlaskClient) -> None:
    address = a_saved_posting(client)

    assert client.post("/privacy/delete").status_code == 422
    assert client.get(address).status_code == 200


def test_after_a_deletion_no_row_and_no_file_holds_anything(
    app: Flask, settings: Settings, client: FlaskClient
) -> None:
    much(client)
    assert files_with(settings.instance, CANARY)

    assert client.post("/privacy/delete", data={"sure": "y"}).status_code == 303

    left = {name for name, rows in rows_by_table(app).items() if rows}
    assert left <= {"throttle"}  # fingerprints that count for the hour, as the privacy page says
    assert files_with(settings.instance, CANARY) == []
    assert "Nothing is saved yet" in client.get("/work/").text


def test_an_account_goes_whole_with_its_sign_ins_trail_and_unsent_mail(
    app: Flask, settings: Settings, client: FlaskClient
) -> None:
    registered(client)
    much(client)
    client.post("/account/reset", data={"email": EMAIL})
    assert files_with(settings.instance / "outbox", EMAIL)

    answer = client.post("/privacy/delete", data={"sure": "y", "password": PASSWORD})

    assert answer.status_code == 303
    left = {name: rows for name, rows in rows_by_table(app).items() if rows and name not in everything.NOBODYS}
    assert left == {}
    assert files_with(settings.instance, CANARY, EMAIL) == []
    assert client.get("/account/").status_code == 302


def test_an_account_goes_only_with_its_password(app: Flask, client: FlaskClient) -> None:
    registered(client)
    address = a_saved_posting(client)

    for wrong in ({}, {"password": "a guess"}):
        answer = client.post("/privacy/delete", data={"sure": "y"} | wrong)
        assert answer.status_code == 422
        assert "This is not the password of your account." in words(answer.text)

    assert client.get(address).status_code == 200
    assert "Somebody entered a wrong password" in words(client.get("/account/trail").text)


def test_somebody_elses_work_stays(app: Flask, client: FlaskClient) -> None:
    other = app.test_client()
    registered(other, "other@example.com")
    address = a_saved_posting(other, title="Not yours")
    registered(client)
    much(client)

    client.post("/privacy/delete", data={"sure": "y", "password": PASSWORD})

    assert other.get(address).status_code == 200
    assert other.get("/account/").status_code == 200


def test_what_upkeep_forgets_is_gone_from_the_file_too(settings: Settings, client: FlaskClient) -> None:
    much(client)

    upkeep.clean_up(settings, datetime.now(UTC) + timedelta(days=31))

    assert files_with(settings.instance, CANARY) == []


def test_a_shared_link_of_somebody_who_deleted_everything_leads_nowhere(app: Flask, client: FlaskClient) -> None:
    token = shared(client, page_of(a_saved_posting(client)))

    client.post("/privacy/delete", data={"sure": "y"})

    assert client.get(f"/shared/{token}").status_code == 404


# -- limits


def test_what_keeps_a_processor_busy_can_be_asked_for_only_so_often(app: Flask, client: FlaskClient) -> None:
    app.config[RATES] = {"upload": "2 per hour", "export": "2 per hour"}
    posting = a_saved_posting(client)
    asked = {
        "postings": lambda: client.get(f"{posting}/files/txt"),
        "salaries": lambda: client.get("/salaries/band.csv?family=technical_program_manager&level=L4&region=US-CA"),
        "export": lambda: client.post("/privacy/export"),
        "resumes": lambda: client.post("/resumes/", data={"text": "- Cut cost by 18%"}),
        "review": lambda: client.post("/review/", data={"text": "You will plan releases."}),
    }
    for name, ask in asked.items():
        assert [ask().status_code for _ in range(3)] == [200, 200, 429], name


@pytest.mark.parametrize("address", ["/privacy/", "/privacy/delete"])
def test_looking_leaves_nothing(app: Flask, client: FlaskClient, address: str) -> None:
    client.get(address)

    with app.app_context(), extensions.toolkit().sessions() as session:
        assert session.scalar(text("SELECT count(*) FROM workspace")) == 0


@pytest.mark.parametrize(
    "address",
    ["/postings/", "/review/", "/assessments/", "/work/", "/teams/", "/coaching/", "/privacy/", "/search?q=risk"],
)
def test_no_search_engine_and_no_shared_cache_learns_what_somebody_has_here(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers

    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Cache-Control"] == "private, no-store"
