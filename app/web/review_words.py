"""What was read from a posting, in words, so that a misreading is seen."""

from __future__ import annotations

from app.core.framework import Framework
from app.core.law.words import in_words
from app.core.money import Pay, Period
from app.core.places import Place, Places
from app.core.posting_structure import Part, StructureRules
from app.core.posting_text.dates import FoundDay
from app.core.posting_text.degree import Degree
from app.core.posting_text.extract import FoundTitle
from app.core.posting_text.pay import FoundPay
from app.usecases.posting_review import Review

NOT_FOUND = "not found"
_DEGREES = {
    Degree.REQUIRED: "required",
    Degree.OR_EQUIVALENT: "required, or equivalent experience",
    Degree.PREFERRED: "preferred",
    Degree.NONE: "not asked for",
}
_MODES = {"on-site": "on site", "hybrid": "hybrid", "remote": "remote"}
_LANGUAGES = {
    "fr": "French", "de": "German", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "pl": "Polish",
    "sv": "Swedish",
}  # fmt: skip
_PARTS = {
    "pay_and_place": "Pay and place",
    "outcomes": "Outcomes",
    "responsibilities": "Responsibilities",
    "requirements_split": "Must-haves and good-to-haves apart",
    "process_and_deadline": "Process and deadline",
    "benefits": "Benefits",
    "notices": "Notices",
    "language": "Wording",
}


def facts(done: Review, places: Places, framework: Framework) -> list[tuple[str, str]]:
    """Each fact that was looked for, and what was read."""
    read, off = done.facts, not done.facts.language.is_english
    unread = "not looked for, because the text is not English"
    skills = {skill.id: skill.name for skill in framework.skills}
    return [
        ("Title", unread if off else _title(read.title)),
        ("Pay", _pay(read.pay)),
        ("Degree", unread if off else _DEGREES[read.degree.degree]),
        ("Years of experience", unread if off else _years(done)),
        ("Work mode", unread if off else _MODES[read.mode.mode] if read.mode else NOT_FOUND),
        ("Places", _places(done, places)),
        ("Last day to apply", _day(read.deadline, "open until filled" if read.rolling else NOT_FOUND)),
        ("Applications open", _day(read.opening, NOT_FOUND)),
        ("Skills asked for", unread if off else ", ".join(skills[one.skill] for one in read.skills) or NOT_FOUND),
    ]


def notices(done: Review, removed: int) -> list[str]:
    """What a reader must know before they rest on the findings."""
    told = []
    if done.facts.checks_off:
        name = _LANGUAGES.get(done.facts.language.code)
        seems = f"This text seems to be {name}" if name else "This text seems not to be English"
        told.append(
            f"{seems}. Only pay, places, days and the law that follows from them were looked at. "
            f"Not checked: {', '.join(done.facts.checks_off)}."
        )
    deadline = done.facts.deadline.day if done.facts.deadline else None
    if deadline is not None and deadline < done.on:
        told.append(
            f"The last day to apply, {in_words(deadline)}, lies before the day that was checked ({in_words(done.on)})."
        )
    if removed:
        were = "character was" if removed == 1 else "characters were"
        told.append(f"{removed} invisible {were} taken out of the text.")
    return told


def parts(done: Review) -> list[tuple[str, Part]]:
    return [(_PARTS[part.name], part) for part in done.structure.parts]


def length(done: Review, rules: StructureRules) -> str:
    """The number of words, and where it lies: a band, never a mark."""
    words, least, most = done.readability.words, rules.least_words, rules.most_words
    where = "below" if words < least else "above" if words > most else "within"
    return f"{words:,} words, {where} the usual {least} to {most}"


def grade(done: Review, rules: StructureRules) -> str:
    if not done.facts.language.is_english:
        return "not measured, because the text is not English"
    if done.readability.grade is None:
        return "too little running text to tell"
    found = done.readability.grade
    band = "below" if found < rules.grade_from else "at or above"
    return f"{found:.1f}, {band} {rules.grade_from}, from which on we speak up"


def _title(found: FoundTitle | None) -> str:
    if found is None:
        return NOT_FOUND
    if found.role is None:
        return f"{found.title} (no level of the framework)"
    role = found.role
    return f"{found.title} ({role.track} track, {role.level}: {role.why}; {role.sure} confidence)"


def _pay(found: tuple[FoundPay, ...]) -> str:
    if not found:
        return NOT_FOUND
    shown = "; ".join(_one_pay(pay) for pay in found[:4])
    return shown if len(found) <= 4 else f"{shown}; and {len(found) - 4} more"


def _one_pay(pay: FoundPay) -> str:
    periods = {one.value: one for one in Period}
    assumed = f" ({' and '.join(pay.assumed)} assumed)" if pay.assumed else ""
    if pay.period in periods:
        return Pay(pay.min, pay.max, pay.currency, periods[pay.period]).in_words + assumed
    plain = Pay(pay.min, pay.max, pay.currency, Period.YEAR).in_words.removesuffix(Period.YEAR.in_words)
    return f"{plain}a {pay.period.lower()}{assumed}"


def _years(done: Review) -> str:
    least, most = done.facts.years_least, done.facts.years_most
    if least is None or most is None:
        return "none asked for"
    return f"{most}" if least == most else f"at least {least}, up to {most}"


def _places(done: Review, places: Places) -> str:
    named = [places.in_short(Place(one.code, one.city)) for one in done.facts.places]
    return "; ".join(dict.fromkeys(named)) or NOT_FOUND


def _day(found: FoundDay | None, otherwise: str) -> str:
    if found is None:
        return otherwise
    return in_words(found.day) if found.day else f"unclear: {found.doubt}"
