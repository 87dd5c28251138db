"""Showing one thing to somebody by a link: the owner's page that makes links, and the page that readers see."""

from app.web.sharing.owner import bp
from app.web.sharing.reader import bp as reader_bp

__all__ = ["bp", "reader_bp"]
