"""What stands in `data/`: whether all of it can be used, and how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.config import DATA
from app.core import coverage
from app.core.errors import DataError
from app.reference import coverage as coverage_file
from app.reference import english as english_file
from app.reference import framework as framework_files
from app.reference import interviews as interview_files
from app.reference import law as law_files
from app.reference import places as place_names
from app.reference import posting_words
from app.reference import scoring as scoring_file
from app.reference import sources as source_files
from app.reference import wording as wording_files
from app.usecases import guide as guides
from app.usecases import salaries


@dataclass(frozen=True)
class Part:
    """One body of data: how much there is, and the age of its oldest source in days (None: it names no date)."""

    name: str
    holds: str
    oldest_days: int | None


def check() -> tuple[str, ...]:
    """Read everything strictly and return what was read, a line each; raises `DataError` at the first fault."""
    return tuple(f"{part.name}: {part.holds}" for part in report(date.max))


def report(today: date) -> tuple[Part, ...]:
    """Return what there is and how old it is on a day."""
    sources = source_files.load(DATA / "sources")
    framework = framework_files.load(DATA / "framework" / framework_files.CURRENT)
    cited = {source for skill in framework.skills for source in skill.sources}
    cited |= {source for level in framework.levels for source in level.sources}
    unknown = sorted(cited - set(sources))
    if unknown:
        raise DataError(f"data/framework/{framework.edition.id}: the source {unknown[0]!r} is not in data/sources/.")
    statements = coverage_file.load(DATA / "framework" / "coverage.csv")
    stray = coverage.astray(statements, framework)
    if stray:
        raise DataError(f"data/framework/coverage.csv: there is no framework item {stray[0]!r}.")
    answered = sum(1 for statement in statements if statement.items)
    dates = [sources[one].retrieved_on for one in cited]
    scoring = scoring_file.load(DATA / "framework" / framework_files.CURRENT, framework)
    law = law_files.load(DATA / "law", sources)
    pay = salaries.load(sources)
    abroad = len(pay.published) + len(pay.effects)
    duties = [duty for place in law.jurisdictions.values() for duty in place.duties]
    rules = wording_files.load(DATA / "wording", sources)
    wording_files.load_coding(DATA / "wording" / "coding.yaml", sources)
    structure = wording_files.load_structure(DATA / "wording" / "structure.yaml", sources)
    posting_words.load(DATA / "postings", [skill.id for skill in framework.skills], rules.phrases)
    posting_words.load_gazetteer(DATA / "postings" / "cities.yaml", place_names.load().names, sources)
    said = [source for rule in rules.rules for source in rule.sources]
    topics = interview_files.load(DATA / "interviews" / "topics.yaml", sources)
    guide = guides.load(sources, framework, frozenset((*law.jurisdictions, *law.members)))
    told = [source for chapter in guide.chapters for source in chapter.sources]
    english = english_file.load(DATA / "language" / "spelling.yaml", sources)
    spelled = [sources[one].retrieved_on for one in english.sources]
    return (
        Part("Sources", f"{len(sources)} publications", _age(today, [s.retrieved_on for s in sources.values()])),
        Part(
            f"Role framework {framework.edition.id}",
            f"{len(framework.levels)} levels, {len(framework.tracks)} tracks, {len(framework.skills)} skills",
            _age(today, dates),
        ),
        Part("Scoring of the self-assessment", scoring.status, None),
        Part(
            "Posting law",
            f"{len(duties)} duties in {len(law.jurisdictions)} places",
            _age(today, [duty.checked_on for duty in duties]),
        ),
        Part(
            "Wording",
            f"{len(rules.rules)} rules of wording, {len(structure.remarks)} of structure",
            _age(today, [sources[one].retrieved_on for one in said]),
        ),
        Part(
            "Interviews",
            f"{len(topics)} topics that are off limits",
            _age(today, [sources[one].retrieved_on for topic in topics for one in topic.sources]),
        ),
        Part(
            "Role guide",
            f"{len(guide.chapters)} chapters, {sum(chapter.words for chapter in guide.chapters):,} words",
            _age(today, [sources[one].retrieved_on for one in told]),
        ),
        Part("Spelling", f"{sum(len(group.words) for group in english.groups)} words", _age(today, spelled)),
        Part(
            "Pay",
            f"{len(pay.wages)} US areas, {len(pay.surveys)} survey rows, {abroad} rows abroad",
            _age(today, [source.retrieved_on for id, source in sources.items() if id in pay.periods]),
        ),
        Part("Coverage of the founding documents", f"{answered} of {len(statements)} statements answered", None),
    )


def _age(today: date, dates: list[date]) -> int | None:
    return (today - min(dates)).days if dates else None
