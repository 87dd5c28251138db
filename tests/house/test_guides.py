"""README, guides and CONTRIBUTING fit the product: links, pictures, commands, settings, files and figures."""

from __future__ import annotations

import re
import shlex
import struct
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from app.cli import command
from app.config import ROOT
from tests.browser.guide_pictures import FOLDER, MOST_BYTES, PICTURES, WIDTH
from tests.browser.pages import VIEWS

DOCS = ROOT / "docs"
READMES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
GUIDES = [*READMES, *sorted(DOCS.rglob("*.md")), *sorted((ROOT / "data").rglob("README.md"))]
FIGURES = DOCS / "how-figures-are-made.md"
CARDS = [*sorted((ROOT / "models").glob("*/card.md")), DOCS / "assessment-figures.md"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
A_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
A_FILE = re.compile(r"`((?:app|data|tests|docs|models|templates|benchmarks|deploy)/[\w./*-]*)`")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> str:
    """The document without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", text_of(path), flags=re.DOTALL | re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """The addresses of headings, as the usual hosts of repositories make them."""
    headings = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def every_picture() -> set[str]:
    return {target for path in GUIDES for target in A_LINK.findall(prose(path)) if target.endswith(".png")}


@pytest.mark.parametrize("path", GUIDES, ids=named)
def test_every_link_leads_somewhere(path: Path) -> None:
    lost = []
    for link in A_LINK.findall(re.sub(r"`[^`\n]*`", "", prose(path))):
        if link.startswith(("https://", "http://")):
            continue
        target, _, anchor = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        if not file.exists() or (anchor and anchor not in anchors(file)):
            lost.append(link)

    assert lost == []


def test_every_document_stands_in_the_index() -> None:
    index = DOCS / "README.md"
    linked = {(DOCS / link.partition("#")[0]).resolve() for link in A_LINK.findall(prose(index))}

    assert [named(path) for path in DOCS.rglob("*.md") if path != index and path not in linked] == []


def test_every_picture_can_be_made_again_and_is_shown() -> None:
    made = {f"{picture.name}.png" for picture in PICTURES}

    assert {path.name for path in FOLDER.iterdir()} == made
    assert {Path(target).name for target in every_picture()} == made
    assert {picture.view for picture in PICTURES} <= {view.name for view in VIEWS}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.png")), ids=lambda path: path.name)
def test_a_picture_is_light_and_as_wide_as_a_laptop(path: Path) -> None:
    content = path.read_bytes()

    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20]) == (WIDTH,)
    assert len(content) < MOST_BYTES


def test_every_picture_says_in_words_what_it_shows() -> None:
    said = [re.findall(r"!\[([^\]]*)\]", prose(path)) for path in GUIDES]

    assert [words for page in said for words in page if len(words.split()) < 6] == []


def mistake_in(words: list[str]) -> str | None:
    """The first word of a command line that the command does not know, options included."""
    here: click.Command = command
    context = click.Context(here)
    while isinstance(here, click.Group) and words and re.fullmatch(r"[a-z][a-z-]*", words[0]):
        found = here.get_command(context, words[0])
        if found is None:
            return words[0]
        here, words = found, words[1:]
    options = {name for option in here.params for name in option.opts} | {"--help", "--version"}
    return next((word for word in words if word.startswith("-") and word != "-" and word not in options), None)


def commands_in(path: Path) -> list[str]:
    """The command lines of a document, those in sentences and those in blocks."""
    inline = re.findall(r"`(tpm [^`\n]+)`", text_of(path))
    return inline + re.findall(r"^(?:\.venv/bin/)?(tpm .+?)(?:\s+#.*)?$", text_of(path), re.MULTILINE)


@pytest.mark.parametrize("path", GUIDES, ids=named)
def test_every_command_is_one_that_the_product_has(path: Path) -> None:
    wrong = {line: mistake_in(shlex.split(line)[1:]) for line in commands_in(path)}

    assert {line: word for line, word in wrong.items() if word} == {}


# What somebody may type as it stands, on a new copy: quick, about files that are here, and without consequences.
AS_IT_STANDS = re.compile(
    r"tpm (salary --|title [^…]+$|data (check|report)|posting (build|review) data/|(resume|assessment) \w+ data/)"
)
WHOLE_COMMANDS = sorted(
    {
        line
        for path in (ROOT / "README.md", *sorted((DOCS / "guides").iterdir()), DOCS / "changing-the-data.md")
        for line in commands_in(path)
        if AS_IT_STANDS.match(line)
    }
)


@pytest.mark.parametrize("line", WHOLE_COMMANDS)
def test_a_command_that_is_written_out_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("TPM_INSTANCE", str(tmp_path))
    words = shlex.split(line)[1:]
    if "-o" in words:
        words[-1] = str(tmp_path / words[-1])

    result = CliRunner().invoke(command, words)

    assert (result.exit_code, result.exception) == (0, None)
    assert result.output or Path(words[-1]).stat().st_size


@pytest.mark.parametrize("path", GUIDES, ids=named)
def test_every_module_and_target_that_is_named_is_there(path: Path) -> None:
    modules = [name.replace(".", "/") for name in re.findall(r"python -m ((?:tests|benchmarks)[\w.]*)", text_of(path))]
    targets = re.findall(r"(?:^|`)make ([a-z]+)\b", text_of(path), re.MULTILINE)

    assert [name for name in modules if not ((ROOT / f"{name}.py").exists() or (ROOT / name).is_dir())] == []
    assert [name for name in targets if f"\n{name}:" not in MAKEFILE] == []


@pytest.mark.parametrize("path", GUIDES, ids=named)
def test_every_file_that_is_named_is_there(path: Path) -> None:
    assert [name for name in A_FILE.findall(prose(path)) if not any(ROOT.glob(name.rstrip("/")))] == []


@pytest.mark.parametrize("path", GUIDES, ids=named)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    known = set(re.findall(r'"(TPM_[A-Z_]+)"', text_of(ROOT / "app" / "config.py"))) | {"TPM_BENCH_DATA"}

    assert set(re.findall(r"\bTPM_[A-Z_]+", text_of(path))) - known == set()


def test_every_figure_in_a_table_stands_in_its_card() -> None:
    rows = [line for line in text_of(FIGURES).splitlines() if line.startswith("|")]
    measured = {line for card in CARDS for line in text_of(card).splitlines()}

    assert len(rows) > 20
    assert [row for row in rows if row not in measured] == []


def test_the_map_of_the_house_names_its_folders() -> None:
    readme = text_of(ROOT / "README.md").partition("## The house")[2]
    rooms = {path.name for path in (ROOT / "app").iterdir() if path.is_dir() and path.name != "__pycache__"}
    wings = {"app", "data", "models", "templates", "tests", "benchmarks", "deploy", "docs"}

    assert [name for name in sorted(rooms | wings) if f"{name}/" not in readme] == []
