"""A line read: what it is, what its numbers count, how strong it is, why, and what to ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.achievements import words
from app.core.achievements.bands import GOOD, in_words, step_of
from app.core.achievements.leaning import lean
from app.core.achievements.likelihoods import Kind, Likelihoods
from app.core.achievements.metrics import Mention, Role, Shape
from app.core.achievements.prompts import prompts_for
from app.core.achievements.rubric import WHOLE_MEASURE, Parts, score_of
from app.core.achievements.sizes import sizes_a_budget, sizes_a_team
from app.core.achievements.slots import Slots, slots_of

LIKELY = 0.5  # from here on a claim is taken as made
MEASURED = 0.45  # the same for a measured result, on the mean of three opinions
SURE = 0.985  # from here on a likelihood moves the score no more
# Rare kinds are chosen a little sooner than their likelihood alone would have it, so that they are not overlooked:
# settled by five folds of our own lines, weighed as the kinds occur in real résumés.
_PLAIN = frozenset((Shape.DATE, Shape.ALWAYS))
READINESS = {Kind.OUTCOME: 2.0, Kind.ACTIVITY: 1.0, Kind.SCOPE: 2.0, Kind.OTHER: 1.25}


@dataclass(frozen=True)
class Metric:
    """A number of the line and what it counts."""

    text: str
    value: float | str
    unit: str
    role: Role
    sizes: str = ""  # "budget" or "team", where it is the size of one


@dataclass(frozen=True)
class Reading:
    """Everything that is said about one line; the page, the JSON and the PDF show this same value."""

    text: str
    kind: Kind
    probabilities: Mapping[Kind, float]
    quantified: bool
    dimensions: tuple[str, ...]
    metrics: tuple[Metric, ...]
    strength: int
    score: int
    parts: Parts
    slots: Slots
    reasons: tuple[str, ...]
    prompts: tuple[str, ...]

    @property
    def is_outcome(self) -> bool:
        return self.kind == Kind.OUTCOME

    @property
    def step(self) -> int:
        """How far the score has come, from 0 to 4."""
        return step_of(self.score)

    @property
    def in_words(self) -> str:
        """The score in words."""
        return in_words(self.score)

    @property
    def needs_mending(self) -> bool:
        return self.is_scored and self.score < GOOD

    @property
    def is_scored(self) -> bool:
        """Headings and plain statements of size are no achievements and get no score."""
        return self.kind in (Kind.OUTCOME, Kind.ACTIVITY)


def read(
    line: str, mentions: Sequence[Mention], likelihoods: Likelihoods, shorter: Sequence[Likelihoods] = ()
) -> Reading:
    """Join what the rules see with what the model holds likely; the numbers of the line come with it.

    `shorter` is what the model holds of the line without some of its additions; the best of the readings counts.
    """
    whole = _read(line, mentions, likelihoods)
    return max((whole, *(_read(line, mentions, one) for one in shorter)), key=lambda reading: reading.score)


def is_sure(reading: Reading) -> bool:
    """Whether nothing more could come of reading the line without its additions."""
    likely = reading.is_outcome and reading.probabilities[Kind.OUTCOME] >= SURE
    return likely and (reading.parts.measured == WHOLE_MEASURE or not reading.metrics)


def _read(line: str, mentions: Sequence[Mention], likelihoods: Likelihoods) -> Reading:
    placeholder = words.PLACEHOLDER.search(line) is not None
    measure = 0.0 if placeholder else _measure(likelihoods)
    kind = Kind.OUTCOME if measure >= LIKELY else _kind(likelihoods.kinds, placeholder)
    measured = kind == Kind.OUTCOME and measure >= MEASURED
    roles = _roles(line, mentions, likelihoods)
    roles = _agreeing(roles, measured)
    metrics = tuple(
        Metric(mention.text, mention.value, mention.unit, role, _sized(mention, role, line))
        for mention, role in zip(mentions, roles, strict=True)
    )
    slots = slots_of(line, mentions, roles, specific=likelihoods.specific >= LIKELY, placeholder=placeholder)
    parts = score_of(kind, likelihoods.kinds[Kind.OUTCOME], measured, slots)
    return Reading(
        line,
        kind,
        {one: round(share, 4) for one, share in likelihoods.kinds.items()},
        measured,
        slots.all_dimensions if kind != Kind.OTHER else (),
        metrics,
        _strength(kind, measured, slots),
        parts.total,
        parts,
        slots,
        _reasons(kind, measured, metrics, slots, likelihoods.because),
        prompts_for(kind, measured, slots),
    )


def _sized(mention: Mention, role: Role, line: str) -> str:
    if role != Role.SCALE:
        return ""
    if sizes_a_budget(mention, line):
        return "budget"
    return "team" if sizes_a_team(mention, line) else ""


def _roles(line: str, mentions: Sequence[Mention], likelihoods: Likelihoods) -> list[Role]:
    """The likeliest role of each number; of dates and of round-the-clock, how they are written decides."""
    return [
        lean(mention, line) if mention.shape in _PLAIN else max(shares, key=lambda role: shares[role])
        for mention, shares in zip(mentions, likelihoods.roles, strict=True)
    ]


def _measure(likelihoods: Likelihoods) -> float:
    """How likely a result is measured: what the line, its best number and its kind say, taken together."""
    number = max((shares[Role.RESULT] for shares in likelihoods.roles), default=0.0)
    return (likelihoods.measured + number + likelihoods.kinds[Kind.OUTCOME]) / 3


def _kind(kinds: Mapping[Kind, float], placeholder: bool) -> Kind:
    chosen = max(kinds, key=lambda kind: kinds[kind] * READINESS[kind])
    # what is still a form to fill in claims nothing yet
    return Kind.ACTIVITY if chosen == Kind.OUTCOME and placeholder else chosen


def _agreeing(roles: list[Role], measured: bool) -> list[Role]:
    """Where nothing is measured no number counts a result."""
    if measured:
        return roles
    return [Role.SCALE if role == Role.RESULT else role for role in roles]


def _strength(kind: Kind, measured: bool, slots: Slots) -> int:
    """From 0 to 4, as the labelling guide defines it."""
    if kind == Kind.OUTCOME:
        if measured:
            return 4 if slots.has_scale_number and slots.how else 3
        return 2 if slots.specific else 1
    if kind == Kind.ACTIVITY:
        return int(slots.has_scale_number and not slots.placeholder)
    return int(kind == Kind.SCOPE and slots.has_scale_number and not slots.years_only)


def _reasons(
    kind: Kind, measured: bool, metrics: Sequence[Metric], slots: Slots, because: Sequence[str]
) -> tuple[str, ...]:
    reasons = [_KIND_REASONS[kind]]
    results = [f"“{metric.text}”" for metric in metrics if metric.role == Role.RESULT]
    if measured:
        reasons.append(f"The result is measured: {', '.join(results)}." if results else "The result is measured.")
    elif kind == Kind.OUTCOME:
        reasons.append("The result is stated, but not measured." if slots.specific else "The result is put vaguely.")
    scale = [f"“{metric.text}”" for metric in metrics if metric.role == Role.SCALE]
    if scale and kind != Kind.OTHER:
        reasons.append(f"This tells the size of the work, not its result: {', '.join(scale)}.")
    if slots.purpose and kind == Kind.ACTIVITY:
        reasons.append(f"“{slots.purpose}” tells what was wanted, not what happened.")
    if slots.placeholder:
        reasons.append("A blank is still to be filled in.")
    if because:
        reasons.append(f"Words that weighed most: {', '.join(because)}.")
    return tuple(reasons)


_KIND_REASONS = {
    Kind.OUTCOME: "It says what changed or was achieved.",
    Kind.ACTIVITY: "It says what was done, but not what came of it.",
    Kind.SCOPE: "It says how large the work was or where it was done.",
    Kind.OTHER: "It is a heading, a skill, a certificate, contact details or a description of a person.",
}
