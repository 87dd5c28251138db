"""`tpm posting`: from a brief to a posting, in any format."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import click

from app.cli import posting_coding, posting_law, posting_review, save
from app.config import from_environment
from app.documents.pdf import render
from app.usecases import postings
from app.usecases.documents import FORMATS, Format, Order
from app.usecases.toolkit import Toolkit


@click.group()
def command() -> None:
    """Build job postings."""


@command.command()
@click.argument("brief", type=click.File("rb"))
@click.option(
    "--format", "kind", type=click.Choice(list(FORMATS)), default="md", show_default=True, help="What to write."
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to; else standard output.")
def build(brief: BinaryIO, kind: str, output: Path | None) -> None:
    """Write the posting of a BRIEF (YAML or JSON; - for standard input).

    \b
    Example: tpm posting build data/examples/senior-program.yaml --format pdf -o posting.pdf
    """
    toolkit = Toolkit(from_environment())
    posting = postings.from_brief_file(toolkit, brief.read())
    order = Order(posting, toolkit, datetime.now(UTC).date(), render.here)
    write(FORMATS[kind], FORMATS[kind].write(order), output)


command.add_command(posting_coding.command)
command.add_command(posting_law.command)
command.add_command(posting_review.command)


def write(wanted: Format, content: bytes, output: Path | None) -> None:
    if output is not None:
        save(output, content)
    elif not wanted.is_text and sys.stdout.isatty():
        raise click.UsageError(f"A {wanted.name} file cannot be shown in a terminal: add -o FILE.")
    else:
        click.echo(content, nl=False)
