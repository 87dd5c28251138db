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
from app.core.salaries.words import BASIS, PER, in_words, money, offer_in_words, ordinal, speaks_of
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
) -> str:
    """A look-up as a document of the family; `looked_up` is the day of one that was kept."""
    title = f"{FAMILY_NAMES[band.query.family]}, {band.query.level}, {band.region.name}"
    return _html("band", title, [("", band)], tables, edition, ladder=ladder, articles=articles, looked_up=looked_up)


def comparison_html(bands: Labelled, tables: PayTables, edition: str) -> str:
    """A comparison as a document of the family."""
    title = f"Pay compared: {FAMILY_NAMES[bands[0][1].query.family]}"
    return _html("comparison", title, bands, tables, edition, ladder=(), articles=(), looked_up=None)


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
            tables=tables,
            families=FAMILY_NAMES,
            percentiles=PERCENTILES,
            per=PER,
            basis_words=BASIS,
            money=money,
            ordinal=ordinal,
            in_words=in_words,
            offer_in_words=offer_in_words,
            speaks_of=speaks_of,
            picture_of=picture,
            **more,
        )
    )
