"""Accounts: registering, signing in and out, and everything about one's own account."""

from __future__ import annotations

from flask import Flask
from flask_security import current_user

from app import extensions
from app.web.accounts import guard, library, records, single_sign_on, views

__all__ = ["register"]


def register(app: Flask) -> None:
    """Add the account's pages, and who is signed in to the head of every page."""
    with app.app_context():
        settings = extensions.toolkit().settings
    library.register(app, settings)
    app.view_functions["security.register"] = views.register
    app.view_functions["security.two_factor_rescue"] = views.no_rescue
    app.view_functions["security.two_factor_token_validation"] = views.code
    guard.register(app)
    app.register_blueprint(views.bp)
    single_sign_on.register(app, settings)
    records.register(app)
    extensions.ask_for_account(app, lambda: current_user.workspace_id if current_user.is_authenticated else None)
    app.jinja_env.globals["signed_in"] = lambda: current_user if current_user.is_authenticated else None
