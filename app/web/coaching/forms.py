"""The forms of coaching: inviting, joining, comments and goals."""

from __future__ import annotations

from wtforms import DateField, HiddenField, RadioField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Optional

from app.core.coaching.agreed import GoalState, GoalText, read_goal
from app.core.errors import DomainError
from app.core.framework import Framework
from app.usecases.coaching import Role
from app.web.forms import Line, Paragraphs, ToolForm

STATES = {GoalState.OPEN: "Open", GoalState.REACHED: "Reached", GoalState.DROPPED: "Dropped"}


class InviteForm(ToolForm):
    """Whom to invite, and as what."""

    role = RadioField(
        "What do you want?",
        choices=[
            SelectChoice(Role.COACH.value, "I want to coach this person"),
            SelectChoice(Role.CLIENT.value, "I want this person to coach me"),
        ],
        validators=[InputRequired("Choose one of these.")],
    )
    email = Line("Their e-mail address", validators=[InputRequired("Write an e-mail address.")])
    name = Line(
        "Your name",
        description="As they will read it, beside your e-mail address.",
        validators=[InputRequired("Give a name.")],
    )


class JoinForm(ToolForm):
    """Accepting an invitation."""

    name = Line("Your name", description="As the other one will read it.", validators=[InputRequired("Give a name.")])


class CommentForm(ToolForm):
    """A comment; `version` is the one that was seen."""

    text = Paragraphs("Comment")
    version = HiddenField()


class GoalForm(ToolForm):
    """An agreed goal; `version` is the one that was seen."""

    text = Paragraphs("What you agreed on", description="One thing that both of you could see done.")
    skill = SelectField("Skill", validators=[Optional()])
    due = DateField("By", validators=[Optional()])
    state = RadioField("State", choices=[SelectChoice(state.value, label) for state, label in STATES.items()])
    version = HiddenField()

    @classmethod
    def about(cls, framework: Framework, goal: GoalText | None = None, version: int = 0) -> GoalForm:
        """The form for a new goal, or for one that stands."""
        data: dict[str, object] = {"state": GoalState.OPEN.value}
        if goal is not None:
            data = {
                "text": goal.text,
                "skill": goal.skill,
                "due": goal.due,
                "state": goal.state.value,
                "version": version,
            }
        form = cls(data=data)
        form.skill.choices = [SelectChoice("", "None of them")]
        form.skill.choices += [SelectChoice(skill.id, skill.name) for skill in framework.skills]
        return form

    def to_goal(self, framework: Framework) -> GoalText | None:
        """The goal, or None with an error beside the field that cannot be."""
        if not self.validate():
            return None
        skills = frozenset(skill.id for skill in framework.skills)
        try:
            return read_goal(self.text.data or "", self.skill.data or "", self.due.data, self.state.data or "", skills)
        except DomainError as error:
            put_beside(self, error)
            return None


def put_beside(form: ToolForm, error: DomainError) -> None:
    """Show an error beside the field that it names; one without a field goes on to the page that shows errors."""
    if error.field is None or error.field not in form:
        raise error
    field = form[error.field]
    field.errors = [*field.errors, error.message]


def seen_version(form: ToolForm) -> int:
    """The version that the form was made from; what is no number matches none."""
    written = str(form["version"].data or "")
    return int(written) if written.isdecimal() and len(written) < 10 else 0
