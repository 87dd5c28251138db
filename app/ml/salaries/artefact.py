"""Reads and writes `models/salary-bands/`: numbers, facts and card. No statistics library is needed here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.core.errors import DataError
from app.core.salaries.filings_model import Count, Five, PayModel

FOLDER = "salary-bands"


def read(models: Path) -> PayModel:
    """Raises `DataError` when the artefact is missing or is not whole."""
    numbers = _json(models / FOLDER / "bands.json")
    try:
        return pay_model(numbers)
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"models/{FOLDER}/bands.json: {error!r}; train it anew with tpm models train salaries."
        ) from error


def read_facts(models: Path) -> dict[str, Any]:
    return _json(models / FOLDER / "facts.json")


def pay_model(numbers: dict[str, Any]) -> PayModel:
    """The artefact as a core value."""
    return PayModel(
        month=numbers["month"],
        effects=numbers["effects"],
        draw_unit=numbers["draw_unit"],
        draws=numbers["draws"],
        spreads={name: _five(values) for name, values in numbers["spreads"].items()},
        spread_errors={name: _five(values) for name, values in numbers["spread_errors"].items()},
        between_states=numbers["between_states"],
        counts={name: Count(filings, employers) for name, (filings, employers) in numbers["counts"].items()},
        index_slope=numbers["index_slope"],
        index_reference=numbers["index_reference"],
        area_index=numbers["area_index"],
        region_error=numbers["region_error"],
        level_error=numbers["level_error"],
    )


def _five(values: list[float]) -> Five:
    first, second, third, fourth, fifth = values
    return first, second, third, fourth, fifth


def write(models: Path, numbers: dict[str, Any], facts: dict[str, Any], card: str) -> None:
    folder = models / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    # One effect a line, so that a retraining shows in a diff what it changed.
    (folder / "bands.json").write_text(_lines(numbers), encoding="utf-8")
    (folder / "facts.json").write_text(json.dumps(facts, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "card.md").write_text(card, encoding="utf-8")


def _lines(numbers: dict[str, Any]) -> str:
    parts = []
    for key, value in numbers.items():
        if isinstance(value, dict):
            inner = ",\n".join(
                f"{json.dumps(name)}:{json.dumps(one, separators=(',', ':'))}" for name, one in value.items()
            )
            parts.append(f"{json.dumps(key)}:{{\n{inner}\n}}")
        else:
            parts.append(f"{json.dumps(key)}:{json.dumps(value)}")
    return "{" + ",\n".join(parts) + "}\n"


def _json(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"models/{FOLDER}/{path.name} is missing; train it with tpm models train salaries.") from None
    except json.JSONDecodeError as error:
        raise DataError(f"models/{FOLDER}/{path.name} is not JSON: {error}.") from error
    return found
