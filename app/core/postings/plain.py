"""Briefs and postings as plain values (what JSON and YAML can hold), and back, strictly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from app.core.errors import DomainError
from app.core.framework import Track
from app.core.money import Pay, Period
from app.core.places import Place
from app.core.postings.brief import Brief, Employment, Vacancy, WorkMode
from app.core.postings.posting import Item, Posting, Section

FORMAT = "tpm-toolkit/posting"
VERSION = 1
MOST_DIGITS = 20  # of an amount, before and behind the point

_Choice = TypeVar("_Choice", bound=StrEnum)
_T = TypeVar("_T")

_TEXTS = (
    "about", "team", "mission", "industry", "domain", "overlap", "arrangement", "bonus", "equity", "benefits",
    "reports_to", "team_size", "budget", "apply_to", "ai_statement", "equal_opportunity", "accommodation",
    "left_over",
)  # fmt: skip
_REQUIRED = ("track", "level", "employer", "work_mode", "places")
_OTHERS = (
    "title",
    "skills",
    "employment",
    "methods",
    "tools",
    "pay",
    "opens",
    "closes",
    "process",
    "vacancy",
    "ai_used",
)


class BadPosting(DomainError):
    """A brief or posting file that cannot be read; the message names the key."""

    code = "bad_file"


# -- out


def brief_to_plain(brief: Brief) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "track": brief.track.value,
        "level": brief.level,
        "title": brief.title,
        "employer": brief.employer,
        "employment": brief.employment.value,
        "work_mode": brief.work_mode.value,
        "places": [{"code": place.code} | ({"city": place.city} if place.city else {}) for place in brief.places],
        "skills": list(brief.skills),
        "methods": list(brief.methods),
        "tools": list(brief.tools),
        "pay": _pay_to_plain(brief.pay),
        "opens": brief.opens.isoformat() if brief.opens else None,
        "closes": brief.closes.isoformat() if brief.closes else None,
        "process": list(brief.process),
        "vacancy": brief.vacancy.value,
        "ai_used": brief.ai_used,
    }
    return plain | {key: getattr(brief, key) for key in _TEXTS}


def posting_to_plain(posting: Posting) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "edition": posting.edition,
        "brief": brief_to_plain(posting.brief),
        "facts": [list(fact) for fact in posting.facts],
        "sections": [
            {
                "key": section.key,
                "heading": section.heading,
                "style": section.style,
                "items": [_item_to_plain(item) for item in section.items],
            }
            for section in posting.sections
        ],
        "removed": list(posting.removed),
    }


def _item_to_plain(item: Item) -> dict[str, str]:
    return {"id": item.id, "text": item.text, "ref": item.ref, "composed": item.composed, "lead": item.lead}


def _pay_to_plain(pay: Pay | None) -> dict[str, Any] | None:
    if pay is None:
        return None
    return {
        "min": _number(pay.min),
        "max": _number(pay.max),
        "currency": pay.currency,
        "period": pay.period.value,
    }


def _number(amount: Decimal | None) -> int | str | None:
    """A whole amount as a number; one with cents as text, since a float would not come back the same."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else str(amount)


# -- in


def posting_from_plain(plain: object) -> Posting:
    """Raises `BadPosting` that names the key for anything that `posting_to_plain` would not write."""
    top = _Reader(plain, "the posting")
    top.only("format", "version", "edition", "brief", "facts", "sections", "removed")
    if top.text("format") != FORMAT or top.value("version") != VERSION:
        raise BadPosting(f"This is not a posting of TPM Toolkit: format must be {FORMAT!r} and version {VERSION}.")
    return Posting(
        edition=top.text("edition"),
        brief=brief_from_plain(top.value("brief")),
        facts=tuple(_fact(one) for one in top.list("facts")),
        sections=tuple(_section(one) for one in top.list("sections")),
        removed=top.texts("removed"),
    )


def _fact(plain: object) -> tuple[str, str]:
    match plain:
        case [str(label), str(value)]:
            return label, value
    raise BadPosting("facts: each must be a label and a value.")


def _section(plain: object) -> Section:
    reader = _Reader(plain, "a section")
    reader.only("key", "heading", "style", "items")
    return Section(
        key=reader.text("key"),
        heading=reader.text("heading"),
        style=reader.text("style"),
        items=tuple(_item(one) for one in reader.list("items")),
    )


def _item(plain: object) -> Item:
    reader = _Reader(plain, "a line")
    reader.only("id", "text", "ref", "composed", "lead")
    return Item(**{key: reader.text(key) for key in ("id", "text", "ref", "composed", "lead")})


