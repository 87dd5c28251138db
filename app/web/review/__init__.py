"""The review of a posting from anywhere: what the law, the structure and the wording ask."""

from app.web.review.views import bp

__all__ = ["bp"]
