"""The first page, and the two that say whether the product is well."""

from app.web.home.views import bp

__all__ = ["bp"]