def brief_from_plain(plain: object) -> Brief:
    """A brief from a file; raises `BadPosting` for an unknown key, a missing one, or a value of the wrong kind.

    `title` and `skills` may be left out (the level's own are then filled in, see `brief.with_defaults`).
    """
    reader = _Reader(plain, "the brief")
    reader.only(*_REQUIRED, *_OTHERS, *_TEXTS)
    for key in _REQUIRED:
        if reader.value(key) in (None, "", []):
            raise BadPosting(f"The brief must name {key!r}.", field=key)
    return Brief(
        track=reader.choice("track", Track),
        level=reader.text("level"),
        title=reader.text("title"),
        employer=reader.text("employer"),
        work_mode=reader.choice("work_mode", WorkMode),
        places=tuple(_place(one) for one in reader.list("places")),
        skills=reader.texts("skills"),
        employment=reader.choice("employment", Employment, Employment.FULL_TIME),
        methods=reader.texts("methods"),
        tools=reader.texts("tools"),
        pay=_pay(reader.value("pay")),
        opens=reader.day("opens"),
        closes=reader.day("closes"),
        process=reader.texts("process"),
        vacancy=reader.choice("vacancy", Vacancy, Vacancy.EXISTING),
        ai_used=reader.truth("ai_used"),
        **{key: reader.text(key) for key in _TEXTS},
    )


def _place(plain: object) -> Place:
    if isinstance(plain, str):
        return Place(plain)
    reader = _Reader(plain, "a place")
    reader.only("code", "city")
    return Place(reader.text("code"), reader.text("city"))


def _pay(plain: object) -> Pay | None:
    if plain is None:
        return None
    reader = _Reader(plain, "pay")
    reader.only("min", "max", "currency", "period")
    return Pay(
        min=reader.amount("min"),
        max=reader.amount("max"),
        currency=reader.text("currency"),
        # A period that is not said is asked for: 85 could be an hour or thousands a year.
        period=reader.choice("period", Period),
    )


class _Reader:
    """Reads one mapping and says which key is wrong."""

    def __init__(self, plain: object, what: str) -> None:
        if not isinstance(plain, Mapping):
            raise BadPosting(f"{what[0].upper()}{what[1:]} must be a mapping of names to values.")
        self.plain = plain
        self.what = what

    def _wrong(self, key: str, must: str) -> BadPosting:
        return BadPosting(f"{key}: {must} (in {self.what}).", field=key)

    def only(self, *allowed: str) -> None:
        for key in self.plain:
            if key not in allowed:
                raise BadPosting(f"Unknown key {key!r} in {self.what}; known are {', '.join(allowed)}.", field=str(key))

    def value(self, key: str) -> Any:
        return self.plain.get(key)

    def text(self, key: str) -> str:
        value = self.plain.get(key)
        if value is None:
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)  # YAML reads `team_size: 12` as a number
        if not isinstance(value, str):
            raise self._wrong(key, "must be a text")
        return value.strip()

    def list(self, key: str) -> list[Any]:
        value = self.plain.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise self._wrong(key, "must be a list")
        return [*value]

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.list(key)
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(key, "must be a list of texts")
        return tuple(value.strip() for value in values if value.strip())

    def truth(self, key: str) -> bool:
        value = self.plain.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "must be true or false")
        return value

    def choice(self, key: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
        value = self.plain.get(key)
        if value is None and default is not None:
            return default
        if value not in [one.value for one in kind]:
            said = "is missing" if value is None else f"{value!r} is not known"
            raise self._wrong(key, f"{said}; it must be one of {', '.join(one.value for one in kind)}")
        return kind(value)

    def day(self, key: str) -> date | None:
        value = self.plain.get(key)
        if value is None or value == "":
            return None
        return self._parsed(key, lambda: date.fromisoformat(str(value)), "must be a date such as 2026-12-20")

    def amount(self, key: str) -> Decimal | None:
        value = self.plain.get(key)
        if value is None or value == "":
            return None
        must = "must be an amount in digits, such as 150000"
        if isinstance(value, bool):
            raise self._wrong(key, must)
        amount = self._parsed(key, lambda: Decimal(str(value)), must)
        # Counted out, an exponent could fill the memory; what is merely too much is told by the brief's problems.
        if not amount.is_finite() or abs(amount.adjusted()) > MOST_DIGITS:
            raise self._wrong(key, must)
        return amount

    def _parsed(self, key: str, parse: Callable[[], _T], must: str) -> _T:
        try:
            return parse()
        except (ValueError, InvalidOperation):
            raise self._wrong(key, must) from None
