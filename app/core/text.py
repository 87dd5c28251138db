"""What people type or hand in, made safe to keep and print: nothing invisible is left, nothing visible is lost."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# Marks that steer or hide other characters. The joiners (U+200C, U+200D) are not among them: emoji, Persian and
# Indic words need those between visible characters.
_INVISIBLE = frozenset("\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_KEPT_CONTROLS = frozenset("\n\t")
DEEPEST = 50  # lists within lists; nothing that the product writes or reads comes near


@dataclass(frozen=True)
class Cleaned:
    """The text, and how many characters had to go."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """Normalize to NFC with plain line ends; drop control, direction and zero-width characters."""
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = [char for at, char in enumerate(unified) if _stays(unified, at, char)]
    return Cleaned("".join(kept), len(unified) - len(kept))


def clean_values(content: Any) -> Any:
    """Clean every text in what a JSON or YAML file holds: their escapes can name what nobody could type."""
    if isinstance(content, str):
        return clean(content).text
    if isinstance(content, dict):
        return {clean_values(key): clean_values(value) for key, value in content.items()}
    if isinstance(content, list):
        return [clean_values(value) for value in content]
    return content


def whole_number(written: str, most: int) -> int | None:
    """The number that digits write; None for anything else and for one above the most, however long it is."""
    digits = written.lstrip("0") or written[-1:]
    if not written.isdecimal() or len(digits) > len(str(most)) or int(digits) > most:
        return None
    return int(digits)


def from_json(written: str | bytes) -> Any:
    """What JSON holds; raises `ValueError` that says why not, also for what no JSON is (NaN) and what is too deep."""
    too_deep = f"its lists and objects lie more than {DEEPEST} deep in one another"
    try:
        content = json.loads(written, parse_constant=_no_number)
    except RecursionError:
        raise ValueError(too_deep) from None
    if _is_deep(content):
        raise ValueError(too_deep)
    return content


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not a number in JSON")


def _is_deep(content: object) -> bool:
    layer = [content]
    for _ in range(DEEPEST):
        layer = [inner for outer in layer for inner in _inside(outer)]
    return bool(layer)


def _inside(content: object) -> Iterable[object]:
    if isinstance(content, dict):
        return content.values()
    return content if isinstance(content, list) else ()


def _stays(text: str, at: int, char: str) -> bool:
    if char in _KEPT_CONTROLS:
        return True
    if char in _INVISIBLE or char in _DIRECTION:
        return False
    if char in _JOINERS:
        return 0 < at < len(text) - 1 and text[at - 1] > "\u007f" and text[at + 1] > "\u007f"
    # Cc: controls; Cs: lone surrogates, which no file can hold
    return unicodedata.category(char) not in {"Cc", "Cs"}
