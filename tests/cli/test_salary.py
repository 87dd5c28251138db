"""`tpm salary` and `tpm title`, as a script would use them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app import cli

QUESTION = [
    "salary",
    "--family",
    "technical_program_manager",
    "--level",
    "L4",
    "--region",
    "US-CA",
    "--as-of",
    "2023-11",
]


def run(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["tpm", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err


def test_a_band_is_one_json_object_with_all_that_it_rests_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run([*QUESTION, "--offer", "175000", "--json"], monkeypatch, capsys)

    band: dict[str, Any] = json.loads(out)
    assert code == 0
    assert set(band["band"]) == {"p10", "p25", "p50", "p75", "p90"}
    assert band["interval"]["p50"][0] < band["band"]["p50"] < band["interval"]["p50"][1]
    assert (band["currency"], band["period"], band["basis"], band["as_of"]) == ("USD", "YEAR", "base", "2023-11")
    assert band["support"] == {"n": 35, "employers": 23, "confidence": "high", "why": band["support"]["why"]}
    assert band["ageing"]["factor"] == 1.0
    assert {"id", "title", "publisher", "licence", "period"} <= set(band["sources"][0])
    assert band["offer"]["amount"] == 175000
    assert len(band["offer"]["percentile_interval"]) == 2


def test_without_json_it_speaks_in_sentences(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(QUESTION, monkeypatch, capsys)

    assert code == 0
    assert out.startswith("A technical program manager at L4 in California is paid")
    assert "Sources:" in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--region", "GB"], 3, "import-ashe"),
        (["--region", "Atlantis"], 2, "We do not know the region"),
        (["--region", "US", "--offer", "85"], 2, "85 thousand a year"),
        (["--region", "US", "--currency", "XYZ"], 2, "no published exchange rate"),
        (["--region", "US", "--as-of", "2019-01"], 2, "the wage index begins"),
        ([], 2, "Name a region"),
    ],
)
def test_each_bad_question_has_its_own_message_and_exit_code(
    arguments: list[str], code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["salary", "--family", "it_project_manager", "--level", "L3", *arguments]

    ended, _, complaint = run(asked, monkeypatch, capsys)

    assert ended == code
    assert said in complaint


def test_a_refusal_in_json_names_the_nearest_regions(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["salary", "--family", "it_project_manager", "--level", "L3", "--region", "TD", "--json"]

    code, out, _ = run(asked, monkeypatch, capsys)

    error = json.loads(out)["error"]
    assert code == 3
    assert error["code"] == "not_enough_evidence"
    assert error["nearest"]


def test_a_role_that_does_not_exist_is_no_honest_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["salary", "--family", "technical_program_manager", "--level", "L2", "--region", "US", "--json"]

    code, out, _ = run(asked, monkeypatch, capsys)

    error = json.loads(out)["error"]
    assert code == 3
    assert error["code"] == "no_such_role"
    assert error["instead"][0] == {"family": "technical_project_manager", "level": "L2"}


def test_a_batch_answers_every_line_in_order_and_stops_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(
        "\n".join(
            (
                '{"id": "1", "title": "Sr Technical Program Manager", "region": "US-CA", "as_of": "2023-11"}',
                '{"id": "2", "family": "it_project_manager", "level": "L3", "region": "GB"}',
                "no json",
                '{"id": "4", "title": "Pastry Cook", "region": "US-CA"}',
                '{"id": "5", "family": "it_project_manager", "level": "L3", "region": "SG", "offer": 90000}',
                '{"id": "6", "title": 7, "region": "US"}',
            )
        ),
        encoding="utf-8",
    )

    code, out, _ = run(["salary", "--batch", str(questions)], monkeypatch, capsys)

    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["id"] for line in lines] == ["1", "2", None, "4", "5", "6"]
    assert (lines[0]["family"], lines[0]["level"]) == ("technical_program_manager", "L4")
    assert [line["error"]["code"] for line in lines if "error" in line] == [
        "not_enough_evidence",
        "bad_json",
        "unknown_title",
        "bad_field",
    ]


def test_a_batch_file_that_is_not_there_is_a_bad_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, complaint = run(["salary", "--batch", "/nowhere/at/all.jsonl"], monkeypatch, capsys)

    assert code == 4
    assert "cannot be read" in complaint


def test_a_title_is_read_on_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(["title", "Sr. Technical Program Manager III", "--json"], monkeypatch, capsys)

    reading = json.loads(out)
    assert code == 0
    assert (reading["family"], reading["track"], reading["level"]) == ("technical_program_manager", "program", "L4")
    assert reading["why"]
