"""My work: everything that the visitor has saved, and the bin."""

from app.web.work.views import bp

__all__ = ["bp"]
