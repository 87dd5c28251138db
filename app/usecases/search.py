"""The index of everything that can be found in the product."""

from __future__ import annotations

from app.core.framework import Framework
from app.core.guide.chapters import Guide
from app.core.law.duties import Law
from app.core.places import Places
from app.core.salaries.tables import PayTables
from app.core.search import entries
from app.core.search.index import Index
from app.core.targets import Kind, Target

# The tools by what a newcomer calls them.
TOOLS = (
    (
        "Write a posting",
        "From a short brief to a posting, as PDF, Word, text or HTML, with an interview kit.",
        "new-posting",
    ),
    ("Review a posting", "Paste a job advertisement: its law, its gaps, its wording.", "review"),
    ("Look up pay", "Salary bands by title, level and region, with how sure they are.", "salaries"),
    ("Compare pay", "Up to four regions or levels on one scale.", "compare-pay"),
    ("Self-assessment", "See where you stand, what to show next, and a plan.", "assessments"),
    ("Résumé analyzer", "Which lines of a résumé or CV tell a result, and what would make them stronger.", "resumes"),
    ("Posting law", "What a posting must say in each place, and what changes next.", "law"),
    ("Role framework", "Levels, tracks and skills, and what a colleague could see at each.", "framework"),
    ("Levels and skills in one table", "What each level expects of each skill.", "matrix"),
    ("Project and program track side by side", "Where the two differ at the same level.", "tracks"),
    ("Career paths", "Ways in, up and across.", "careers"),
)


def index_of(framework: Framework, guide: Guide, tables: PayTables, law: Law, places: Places) -> Index:
    return Index(
        (
            *entries.of_tools((title, context, Target(Kind.PAGE, page)) for title, context, page in TOOLS),
            *entries.of_guide(guide),
            *entries.of_framework(framework),
            *entries.of_titles(tables.titles),
            *entries.of_pay(tables, places),
            *entries.of_law(law, places),
        )
    ).ready()
