"""`tpm models`: train, evaluate and describe the trained models, each by its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Protocol, TypeVar, cast

import click

from app.config import MODELS
from app.core.errors import DataError

T = TypeVar("T")


class Trainer(Protocol):
    """What a model's module under `app/cli/` offers; it is loaded only when the model is named."""

    def train(self, today: date) -> str: ...
    def evaluate(self) -> str: ...
    def check(self) -> bool: ...


# name -> (module that offers the four functions, folder under models/)
MODULES = {
    "salaries": ("app.cli.models_salaries", "salary-bands"),
    "achievement-lines": ("app.cli.models_achievement_lines", "achievement-lines"),
}
named = click.argument("model", type=click.Choice(list(MODULES)))


def _trainer(model: str) -> Trainer:
    trainer: Trainer = cast(Trainer, import_module(MODULES[model][0]))
    return trainer


@click.group()
def command() -> None:
    """Train, evaluate and describe the models under models/."""


@command.command()
@named
def train(model: str) -> None:
    """Rebuild a model from data/ with its fixed seed, and write its facts and card.

    Example: tpm models train salaries
    """
    click.echo(_with_libraries(lambda: _trainer(model).train(datetime.now(UTC).date())))


@command.command()
@named
def evaluate(model: str) -> None:
    """Measure a model on held-out data, beside simpler ways.

    Example: tpm models evaluate salaries
    """
    click.echo(_with_libraries(lambda: _trainer(model).evaluate()))


@command.command()
@click.argument("model", type=click.Choice(list(MODULES)), required=False)
@click.option("--check", is_flag=True, help="Fail unless each model fits its data, and each card its facts.")
def describe(model: str | None, *, check: bool) -> None:
    """Print the card of a model, or of all.

    Example: tpm models describe salaries
    """
    for name in [model] if model else MODULES:
        if check and not _with_libraries(_checker(name)):
            raise DataError(
                f"models/{MODULES[name][1]}: the model was trained on other data; run tpm models train {name}."
            )
        click.echo(_card(name) if not check else f"{name}: the model fits its data, and the card its facts.")


def _checker(name: str) -> Callable[[], bool]:
    return lambda: _trainer(name).check()


def _card(name: str) -> str:
    return Path(MODELS / MODULES[name][1] / "card.md").read_text(encoding="utf-8")


def _with_libraries(run: Callable[[], T]) -> T:
    """Say plainly which libraries are missing: an installation that only serves pages has none of them."""
    try:
        return run()
    except ModuleNotFoundError as error:
        raise DataError(f"Training needs {error.name}, which `make check` or `make test` installs.") from error
