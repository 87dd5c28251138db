"""What is kept, where and for how long; taking everything away; deleting everything."""

from app.web.privacy.views import bp

__all__ = ["bp"]
