"""Teams that hire: shared postings and texts, head counts, members, and the trail of who did what."""

from app.web.teams import members, settings, texts, views
from app.web.teams.blueprint import bp

__all__ = ["bp", "members", "settings", "texts", "views"]
