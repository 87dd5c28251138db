"""What an operator relies on: health, readiness, the log of requests, host names and proxies."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import logs
from app.config import Settings
from app.factory import create_app
from app.usecases import upkeep
from tests.people import registered

SECRET = "what-somebody-wrote"
ELSEWHERE = "https://tpm.example.org"


def client_of(settings: Settings, **changes: object) -> FlaskClient:
    upkeep.upgrade_database(settings)
    return create_app(replace(settings, **changes)).test_client()


# -- health and readiness


def test_a_database_file_that_was_moved_away_or_replaced_is_told(settings: Settings, client: FlaskClient) -> None:
    file = settings.instance / "tpm.sqlite3"
    assert client.get("/ready").status_code == 200

    file.rename(settings.instance / "elsewhere.sqlite3")
    away = client.get("/ready")
    assert not file.exists()
    file.write_bytes((settings.instance / "elsewhere.sqlite3").read_bytes())
    another = client.get("/ready")

    for page in (away, another):
        assert page.status_code == 503
        assert page.json is not None
        assert page.json["parts"]["database"] == "not the file that was opened: put it back, or restart"


@pytest.mark.parametrize("address", ["/postings/", "/work/", "/account/", "/postings/new"])
def test_with_the_database_away_a_page_says_so_and_when_to_come_back(
    settings: Settings, client: FlaskClient, address: str
) -> None:
    registered(client)
    cookie = client.get_cookie("session")
    assert cookie
    lost = replace(settings, database_url="postgresql+psycopg://tpm:opensesame@127.0.0.1:1/tpm")
    without = create_app(lost).test_client()
    without.set_cookie("session", cookie.value)

    page = without.get(address)

    assert page.status_code == 503
    assert page.headers["Retry-After"] == "30"
    assert "The database is out of reach" in page.text
    assert "opensesame" not in page.text


def test_a_server_that_answers_is_healthy(client: FlaskClient) -> None:
    assert client.get("/health").json == {"status": "ok"}


def test_a_server_with_its_tables_and_data_is_ready(client: FlaskClient) -> None:
    page = client.get("/ready")

    assert (page.status_code, page.json) == (
        200,
        {"status": "ready", "parts": {"database": "ready", "data": "ready"}},
    )


def test_a_database_that_was_not_migrated_is_named(settings: Settings) -> None:
    page = create_app(settings).test_client().get("/ready")

    assert page.status_code == 503
    assert page.json is not None
    assert page.json["parts"]["database"] == "not migrated: run `tpm db upgrade`"


def test_a_database_out_of_reach_is_named_without_its_address(settings: Settings) -> None:
    lost = replace(settings, database_url="postgresql+psycopg://tpm:opensesame@127.0.0.1:1/tpm")

    page = create_app(lost).test_client().get("/ready")

    assert page.status_code == 503
    assert page.json == {"status": "not ready", "parts": {"database": "out of reach", "data": "ready"}}


def test_data_that_cannot_be_read_is_named(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.usecases.toolkit.DATA", tmp_path / "nothing")

    page = client_of(settings).get("/ready")

    assert page.status_code == 503
    assert page.json is not None
    assert page.json["parts"]["data"] == "not readable: run `tpm data check`"


# -- the log


def test_a_request_leaves_one_line_with_its_page_and_neither_its_address_nor_what_was_typed(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "tpm.request")

    page = client.get(f"/postings/{SECRET}?edit={SECRET}", headers={"User-Agent": SECRET})

    (record,) = caplog.records
    line = logs.formatter("json").format(record)
    assert re.search(r'"method": "GET", "endpoint": "postings.show", "status": 404, "ms": \d', line)
    assert page.headers["X-Request-ID"] in line
    assert SECRET not in line


def test_what_machines_ask_all_the_time_is_not_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "tpm.request")

    client.get("/health")
    client.get("/ready")
    client.get("/static/tpm.css")

    assert caplog.records == []


def test_the_page_of_an_error_and_the_log_carry_the_same_number(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    app = a_breaking_app(settings)

    page = app.test_client().get(f"/breaks/{SECRET}")

    number = page.headers["X-Request-ID"]
    written = "\n".join(logs.formatter("text").format(record) for record in caplog.records)
    assert page.status_code == 500
    assert number in page.text
    assert number in written
    assert "builtins.RuntimeError" in written
    assert SECRET not in written


def test_the_number_of_a_proxy_is_taken_over_from_a_proxy_that_is_ours(settings: Settings) -> None:
    theirs = {"X-Request-ID": "proxy-4711-abcdef"}

    assert client_of(settings, proxies=1).get("/", headers=theirs).headers["X-Request-ID"] == "proxy-4711-abcdef"
    assert client_of(settings).get("/", headers=theirs).headers["X-Request-ID"] != "proxy-4711-abcdef"


def a_breaking_app(settings: Settings) -> Flask:
    app = create_app(settings)

    def breaks(text: str) -> str:
        raise RuntimeError(text)

    app.add_url_rule("/breaks/<text>", "breaks", breaks)
    return app


# -- names, proxies and TLS


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"])
def test_a_server_for_this_machine_answers_for_its_names(settings: Settings, host: str) -> None:
    assert client_of(settings).get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example"])
def test_a_name_that_is_not_ours_is_refused(settings: Settings, host: str) -> None:
    page = client_of(settings).get("/", headers={"Host": host})

    assert page.status_code == 421
    assert "TPM_HOSTS" in page.text


@pytest.mark.parametrize("host", ["a b", "x<script>", "a@b"])
def test_a_host_header_that_is_no_name_is_refused(settings: Settings, host: str) -> None:
    page = client_of(settings).get("/", headers={"Host": host})

    assert page.status_code in {400, 421}
    assert "<script>" not in page.text


def test_the_names_in_the_settings_are_answered_and_this_machine_for_health_checks(settings: Settings) -> None:
    client = client_of(settings, host="10.0.0.5", hosts=("tpm.example.org",))

    answers = [
        client.get("/health", headers={"Host": name}).status_code
        for name in ("TPM.example.org:443", "127.0.0.1:8000", "evil.example")
    ]

    assert answers == [200, 200, 421]


def test_what_a_proxy_says_counts_only_when_there_is_one(settings: Settings) -> None:
    says = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "Host": "localhost"}

    alone = client_of(settings).get("/", headers=says)
    behind = client_of(settings, proxies=1).get("/", headers=says)

    assert "Strict-Transport-Security" not in alone.headers
    assert behind.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert behind.status_code == 200  # the name is still the one of the Host header


def test_with_secure_cookies_browsers_are_told_to_come_by_tls_alone(settings: Settings) -> None:
    page = client_of(settings, secure_cookies=True).get("/")

    assert "Strict-Transport-Security" in page.headers


def test_no_page_may_use_camera_place_or_payment(client: FlaskClient) -> None:
    policy = client.get("/").headers["Permissions-Policy"]

    assert {"camera=()", "microphone=()", "geolocation=()", "payment=()"} <= set(policy.split(", "))
