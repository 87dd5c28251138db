"""How this installation writes days, numbers and our own words; set where a request or a command begins."""

from __future__ import annotations

from contextvars import ContextVar
from datetime import date, datetime

from jinja2 import Environment

from app.config import LOCALES
from app.core.english import AS_WRITTEN, Spelling, write_as
from app.documents.spelled_text import spell_templates

_NAME: ContextVar[str] = ContextVar("locale", default=LOCALES[0])
_SPELLING: ContextVar[Spelling] = ContextVar("spelling", default=AS_WRITTEN)


def use(name: str, spelling: Spelling) -> None:
    """From here on, write as this locale does (such as en-GB)."""
    _NAME.set(name)
    write_as(name.partition("-")[2])
    _SPELLING.set(spelling)


def current() -> str:
    return _NAME.get()


def spelled(text: str) -> str:
    """Words of ours, never a visitor's, in the installation's spelling."""
    return _SPELLING.get()(text)


def day(when: date) -> str:
    """ "November 23, 2026", or "23 November 2026"."""
    from babel.dates import format_date  # heavy, and no command line needs it

    return format_date(when, "long", locale=_babel_name())


def month(when: date) -> str:
    """ "November 2026"."""
    from babel.dates import format_date

    return format_date(when, "MMMM y", locale=_babel_name())


def moment(when: datetime) -> str:
    """A moment in UTC, to the minute."""
    from babel.dates import format_time

    return f"{day(when.date())}, {format_time(when, 'HH:mm', locale=_babel_name())} UTC"


def count(number: float, digits: int = 0) -> str:
    """A number with its thousands set apart as the locale does it, to so many places."""
    from babel.numbers import format_decimal

    written = f"#,##0.{'0' * digits}" if digits else "#,##0"
    shown: str = format_decimal(number, format=written, locale=_babel_name())
    return shown


def signed(number: float, digits: int = 1, *, plus: bool = False) -> str:
    """A number that may lie below nothing, with a minus that is as wide as a plus and never breaks from its figure."""
    return f"{number:{'+' if plus else ''}.{digits}f}".replace("-", "\u2212")


def dress(environment: Environment) -> None:
    """Let an environment's templates speak as the locale does: its words, and filters for days and numbers."""
    if _SPELLING.get().words:
        spell_templates(environment, _SPELLING.get())
    environment.filters.update(day=day, month=month, moment=moment, count=count, signed=signed, spelled=spelled)


def _babel_name() -> str:
    return current().replace("-", "_")
