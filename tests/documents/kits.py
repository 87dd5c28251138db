"""What every form of an interview kit must say, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from app.core import interviews as words
from app.core.interviews import InterviewKit


def texts(kit: InterviewKit) -> Iterator[str]:
    """Everything that a kit says, in its order."""
    yield kit.employer
    yield kit.title
    for label, value in kit.facts:
        yield label
        yield value
    yield from words.GUIDE
    yield words.SCREENING_GUIDE
    yield from (question.ask for question in kit.screening)
    yield words.OFF_LIMITS_GUIDE
    yield from (topic.why for topic in kit.off_limits)
    for interview in kit.interviews:
        yield f"Interview {interview.number}"
        for one in interview.must_haves:
            yield f"{one.number}. {one.name}"
            yield one.text
            yield from filter(None, (one.caution, one.note))
            for question in one.questions:
                yield question.ask
                yield from question.anchors
    for interview in kit.interviews:
        yield f"Scorecard for interview {interview.number}"
        yield words.SCALE
        for one in interview.must_haves:
            yield one.name
            yield from (question.in_short for question in one.questions)
        yield words.ALONE
    yield words.COMPARE_GUIDE
    yield from (f"Interviewer {letter}" for letter in "ABCD")
    yield from (one.name for one in kit.must_haves)
