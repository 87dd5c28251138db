"""The role framework to browse: levels, skills, tracks and career paths, each at an address that stays."""

from app.web.framework.views import bp

__all__ = ["bp"]
