"""`tpm posting`: from a brief to a posting, in any format."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import click

from app.cli import posting_law
from app.config import from_environment
from app.core.postings.posting import Posting
from app.documents import posting_text
from app.usecases import postings
from app.usecases.toolkit import Toolkit

TEXT_FORMATS: dict[str, Callable[[Posting], str]] = {
    "md": posting_text.to_markdown,
    "html": posting_text.to_html,
    "txt": posting_text.to_plain_text,
    "json": posting_text.to_json,
}
FORMATS = ("pdf", *TEXT_FORMATS)


@click.group()
def command() -> None:
    """Build job postings."""


@command.command()
@click.argument("brief", type=click.File("rb"))
@click.option("--format", "kind", type=click.Choice(FORMATS), default="md", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to; else standard output.")
def build(brief: BinaryIO, kind: str, output: Path | None) -> None:
    """Write the posting of a BRIEF (YAML or JSON; - for standard input).

    \b
    Example: tpm posting build data/examples/senior-program.yaml --format pdf -o posting.pdf
    """
    toolkit = Toolkit(from_environment())
    posting = postings.from_brief_file(toolkit, brief.read())
    write(document(posting, kind), output)


command.add_command(posting_law.command)


def document(posting: Posting, kind: str) -> bytes:
    """The posting as a file of this kind."""
    if kind == "pdf":
        from app.documents.pdf.posting import posting_pdf  # WeasyPrint is heavy, so it waits until a PDF is asked for

        return posting_pdf(posting)
    return TEXT_FORMATS[kind](posting).encode()


def write(content: bytes, output: Path | None) -> None:
    if output is not None:
        output.write_bytes(content)
    elif content.startswith(b"%PDF") and sys.stdout.isatty():
        raise click.UsageError("A PDF cannot be shown in a terminal: add -o FILE.")
    else:
        click.echo(content, nl=False)
