"""The batch answers every line, in order, and never stops."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from app.cli.posting_law import command
from app.core.errors import DomainError


def answers_to(text: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(command, ["--batch", "-"], input=text, catch_exceptions=False)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_line_is_answered_in_order() -> None:
    good = {"id": "a", "posting_date": "2026-11-22", "employer": {"US-CO": 1}, "work": ["US-CO"], "posting": {}}
    lines = [
        json.dumps(good),
        "no json",
        json.dumps({"id": 7, "work": ["Nowhere"]}),
        "[]",
        json.dumps(good | {"id": "b"}),
    ]

    answered = answers_to("\n".join(lines) + "\n")

    assert [line["id"] for line in answered] == ["a", None, 7, None, "b"]
    assert answered[0]["findings"] == answered[4]["findings"]
    assert [line["error"]["code"] for line in answered[1:4]] == ["bad_json", "unknown_place", "bad_json"]
    assert answered[2]["error"]["field"] == "work"


def test_a_line_that_is_too_deep_is_only_that_lines_error() -> None:
    answered = answers_to("[" * 100_000 + "\n" + '{"id": 1, "work": ["PL"], "posting": {}}\n')

    assert [sorted(line) for line in answered] == [["error", "id"], ["findings", "id"]]


def test_names_in_any_script_survive() -> None:
    line = {"id": "żółć", "work": ["PL"], "posting": {"title": "Kierownik projektu"}}

    answered = answers_to("\ufeff" + json.dumps(line, ensure_ascii=False))

    assert answered[0]["id"] == "żółć"
    assert any(finding.get("violates") == "gender_neutral_title" for finding in answered[0]["findings"])


def test_a_missing_file_is_a_bad_file(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as error:
        CliRunner().invoke(command, ["--batch", str(tmp_path / "none.jsonl")], catch_exceptions=False)

    assert error.value.code == "bad_file"


def test_the_help_shows_an_example() -> None:
    assert "tpm posting law --batch" in CliRunner().invoke(command, ["--help"]).output
