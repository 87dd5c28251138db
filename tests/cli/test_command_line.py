"""The command line as a whole: quick, and with exit codes that a script can trust."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import COMMANDS
from app.config import ROOT

SHOW_HELP_AND_MODULES = """
import sys, app.cli
sys.argv = ["tpm", "--help"]
try:
    app.cli.main()
except SystemExit:
    print(*sys.modules)
"""
TPM = Path(sys.executable).parent / "tpm"


def run(*arguments: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    environment = (
        os.environ | {"PYTHONPATH": str(ROOT)} | settings
    )  # this folder, wherever the command is installed from
    return subprocess.run(
        [TPM, *arguments], check=False, input=stdin, capture_output=True, text=True, cwd=ROOT, env=environment
    )


def test_help_names_every_command() -> None:
    result = run("--help")

    assert result.returncode == 0
    assert [name for name in COMMANDS if name not in result.stdout] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    assert run(name, "--help").returncode == 0


def test_help_loads_neither_the_pdf_writer_nor_the_pages() -> None:
    result = subprocess.run(
        [sys.executable, "-c", SHOW_HELP_AND_MODULES], check=True, capture_output=True, text=True, cwd=ROOT
    )

    loaded = set(result.stdout.split())
    assert not loaded & {"flask", "weasyprint", "sklearn", "sqlalchemy", "yaml"}


def test_a_bad_file_ends_with_4_and_one_line() -> None:
    result = run("posting", "build", "-", stdin="track: product")

    assert result.returncode == 4
    assert result.stderr.startswith("tpm: ")
    assert "Traceback" not in result.stderr


def test_wrong_use_ends_with_2() -> None:
    assert run("posting", "build", "no-such-file.yaml").returncode == 2
    assert run("posting", "build", "-", "--format", "odt").returncode == 2
    assert run("no-such-command").returncode == 2


def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    result = run("serve", TPM_PORT="eighty", TPM_INSTANCE=str(tmp_path))

    assert result.returncode == 2
    assert "TPM_PORT must be a whole number from 1 to 65535" in result.stderr
