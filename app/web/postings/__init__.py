"""The posting builder: a brief becomes a posting that can be worked on and taken away."""

from app.web.postings import files, history, keeping, lines, reviewing, writing
from app.web.postings.blueprint import bp

__all__ = ["bp", "files", "history", "keeping", "lines", "reviewing", "writing"]
