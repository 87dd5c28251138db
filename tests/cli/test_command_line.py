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


@pytest.mark.parametrize("more", [{}, {"TPM_SECRET_KEY": "k" * 40}], ids=["kept key", "given key"])
def test_an_instance_that_is_no_folder_is_named(tmp_path: Path, more: dict[str, str]) -> None:
    file = tmp_path / "a-file"
    file.write_text("in the way", encoding="utf-8")

    result = run("db", "upgrade", TPM_INSTANCE=str(file), **more)

    assert result.returncode == 2
    assert result.stderr.startswith(f"tpm: The folder {file} cannot be used")
    assert "TPM_INSTANCE must name a folder" in result.stderr


def test_a_database_in_a_place_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("in the way", encoding="utf-8")

    result = run("db", "upgrade", TPM_INSTANCE=str(tmp_path), TPM_DATABASE_URL=f"sqlite:///{file}/tpm.sqlite3")

    assert result.returncode == 2
    assert "cannot be opened" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("posting", "build", "data/examples/senior-program.yaml"),
        ("assessment", "score", "data/examples/answers.json"),
    ],
    ids=["posting", "assessment"],
)
def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    nowhere = tmp_path / "no-such-folder" / "out.txt"

    result = run(*command, "-o", str(nowhere), TPM_INSTANCE=str(tmp_path))

    assert result.returncode == 2
    assert result.stderr == f"tpm: {nowhere} cannot be written: No such file or directory.\n"


def test_single_sign_on_without_its_packages_is_told_before_the_server_starts(tmp_path: Path) -> None:
    without = tmp_path / "without"
    without.mkdir()
    (without / "sitecustomize.py").write_text("import sys; sys.modules.update(authlib=None)", encoding="utf-8")
    issuer = {f"TPM_OIDC_{name}": "x" for name in ("CLIENT_ID", "CLIENT_SECRET")}

    result = run(
        "serve",
        PYTHONPATH=f"{without}{os.pathsep}{ROOT}",
        TPM_INSTANCE=str(tmp_path),
        TPM_PORT="58231",
        TPM_OIDC_ISSUER="https://id.example.org",
        **issuer,
    )

    assert result.returncode == 2
    assert "TPM_OIDC_ISSUER needs the package authlib" in result.stderr
