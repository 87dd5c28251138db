"""My work: everything that the visitor has saved, and the bin."""

from app.web.work import look_ups, reports
from app.web.work.promises import register
from app.web.work.views import bp

__all__ = ["bp", "look_ups", "register", "reports"]
