"""The trained reader of résumé lines: kind, measured or not, specific or not, and the role of each number."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.achievements.likelihoods import Kind, Likelihoods
from app.core.achievements.metrics import Mention, Role
from app.core.achievements.signals import signals
from app.core.errors import DataError
from app.ml import linear
from app.ml.linear import Linear
from app.ml.tokens import neutral, piece_tokens, role_tokens, shape_tokens, word_tokens

ARTEFACT = "artefact.json"
MOST_REASONS = 4  # words named as the grounds for a kind
PARTS = ("kind", "measured", "specific", "role")


@dataclass(frozen=True)
class LineReader:
    """Four linear models over one line."""

    kind: Linear
    measured: Linear
    specific: Linear
    role: Linear

    def likelihoods(self, line: str, mentions: Sequence[Mention]) -> Likelihoods:
        families, seen = line_features(line, mentions)
        kinds = self.kind.likelihoods(families, seen)
        likeliest = max(kinds, key=lambda kind: kinds[kind])
        because = [
            word for weight, word in self.kind.weights_for(likeliest, families[0]) if weight > 0 and _speaks(word)
        ]
        return Likelihoods(
            {Kind(kind): share for kind, share in kinds.items()},
            self.measured.likelihoods(families, seen)["yes"],
            self.specific.likelihoods(families, seen)["yes"],
            self._roles(line, mentions, seen),
            tuple(because[:MOST_REASONS]),
        )

    def _roles(
        self, line: str, mentions: Sequence[Mention], seen: Mapping[str, float]
    ) -> tuple[Mapping[Role, float], ...]:
        if not mentions:
            return ()
        beginning = self.role.beginning(seen)
        shares = (self.role.likelihoods_from(beginning, (role_tokens(line, mention),)) for mention in mentions)
        return tuple({Role(role): share for role, share in one.items()} for one in shares)


def line_features(line: str, mentions: Sequence[Mention]) -> tuple[tuple[list[str], ...], dict[str, float]]:
    """What the line models weigh: words, the line's shape, pieces of words, and signals."""
    text = neutral(line, mentions)
    return (word_tokens(text), shape_tokens(text), piece_tokens(text)), signals(line, mentions)


def _speaks(token: str) -> bool:
    """Whether a token is something that a person would read as a reason."""
    return len(token) > 3 and not any(sign in token for sign in "^<.,;:|")


def load(folder: Path) -> LineReader:
    """Raises `DataError` when the artefact is missing or is not whole."""
    path = folder / ARTEFACT
    try:
        content: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return LineReader(*(linear.from_json(content[part]) for part in PARTS))
    except FileNotFoundError:
        raise DataError(
            f"models/{folder.name}/{ARTEFACT} is missing; `tpm models train achievement-lines` makes it."
        ) from None
    except (KeyError, ValueError, TypeError) as error:
        raise DataError(f"models/{folder.name}/{ARTEFACT} is damaged ({error}); train it again.") from error


def to_json(reader: LineReader) -> str:
    """The artefact's text: one line for each part, numbers as they are."""
    parts = {part: linear.to_json(getattr(reader, part)) for part in PARTS}
    lines = [
        f"{json.dumps(part)}: {json.dumps(content, ensure_ascii=False, sort_keys=True)}"
        for part, content in parts.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"
