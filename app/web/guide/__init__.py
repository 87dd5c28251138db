"""The pages of the role guide."""

from app.web.guide.views import bp

__all__ = ["bp"]
