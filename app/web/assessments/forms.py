"""The questions as forms: one skill, the facts about the work, the stories, the aim, the plan."""

from __future__ import annotations

from datetime import date

from wtforms import BooleanField, DateField, Form, FormField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from app.core.assessments.answers import (
    LONGEST_NOTE,
    NOT_APPLICABLE,
    NOT_OBSERVED,
    Answers,
    BadAnswer,
    Evidence,
    EvidenceStatus,
    read_link,
    read_month,
)
from app.core.assessments.plan import Step
from app.core.framework import Framework, Skill, Track
from app.usecases.assessments import SkillAnswer
from app.web.forms import Line, Paragraphs, ToolForm

UNSURE = "unsure"
NOT_YET = "Not yet: none of these is true of me."


class SkillForm(ToolForm):
    """One skill: the step, and optionally something to show for it."""

    pick = RadioField("Choose the furthest statement that is true of you", validators=[Optional()])
    text = Paragraphs(
        "One piece of work that shows it",
        description="Two sentences: what it was, and what you did. Leave out what your employer keeps secret.",
    )
    link = Line("A link that somebody else could open", description="Such as www.example.org/plan.")
    when = Line("Month of that work", description="Like March 2026, or 2026-03.")
    confirmed = BooleanField("Somebody else would confirm it")

    @classmethod
    def asking(cls, skill: Skill, answers: Answers, prefix: str = "") -> SkillForm:
        """The form for a skill, with what has been answered so far."""
        form = cls(prefix=prefix, data=_answered(skill, answers))
        form.pick.choices = _steps(skill, NOT_YET)
        if skill.situational:
            form.pick.choices.append(SelectChoice(NOT_APPLICABLE, "Does not apply: my work has no such part."))
        return form

    def to_answer(self, today: date) -> SkillAnswer | None:
        """The answer, or None with an error beside each field that cannot be."""
        sound = self.validate()
        text = (self.text.data or "").strip()
        if len(text) > LONGEST_NOTE:
            self.text.errors = [f"Please keep this under {LONGEST_NOTE} characters; it has {len(text)}."]
        when = link = None
        try:
            when = read_month(self.when.data, "when", today)
        except BadAnswer as error:
            self.when.errors = [error.message]
        try:
            link = read_link(self.link.data, "link")
        except BadAnswer as error:
            self.link.errors = [error.message]
        if self.confirmed.data and not (text or self.link.data):
            self.text.errors = ["Say in a sentence what somebody else would confirm."]
        if not sound or self.every_error():
            return None
        picked = self.pick.data
        pick = None if not picked else picked if picked == NOT_APPLICABLE else int(picked)
        return SkillAnswer(pick, Evidence.of(text, link or "", when, is_confirmed=bool(self.confirmed.data)))


def _answered(skill: Skill, answers: Answers) -> dict[str, object]:
    evidence = answers.evidence_for(skill.id)
    pick = answers.picks.get(skill.id)
    return {
        "pick": NOT_APPLICABLE if skill.id in answers.picks and pick is None else None if pick is None else str(pick),
        "text": evidence.text,
        "link": evidence.link,
        "when": "" if evidence.when is None else f"{evidence.when:%Y-%m}",
        "confirmed": evidence.status is EvidenceStatus.CONFIRMED,
    }


def _steps(skill: Skill, not_yet: str) -> list[SelectChoice]:
    """The statements low to high; their numbers are not shown, so that nobody aims for one."""
    return [SelectChoice("0", not_yet), *(SelectChoice(str(one.level), one.indicator) for one in skill.levels)]


def scope_form(framework: Framework, scope: dict[str, int]) -> ToolForm:
    """The facts about the size of the work."""

    class ScopeForm(ToolForm):
        pass

    for fact in framework.scope_facts:
        choices = [SelectChoice(str(band), _sentence(words)) for band, words in enumerate(fact.bands, start=1)]
        setattr(
            ScopeForm, fact.id, RadioField(fact.ask, description=fact.why, choices=choices, validators=[Optional()])
        )
    return ScopeForm(data={fact: str(band) for fact, band in scope.items()})


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def chosen(form: ToolForm) -> dict[str, str]:
    """The answered groups of a form; raises `BadAnswer` for an answer that the page does not offer."""
    if not form.validate():
        raise BadAnswer("One of the answers is not among those that the page shows. Reload it and choose again.")
    return {field.name: field.data for field in form if isinstance(field, RadioField) and field.data}


def numbers_of(form: ToolForm) -> dict[str, int]:
    """The same for groups whose answers are all numbers."""
    return {name: int(answer) for name, answer in chosen(form).items()}


def steps_form(skills: tuple[Skill, ...], picks: dict[str, int], *, not_yet: str, other: str = "") -> ToolForm:
    """A group of statements for each skill, about somebody: oneself earlier, a colleague, a person in a story."""

    class StepsForm(ToolForm):
        pass

    for skill in skills:
        choices = _steps(skill, not_yet)
        if other:
            choices.append(SelectChoice(NOT_OBSERVED, other))
        setattr(StepsForm, skill.id, RadioField(skill.name, choices=choices, validators=[Optional()]))
    return StepsForm(data={skill: str(pick) for skill, pick in picks.items()})


class AimForm(ToolForm):
    """The track, and the level to compare with."""

    aim = RadioField("What do you want to compare yourself with?", validators=[InputRequired("Choose one of these.")])

    @classmethod
    def offering(cls, framework: Framework, chosen: str | None = None) -> AimForm:
        form = cls(data={"aim": chosen})
        form.aim.choices = [
            SelectChoice(aim_of(guide.track, level), "")
            for guide in framework.tracks
            for level in (None, *guide.levels)
        ]
        return form

    def to_aim(self) -> tuple[Track, str | None]:
        track, _, level = str(self.aim.data).partition(":")
        return Track(track), None if level == UNSURE else level


def aim_of(track: Track, level: str | None) -> str:
    return f"{track.value}:{level or UNSURE}"


_SHORT = Length(max=300, message="Please keep this under 300 characters, so that the plan stays one to read.")


class StepForm(Form):  # type: ignore[misc]  # WTForms carries no types
    """One step of the plan."""

    task = Paragraphs("One task at work", validators=[_SHORT])
    learn_from = Paragraphs("One person to learn from", validators=[_SHORT])
    study = Paragraphs("One thing to study", validators=[_SHORT])
    evidence = Paragraphs("What to collect", validators=[_SHORT])
    due = DateField("By", validators=[InputRequired("Give the step a date.")])
    done = BooleanField("Done")


def plan_form(plan: tuple[Step, ...]) -> ToolForm:
    """The plan, each step with its own fields."""

    class PlanForm(ToolForm):
        pass

    for number in range(len(plan)):
        setattr(PlanForm, f"step{number}", FormField(StepForm))
    return PlanForm(data={f"step{number}": _step_data(step) for number, step in enumerate(plan)})


def _step_data(step: Step) -> dict[str, object]:
    return {name: getattr(step, name) for name in ("task", "learn_from", "study", "evidence", "due", "done")}
