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
from app.core.money import Pay, Period, read_amount, split_range
from app.core.places import Place, Places
from app.core.postings import brief as limits
from app.core.postings.brief import Brief, Employment, Vacancy, WorkMode, follow_title
from app.web.forms import CheckBoxes, Line, Lines, Paragraphs, ToolForm

_T = TypeVar("_T")

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
    currency = Line("Currency", description="A code such as USD.", default="USD")
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

    aliases: ClassVar = {"process": "process_steps"}  # WTForms keeps the name `process` for itself

    left_over = Paragraphs(
        "Not taken up from your text", description="Kept here while you write, and left out of the posting."
    )

    keep_in = SelectField(
        "Keep it in", description="A team’s members see it, and its texts stand in the form.", choices=[], default=""
    )

    role_before = HiddenField()
    filled_for = HiddenField()
    version = HiddenField()

    @classmethod
    def offering(cls, framework: Framework, teams: Mapping[str, str] | None = None, **values: object) -> BriefForm:
        """The form with the framework's levels, skills and industries to choose from, and teams where there are any."""
        form = cls(**values)
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

    def to_brief(self, framework: Framework, places: Places) -> Brief:
        """The brief as typed; what cannot be read stands as an error beside its field (see `every_error`)."""
        track, level = role_of(self.role.data)
        return Brief(
            track=track,
            level=level,
            work_mode=WorkMode(self.work_mode.data or WorkMode.HYBRID),
            employment=Employment(self.employment.data or Employment.FULL_TIME),
            places=self._places(places),
            skills=self._skills(framework),
            industry=self.industry.data or "",
            pay=self._pay(),
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
        lines = self.places.entries[: limits.MOST_PLACES + 1]
        found = [self._read("places", line, places.read) for line in lines]
        return tuple(dict.fromkeys(place for place in found if place))

    def _pay(self) -> Pay | None:
        currency = (self.currency.data or "").upper()
        both = None if self.pay_max.data else split_range(self.pay_min.data or "")
        if both:
            self.pay_min.data, self.pay_max.data = both
        low, high = (self._amount(field, currency) for field in ("pay_min", "pay_max"))
        if low is None and high is None:
            return None
        return Pay(low, high, currency, Period(self.period.data or Period.YEAR))

    def _amount(self, field: str, currency: str) -> Decimal | None:
        written = self[field].data or ""
        return self._read(field, written, lambda text: read_amount(text, currency)) if written else None

    def _read(self, field: str, written: str, read: Callable[[str], _T]) -> _T | None:
        try:
            return read(written)
        except DomainError as error:
            self[field].errors = [*self[field].errors, error.message]
            return None


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
        "places": "\n".join(_place_text(place, places) for place in brief.places),
        "skills": list(brief.skills),
        "industry": brief.industry,
        "pay_min": _amount_text(pay.min) if pay else "",
        "pay_max": _amount_text(pay.max) if pay else "",
        "currency": pay.currency if pay else "USD",
        "period": pay.period.value if pay else Period.YEAR.value,
        "opens": brief.opens,
        "closes": brief.closes,
        "vacancy": brief.vacancy.value,
        "ai_used": brief.ai_used,
        "methods": "\n".join(brief.methods),
        "tools": "\n".join(brief.tools),
        "process_steps": "\n".join(brief.process),
    } | {field: getattr(brief, field) for field in _TEXTS}


def _place_text(place: Place, places: Places) -> str:
    """As `Places.read` reads it back: a state by its code, a country by its name."""
    where = place.code if "-" in place.code else places.name(place.code)
    return f"{place.city}, {where}" if place.city else where


def _amount_text(amount: Decimal | None) -> str:
    if amount is None:
        return ""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
