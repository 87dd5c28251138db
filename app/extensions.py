"""What Flask carries for every page: the toolkit, one database session a request, and forgery protection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from flask import Flask, current_app, g
from flask import session as browser
from flask_wtf import CSRFProtect
from sqlalchemy.orm import Session

from app.usecases import workspaces
from app.usecases.toolkit import Toolkit
from app.usecases.workspaces import Visitor

_KEY = "tpm-toolkit"
_ACCOUNT_WORKSPACE = "tpm-account-workspace"
_CLOCK = "tpm-clock"
WORKSPACE_KEY = "workspace"  # where the signed cookie holds the key to what this browser made

csrf = CSRFProtect()


def install(app: Flask, toolkit: Toolkit) -> None:
    """Attach the toolkit and the session's life cycle to the application."""
    app.extensions[_KEY] = toolkit
    app.extensions[_CLOCK] = lambda: datetime.now(UTC)
    ask_for_account(app, lambda: None)
    csrf.init_app(app)
    app.teardown_appcontext(_close_session)


def toolkit() -> Toolkit:
    found: Toolkit = current_app.extensions[_KEY]
    return found


def session() -> Session:
    """The request's own session, which reaches the visitor's work and no other.

    Use cases commit; leaving the request undoes what they did not.
    """
    if "database_session" not in g:
        g.database_session = toolkit().sessions()
        workspaces.admit(g.database_session, visitor(g.database_session))
    open_session: Session = g.database_session
    return open_session


def visitor(database: Session) -> Visitor:
    """Whoever sent this request."""
    return Visitor(
        database,
        now(),
        key=browser.get(WORKSPACE_KEY),
        keep_key=_keep_key,
        account_workspace=current_app.extensions[_ACCOUNT_WORKSPACE],
    )


def ask_for_account(app: Flask, workspace: Callable[[], int | None]) -> None:
    """Let somebody say, for each request, which workspace belongs to the person who is signed in."""
    app.extensions[_ACCOUNT_WORKSPACE] = workspace


def _keep_key(key: str) -> None:
    browser.permanent = True
    browser[WORKSPACE_KEY] = key


def _close_session(_error: BaseException | None) -> None:
    open_session: Session | None = g.pop("database_session", None)
    if open_session is not None:
        open_session.close()


def now() -> datetime:
    clock: Callable[[], datetime] = current_app.extensions[_CLOCK]
    return clock()


def today() -> date:
    return now().date()
