"""A posting as PDF: one or two pages that an employer would be glad to hand out."""

from __future__ import annotations

from itertools import groupby

from app.core.english import language_of
from app.core.postings.posting import Item, Posting, Section
from app.documents.pdf import render
from app.documents.pdf.family import Imprint, templates
from app.documents.pdf.paper import PageSize, page_size

WIDEST_FACT = 64  # characters: three lines of a third of the page


def posting_pdf(posting: Posting, size: PageSize | None = None, stamp: str = "") -> bytes:
    """Print in this process, for a command; a server uses `PdfWriter`, which never waits for ever."""
    return render.here(posting_html(posting, stamp), size or page_size(posting))


def posting_html(posting: Posting, stamp: str = "") -> str:
    """The posting as a document of the family; `stamp` is a banner at its head, such as "Draft: 2 law gaps"."""
    return (
        templates()
        .get_template("pdf/posting.html")
        .render(
            imprint=Imprint(
                title=posting.title,
                author=posting.brief.employer,
                subject=f"Job posting: {posting.title} at {posting.brief.employer}",
                edition=posting.edition,
                language=language_of(posting.brief.country),
            ),
            posting=posting,
            facts=facts_of(posting),
            widest=WIDEST_FACT,
            steps_of=steps_of,
            stamp=stamp,
        )
    )


def facts_of(posting: Posting) -> list[tuple[str, str]]:
    """The facts below the head, those that take a whole row last, so that no cell stays empty before them."""
    facts = [(label, value) for label, value in posting.facts if label != "Employer"]
    return sorted(facts, key=lambda fact: len(fact[1]) > WIDEST_FACT)


def steps_of(section: Section) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Lines that follow one another with the same lead, such as "By day 90", stand under it together."""
    return tuple((lead, tuple(items)) for lead, items in groupby(section.items, key=lambda item: item.lead))
