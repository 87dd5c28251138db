"""Coaching: the desk, invitations, one coaching, one thing that is shown, and the group."""

from app.web.coaching import groups, invitations, relations, talk, things
from app.web.coaching.blueprint import bp

__all__ = ["bp", "groups", "invitations", "relations", "talk", "things"]
