"""Site search: the field in the head of each page, and what it finds."""

from app.web.search.views import bp

__all__ = ["bp"]
