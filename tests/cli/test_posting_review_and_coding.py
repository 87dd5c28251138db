"""`tpm posting review` and `tpm posting coding` keep the contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import posting_coding, posting_review
from app.core.errors import DomainError

TEXT = (
    "Senior Technical Program Manager\n\nLocation: Denver, CO\n\nYou will leverage data. Salary: $150,000 - $190,000\n"
)


def coding(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(posting_coding.command, arguments, input=given, catch_exceptions=False)


def review(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(posting_review.command, arguments, input=given, catch_exceptions=False)


def lines_of(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_coding_answers_every_line_in_order() -> None:
    given = (
        '{"id": "a", "text": "We lead."}\nno json\n{"id": "b"}\n{"id": 3, "text": ""}\n{"id": "d", "text": "kind"}\n'
    )

    answers = lines_of(coding("--batch", "-", given=given))

    assert [answer["id"] for answer in answers] == ["a", None, "b", 3, "d"]
    assert answers[0]["compatible"] == {"coding": "masculine-coded", "masculine": ["lead"], "feminine": []}
    assert answers[0]["rate"]["masculine_percent"] == 50.0
    assert [answer["error"]["code"] for answer in answers[1:3]] == ["bad_json", "no_text"]
    assert answers[3]["compatible"]["coding"] == "empty"
    assert answers[4]["rate"] == {"masculine_percent": 0.0, "feminine_percent": 100.0, "words": 1}


def test_coding_reads_one_file_too(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(TEXT, encoding="utf-8")

    assert "evidence is mixed" in coding(str(path)).stdout
    assert json.loads(coding(str(path), "--json").stdout)["compatible"]["coding"] == "empty"


def test_review_prints_one_object_with_the_contracts_keys(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(TEXT, encoding="utf-8")

    (record,) = lines_of(review(str(path), "--json", "--date", "2026-11-22"))

    assert record["facts"]["pay"] == {
        "min": 150000,
        "max": 190000,
        "currency": "USD",
        "period": "YEAR",
        "assumed": ["currency", "period"],
    }
    assert (record["facts"]["degree"], record["facts"]["years_most"], record["facts"]["level"]) == ("none", None, "L4")
    assert record["completeness"]["score"] == sum(got for got, _ in record["completeness"]["parts"].values())
    for finding in record["findings"]:
        assert finding.keys() >= {
            *("kind", "rule", "severity", "start", "end", "text", "message", "alternatives", "evidence", "source"),
            *("confidence", "checked_on"),
        }
        if finding["end"] > finding["start"]:
            assert TEXT[finding["start"] : finding["end"]] == finding["text"]


def test_review_takes_head_counts_and_places(tmp_path: Path) -> None:
    path, employer = tmp_path / "posting.txt", tmp_path / "employer.yaml"
    path.write_text(TEXT, encoding="utf-8")
    employer.write_text("total_employees: 40\nUS-CO: 1\n", encoding="utf-8")

    (record,) = lines_of(review(str(path), "--employer", str(employer), "--place", "US-CO remote", "--json"))

    assert record["law"]["places"] == ["US-CO remote"]
    assert "us-co.application_deadline" in {finding["rule"] for finding in record["findings"]}


def test_review_in_words_is_for_people(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(TEXT, encoding="utf-8")

    said = review(str(path)).stdout

    assert "Completeness" in said
    assert "buzzwords “leverage”: A plain word says it faster." in said


def test_review_answers_a_batch_too() -> None:
    given = json.dumps({"id": 1, "text": TEXT}) + "\n" + json.dumps({"id": 2, "text": " "}) + "\n"

    answers = lines_of(review("--batch", "-", given=given))

    assert answers[0]["facts"]["level"] == "L4"
    assert answers[1]["error"]["code"] == "no_text"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("none.txt",), "bad_file"),
        (("none.txt", "--date", "soon"), "invalid_date"),
        (("none.txt", "--place", "Nowhere"), "unknown_place"),
        (("none.txt", "--employer", "none.yaml"), "bad_file"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], code: str) -> None:
    with pytest.raises(DomainError) as error:
        review(*arguments)

    assert error.value.code == code


def test_a_file_and_a_batch_together_are_refused() -> None:
    assert review("a.txt", "--batch", "-").exit_code == 2
    assert coding().exit_code == 2
