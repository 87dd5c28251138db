"""The résumé reader: upload or paste, see every line marked, correct, and take the report away. Nothing is kept."""

from app.web.resumes.views import bp

__all__ = ["bp"]
