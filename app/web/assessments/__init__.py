"""The self-assessment: questions, result, plan, progress and the second rater."""

from app.web.assessments import questions, raters, results
from app.web.assessments.blueprint import bp

__all__ = ["bp", "questions", "raters", "results"]
