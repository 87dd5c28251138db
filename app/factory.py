"""The roof: puts settings, toolkit and pages together as one application."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Timer
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from app import extensions, web
from app.config import TEMPLATES, Settings, from_environment
from app.usecases.toolkit import Toolkit
from app.web import hosts, request_log

LARGEST_REQUEST = 11 * 1024 * 1024  # a ten-megabyte file and its form
LARGEST_FORM = 1024 * 1024
SECONDS_BEFORE_WARMING = 3.0  # a start-up that also loads WeasyPrint would keep the first page waiting


class _Product(Flask):
    def log_exception(self, exc_info: Any) -> None:
        """Flask's own line would hold the address, which is the key to saved work, and what an error quotes."""
        request_log.broken(exc_info[1])


def serving_app() -> Flask:
    """The application for a server's process; what is slow to load gets ready once the first page is out."""
    app = create_app()
    with app.app_context():
        getting_ready = Timer(SECONDS_BEFORE_WARMING, extensions.toolkit().warm)
    getting_ready.daemon = True
    getting_ready.start()
    return app


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application; data, WeasyPrint and models wait until a page asks, but for the spellings of a locale."""
    settings = settings or from_environment()
    app = _Product(
        "app",
        template_folder=str(TEMPLATES),
        static_folder=str(Path(web.__file__).parent / "static"),
        instance_path=str(settings.instance),
    )
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        WTF_CSRF_TIME_LIMIT=None,  # a form left open over lunch must still be accepted
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(days=365),  # addresses of static files carry their content's hash
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    request_log.register(app, settings)
    hosts.register(app, settings)
    extensions.install(app, Toolkit(settings))
    web.register(app, settings)
    return app
