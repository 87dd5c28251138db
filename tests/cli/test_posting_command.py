"""`tpm posting`: the same facts as on the page, and clear words for a brief that will not do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import command
from app.config import DATA
from app.core.errors import DomainError

EXAMPLES = sorted((DATA / "examples").glob("*.yaml"))


def build(*arguments: str, stdin: str | None = None) -> str:
    result = CliRunner().invoke(command, ["posting", "build", *arguments], input=stdin, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["md", "html", "txt", "json"])
def test_each_example_brief_becomes_a_posting(path: Path, kind: str) -> None:
    text = build(str(path), "--format", kind)

    assert "What you will achieve" in text or "WHAT YOU WILL ACHIEVE" in text


def test_there_is_an_example_for_each_track() -> None:
    tracks = {json.loads(build(str(path), "--format", "json"))["brief"]["track"] for path in EXAMPLES}

    assert tracks == {"project", "program"}


def test_a_brief_may_come_on_standard_input() -> None:
    brief = "{track: program, level: L3, employer: Harborline, work_mode: remote, places: [US-WA]}"

    assert "# Technical Program Manager" in build("-", stdin=brief)


@pytest.mark.parametrize(
    ("kind", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("kit-pdf", b"%PDF"), ("kit-docx", b"PK")]
)
def test_documents_are_written_as_files(tmp_path: Path, kind: str, begins: bytes) -> None:
    build(str(EXAMPLES[0]), "--format", kind, "-o", str(tmp_path / "document"))

    assert (tmp_path / "document").read_bytes().startswith(begins)


def test_a_posting_can_be_listed_by_job_search_engines() -> None:
    brief = "{track: program, level: L3, employer: Harborline, work_mode: remote, places: [US-WA]}"

    listed = json.loads(build("-", "--format", "jsonld", stdin=brief))

    assert listed["@type"] == "JobPosting"
    assert listed["applicantLocationRequirements"] == {"@type": "State", "name": "Washington, United States"}


def test_a_posting_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    build(str(EXAMPLES[0]), "--format", "txt", "-o", str(tmp_path / "posting.txt"))

    assert "HOW TO APPLY" in (tmp_path / "posting.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("brief", "complaint"),
    [
        (
            "track: program\nlevel: L9\nemployer: H\nwork_mode: remote\nplaces: [US-WA]",
            "no level L9. It has L3, L4, L5, L6",
        ),
        ("track: program", "must name 'level'"),
        ("- a\n- list", "must be a mapping"),
        ("a: [", "not YAML or JSON"),
        ("a: &a [x]\nb: [*a, *a]", "aliases"),
    ],
)
def test_a_brief_that_will_not_do_is_refused_by_name(brief: str, complaint: str) -> None:
    with pytest.raises(DomainError, match=complaint) as refused:
        build("-", stdin=brief)

    assert refused.value.code == "bad_file"
