"""The brief as a form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import ClassVar, TypeVar

from wtforms import BooleanField, DateField, HiddenField, RadioField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional

from app.core.english import English
from app.core.errors import DomainError
from app.core.framework import Framework, Track
from app.core.money import Pay, Period, read_amount
from app.core.pay_as_typed import OpenEnd, PayAsTyped, pay_as_typed
from app.core.place_lines import PlaceLine, read_line
from app.core.places import Place, Places, with_article
from app.core.postings import brief as limits
from app.core.postings.brief import Brief, Employment, Problem, Vacancy, WorkMode, follow_title
from app.web.forms import CheckBoxes, Line, Lines, Paragraphs, ToolForm

_T = TypeVar("_T")

USUAL_CURRENCY = "USD"
DATE_HINT = "Leave it empty if there is none."


class BriefForm(ToolForm):
    """Everything that a brief can hold; `STEPS` says on which of the six steps each field stands."""

    role = SelectField("Level and track")
    title = Line("Job title")
    employer = Line("Employer", description="The name that candidates know.")
    team = Line("Team", description="As it reads in a sentence, such as “the Payments Platform team”.")
    domain = Line("What the work is about", description="A few words, such as “payments infrastructure”.")
    industry = SelectField("Industry")
    employment = SelectField(
        "Employment",
        choices=[
            SelectChoice("full-time", "Full-time"),
            SelectChoice("part-time", "Part-time"),
            SelectChoice("contract", "Contract"),
        ],
    )
    about = Paragraphs("About the employer", description="Two or three sentences. What do you make, and for whom?")

    work_mode = RadioField(
        "Where the work is done",
        choices=[
            SelectChoice("on-site", "On site"),
            SelectChoice("hybrid", "Hybrid: some days at home"),
            SelectChoice("remote", "Remote: no office days"),
        ],
        default="hybrid",
    )
    places = Lines(
        "Places",
        description=(
            "One a line, such as “Seattle, Washington” or “Singapore”. "
            "For remote work, every place where the person may live."
        ),
    )
    overlap = Line("Shared working hours", description="Such as “four hours a day with Pacific Time”.")
    arrangement = Paragraphs(
        "What else to know about where and how",
        description="Office days, travel, equipment. What does remote mean here?",
    )
    pay_min = Line("Lowest base pay", description="In digits, such as 150,000.")
    pay_max = Line("Highest base pay", description="What you would really pay on hiring.")
    currency = Line("Currency", description="A code such as USD.", default=USUAL_CURRENCY)
    period = SelectField("Pay is", choices=[SelectChoice(one.value, one.in_words) for one in Period])
    bonus = Paragraphs("Bonus", description="Such as “a yearly bonus of up to 15 % of base pay”.")
    equity = Paragraphs("Equity", description="Such as “restricted stock, vesting over four years”.")
    benefits = Paragraphs("Benefits", description="Health care, retirement, paid leave. Several places require them.")

    mission = Paragraphs(
        "What must be true a year from now",
        description="The reason the job exists, such as “Every merchant settles through the new ledger”.",
    )
    reports_to = Line("Reports to", description="A role, such as “the Director of Platform Engineering”.")
    team_size = Line("Size of the team", description="Such as “three teams with 24 engineers”.")
    budget = Line("Budget", description="Such as “about $3 million a year, held by the program”.")

    skills = CheckBoxes("Skills that the posting leads with")

    methods = Lines("Methods", description="One a line, such as Scrum.")
    tools = Lines("Tools", description="One a line, such as Jira.")

    opens = DateField("Applications open", description=DATE_HINT, validators=[Optional()])
    closes = DateField("Applications close", description="Some places require it.", validators=[Optional()])
    apply_to = Line("Where to apply", description="A web or e-mail address.")
    process_steps = Lines("Steps of the hiring process", description="One a line, in order.")
    vacancy = RadioField(
        "Is there a vacancy now?",
        choices=[
            SelectChoice("existing", "Yes, for an existing vacancy"),
            SelectChoice("future", "No, for a future opening"),
        ],
        default="existing",
        description="Ontario requires that a posting says so.",
    )
    ai_used = BooleanField("We use artificial intelligence to screen or assess applicants")
    ai_statement = Paragraphs("How artificial intelligence is used", description="What it does, and who decides.")
    equal_opportunity = Paragraphs("Equal opportunity")
    accommodation = Paragraphs("Adjustments for applicants")

    understood: dict[str, Problem]  # what was read otherwise than it may look, by what it is about
    aliases: ClassVar = {"process": "process_steps"}  # WTForms keeps the name `process` for itself

    left_over = Paragraphs(
        "Not taken up from your text", description="Kept here while you write, and left out of the posting."
    )

    keep_in = SelectField(
        "Keep it in", description="A team’s members see it, and its texts stand in the form.", choices=[], default=""
    )

    role_before = HiddenField()
    currency_before = HiddenField(default=USUAL_CURRENCY)  # what stands in the currency's field unless somebody chose
    filled_for = HiddenField()
    version = HiddenField()

    @classmethod
    def offering(cls, framework: Framework, teams: Mapping[str, str] | None = None, **values: object) -> BriefForm:
        """The form with the framework's levels, skills and industries to choose from, and teams where there are any."""
        form = cls(**values)
        form.understood = {}
        if teams:
            form.keep_in.choices = [SelectChoice("", "My work"), *(SelectChoice(*team) for team in teams.items())]
        else:
            del form.keep_in
        form.role.choices = [
            SelectChoice(
                f"{guide.track}:{level.id}",
                f"{level.id} · {framework.title(guide.track, level.id)}",
                optgroup=guide.name,
            )
            for guide in framework.tracks
            for level in framework.levels_of(guide.track)
        ]
        form.skills.choices = [SelectChoice(skill.id, skill.name) for skill in framework.skills]
        form.industry.choices = [
            SelectChoice("", "None of these"),
            *(SelectChoice(one.id, one.name) for one in framework.vocabulary.industries),
        ]
        return form

    def follow_role(self, framework: Framework, english: English) -> str:
        """When the role changed, what is still the old role's own becomes the new role's; return what to tell."""
        before, now = self.role_before.data, self.role.data
        known = roles(framework)
        if before == now or before not in known or now not in known:
            return ""
        self.role_before.data = now
        followed = []
        title = follow_title(self.title.data or "", role_of(before), role_of(now), framework, english)
        if title != (self.title.data or ""):
            self.title.data = title
            followed.append("the title")
        if not self.skills.data or set(self.skills.data) == set(default_skills(framework, before)):
            self.skills.data = list(default_skills(framework, now))
            followed.append("the skills that the posting leads with")
        verb = "follows" if followed == ["the title"] else "follow"
        return f"The level changed, so {' and '.join(followed)} {verb} it." if followed else ""

    def show_errors_of(self, names: Collection[str]) -> None:
        """Keep quiet about the fields of other steps, which nobody has come to yet."""
        for field in self:
            if field.name not in names:
                field.errors = []

    @property
    def chosen_team(self) -> str:
        """The team that the posting will be kept in; empty for one's own work."""
        return (self.keep_in.data or "") if "keep_in" in self else ""

    def follow_texts(self, before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
        """Put texts into the fields that are empty or hold what was put there `before`; return those that changed."""
        changed = []
        for name, text in now.items():
            field = self[self.aliases.get(name, name)]
            held = "\n".join((field.data or "").splitlines())
            if before.get(name, "") != text and held in ("", before.get(name, "")) and held != text:
                field.data = text
                changed.append(field.label.text)
        return tuple(changed)

    def to_brief(self, framework: Framework, places: Places, currencies: Mapping[str, str]) -> Brief:
        """The brief as typed; what cannot be read stands as an error beside its field (see `every_error`).

        `currencies` are those in which the people of a country speak of pay.
        """
        track, level = role_of(self.role.data)
        named = self._places(places)
        return Brief(
            track=track,
            level=level,
            work_mode=WorkMode(self.work_mode.data or WorkMode.HYBRID),
            employment=Employment(self.employment.data or Employment.FULL_TIME),
            places=named,
            skills=self._skills(framework),
            industry=self.industry.data or "",
            pay=self._pay(named, places, currencies),
            opens=self.opens.data,
            closes=self.closes.data,
            vacancy=Vacancy(self.vacancy.data or Vacancy.EXISTING),
            ai_used=self.ai_used.data,
            methods=self.methods.entries,
            tools=self.tools.entries,
            process=self.process_steps.entries,
            **{field: self[field].data or "" for field in _TEXTS},
        )

    def _skills(self, framework: Framework) -> tuple[str, ...]:
        """The chosen skills, those first that the level leads with: boxes have no order of their own."""
        chosen = self.skills.data or []
        leading = [skill for skill in default_skills(framework, self.role.data) if skill in chosen]
        return (*leading, *(skill for skill in chosen if skill not in leading))

    def _places(self, places: Places) -> tuple[Place, ...]:
        typed = self.places.entries[: limits.MOST_PLACES + 1]
        lines = [line for one in typed if (line := self._read("places", one, lambda text: read_line(text, places)))]
        self._compare_modes(lines)
        return tuple(dict.fromkeys(place for line in lines for place in line.places))

    def _compare_modes(self, lines: list[PlaceLine]) -> None:
        """Say where the places speak of another way of working than was chosen: which one is meant, we cannot know."""
        chosen = self.work_mode.data or WorkMode.HYBRID
        other = next((line for line in lines if line.modes and chosen not in line.modes), None)
        if other is None:
            return
        says = next(mode for mode in _MODE_WORDS if mode in other.modes)
        told = f"“{other.written}” says {_MODE_WORDS[says]}, and “{_MODE_WORDS[chosen]}” is chosen."
        if all(line.modes and chosen not in line.modes and (says != "remote" or line.is_remote_only) for line in lines):
            self._wrong("work_mode", f"{told} Choose the one that is right, or take the word out of the places.")
        elif says == "remote":
            self._tell(
                "work_mode", f"{told} Choose remote if no office days are needed, or say below who may be remote."
            )
        else:
            self._tell("work_mode", f"{told} The posting says what is chosen.")

    def _pay(self, named: tuple[Place, ...], places: Places, currencies: Mapping[str, str]) -> Pay | None:
        ends = self._ends()
        if not any(end.amounts for end in ends):
            return None
        self._take_period(ends)
        self._take_currency(ends, named, places, currencies)
        currency = (self.currency.data or "").upper()
        low, high = (self._amount(field, currency) for field in ("pay_min", "pay_max"))
        if low is None and high is None:
            return None
        return Pay(low, high, currency, Period(self.period.data or Period.YEAR))

    def _ends(self) -> tuple[PayAsTyped, PayAsTyped]:
        """What was typed as the two ends; a range that stands in one field is taken apart."""
        low, high = (pay_as_typed(self[field].data or "") for field in ("pay_min", "pay_max"))
        if len(low.amounts) == _BOTH and not high.amounts:
            self.pay_min.data, self.pay_max.data = low.amounts
        elif len(high.amounts) == _BOTH and not low.amounts:
            self.pay_min.data, self.pay_max.data = high.amounts
        elif low.open_end is OpenEnd.LOWEST and not high.amounts:
            self._ask_for_the_other_end("pay_min", "lowest", "highest", low.amounts[0])
        elif low.open_end is OpenEnd.HIGHEST and not high.amounts:
            self._ask_for_the_other_end("pay_max", "highest", "lowest", low.amounts[0])
        return low, high

    def _ask_for_the_other_end(self, field: str, asked: str, said: str, amount: str) -> None:
        self._wrong(
            field,
            f"“{self.pay_min.data}” leaves the {asked} pay open. Readers look for both ends, and many places require "
            f"them: what is the {asked}? Write {amount} as the {said}.",
        )

    def _take_period(self, ends: tuple[PayAsTyped, PayAsTyped]) -> None:
        said = {end.period for end in ends if end.period}
        if len(said) == 1 and (period := said.pop()) != self.period.data:
            self.period.data = period.value
            self._tell("period", f"The pay was read as pay for {period.in_words}, as it says beside the amount.")

    def _take_currency(
        self,
        ends: tuple[PayAsTyped, PayAsTyped],
        named: tuple[Place, ...],
        places: Places,
        currencies: Mapping[str, str],
    ) -> None:
        """While nobody chose a currency, the amount's own sign says it, or else the first place does."""
        chosen = (self.currency.data or "").upper()
        marked = {end.currency for end in ends if end.currency}
        usual = _usual_currency(named[0], currencies) if named else ""
        if chosen != self.currency_before.data:
            if usual and chosen and chosen not in {_usual_currency(place, currencies) for place in named}:
                country = with_article(places.name(named[0].country))
                self._tell("currency", f"Pay in {country} is usually said in {usual}; this posting says {chosen}.")
            return
        taken = _marked_currency(marked) or (usual if not marked or usual in _DOLLARS else "")
        if taken and taken != chosen:
            self.currency.data = self.currency_before.data = taken
            after = "the amount" if taken in marked else places.in_short(named[0])
            told = f"The currency is {taken}, after {after}. Change it beside the pay if that is wrong."
            self._tell("currency", told)

    def _amount(self, field: str, currency: str) -> Decimal | None:
        typed = pay_as_typed(self[field].data or "")
        written = typed.amounts[0] if len(typed.amounts) == 1 else self[field].data or ""
        return self._read(field, written, lambda text: read_amount(text, currency)) if written else None

    def _tell(self, field: str, words: str) -> None:
        self.understood[field] = Problem(field, words)

    def _wrong(self, field: str, words: str) -> None:
        self[field].errors = [*self[field].errors, words]

    def _read(self, field: str, written: str, read: Callable[[str], _T]) -> _T | None:
        try:
            return read(written)
        except DomainError as error:
            self._wrong(field, error.message)
            return None


def _marked_currency(marked: set[str]) -> str:
    """The one code that stands beside the amounts, or nothing: "$" may be any dollar."""
    return next(iter(marked)) if len(marked) == 1 and marked != {"$"} else ""


def _usual_currency(place: Place, currencies: Mapping[str, str]) -> str:
    """The currency in which people of a place speak of pay, or nothing where we do not know it."""
    return USUAL_CURRENCY if place.country == "US" else currencies.get(place.country, "")


_BOTH = 2  # ends of a range
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
_MODE_WORDS = {"remote": "remote", "hybrid": "hybrid", "on-site": "on site"}


_TEXTS = (
    "title", "employer", "team", "domain", "about", "overlap", "arrangement", "bonus", "equity", "benefits", "mission",
    "reports_to", "team_size", "budget", "apply_to", "ai_statement", "equal_opportunity", "accommodation", "left_over",
)  # fmt: skip

# The six steps: what each is called, and its fields in order.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Role and level", ("role", "title", "employer", "team", "domain", "industry", "employment", "about")),
    (
        "Place and pay",
        (
            "work_mode",
            "places",
            "overlap",
            "arrangement",
            "pay_min",
            "pay_max",
            "currency",
            "period",
            "bonus",
            "equity",
            "benefits",
        ),
    ),
    ("Outcomes", ("mission", "reports_to", "team_size", "budget")),
    ("Responsibilities", ("skills",)),
    ("Requirements", ("methods", "tools")),
    (
        "Process and notices",
        (
            "opens",
            "closes",
            "apply_to",
            "process_steps",
            "vacancy",
            "ai_used",
            "ai_statement",
            "equal_opportunity",
            "accommodation",
        ),
    ),
)


