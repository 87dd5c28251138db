"""Reading single résumé lines: rules and the trained model together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.config import MODELS
from app.core.achievements.additions import Shorter, as_sizes, shorter, sizes_in
from app.core.achievements.grammar import mentions
from app.core.achievements.likelihoods import Likelihoods
from app.core.achievements.metrics import Mention, Role
from app.core.achievements.promises import kept_in, with_kept
from app.core.achievements.reading import Reading, is_sure, read
from app.core.resumes.setting import in_its_place
from app.core.resumes.structure import Line
from app.ml import achievement_lines
from app.ml.achievement_lines import LineReader

MODEL = MODELS / "achievement-lines"


class Lines:
    """Reads lines; the model is loaded once, when the first line comes."""

    def __init__(self, model: LineReader | None = None) -> None:
        self._model = model

    def likelihoods(self, text: str, numbers: tuple[Mention, ...]) -> Likelihoods:
        if self._model is None:
            self._model = achievement_lines.load(MODEL)
        return self._model.likelihoods(text, numbers)

    def read(self, text: str) -> Reading:
        """A line by itself, with no résumé around it."""
        return self._read(text, lambda likelihoods: likelihoods)

    def read_in_place(self, line: Line) -> Reading:
        """A line of a résumé; the section that it stands in is weighed in."""
        return self._read(line.text, lambda likelihoods: in_its_place(likelihoods, line))

    def _read(self, text: str, placed: Callable[[Likelihoods], Likelihoods]) -> Reading:
        numbers = mentions(text)
        kept = kept_in(text, numbers)
        sizes = sizes_in(text, numbers)

        def weighed(likelihoods: Likelihoods) -> Likelihoods:
            return placed(with_kept(as_sizes(likelihoods, sizes), kept))

        whole = self.likelihoods(text, numbers)
        reading = read(text, numbers, weighed(whole))
        if is_sure(reading):
            return reading
        parts = [self._of_shorter(one, whole) for one in shorter(text, numbers)]
        return read(text, numbers, weighed(whole), [weighed(one) for one in parts if one is not None])

    def _of_shorter(self, part: Shorter, whole: Likelihoods) -> Likelihoods | None:
        """What the model holds of a shorter line, with the numbers that it lacks as they are in the whole one."""
        numbers = mentions(part.text)
        if len(numbers) != len(part.numbers):
            return None  # a number reads otherwise without what stood beside it
        found = self.likelihoods(part.text, numbers)
        roles = [{**shares, Role.RESULT: 0.0} for shares in whole.roles]
        for place, shares in zip(part.numbers, found.roles, strict=True):
            roles[place] = dict(shares)
        return replace(found, roles=tuple(roles))
