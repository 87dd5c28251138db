"""From a brief to a posting: which lines, in which order, in whose words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.core.english import English, day_in_words
from app.core.framework import Framework, Skill, SkillLevel
from app.core.place_words import all_of, any_of, narrowest
from app.core.places import Places
from app.core.postings.brief import Brief, Employment, Vacancy, WorkMode
from app.core.postings.posting import Item, Posting, Section

# How many outcomes each horizon holds: few enough for a new colleague and their manager to keep in mind.
DAY_90_OUTCOMES = 2
MONTH_12_OUTCOMES = 1
MOST_NICE_TO_HAVES = 3
MOST_WISHES = 8  # must-haves and nice-to-haves together: beyond that, readers stop weighing them

_ENDS = '.!?:;)"”'
PARAGRAPHS, BULLETS, STEPS = "paragraphs", "bullets", "steps"

# key, heading, style: the order in which a reader decides whether to go on
SECTIONS = (
    ("about", "About the role", PARAGRAPHS),
    ("outcomes", "What you will achieve", BULLETS),
    ("responsibilities", "What you will do", BULLETS),
    ("must", "What you need", BULLETS),
    ("nice", "Good to have, not required", BULLETS),
    ("work", "Where and how we work", PARAGRAPHS),
    ("pay", "Pay and benefits", PARAGRAPHS),
    ("process", "How to apply", STEPS),
    ("notices", "Notices", PARAGRAPHS),
)

_EMPLOYMENT = {
    Employment.FULL_TIME: "Full-time",
    Employment.PART_TIME: "Part-time",
    Employment.CONTRACT: "Contract",
}
_WORK_MODE = {WorkMode.ON_SITE: "On site", WorkMode.HYBRID: "Hybrid", WorkMode.REMOTE: "Remote"}


def compose(brief: Brief, framework: Framework, places: Places, english: English | None = None) -> Posting:
    """Return the posting that a sound brief describes (see `brief.problems`), every line with its origin.

    Our words and the dates are written as in the first place's country, else as here; the brief's own stay as typed.
    """
    writer = _Writer(brief, framework, places, english or English())
    lines = {
        "about": writer.about(),
        "outcomes": writer.outcomes(),
        "responsibilities": writer.responsibilities(),
        "must": writer.must_haves(),
        "nice": writer.nice_to_haves(),
        "work": writer.work(),
        "pay": writer.pay(),
        "process": writer.process(),
        "notices": writer.notices(),
    }
    return Posting(
        edition=framework.edition.id,
        brief=brief,
        sections=tuple(
            Section(key, heading, style, tuple(replace(item, id=f"{key}.{item.id}") for item in lines[key]))
            for key, heading, style in SECTIONS
        ),
        facts=tuple(writer.facts()),
    )


def _line(item_id: str, text: str, ref: str, lead: str = "") -> Item:
    words = " ".join(text.split())
    return Item(id=item_id, text=words, ref=ref, composed=words, lead=lead)


def _sentence(text: str) -> str:
    """The words with a full stop, unless they end with one; points that stand on lines of their own are set apart."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    words = " ".join([*(line if line[-1] in _ENDS else f"{line};" for line in lines[:-1]), *lines[-1:]])
    return words if not words or words[-1] in _ENDS else words + "."


