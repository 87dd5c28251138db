"""The self-assessment: questions, result, plan, progress and the second rater."""

from app.web.assessments import not_yet, questions, raters, results
from app.web.assessments.blueprint import bp

__all__ = ["bp", "not_yet", "questions", "raters", "results"]
