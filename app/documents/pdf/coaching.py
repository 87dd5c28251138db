"""Coaching as PDF: the pack that a client takes along, and the picture of a group without names."""

from __future__ import annotations

from datetime import date

from app.core.coaching.cohort import FEWEST_SHARED_SKILLS, Cohort
from app.core.coaching.pack import Pack
from app.core.framework import Framework
from app.documents import locale
from app.documents.pdf.family import Imprint, templates


def pack_html(pack: Pack, framework: Framework) -> str:
    """The pack as a document of the family; `framework` is the edition of its result."""
    title = f"{pack.result.fit.level}, {framework.title(pack.result.answers.track, pack.result.fit.level)}"
    imprint = Imprint(
        title=f"Coaching with {pack.client}",
        author=f"{pack.coach}, {locale.day(pack.printed_on)}",
        subject=f"Where {pack.client} stands against the levels of the TPM role, and what comes next",
        edition=pack.result.edition,
    )
    return (
        templates()
        .get_template("pdf/coaching.html")
        .render(imprint=imprint, stamp="", most_like=title, pack=pack, result=pack.result, framework=framework)
    )


def cohort_html(picture: Cohort, framework: Framework, printed_on: date) -> str:
    """The group as a document of the family; hand in only what `for_print` lets through."""
    imprint = Imprint(
        title=f"Skills of a group of {picture.people}",
        author=locale.day(printed_on),
        subject=f"Which skills a group of {picture.people} people has still to show, without names",
        edition=framework.edition.id,
    )
    return (
        templates()
        .get_template("pdf/coaching_group.html")
        .render(imprint=imprint, stamp="", picture=picture, framework=framework, fewest=FEWEST_SHARED_SKILLS)
    )
