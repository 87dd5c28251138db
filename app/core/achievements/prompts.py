"""Questions for what a line lacks, and frames to write it anew; nothing is ever filled in for a person."""

from __future__ import annotations

from app.core.achievements.likelihoods import Kind
from app.core.achievements.slots import Slots

FILL_IN = "Which number or name belongs in the blank? Leave the sentence out if you do not know."
WHAT_CHANGED = {
    "schedule": "Did it finish when it was promised? How late was it before, and how many weeks were won back?",
    "cost": "What did it cost against the plan, or what is paid less for since?",
    "quality": "What works better since, and how can one tell?",
    "risk": "What did not happen because of this, and how often had it happened before?",
    "customer": "What do customers or users do differently since?",
    "team": "What can the people do now that they could not do before?",
    "": "What was different when it was done?",
}
HOW_MUCH = {
    "schedule": "How late was it, and how many weeks were won back?",
    "cost": "How much money was it, and against which plan?",
    "quality": "What was the number before, and what was it after?",
    "risk": "How many such events were there before, and how many since?",
    "customer": "How many customers or users, or what share of them?",
    "team": "How many people, and over what time?",
    "": "How much did it change: what was it before, and what after?",
}
HELD_AGAINST = "Which date or budget was it held against, and by how much was it met?"
MORE_EXACT = "Which deliverable, for whom, and what is better since?"
HOW_LARGE = "How large was it: how many people, teams or vendors, what budget, how many months?"
BY_WHAT = "What did you do that made the difference: which method, decision or agreement?"
YOUR_PART = "What was your own part: what did you decide or lead?"


def prompts_for(kind: Kind, measured: bool, slots: Slots) -> tuple[str, ...]:
    """Questions for the missing parts, the most important first; none for a line that is whole or no achievement."""
    if slots.placeholder:
        return (FILL_IN,)
    if kind not in (Kind.OUTCOME, Kind.ACTIVITY):
        return ()
    dimension = slots.dimensions[0] if slots.dimensions else ""
    asked = []
    if kind == Kind.ACTIVITY:
        asked.append(WHAT_CHANGED[dimension])
    elif not measured:
        asked.append(HELD_AGAINST if slots.kept else HOW_MUCH[dimension])
        if not slots.specific:
            asked.append(MORE_EXACT)
    if not (slots.scale or slots.has_scale_number):
        asked.append(HOW_LARGE)
    if not slots.how:
        asked.append(BY_WHAT)
    if slots.ownership in ("shared", "assigned"):
        asked.append(YOUR_PART)
    return tuple(asked)


FRAMES = {
    "schedule": "Brought ____ back from ____ late to ____ by ____, with ____ people in ____ teams.",
    "cost": "Cut ____ from ____ to ____ a year by ____, on a budget of ____.",
    "quality": "Raised ____ from ____ to ____ in ____ months by ____.",
    "risk": "Ended ____, which had happened ____ times a year, by ____, across ____ sites.",
    "customer": "Brought ____ to ____ customers; ____ rose from ____ to ____ because of ____.",
    "team": "Grew the team from ____ to ____ and ____ by ____.",
}
PLAIN_FRAME = "____ (result), from ____ to ____ (measure), by ____ (method), across ____ (scale)."


def frames_for(slots: Slots) -> tuple[str, ...]:
    """Sentences with blanks for the dimensions that the line names; one plain one if it names none."""
    named = tuple(FRAMES[name] for name in slots.dimensions[:2])
    return (*named, PLAIN_FRAME)
