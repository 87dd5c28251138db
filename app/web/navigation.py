"""The tools in the order in which people meet them, for the head of each page and the first page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Flask


@dataclass(frozen=True)
class Sample:
    """A worked example of a tool, which opens without typing."""

    words: str
    endpoint: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Door:
    """A way into a tool, as the first page shows it; the four main ones have a picture."""

    endpoint: str
    label: str
    title: str
    text: str
    sample: Sample | None = None
    picture: str = ""


_SENIOR_IN_CALIFORNIA = {"family": "technical_program_manager", "level": "L4", "region": "US-CA"}

DOORS = (
    Door(
        "postings.index",
        "Postings",
        "Write a posting",
        "From a short brief to a posting that a good hiring manager would sign, checked against pay-transparency law.",
        Sample("See a sample posting", "postings.sample"),
        "posting",
    ),
    Door(
        "review.index",
        "Review",
        "Review a posting",
        "Paste one from anywhere: what its places’ law asks, what is missing, and which words could be better.",
        Sample("See a careless posting reviewed", "review.sample"),
    ),
    Door(
        "law.index",
        "Posting law",
        "Know the law of a place",
        "What a posting must say in each state, province and country, since when, and what changes next.",
        Sample("See what Colorado asks", "law.place", {"code": "US-CO"}),
    ),
    Door(
        "salaries.look_up",
        "Salaries",
        "Look up pay",
        "Bands by level and region from official data that say how sure they are, or an honest refusal.",
        Sample("See a sample band", "salaries.look_up", _SENIOR_IN_CALIFORNIA),
        "pay",
    ),
    Door(
        "assessments.index",
        "Self-assessment",
        "See where you stand",
        "Fourteen skills, about ten minutes: a level with its neighbors, what to show next, and a plan.",
        Sample("See a sample result", "assessments.sample"),
        "standing",
    ),
    Door(
        "resumes.index",
        "Résumé",
        "Find your achievements",
        "Which lines of a résumé tell a result, how strong each is, and what would make it stronger.",
        Sample("See a sample résumé read", "resumes.sample"),
        "lines",
    ),
    Door(
        "coaching.index",
        "Coaching",
        "Coach, or be coached",
        "A blind rating, a comparison, comments and goals, about what the client chooses to show and nothing else.",
    ),
    Door(
        "framework.current",
        "Role framework",
        "See what the role is",
        "Six levels on two tracks, fourteen skills, and what a colleague could see at each: the ground under all else.",
    ),
    Door(
        "guide.index",
        "Role guide",
        "Read about the role",
        "What a TPM does, ways in, levels and pay, the usual questions: eleven short chapters with their sources.",
    ),
)


def register(app: Flask) -> None:
    app.jinja_env.globals["navigation"] = lambda: [(door.endpoint, door.label) for door in DOORS]
