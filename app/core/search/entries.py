"""What can be found: the entries of each tool, made from its own data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.core.framework import Framework, Track
from app.core.guide.chapters import Guide, Section
from app.core.guide.text import words_of
from app.core.law.duties import Law
from app.core.places import Places, with_article
from app.core.salaries.query import FAMILY_NAMES
from app.core.salaries.regions import Region, Regions
from app.core.salaries.tables import PayTables
from app.core.search.index import LONGEST_CONTEXT, Entry, Group
from app.core.search.words import shorter
from app.core.targets import Kind, Target
from app.core.titles import TitleMap

SECTION_WEIGHT = 0.9  # a chapter stands before its own sections
_KINDS = {
    "union": "a union of countries",
    "country": "a country",
    "state": "a state or province",
    "area": "a metro area",
}


def of_guide(guide: Guide) -> Iterator[Entry]:
    for chapter in guide.chapters:
        yield Entry(Group.GUIDE, chapter.title, chapter.summary, Target(Kind.CHAPTER, chapter.id), chapter.short)
        for section in chapter.sections:
            yield Entry(
                Group.GUIDE,
                section.heading,
                in_short(section.opening),
                Target(Kind.CHAPTER, chapter.id, section.id),
                keywords=section.id,
                text=_text(section),
                place=chapter.short,
                weight=SECTION_WEIGHT,
            )


def of_framework(framework: Framework) -> Iterator[Entry]:
    for skill in framework.skills:
        text = " ".join(one.indicator for one in skill.levels)
        yield Entry(Group.SKILLS, skill.name, skill.summary, Target(Kind.SKILL, skill.id), skill.id, text)
    for level in framework.levels:
        titles = " / ".join(level.titles.values())
        yield Entry(Group.LEVELS, f"{level.id}: {titles}", level.in_short, Target(Kind.LEVEL, level.id), "level")
    for track in Track:
        for level in framework.levels_of(track):
            yield Entry(
                Group.TITLES,
                framework.title(track, level.id),
                f"Write a posting for {level.id} on the {track} track.",
                Target(Kind.ROLE, f"{track}:{level.id}"),
                keywords="tpm posting",
                weight=0.9,
            )


def of_titles(rules: TitleMap) -> Iterator[Entry]:
    """The titles that the pay look-up reads, each with what it is filed under."""
    for wording in rules.wordings:
        family = FAMILY_NAMES[wording.family]
        yield Entry(
            Group.TITLES,
            wording.names,
            f"Pay, looked up as {family if family.startswith('IT') else family.lower()}. {in_short(wording.why)}",
            Target(Kind.TITLE, wording.names),
            keywords="pay tpm" if wording.sure == "high" else "pay",
        )


def of_pay(tables: PayTables, places: Places) -> Iterator[Entry]:
    """Every region that some evidence exists for; the larger the region, the sooner it is shown.

    A region is found by its other names and by the cities in it, too.
    """
    answering = _answering(places, tables.regions)
    weights = {"union": 1.0, "country": 1.0, "state": 0.95, "area": 0.85}
    for code, region in tables.regions.by_code.items():
        if tables.answerable(code):
            yield Entry(
                Group.PAY,
                region.name,
                f"Pay in {_kind(region, tables.regions.by_code)}",
                Target(Kind.REGION, code),
                keywords=f"pay {region.label} {code}",
                text=_with_towns(places.towns_of(code)),
                weight=weights[region.kind],
                names=(*places.other_names(code), *answering.get(code, ())),
            )


def _answering(places: Places, regions: Regions) -> Mapping[str, list[str]]:
    """The towns and short names by the code of the region that answers for pay there."""
    found: dict[str, list[str]] = defaultdict(list)
    for town in (*places.cities.codes, *places.cities.short):
        if (asked := regions.known(town)) is not None:
            found[asked.region.code].append(town)
    return found


def of_law(law: Law, places: Places) -> Iterator[Entry]:
    for code in sorted({*law.jurisdictions, *law.members}):
        duties = law.duties_at(code)
        asks = ", ".join(dict.fromkeys(_uncapped(duty.term.title) for duty in duties)) or "nothing of its own"
        yield Entry(
            Group.LAW,
            law.name(code),
            f"A posting there: {in_short(asks)}",
            Target(Kind.LAW, code),
            keywords=f"law {code} {places.names.get(code[:2], '') if '-' in code else ''}",
            text=" ".join((*(duty.summary for duty in duties), _with_towns(places.towns_of(code)))),
            names=(*places.other_names(code), *places.towns_of(code), *_of_city(law.name(code), code, places)),
        )


def _of_city(name: str, code: str, places: Places) -> tuple[str, ...]:
    """What a city with a law of its own is called besides: "NYC"."""
    towns = () if code in places.names else places.towns_of(code.rpartition("-")[0])
    return tuple(town for town in towns if places.cities_of(town)[0].city == name)


def of_tools(tools: Iterable[tuple[str, str, Target]]) -> Iterator[Entry]:
    return (Entry(Group.TOOLS, title, context, target) for title, context, target in tools)


def _uncapped(title: str) -> str:
    return title[:1].lower() + title[1:]


def in_short(text: str) -> str:
    """The beginning of a text, as long as a line of context may be."""
    return shorter(text, LONGEST_CONTEXT)


def _with_towns(towns: Sequence[str]) -> str:
    return f"With {', '.join(towns)}." if towns else ""


def _text(section: Section) -> str:
    return " ".join(words_of(text).strip() for block in section.blocks for text in block.texts)


def _kind(region: Region, regions: Mapping[str, Region]) -> str:
    within = regions[region.within].name if region.within in regions else ""
    return _KINDS[region.kind] + (f" of {with_article(within)}" if within and region.kind != "country" else "")
