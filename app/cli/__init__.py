"""The command line. Each command lives in a module of its own, loaded only when it is called."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

import click

from app.config import SettingError, locale_of
from app.core.english import write_as
from app.core.errors import DataError, DomainError

# name -> (module with `command`, one line of help)
COMMANDS = {
    "serve": ("app.cli.serve", "Start the product on this machine."),
    "posting": ("app.cli.posting", "Build postings, and hold them against the law."),
    "assessment": ("app.cli.assessment", "Assess oneself against the role's levels."),
    "salary": ("app.cli.salary", "Look up pay by family, level and region, with how sure it is."),
    "title": ("app.cli.title", "Read a job title into family, track and level."),
    "models": ("app.cli.models", "Train, evaluate and describe the models."),
    "resume": ("app.cli.resume", "Read a résumé, its lines, or a résumé against a posting."),
    "data": ("app.cli.data", "Check and report on the data files."),
    "upkeep": ("app.cli.upkeep", "Drop what was deleted or left behind long enough ago."),
    "account": ("app.cli.account", "Help somebody who cannot get into their account."),
    "db": ("app.cli.db", "Bring the database up to date."),
    "backup": ("app.cli.backup", "Write all saved work to one file."),
    "restore": ("app.cli.restore", "Bring a backup back."),
}
_EXIT_CODES = {"not_enough_evidence": 3, "no_such_role": 3, "bad_file": 4, "bad_answer": 4, "cannot_be_listed": 4}


class LazyGroup(click.Group):
    """A group that knows its commands' names without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup)
@click.version_option(package_name="tpm-toolkit", prog_name="tpm")
def command() -> None:
    """The career and hiring toolkit for the technical project and program manager role.

    \b
    Example: tpm posting build data/examples/senior-program.yaml --format pdf -o posting.pdf

    Exit codes: 0 done, 2 wrong use, 3 cannot answer honestly, 4 bad input file.
    """


def main() -> None:
    """Run a command; an error that a person can mend is one clear line and an exit code."""
    try:
        write_as(locale_of().partition("-")[2])
        command.main(standalone_mode=True)
    except DomainError as error:
        _explain(error)
        sys.exit(_EXIT_CODES.get(error.code, 2))
    except (DataError, SettingError) as error:
        click.echo(f"tpm: {error}", err=True)
        sys.exit(2)


def save(file: Path, content: bytes) -> None:
    """Write what was asked for to a file; raises `DomainError` where that cannot be."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise DomainError(f"{file} cannot be written: {error.strerror}.", field="output") from None


def _explain(error: DomainError) -> None:
    if "--json" in sys.argv:
        click.echo(json.dumps({"error": error_object(error)}, ensure_ascii=False))
    else:
        click.echo(f"tpm: {' '.join(filter(None, (error.message, error.advice)))}", err=True)


def error_object(error: DomainError) -> dict[str, object]:
    """The error as the JSON answers carry it."""
    field = {"field": error.field} if error.field else {}
    advice = {"advice": error.advice} if error.advice else {}
    return {"code": error.code, "message": error.message} | field | advice | error.more()
