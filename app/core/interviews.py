"""The interview kit of a posting: what to ask about each must-have, and what a weak and a strong answer sound like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core.english import AS_WRITTEN, English, Spelling, language_of, respelled
from app.core.errors import DomainError
from app.core.framework import LEVEL_BANDS, SKILL_LEVELS, Framework, Skill
from app.core.postings.posting import Item, Posting

MOST_SCREENING_QUESTIONS = 5  # more, and good people stop half way through the form
MOST_IN_AN_INTERVIEW = 3  # of the must-haves; nine questions are what an hour holds
MINUTES_A_QUESTION = 5
MINUTES_AROUND = 10  # to welcome the candidate, and for what they want to ask

ALONE = "I filled this in alone, before I spoke with the other interviewers."
SCORECARD_GUIDE = "One copy for each interviewer and each candidate. Ring one number for each question."
COMPARE_GUIDE = "For the meeting, once every scorecard is in. Write down the ratings first; talk after that."
DECISION_GUIDE = (
    "A to D are the interviewers. Decide by what the posting asks for, and say which must-have decided it: somebody "
    "who was not hired may ask."
)
OFF_LIMITS_GUIDE = "Ask about none of these, in screening or in conversation, not even to be friendly."

# How a rating is called on every sheet; the anchors say what it sounds like for each question.
RATINGS = ((1, "Weak"), (2, "Partial"), (3, "Good"), (4, "Strong"))
SCALE = ", ".join(f"{rating} {name.lower()}" for rating, name in (RATINGS[0], RATINGS[-1]))

GUIDE = (
    "Share out the interviews before the first candidate comes. Every candidate is asked the same questions, in the "
    "same words and the same order.",
    "Ask further only to understand an answer: What was your own part? What happened then? How do you know?",
    "Write down what the candidate says. Rate afterward, one question at a time, by the description that comes "
    "closest. What was not asked gets no rating; it is not a 1. A must-have’s rating is the middle one of its three.",
    "Fill in your scorecard alone, and hand it in before you speak with the other interviewers.",
    "Then compare. Begin where ratings are two or more apart, go back to the notes, and write down the reason for "
    "what you agree on.",
)
SCREENING_GUIDE = (
    "Put these in writing to everyone who applies. An answer passes when it names a piece of work and the person’s own "
    "part in it; style, length and spelling do not count."
)
OWN_GUIDE = (
    "This line is not from the role framework, so there are no tried questions for it. Write them before the first "
    "interview: two that begin “Tell me about a time”, one that begins “Imagine”, and for each what a weak and "
    "a strong answer would sound like. Or take the line out of the posting."
)

_SENTENCE_END = re.compile(r"(?<=[.?!])\s")


class Kind(StrEnum):
    BEHAVIORAL = "behavioral"
    SITUATIONAL = "situational"


KINDS = (Kind.BEHAVIORAL, Kind.BEHAVIORAL, Kind.SITUATIONAL)  # what is asked about each must-have


@dataclass(frozen=True)
class Topic:
    """Something that nobody may be asked about."""

    id: str
    name: str
    why: str
    finds: tuple[re.Pattern[str], ...]
    sources: tuple[str, ...]

    def is_touched_by(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self.finds)


@dataclass(frozen=True)
class KitQuestion:
    """A question of the kit, numbered within its must-have."""

    number: int
    kind: Kind
    ask: str
    anchors: tuple[str, str, str, str]

    @property
    def in_short(self) -> str:
        """Its first sentence, by which an interviewer knows it again."""
        return _SENTENCE_END.split(self.ask, maxsplit=1)[0]


@dataclass(frozen=True)
class MustHave:
    """A must-have as the posting words it, with its questions; a line of the author's own has none.

    `name` is its skill's, or the first words of the author's own line. `skill_level` is what the posting expects.
    """

    number: int
    name: str
    text: str
    skill: str
    skill_level: int
    reworded: bool
    questions: tuple[KitQuestion, ...]
    off_limits: tuple[Topic, ...]

    @property
    def caution(self) -> str:
        """Why a line should not be asked about as it stands; empty when it can be."""
        if not self.off_limits:
            return ""
        names = " and ".join(topic.name for topic in self.off_limits)
        return f"This line touches on {names}, which nobody may be asked about. Reword it, or take it out."

    @property
    def note(self) -> str:
        """Where the questions come from, when a reader might wonder."""
        if self.is_own:
            return OWN_GUIDE
        return "You reworded this line. Check that the questions of its skill still fit." if self.reworded else ""

    @property
    def is_own(self) -> bool:
        return not self.questions


@dataclass(frozen=True)
class Interview:
    """One conversation of about an hour, and the must-haves that it is about."""

    number: int
    must_haves: tuple[MustHave, ...]

    @property
    def minutes(self) -> int:
        return MINUTES_AROUND + len(self.must_haves) * len(KINDS) * MINUTES_A_QUESTION

    @property
    def in_words(self) -> str:
        return (
            f"{self.minutes} minutes, of which {MINUTES_AROUND} are for the welcome and the candidate’s own questions"
        )


@dataclass(frozen=True)
class Screening:
    """A question for the application form, and the number of the must-have that it belongs to."""

    must_have: int
    ask: str


@dataclass(frozen=True)
class InterviewKit:
    title: str
    employer: str
    edition: str
    interviews: tuple[Interview, ...]
    screening: tuple[Screening, ...]
    off_limits: tuple[Topic, ...]
    language: str = "en"
    spelled: Spelling = AS_WRITTEN  # how the words that every kit shares are written in this one

    @property
    def name(self) -> str:
        return f"Interview kit: {self.title}"

    @property
    def must_haves(self) -> tuple[MustHave, ...]:
        return tuple(one for interview in self.interviews for one in interview.must_haves)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        minutes = " + ".join(str(interview.minutes) for interview in self.interviews)
        questions = sum(len(one.questions) for one in self.must_haves)
        return (
            ("Must-haves", str(len(self.must_haves))),
            ("Questions", str(questions)),
            ("Interviews", f"{len(self.interviews)} ({minutes} minutes)"),
        )


def kit_for(
    posting: Posting, framework: Framework, topics: tuple[Topic, ...], english: English | None = None
) -> InterviewKit:
    """Return the kit for a posting's must-haves, in its country's English; raises `DomainError` when it has none."""
    spelled = (english or English()).of(posting.brief.country)
    framework, topics = respelled(framework, spelled), respelled(topics, spelled)
    items = posting.section("must").items
    if not items:
        raise DomainError(
            "An interview kit asks about the must-haves, and this posting has none. Add one under “What you need”.",
            code="no_must_haves",
        )
    must_haves = tuple(_must_have(number, item, framework, topics) for number, item in enumerate(items, start=1))
    return InterviewKit(
        title=posting.title,
        employer=posting.brief.employer,
        edition=framework.edition.id,
        interviews=tuple(_interviews(must_haves)),
        screening=_screening(must_haves),
        off_limits=topics,
        language=language_of(posting.brief.country),
        spelled=spelled,
    )


def _must_have(number: int, item: Item, framework: Framework, topics: tuple[Topic, ...]) -> MustHave:
    skill, level = _origin(item.ref, framework)
    return MustHave(
        number=number,
        name=skill.name if skill else _first_words(item.text),
        text=item.text,
        skill=skill.id if skill else "",
        skill_level=level,
        reworded=skill is not None and item.is_edited,
        questions=_questions(skill, level) if skill else (),
        off_limits=tuple(topic for topic in topics if topic.is_touched_by(item.text)),
    )


def _origin(ref: str, framework: Framework) -> tuple[Skill | None, int]:
    """The skill and its level that a line was composed from ("planning.4"), as far as the framework knows them."""
    skill_id, _, level = ref.partition(".")
    skill = next((one for one in framework.skills if one.id == skill_id), None)
    return (skill, int(level)) if skill and level in map(str, SKILL_LEVELS) else (None, 0)


def _questions(skill: Skill, level: int) -> tuple[KitQuestion, ...]:
    interview = skill.interviews[LEVEL_BANDS[(level - 1) // 2]]
    asked = (*interview.behavioral, interview.situational)
    return tuple(
        KitQuestion(number, kind, question.ask, question.anchors)
        for number, (kind, question) in enumerate(zip(KINDS, asked, strict=True), start=1)
    )


def _interviews(must_haves: tuple[MustHave, ...]) -> Iterator[Interview]:
    """In the posting's order, and as evenly as can be: seven must-haves are 3, 2 and 2."""
    count = -(-len(must_haves) // MOST_IN_AN_INTERVIEW)
    each, left = divmod(len(must_haves), count)
    at = 0
    for number in range(1, count + 1):
        size = each + (number <= left)
        yield Interview(number, must_haves[at : at + size])
        at += size


def _screening(must_haves: tuple[MustHave, ...]) -> tuple[Screening, ...]:
    asked = [one for one in must_haves if not one.off_limits][:MOST_SCREENING_QUESTIONS]
    return tuple(
        Screening(one.number, f"“{one.text}” Is this true of you? Tell us in two or three sentences what shows it.")
        for one in asked
    )


def _first_words(text: str, most: int = 40) -> str:
    words = text.rstrip(".")
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
