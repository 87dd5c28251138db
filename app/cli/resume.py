"""`tpm resume`: read a résumé, single lines, or a résumé against a posting."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from app.cli.batches import answer_lines, text_of
from app.core.errors import DomainError
from app.core.resumes.as_json import reading_json, report_json
from app.core.resumes.pages import BadFileError, Pages
from app.core.resumes.report import Report, at_work
from app.usecases import resumes
from app.usecases.lines import Lines

BAD_FILE = 4


@click.group()
def command() -> None:
    """Read a résumé: what was achieved, how it is measured, and what is missing.

    Nothing is kept, and nothing leaves this machine.

    Example: tpm resume analyze resume.pdf
    """


@command.command()
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def analyze(file: str, as_json: bool) -> None:
    """Read a whole résumé: PDF, DOCX, text, Markdown or JSON Resume; - reads text from standard input.

    Example: tpm resume analyze resume.pdf --json
    """
    try:
        report = resumes.analyze(Lines(), _pages(file))
    except BadFileError as error:
        _refuse(error, as_json)
    else:
        click.echo(_dumped(report_json(report)) if as_json else _told(report))


@command.command()
@click.option("--batch", required=True, help='JSON lines {"id", "text"}; - for standard input.')
def lines(batch: str) -> None:
    """Read single lines, one answer for each in the same order.

    Example: echo '{"id": "1", "text": "Cut the release cycle from 10 days to 2"}' | tpm resume lines --batch -
    """
    reader = Lines()
    answer_lines(batch, lambda record: _reading(record, reader))


@command.command()
@click.argument("resume", type=click.Path(allow_dash=True))
@click.argument("posting", type=click.Path(exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def match(resume: str, posting: str, as_json: bool) -> None:
    """Hold a résumé against a posting: which line shows each skill that is asked, and which have none.

    Example: tpm resume match resume.pdf posting.txt --json
    """
    try:
        report = resumes.analyze(Lines(), _pages(resume))
        found = resumes.match(report, Path(posting).read_text(encoding="utf-8"))
    except BadFileError as error:
        _refuse(error, as_json)
    except UnicodeDecodeError:
        _refuse(BadFileError("posting_unreadable", "The posting is not a text file."), as_json)
    else:
        click.echo(_dumped(found.as_json()) if as_json else found.told())


def _pages(file: str) -> Pages:
    if file == "-":
        return resumes.read_text(sys.stdin.read())
    path = Path(file)
    if not path.is_file():
        raise BadFileError("no_file", f"There is no file {file}.")
    with resumes.reading_room() as reader:
        return resumes.read_file(reader, path.read_bytes(), path.name)


def _refuse(error: BadFileError, as_json: bool) -> None:
    """Say what speaks against the file, and exit 4 as the contract has it for a bad input file."""
    if as_json:
        click.echo(_dumped({"error": _error(error)}))
    else:
        click.echo(f"tpm: {error.message}", err=True)
    sys.exit(BAD_FILE)


def _error(error: BadFileError) -> dict[str, str]:
    return {"code": error.code, "message": error.message} | ({"field": error.field} if error.field else {})


def _reading(record: dict[str, Any], reader: Lines) -> dict[str, Any]:
    text = " ".join(text_of(record).split())
    if not text:
        raise DomainError("The line has no text.", field="text", code="no_text")
    return reading_json(reader.read(text))


def _dumped(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)


def _told(report: Report) -> str:
    return "\n".join(_told_lines(report))


def _told_lines(report: Report) -> Iterator[str]:
    yield f"Score {report.score} of 100 (reading quality {report.quality:.0%})"
    for part in report.parts:
        yield f"  {part.name:14} {part.points:4g} of {part.of:<3} {part.why}"
    if report.level.low:
        yield f"  Evidence for    {report.level.in_words}"
    for warning in report.warnings:
        yield f"  ! {warning}"
    yield ""
    for one in report.lines:
        if at_work(one.line) and one.reading.is_scored:
            yield f"{one.reading.score:3}  {one.reading.kind!s:8}  {one.line.text}"
            if one.reading.prompts:
                yield f"               ? {one.reading.prompts[0]}"
