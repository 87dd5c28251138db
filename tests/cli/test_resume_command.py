"""`tpm resume` keeps its contract: keys, order, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from app.cli.resume import command

RESUME = "Experience\n\n- Cut the release cycle from 10 days to 2\n- Responsible for vendor reports\n"


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(command, arguments, input=given)


def test_a_file_is_analyzed(tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text(RESUME)

    result = run("analyze", str(path), "--json")
    report = json.loads(result.output)

    assert result.exit_code == 0
    assert {"score", "sections", "lines", "scale", "methods", "level_evidence", "warnings"} <= report.keys()
    assert {"text", "section", "kind", "probabilities", "quantified", "dimensions", "metrics", "strength", "score"} <= (
        report["lines"][0].keys()
    )
    assert run("analyze", str(path), "--json").output == result.output


def test_text_comes_from_standard_input_too() -> None:
    result = run("analyze", "-", "--json", given=RESUME)

    assert json.loads(result.output)["sections"] == [{"name": "experience", "heading": "Experience"}]


def test_a_person_gets_words_instead_of_json() -> None:
    result = run("analyze", "-", given=RESUME)

    assert "Score" in result.output
    assert "? What" in result.output


def test_a_bad_file_exits_with_four_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "resume.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    result = run("analyze", str(path), "--json")

    assert result.exit_code == 4
    assert json.loads(result.output)["error"]["code"] == "old_word"
    assert run("analyze", str(tmp_path / "none.pdf")).exit_code == 4


def test_lines_are_answered_in_order_and_none_stops_the_rest() -> None:
    good = '{"id": "1", "text": "Cut the release cycle from 10 days to 2"}'
    given = (good, "nonsense", '{"id": 3}', '{"id": "4", "text": "Jira"}', '{"id": 5, "text": " "}', "[" * 100_000)
    batch = "\n".join(given)

    result = run("lines", "--batch", "-", given=batch)
    answers = [json.loads(line) for line in result.output.splitlines()]

    assert result.exit_code == 0
    assert [answer["id"] for answer in answers] == ["1", None, 3, "4", 5, None]
    assert [metric["value"] for metric in answers[0]["metrics"]] == [10, 2]
    assert answers[1]["error"]["code"] == "bad_json"
    assert answers[2]["error"] == {"code": "no_text", "message": 'A line needs a "text".', "field": "text"}
    assert answers[4]["error"]["code"] == "no_text"


def test_a_posting_is_held_against_a_resume(tmp_path: Path) -> None:
    resume, posting = tmp_path / "resume.txt", tmp_path / "posting.txt"
    resume.write_text(RESUME)
    posting.write_text("You will manage vendors.")

    found = json.loads(run("match", str(resume), str(posting), "--json").output)

    assert [skill["id"] for skill in found["skills"]] == ["vendor"]
    assert found["skills"][0]["shown"] == "activity"
    assert found["skills"][0]["question"]
