"""Pay as PDF: a look-up or a comparison, with everything that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.core.salaries.bands import Band
from app.core.salaries.filings_model import PERCENTILES
from app.core.salaries.picture import picture
from app.core.salaries.published import ArticleFigure
from app.core.salaries.query import FAMILY_NAMES
from app.core.salaries.tables import PayTables
from app.core.salaries.words import (
    BASIS,
    PER,
    answer_in_words,
    figure,
    in_words,
    kind_and_time,
    label,
    money,
    offer_in_words,
    ordinal,
    pay_in_words,
    speaks_of,
    stands_in,
    title_in_words,
)
from app.documents.pdf.family import Imprint, templates
from app.documents.pdf.paper import LETTER_COUNTRIES, PageSize

Labelled = Sequence[tuple[str, Band]]


def band_html(
    band: Band,
    ladder: Labelled,
    articles: Sequence[ArticleFigure],
    tables: PayTables,
    edition: str,
    *,
    looked_up: date | None = None,
    whole: Band | None = None,
) -> str:
    """A look-up as a document of the family.

    `looked_up` is the day of one that was kept; `whole` is the level's band beside one that a title moved.
    """
    title = f"{FAMILY_NAMES[band.query.family]}, {band.level_in_words}, {band.region.name}"
    more = {"ladder": ladder, "articles": articles, "looked_up": looked_up, "whole": whole}
    return _html("band", title, [("", band)], tables, edition, **more)


def comparison_html(bands: Labelled, tables: PayTables, edition: str) -> str:
    """A comparison as a document of the family."""
    levels = {band.level_in_words for _, band in bands}
    level = f", {levels.pop()}" if len(levels) == 1 else ""
    title = f"Pay compared: {FAMILY_NAMES[bands[0][1].query.family]}{level}"
    return _html("comparison", title, bands, tables, edition)


def _kinds(bands: Labelled) -> list[tuple[str, list[str]]]:
    """What is the same for several bands is said once, with the bands that it is true of."""
    kinds: dict[str, list[str]] = {}
    for name, band in bands:
        kinds.setdefault(kind_and_time(band), []).append(name)
    return list(kinds.items())


def paper(bands: Labelled) -> PageSize:
    """Letter where every place prints on Letter, else A4."""
    return PageSize.LETTER if {band.region.country for _, band in bands} <= LETTER_COUNTRIES else PageSize.A4


def _html(kind: str, title: str, bands: Labelled, tables: PayTables, edition: str, **more: object) -> str:
    first = bands[0][1]
    return (
        templates()
        .get_template("pdf/salaries.html")
        .render(
            imprint=Imprint(
                title=title,
                author=f"Pay, {speaks_of(first).in_words}",
                subject=in_words(first),
                edition=edition,
            ),
            stamp="",
            document=kind,
            bands=bands,
            band=first,
            kinds=_kinds(bands),
            tables=tables,
            families=FAMILY_NAMES,
            percentiles=PERCENTILES,
            per=PER,
            basis_words=BASIS,
            on_paper=True,
            money=money,
            figure=figure,
            label=label,
            stands_in=stands_in,
            ordinal=ordinal,
            answer_in_words=answer_in_words,
            in_words=in_words,
            pay_in_words=pay_in_words,
            title_in_words=title_in_words,
            offer_in_words=offer_in_words,
            speaks_of=speaks_of,
            picture_of=picture,
            **more,
        )
    )
