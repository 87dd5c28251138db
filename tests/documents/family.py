"""Every document that the product prints, full: what the family's test holds, and what its pictures show."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from app.config import Settings
from app.core.interviews import kit_for
from app.core.places import Place
from app.core.postings.compose import compose
from app.core.postings.posting import Posting, add_item
from app.core.resumes.report import Report
from app.core.resumes.table import Row, row_of
from app.core.salaries.roles import levels_of
from app.documents.pdf.assessment import assessment_html
from app.documents.pdf.coaching import pack_html
from app.documents.pdf.guide import guide_html
from app.documents.pdf.kit import kit_html
from app.documents.pdf.paper import PageSize
from app.documents.pdf.posting import posting_html
from app.documents.pdf.resume import resume_html
from app.documents.pdf.resume_table import table_html
from app.documents.pdf.salaries import band_html, comparison_html
from app.usecases import guide, resumes, samples
from app.usecases.lines import Lines
from app.usecases.toolkit import Toolkit
from tests.assessment_builders import a_framework
from tests.builders import a_brief
from tests.documents.test_assessment_pdf import a_result, the_longest
from tests.documents.test_coaching_pdf import a_group_html, a_pack
from tests.documents.test_resume_pdf import EDITION, RESUME
from tests.documents.test_salaries_pdf import articles_about, band, ladder, tables

ON = date(2026, 11, 22)


@cache
def toolkit() -> Toolkit:
    folder = Path(tempfile.gettempdir())
    return Toolkit(Settings(instance=folder, database_url="sqlite://", secret_key="s" * 40))


def _crowded_posting() -> Posting:
    """Long names, many places, other scripts, and lines of the author's own."""
    places = tuple(Place(code) for code in ("US-WA", "US-NY", "US-CO", "CA-ON", "GB", "DE-BY", "SG", "JP"))
    brief = a_brief(
        title="Principal Technical Program Manager, Payments Platform and Settlement Infrastructure",
        employer="Harborline International Payments and Settlement Services (Holding) GmbH & Co. KG",
        places=places,
        equity="Restricted stock over four years",
        about="We move money for 40,000 merchants. 加盟店のために働いています。 🚀",
    )
    posting = compose(brief, toolkit().framework, toolkit().places, toolkit().english)
    return add_item(posting, "must", "You wrote <b>this</b> yourself & mean it: “no jargon”.")


def _report() -> Report:
    return resumes.analyze(Lines(), resumes.read_corrected(RESUME))


def _look_up(region: str) -> str:
    found = band(region)
    levels = ladder(found, levels_of(found.query.family, toolkit().framework), tables())
    return band_html(found, levels, articles_about(found, tables()), tables(), EDITION)


def _kit() -> str:
    return kit_html(kit_for(samples.posting(toolkit()), toolkit().framework, toolkit().off_limits))


def _rows() -> Iterator[Row]:
    report = _report()
    for number in range(19):
        yield row_of(f"résumé of candidate number {number} with a long name.pdf", report)
    yield Row("locked.pdf", problem="This PDF is locked with a password. Save a copy without it.")


DOCUMENTS: dict[str, Callable[[], str]] = {
    "posting": lambda: posting_html(samples.posting(toolkit())),
    "posting-crowded": lambda: posting_html(_crowded_posting(), "Draft: 2 law gaps"),
    "interview-kit": _kit,
    "assessment": lambda: assessment_html(a_result(), a_framework()),
    "assessment-longest": lambda: assessment_html(the_longest(), a_framework()),
    "assessment-shared": lambda: assessment_html(a_result(), a_framework(), for_reader=True),
    "coaching": lambda: pack_html(a_pack(), a_framework()),
    "coaching-bare": lambda: pack_html(a_pack(progress=None, said=(), goals=()), a_framework()),
    "coaching-group": a_group_html,
    "band": lambda: _look_up("US-CA"),
    "band-of-an-area": lambda: _look_up("US-METRO-41940"),
    "band-abroad": lambda: _look_up("DE"),
    "comparison": lambda: comparison_html(
        [(region, band(region)) for region in ("US-CA", "US-WA", "US-TX", "US-NY")], tables(), EDITION
    ),
    "resume": lambda: resume_html(_report(), EDITION, "Kept on November 22, 2026"),
    "resume-empty": lambda: resume_html(resumes.analyze(Lines(), resumes.read_corrected("Ada")), EDITION),
    "resumes-side-by-side": lambda: table_html(tuple(_rows()), EDITION),
    "guide": lambda: guide_html(
        toolkit().guide, guide.live(ON, toolkit().framework, toolkit().salaries), toolkit().sources
    ),
}

# The paper that each is printed on first; what is not named here is drawn on US Letter.
PAPER: dict[str, tuple[PageSize, ...]] = {
    "assessment": (PageSize.A4, PageSize.LETTER),
    "assessment-longest": (PageSize.A4,),
    "assessment-shared": (PageSize.A4,),
    "coaching": (PageSize.A4,),
    "coaching-bare": (PageSize.A4,),
    "coaching-group": (PageSize.A4,),
    "band-abroad": (PageSize.A4,),
    "resume": (PageSize.A4,),
    "resume-empty": (PageSize.A4,),
    "resumes-side-by-side": (PageSize.A4,),
}
