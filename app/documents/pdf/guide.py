"""The role guide as PDF: all chapters, with their contents in front and their sources behind."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.guide.chapters import Guide
from app.core.guide.live import Live
from app.core.salaries.query import FAMILIES, FAMILY_NAMES
from app.core.sources import Source
from app.documents.pdf.family import Imprint, templates


def guide_html(guide: Guide, live: Live, sources: Mapping[str, Source]) -> str:
    """The guide as a document of the family; the notes are numbered once through all chapters."""
    cited = dict.fromkeys(source for chapter in guide.chapters for source in chapter.numbered(live.sources))
    return (
        templates()
        .get_template("pdf/guide.html")
        .render(
            imprint=Imprint(
                title=guide.title,
                author=f"Figures of {live.month.in_words}",
                subject=guide.lead,
                edition=live.framework.edition.id,
            ),
            stamp="",
            on_paper=True,
            guide=guide,
            live=live,
            numbers={source: number for number, source in enumerate(cited, start=1)},
            sources=sources,
            families=FAMILIES,
            family_names=FAMILY_NAMES,
        )
    )
