"""Pay: look-up, comparison, and what can be taken away."""

from app.web.salaries.views import bp

__all__ = ["bp"]
