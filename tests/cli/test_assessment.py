"""The assessment on the command line: the contract's JSON, the exit codes, and the batch."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main
from tests.assessment_builders import written

Tpm = Callable[..., tuple[int, str]]


@pytest.fixture
def tpm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tpm:
    """Run `tpm assessment ...`; returns the exit code and what was printed."""
    monkeypatch.setenv("TPM_INSTANCE", str(tmp_path / "instance"))

    def run(*arguments: object) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["tpm", "assessment", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), capsys.readouterr().out

    return run


def a_file(folder: Path, content: object) -> Path:
    path = folder / "answers.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_score_holds_what_the_contract_promises(tpm: Tpm, tmp_path: Path) -> None:
    content = {
        "track": "project",
        "target": "L4",
        "picks": written()["picks"] | {"vendor": "NA"},
        "evidence": {"planning": {"status": "linked", "when": "2026-03", "text": "the plan of the last release"}},
        "scope": {"teams": 3},
        "coach": {"planning": 3},
    }

    code, printed = tpm("score", a_file(tmp_path, content), "--json", "--date", "2026-11-22")

    shown = json.loads(printed)
    assert code == 0
    assert {"estimate", "low", "high"} <= set(shown["skills"]["planning"])
    assert "vendor" not in shown["skills"]
    assert shown["fit"]["level"] in shown["fit"]["shares"]
    assert shown["confidence"] == "low"
    assert shown["agreement"]["differences"] == {"planning": 1}
    assert {"gaps", "strengths", "plan", "checks"} <= set(shown)


def test_without_json_a_person_can_read_it(tpm: Tpm, tmp_path: Path) -> None:
    code, printed = tpm("score", a_file(tmp_path, written()))

    assert code == 0
    assert "Most like L4" in printed
    assert "not a validated test" in printed


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("{", 4, "not JSON"),
        ("[" * 100_000, 4, "not JSON"),
        (written() | {"picks": {"planning": 9}}, 4, "0 (not yet) to 6"),
        (written() | {"track": "program", "target": "L1"}, 4, "L3, L4, L5, L6"),
        (written() | {"picks": {"planning": 3}}, 3, "Only 1 skill is answered"),
    ],
)
def test_what_cannot_be_scored_ends_with_its_code_and_a_clear_line(
    tpm: Tpm, tmp_path: Path, content: object, code: int, words: str
) -> None:
    ended, printed = tpm("score", a_file(tmp_path, content), "--json")

    assert ended == code
    assert words in json.loads(printed)["error"]["message"]


def test_two_ways_of_naming_answers_at_once_are_refused(tpm: Tpm, tmp_path: Path) -> None:
    path = a_file(tmp_path, written())

    assert tpm("score", path, "--batch", path)[0] == 2
    assert tpm("score")[0] == 2


def test_a_batch_answers_every_line_in_its_order(tpm: Tpm, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a"} | written()),
        "not json",
        json.dumps({"id": "c"} | written() | {"scope": {"teams": 9}}),
        json.dumps({"id": "d"} | written("program", "L5")),
    ]

    code, printed = tpm("score", "--batch", a_file(tmp_path, "\n".join(lines)))

    answered = [json.loads(line) for line in printed.splitlines()]
    assert code == 0
    assert [line["id"] for line in answered] == ["a", None, "c", "d"]
    assert ["error" in line for line in answered] == [False, True, True, False]
    assert answered[2]["error"]["field"] == "scope.teams"
    assert answered[3]["fit"]["level"] == "L5"


def test_the_simulation_reports_its_four_figures(tpm: Tpm) -> None:
    code, printed = tpm("simulate", "--people", 20, "--seed", 2, "--json")

    shown = json.loads(printed)
    assert code == 0
    assert {"exact", "within_one", "too_high", "band_coverage"} <= set(shown)
    assert set(shown["scenarios"]) == {"base", "harsh", "modest", "independent"}


def test_the_simulation_prints_a_table(tpm: Tpm) -> None:
    code, printed = tpm("simulate", "--people", 10)

    assert code == 0
    assert "plain rule with coach" in printed
