"""The house keeps its own rules."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from app.config import ROOT, TEMPLATES

CORE_FILES = sorted((ROOT / "app" / "core").rglob("*.py"))


def test_every_import_keeps_to_its_floor() -> None:
    result = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], check=False, cwd=ROOT, capture_output=True, text=True
    )

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", CORE_FILES, ids=lambda path: path.name)
def test_the_core_imports_the_standard_library_only(path: Path) -> None:
    names = [
        name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    ]

    strangers = [
        name for name in names if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("app.core")
    ]

    assert strangers == []


def test_every_template_compiles(app: Flask) -> None:
    names = [str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*")]

    for name in names:
        app.jinja_env.get_template(name)

    assert len(names) > 3


def test_trained_models_hold_no_code() -> None:
    assert list((ROOT / "models").rglob("*.py")) == []
    assert (ROOT / "models" / "README.md").read_text(encoding="utf-8").startswith("Trained models live here")


def test_every_command_stands_in_the_readme() -> None:
    from app.cli import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"tpm {name}" not in readme] == []


def test_every_setting_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    config = (ROOT / "app" / "config.py").read_text(encoding="utf-8")
    settings = set(re.findall(r'"(TPM_[A-Z_]+)"', config))

    assert settings
    assert sorted(name for name in settings if f"`{name}`" not in readme) == []


def test_every_folder_of_tests_is_a_room_of_the_house() -> None:
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    rooms = {path.name for path in (ROOT / "app").iterdir() if path.is_dir()}

    assert folders - rooms <= {"house", "data", "browser", "examples"}
