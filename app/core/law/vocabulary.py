"""The names of the duties that posting laws set, and what each asks of a posting in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Form(StrEnum):
    """What kind of thing a law asks."""

    HOLDS = "holds"  # the posting must hold it
    LIMITS = "limits"  # what the posting holds must keep within bounds
    FORBIDS = "forbids"  # the posting or its questions must not say it
    LATER = "later"  # owed after the posting: before the interview, on request, in the files
    NOTED = "noted"  # worth knowing, but nothing that can be read off a posting


@dataclass(frozen=True)
class Term:
    """A duty by name. `fault` is what a finding calls the breach, where that is not the duty's own name."""

    form: Form
    title: str
    ask: str
    fault: str = ""
    only_with_ai: bool = False


def _holds(title: str, ask: str) -> Term:
    return Term(Form.HOLDS, title, ask)


def _forbids(title: str, ask: str) -> Term:
    return Term(Form.FORBIDS, title, ask)


def _later(title: str, ask: str) -> Term:
    return Term(Form.LATER, title, ask)


TERMS: Mapping[str, Term] = MappingProxyType(
    {
        "pay_range": _holds(
            "Pay range in the posting",
            "Add the pay: the lowest and the highest amount you expect to pay in good faith, with currency and period.",
        ),
        "benefits_summary": _holds(
            "Benefits described",
            "Add a general description of the benefits: health care, retirement, paid time off and the like.",
        ),
        "other_compensation": _holds(
            "Other pay described",
            "Say what is paid besides the base: bonus, commission, equity. If there is none, say so.",
        ),
        "application_deadline": _holds(
            "Application deadline",
            "Add the last day to apply, or say that applications are taken on an ongoing basis.",
        ),
        "job_description": _holds(
            "Job description",
            "Add the description of the job, if there is one.",
        ),
        "ai_use_statement": Term(
            Form.HOLDS,
            "Statement on the use of AI",
            "Say in the posting that artificial intelligence is used to screen, assess or select applicants.",
            only_with_ai=True,
        ),
        "vacancy_statement": _holds(
            "Statement on the vacancy",
            "Say whether the posting is for a vacancy that exists now.",
        ),
        "range_width": Term(Form.LIMITS, "Width of the pay range", "Narrow the pay range.", fault="range_too_wide"),
        "advertised_14_days": Term(
            Form.LIMITS,
            "Open for at least 14 days",
            "Keep the posting open for at least 14 days.",
            fault="advertised_too_briefly",
        ),
        "salary_history_question": _forbids(
            "No question about past pay",
            "Take out the question about current or past pay. You may ask what pay the applicant expects.",
        ),
        "canadian_experience": _forbids(
            "No Canadian experience asked",
            "Take out the Canadian experience; name the rule, system or market that the person must know.",
        ),
        "age_wording": _forbids(
            "Age-neutral wording",
            "Take out the words about age; say what the person must be able to do.",
        ),
        "experience_cap": _forbids(
            "No upper limit on experience",
            "Take out the upper limit on years of experience; it reads as a limit on age.",
        ),
        "criminal_history_statement": _forbids(
            "No exclusion for a criminal record",
            "Take out the words that turn away people with a criminal record; a check may follow after an offer.",
        ),
        "driver_license_statement": _forbids(
            "No driver’s license asked without need",
            "Take out the driver’s license, unless driving is part of the job and nothing else would serve.",
        ),
        "gendered_title": Term(
            Form.FORBIDS,
            "Gender-neutral job title",
            "Use a job title that fits every gender, or add the marker that is usual in the country.",
            fault="gender_neutral_title",
        ),
        "lawful_rate": Term(
            Form.NOTED, "No rate below the legal minimum", "Check that the advertised rate is a lawful one."
        ),
        "pay_before_interview": _later(
            "Pay before the interview",
            "Tell every applicant the starting pay or its range before the interview, or put it in the posting.",
        ),
        "pay_before_recruitment_concludes": _later(
            "Pay before recruitment ends",
            "Tell every applicant the starting pay or its range before recruitment ends, or put it in the posting.",
        ),
        "pay_after_interview": _later(
            "Pay after the interview",
            "Give every applicant who has been interviewed the pay range without being asked.",
        ),
        "pay_on_request": _later(
            "Pay range on request",
            "Give the pay range to an applicant who asks, or before pay is discussed.",
        ),
        "healthcare_before_first_interview": _later(
            "Health care before the first interview",
            "Tell applicants before the first interview that there are health care benefits, or say it in the posting.",
        ),
        "promotion_notice_14_days": _later(
            "Promotion told to the staff",
            "Tell current employees of the opening no later than 14 days after it is posted outside.",
        ),
        "decision_within_45_days": _later(
            "Decision told to interviewed applicants",
            "Tell every interviewed applicant within 45 days of the interview whether a decision has been made.",
        ),
        "keep_postings_3_years": _later(
            "Postings kept for three years",
            "Keep the posting and its application form for three years after it is taken down.",
        ),
        "ai_notice_10_business_days": Term(
            Form.LATER,
            "Notice of an automated tool",
            "Tell applicants at least 10 business days before an automated tool is used on them.",
            only_with_ai=True,
        ),
        "ai_bias_audit": Term(
            Form.LATER,
            "Bias audit of an automated tool",
            "Have the tool audited for bias within the last year, and publish a summary.",
            only_with_ai=True,
        ),
        "ai_notice": Term(
            Form.LATER, "Notice that AI is used", "Tell applicants that AI is used to decide.", only_with_ai=True
        ),
        "ai_adverse_outcome_disclosure": Term(
            Form.LATER,
            "Explanation after a decision by AI",
            "Tell an applicant who is turned down what part the automated tool had in it.",
            only_with_ai=True,
        ),
        "ai_high_risk_duties": Term(
            Form.LATER,
            "Duties for high-risk AI",
            "Use AI in hiring under human oversight, keep its logs, and tell the people concerned.",
            only_with_ai=True,
        ),
    }
)

_FAULTS = {term.fault or name: term.title for name, term in TERMS.items()} | {
    "open_ended_range": "Pay range without an end"
}


def fault_title(name: str) -> str:
    """What a breach is called wherever it is named."""
    return _FAULTS.get(name) or name.replace("_", " ").capitalize()
