"""Posting law to read: every place, every duty at an address that stays, and what changes next."""

from app.web.law.views import bp

__all__ = ["bp"]
