"""The living page of components, for those who change how the product looks; shown in development only."""

from app.web.styleguide.views import bp

__all__ = ["bp"]
