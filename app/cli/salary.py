"""`tpm salary`: pay by family, level and region, one question or many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click

from app.cli.batches import answer_lines
from app.config import from_environment
from app.core import titles
from app.core.errors import DomainError
from app.core.framework import Framework
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band
from app.core.salaries.lookup import band_for
from app.core.salaries.query import Query, checked_family, checked_level, checked_period, read_amount
from app.core.salaries.roles import check_role
from app.core.salaries.words import in_words, offer_in_words
from app.documents.salary_plain import band_to_plain
from app.usecases.toolkit import Toolkit


@click.command()
@click.option("--family", help="technical_program_manager, technical_project_manager or it_project_manager.")
@click.option("--level", help="L1 to L6.")
@click.option("--title", help="A job title instead of family and level.")
@click.option("--region", help="A code or name: US, US-CA, US-METRO-41940, SG, EU, Ontario ...")
@click.option("--as-of", "as_of", help="The month to answer for, such as 2023-11; this month unless given.")
@click.option("--currency", default="", help="Three letters; the evidence's own unless given.")
@click.option("--period", default="year", help="year, month or hour.")
@click.option("--offer", help="Say where this amount falls in the band.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--batch", type=click.Path(dir_okay=False), help="A file of JSON lines, or - for standard input.")
def command(batch: str | None, *, as_json: bool, **asked: str | None) -> None:
    """Look up a salary band and how sure it is, or be told why there is none.

    \b
    Examples: tpm salary --family technical_program_manager --level L4 --region US-CA --offer 175000
              tpm salary --title "Sr Technical Program Manager" --region US-WA --json
              tpm salary --batch questions.jsonl
    """
    toolkit = Toolkit(from_environment())
    today = datetime.now(UTC)
    this_month = Month(today.year, today.month)
    if batch is not None:
        answer_lines(batch, lambda asked: band_to_plain(band_for(_query(asked, toolkit, this_month), toolkit.salaries)))
        return
    given = {name: value for name, value in asked.items() if value is not None}
    band = band_for(_query(given, toolkit, this_month), toolkit.salaries)
    click.echo(json.dumps(band_to_plain(band), ensure_ascii=False) if as_json else _text(band))


def _query(asked: dict[str, Any], toolkit: Toolkit, this_month: Month) -> Query:
    for name in asked:
        if name not in {"id", "family", "level", "title", "region", "as_of", "currency", "period", "offer"}:
            raise DomainError(f"There is no {name!r} in a question about pay.", field=name, code="unknown_field")
    reading = titles.read(_text_of(asked, "title"), toolkit.salaries.titles) if asked.get("title") else None
    if reading is None and not (asked.get("family") and asked.get("level")):
        raise DomainError("Name a family and a level, or a title.", field="family", code="missing")
    if not asked.get("region"):
        raise DomainError("Name a region, such as US-CA or SG.", field="region", code="missing")
    offer = asked.get("offer")
    family, level = (reading.family, reading.level) if reading else _role(asked, toolkit.framework)
    return Query(
        family=family,
        level=level,
        region=_text_of(asked, "region"),
        as_of=Month.read(_text_of(asked, "as_of")) if asked.get("as_of") else this_month,
        currency=_text_of(asked, "currency").strip().upper() if asked.get("currency") else "",
        period=checked_period(_text_of(asked, "period")) if asked.get("period") else "YEAR",
        offer=None if offer in (None, "") else read_amount(str(offer)),
        title=reading,
    )


def _role(asked: dict[str, Any], framework: Framework) -> tuple[str, str]:
    family, level = checked_family(_text_of(asked, "family")), checked_level(_text_of(asked, "level"))
    check_role(family, level, framework)
    return family, level


def _text_of(asked: dict[str, Any], name: str) -> str:
    value = asked[name]
    if not isinstance(value, str):
        raise DomainError(f"{name} must be a text.", field=name, code="bad_field")
    return value


def _text(band: Band) -> str:
    lines = [in_words(band), "", *(f"{name:>4}  {value}" for name, value in _figures(band)), ""]
    if band.offer is not None:
        lines += [offer_in_words(band), ""]
    lines += [f"Note: {note}" for note in band.notes]
    lines += ["", "Sources:"]
    lines += [
        f"- {s.publisher}: {s.title} ({s.licence}){f', {period}' if period else ''}" for s, period in band.sources
    ]
    return "\n".join(lines)


def _figures(band: Band) -> Iterator[tuple[str, str]]:
    for p in sorted({*band.percentiles, *band.above}):
        if p in band.above:
            yield f"p{p}", f"above {band.above[p]:,.0f}"
        else:
            low, high = band.intervals.get(p, (0.0, 0.0))
            yield f"p{p}", f"{band.percentiles[p]:>10,.0f}" + (f"   ({low:,.0f} to {high:,.0f})" if high else "")