def roles(framework: Framework) -> frozenset[str]:
    """Every value that `role` can have, such as "program:L4"."""
    return frozenset(f"{guide.track}:{level}" for guide in framework.tracks for level in guide.levels)


def role_of(value: str) -> tuple[Track, str]:
    """Read "program:L4"."""
    track, _, level = value.partition(":")
    return Track(track), level


def default_skills(framework: Framework, role: str) -> tuple[str, ...]:
    return framework.profiles.default_skills[role_of(role)]


def values_of(brief: Brief, places: Places) -> dict[str, object]:
    """A brief as the form shows it."""
    pay = brief.pay
    return {
        "role": f"{brief.track}:{brief.level}",
        "role_before": f"{brief.track}:{brief.level}",
        "work_mode": brief.work_mode.value,
        "employment": brief.employment.value,
        "places": "\n".join(places.as_typed(place) for place in brief.places),
        "skills": list(brief.skills),
        "industry": brief.industry,
        "pay_min": _amount_text(pay.min) if pay else "",
        "pay_max": _amount_text(pay.max) if pay else "",
        "currency": pay.currency if pay else USUAL_CURRENCY,
        "currency_before": "" if pay else USUAL_CURRENCY,
        "period": pay.period.value if pay else Period.YEAR.value,
        "opens": brief.opens,
        "closes": brief.closes,
        "vacancy": brief.vacancy.value,
        "ai_used": brief.ai_used,
        "methods": "\n".join(brief.methods),
        "tools": "\n".join(brief.tools),
        "process_steps": "\n".join(brief.process),
    } | {field: getattr(brief, field) for field in _TEXTS}


def _amount_text(amount: Decimal | None) -> str:
    if amount is None:
        return ""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
