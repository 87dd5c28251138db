"""The posting builder: a brief becomes a posting that can be worked on and taken away."""

from app.web.postings.reviewing import bp

__all__ = ["bp"]