class _Writer:
    """Writes each section; holds the brief and what it is looked up in."""

    def __init__(self, brief: Brief, framework: Framework, places: Places, english: English) -> None:
        self.brief = brief
        self.country = brief.country
        self.spelled = english.of(self.country)
        self.framework = framework
        self.expected = framework.expected(brief.track, brief.level)
        self.chosen = tuple(framework.skill(skill) for skill in brief.skills)
        self.places = places

    # -- the parts of a posting

    def facts(self) -> Iterator[tuple[str, str]]:
        brief = self.brief
        yield "Employer", brief.employer
        yield "Employment", _EMPLOYMENT[brief.employment]
        yield "Work", _WORK_MODE[brief.work_mode]
        if brief.places:
            yield "Place" if len(brief.places) == 1 else "Places", all_of(brief.places, self.places)
        if brief.pay and brief.pay.in_words:
            yield "Base pay", brief.pay.in_words
        if brief.reports_to:
            yield "Reports to", brief.reports_to.removeprefix("the ")
        if brief.closes:
            yield "Apply by", self._day(brief.closes)

    def about(self) -> Iterator[Item]:
        brief, level = self.brief, self.framework.level(self.brief.level)
        yield _line("summary", self._filled(level.postings[brief.track].summary), f"level:{level.id}")
        if self._size():
            yield _line("size", self._size(), "brief:team_size")
        if brief.industry:
            industry = self.framework.vocabulary.industry(brief.industry)
            yield _line("industry", self.spelled(industry.context), f"industry:{industry.id}")
        if brief.about:
            yield _line("employer", _sentence(brief.about), "brief:about")

    def outcomes(self) -> Iterator[Item]:
        level = self.framework.level(self.brief.level)
        opening = level.postings[self.brief.track]
        yield _line("day-30", self._filled(opening.first_30_days), f"level:{level.id}", "By day 30")
        yield _line("day-60", self._filled(opening.first_60_days), f"level:{level.id}", "By day 60")
        for skill in self.chosen[:DAY_90_OUTCOMES]:
            one = self._at(skill)
            yield _line(f"day-90.{skill.id}", self._filled(one.outcome_90_days), _ref(skill, one), "By day 90")
        if self.brief.mission:
            yield _line("mission", _sentence(self.brief.mission), "brief:mission", "By month 12")
        for skill in self.chosen[DAY_90_OUTCOMES : DAY_90_OUTCOMES + MONTH_12_OUTCOMES]:
            one = self._at(skill)
            yield _line(f"month-12.{skill.id}", self._filled(one.outcome_12_months), _ref(skill, one), "By month 12")

    def responsibilities(self) -> Iterator[Item]:
        for skill in self.chosen:
            one = self._at(skill)
            yield _line(skill.id, self._filled(one.responsibility), _ref(skill, one))

    def must_haves(self) -> Iterator[Item]:
        for skill in self.chosen:
            one = self._at(skill)
            yield _line(skill.id, self._filled(one.must_have), _ref(skill, one))

    def nice_to_haves(self) -> Iterator[Item]:
        most = min(MOST_NICE_TO_HAVES, MOST_WISHES - len(self.chosen))
        for skill in self._neighbors()[:most]:
            one = self._at(skill)
            yield _line(skill.id, self._filled(one.nice_to_have), _ref(skill, one))

    def work(self) -> Iterator[Item]:
        brief = self.brief
        if brief.places:
            yield _line("mode", self._mode(), "brief:work_mode")
        if brief.overlap:
            yield _line("overlap", f"Shared hours: {_sentence(brief.overlap)}", "brief:overlap")
        if brief.arrangement:
            yield _line("arrangement", _sentence(brief.arrangement), "brief:arrangement")
        if brief.methods:
            yield _line("methods", f"We deliver with {self._listed(brief.methods)}.", "brief:methods")
        if brief.tools:
            yield _line(
                "tools",
                f"Our tools are {self._listed(brief.tools)}; you can learn them here.",
                "brief:tools",
            )

    def _mode(self) -> str:
        mode = self.brief.work_mode
        named = self.brief.places if mode is WorkMode.REMOTE else narrowest(self.brief.places)
        where = any_of(named, self.places)
        return {
            WorkMode.ON_SITE: f"You will work on site {where}.",
            WorkMode.HYBRID: f"You will split your week between home and our office {where}.",
            WorkMode.REMOTE: f"This role is remote. You may live and work {where}.",
        }[mode]

    def pay(self) -> Iterator[Item]:
        brief = self.brief
        if brief.pay and brief.pay.in_words:
            yield _line("base", f"Base pay: {brief.pay.in_words}.", "brief:pay")
        for field in ("bonus", "equity", "benefits"):
            words: str = getattr(brief, field)
            if words:
                yield _line(field, f"{field.capitalize()}: {_sentence(words)}", f"brief:{field}")

    def process(self) -> Iterator[Item]:
        brief = self.brief
        if brief.apply_to or brief.closes or brief.opens:
            yield _line("apply", self._how_to_apply(), "brief:apply_to")
        for number, step in enumerate(brief.process, start=1):
            yield _line(f"step-{number}", _sentence(step), "brief:process")

    def notices(self) -> Iterator[Item]:
        brief = self.brief
        if brief.equal_opportunity:
            yield _line("equal-opportunity", _sentence(brief.equal_opportunity), "brief:equal_opportunity")
        if brief.accommodation:
            yield _line("accommodation", _sentence(brief.accommodation), "brief:accommodation")
        if brief.ai_used and not brief.ai_statement:
            yield _line("ai", "We use artificial intelligence to screen or assess applicants.", "brief:ai_used")
        elif brief.ai_statement:
            yield _line("ai", _sentence(brief.ai_statement), "brief:ai_statement")
        vacancy = {
            Vacancy.EXISTING: "This posting is for an existing vacancy.",
            Vacancy.FUTURE: "This posting is for a future opening; there is no vacancy today.",
        }[brief.vacancy]
        yield _line("vacancy", vacancy, "brief:vacancy")

    # -- what the parts need

    def _at(self, skill: Skill) -> SkillLevel:
        return skill.at(self.expected[skill.id])

    def _day(self, day: date) -> str:
        return day_in_words(day, self.country)

    def _neighbors(self) -> list[Skill]:
        """Skills that were not chosen, those expected highest first."""
        others = [s for s in self.framework.skills if s not in self.chosen and self.expected[s.id] > 0]
        weights = self.framework.profiles.weights
        return sorted(others, key=lambda skill: -self.expected[skill.id] * weights[skill.id])

    def _filled(self, text: str) -> str:
        brief = self.brief
        return (
            self.spelled(text)
            .replace("{work}", self.spelled(brief.track.value))
            .replace("{team}", brief.team or "the engineering team")
            .replace("{domain}", brief.domain or "our core systems")
            .replace("{employer}", brief.employer)
        )

    def _size(self) -> str:
        brief = self.brief
        parts = []
        if brief.team_size:
            parts.append(f"The work involves {_sentence(brief.team_size)}")
        if brief.budget:
            parts.append(f"The budget is {_sentence(brief.budget)}")
        return " ".join(parts)

    def _how_to_apply(self) -> str:
        brief = self.brief
        parts = ["Apply"]
        if brief.apply_to:
            parts.append(f"at {brief.apply_to}")
        if brief.opens:
            parts.append(f"from {self._day(brief.opens)}")
        if brief.closes:
            parts.append(f"by {self._day(brief.closes)}" if not brief.opens else f"to {self._day(brief.closes)}")
        return " ".join(parts) + "."

    @staticmethod
    def _listed(words: tuple[str, ...]) -> str:
        """ "A", "A and B", "A; B; and C" where the parts hold commas."""
        if len(words) < 2:
            return "".join(words)
        if any("," in word for word in words):
            return f"{'; '.join(words[:-1])}; and {words[-1]}"
        return f"{', '.join(words[:-1])} and {words[-1]}"


def _ref(skill: Skill, one: SkillLevel) -> str:
    return f"{skill.id}.{one.level}"
