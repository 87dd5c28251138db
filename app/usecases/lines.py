"""Reading single résumé lines: rules and the trained model together."""

from __future__ import annotations

from app.config import MODELS
from app.core.achievements.grammar import mentions
from app.core.achievements.likelihoods import Likelihoods
from app.core.achievements.metrics import Mention
from app.core.achievements.reading import Reading, read
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
        numbers = mentions(text)
        return read(text, numbers, self.likelihoods(text, numbers))

    def read_in_place(self, line: Line) -> Reading:
        """A line of a résumé; the section that it stands in is weighed in."""
        numbers = mentions(line.text)
        return read(line.text, numbers, in_its_place(self.likelihoods(line.text, numbers), line))
