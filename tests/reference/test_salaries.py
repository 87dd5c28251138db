"""The pay tables load, strictly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.config import DATA, MODELS
from app.core.errors import DataError
from app.ml.salaries import artefact
from app.reference import salaries as salary_files
from app.reference import sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "salaries", tmp_path / "data" / "salaries")
    return tmp_path / "data" / "salaries"


def load(folder: Path) -> None:
    salary_files.load(folder, artefact.read(MODELS), sources.load(DATA / "sources"))


def test_the_tables_load(folder: Path) -> None:
    load(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("us-oflc.csv", "39.40", "much", "us-oflc.csv, line 2: could not convert"),
        ("us-oews.csv", "year,soc", "jahr,soc", "us-oews.csv: the column 'year' is missing"),
        ("published/sg.csv", "MONTH", "MOON", "'MOON' is not known"),
        ("published/de.csv", "ba-entgeltatlas-2023", "hearsay", "the source 'hearsay' is not in data/sources/"),
        ("exchange-rates.csv", "2021-05", "May 21", "is not a month"),
        ("title_map.yaml", "level: L6", "level: L7", "'L7' is not known"),
        ("articles.yaml", "period: MONTH", "period: MOON", "'MOON' is not known"),
    ],
)
def test_a_slip_is_named_by_file_and_place(folder: Path, name: str, old: str, new: str, said: str) -> None:
    file = folder / name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    with pytest.raises(DataError, match=said):
        load(folder)


def test_a_missing_table_is_named(folder: Path) -> None:
    (folder / "posted-ranges.csv").unlink()

    with pytest.raises(DataError, match=r"data/salaries/posted-ranges.csv: the file is missing"):
        load(folder)


def test_a_row_that_is_cut_short_is_named(folder: Path) -> None:
    file = folder / "us-oews.csv"
    file.write_text(file.read_text(encoding="utf-8") + "2026,15-1299,Title\n", encoding="utf-8")

    with pytest.raises(DataError, match="not as many cells"):
        load(folder)


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "salary-bands").mkdir()
    (tmp_path / "salary-bands" / "bands.json").write_text('{"month": "2023-11"}', encoding="utf-8")

    with pytest.raises(DataError, match="train it anew"):
        artefact.read(tmp_path)


def test_the_table_that_derives_from_an_open_database_carries_its_licence() -> None:
    licence = (DATA / "salaries" / "stackoverflow-2025" / "LICENSE.md").read_text(encoding="utf-8")

    assert "Open Database License 1.0" in licence
