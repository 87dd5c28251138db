"""The log: a line a machine or a person can read, and nothing that somebody wrote."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from app import logs

SECRET = "Ada Moreno wants to leave"


def record(message: str, **fields: object) -> logging.LogRecord:
    made = logging.LogRecord("tpm.request", logging.INFO, __file__, 1, message, (), None)
    made.fields = fields
    return made


def broken() -> logging.LogRecord:
    made = record("error", request="abc")
    try:
        int({}[SECRET])
    except KeyError:
        try:
            int(SECRET)
        except ValueError:
            made.exc_info = sys.exc_info()
    return made


def test_json_lines_carry_the_fields_as_keys() -> None:
    line = json.loads(logs.formatter("json").format(record("request", endpoint="postings.show", status=200, ms=4.2)))

    assert line["message"] == "request"
    assert (line["endpoint"], line["status"], line["ms"]) == ("postings.show", 200, 4.2)
    assert line["at"].endswith("+00:00")


def test_text_lines_are_one_line() -> None:
    line = logs.formatter("text").format(record("request", endpoint="postings.show", status=200))

    assert line.endswith("INFO request endpoint=postings.show status=200")


@pytest.mark.parametrize("kind", logs.KINDS)
def test_an_error_is_told_by_its_kind_and_place_and_never_by_what_it_quotes(kind: str) -> None:
    line = logs.formatter(kind).format(broken())

    assert "builtins.ValueError < builtins.KeyError" in line
    assert "test_logs.py" in line
    assert SECRET not in line


def test_what_the_server_itself_logs_takes_the_same_form() -> None:
    configuration = logs.configuration("json")

    assert configuration["formatters"]["generic"]["kind"] == "json"
    assert "_granian" in configuration["loggers"]
