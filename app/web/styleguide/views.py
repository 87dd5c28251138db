"""Every component in each of its states, on one page."""

from __future__ import annotations

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from app.web.forms import Line, Paragraphs, ToolForm

bp = Blueprint("styleguide", __name__, url_prefix="/styleguide")

COLORS = (
    ("ink", "text"),
    ("muted", "text that explains"),
    ("accent", "what can be pressed"),
    ("good", "it worked, it is met"),
    ("warn", "look at this"),
    ("bad", "it is wrong, it is missing"),
    ("line-strong", "edges of fields"),
    ("line", "lines between things"),
    ("wash", "ground of quoted and lesser things"),
)


class SampleForm(ToolForm):
    """One field of each kind, for looking at."""

    name = Line("A line of text", description="The hint says what is expected, before a mistake is made.")
    wrong = Line("A line that will not do", validators=[InputRequired("Say what to do, kindly: give the team a name.")])
    text = Paragraphs("Longer text", description="Up to 1,000 characters.")
    one = SelectField("One of a list", choices=["The first", "The second"], default="The first")
    pick = RadioField("One of a few", choices=["This one", "Or that one"], default="This one")


@bp.get("/")
def show() -> ResponseReturnValue:
    form = SampleForm(formdata=None)
    form.validate()
    flash("This is how the page says that something worked.", "good")
    return render_template("styleguide/show.html", form=form, colors=COLORS)
