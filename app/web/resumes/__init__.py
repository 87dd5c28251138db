"""The résumé reader: upload or paste, see every line marked, correct, and take the report away. Nothing is kept."""

from app.web.resumes import batch, downloads, evidence, views
from app.web.resumes.blueprint import bp

__all__ = ["batch", "bp", "downloads", "evidence", "views"]
