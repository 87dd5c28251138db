"""The posting builder: a brief becomes a posting that can be worked on and taken away."""

from app.web.postings import keeping, reviewing, views
from app.web.postings.blueprint import bp

__all__ = ["bp", "keeping", "reviewing", "views"]
