"""How Flask-Security is set up: which of its flows we use, at which addresses, with which words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask, Response, make_response, render_template
from flask_security import Security
from flask_wtf import FlaskForm

from app.config import Settings
from app.extensions import now
from app.usecases import mail
from app.usecases.accounts import STAYS_SIGNED_IN
from app.web.accounts import words
from app.web.accounts.forms import FORMS
from app.web.accounts.people import People
from app.web.accounts.post import Passwords, Post
from app.web.accounts.second_factor import HOW_MANY_CODES, Codes, RecoveryCodes, being_connected, encryption_key

_ADDRESSES = {
    "URL_PREFIX": "/account",
    "LOGIN_URL": "/sign-in",
    "LOGOUT_URL": "/sign-out",
    "REGISTER_URL": "/register",
    "RESET_URL": "/reset",
    "CONFIRM_URL": "/confirm",
    "CHANGE_URL": "/password",
    "VERIFY_URL": "/once-more",
    "CHANGE_EMAIL_URL": "/e-mail",
    "CHANGE_EMAIL_CONFIRM_URL": "/e-mail",
    "TWO_FACTOR_SETUP_URL": "/second-factor",
    "TWO_FACTOR_TOKEN_VALIDATION_URL": "/code",
    "TWO_FACTOR_RESCUE_URL": "/code-lost",
    "TWO_FACTOR_SELECT_URL": "/code-kind",
    "MULTI_FACTOR_RECOVERY_CODES_URL": "/recovery-codes",
    "MULTI_FACTOR_RECOVERY_URL": "/recovery",
    "TWO_FACTOR_POST_SETUP_VIEW": "accounts.after_second_factor",
    "POST_CHANGE_EMAIL_VIEW": "accounts.overview",
    "POST_CHANGE_VIEW": "accounts.overview",
    "POST_CONFIRM_VIEW": "accounts.after_confirmation",
}
_FLOWS = {
    "REGISTERABLE": True,
    "CONFIRMABLE": True,
    "LOGIN_WITHOUT_CONFIRMATION": True,  # coaching asks for a confirmed address, the tools do not
    "RECOVERABLE": True,
    "CHANGEABLE": True,
    "RETURN_GENERIC_RESPONSES": True,  # no answer tells whether somebody has an account
    "PASSWORD_CONFIRM_REQUIRED": False,
    "CHANGE_EMAIL": True,
    "TWO_FACTOR": True,
    "TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
    "TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,  # seconds that a clock may be off
    "TWO_FACTOR_ALWAYS_VALIDATE": True,
    "TWO_FACTOR_RESCUE_EMAIL": False,  # a second factor that a mailbox opens would be none
    "TWO_FACTOR_IMPLEMENTATIONS": {"code": "flask_security.twofactor.CodeTfPlugin"},
    "MULTI_FACTOR_RECOVERY_CODES": True,
    "MULTI_FACTOR_RECOVERY_CODES_N": HOW_MANY_CODES,
    "TOTP_ISSUER": "TPM Toolkit",
    "API_ENABLED_METHODS": ["session"],
    "EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},  # asks no name server
    "EMAIL_HTML": False,
    "FRESHNESS": timedelta(hours=1),
    "FRESHNESS_GRACE_PERIOD": timedelta(minutes=10),
    "LOGOUT_CSRF": False,  # every POST is checked already
    "RESET_PASSWORD_WITHIN": timedelta(days=1),
    "CONFIRM_EMAIL_WITHIN": timedelta(days=5),
}
_HASHES = {
    "PASSWORD_HASH": "argon2",  # argon2id, with a salt of its own for each
    "PASSWORD_SCHEMES": ["argon2"],
    "HASHING_SCHEMES": ["hex_sha256"],  # what signed links carry; it is random or goes to its owner only
    "PASSWORD_SINGLE_HASH": {"argon2"},  # a second secret to lose would lock everybody out
}


def register(app: Flask, settings: Settings) -> None:
    """Add the library's pages, under our addresses and in our layout."""
    named: dict[str, Any] = _ADDRESSES | _FLOWS | _HASHES
    app.config.update({f"SECURITY_{name}": value for name, value in named.items()})
    app.config.update(words.messages(mail.can_send(settings)))
    app.config.update(words.subjects())
    app.config.update(
        SECURITY_EMAIL_SENDER=settings.mail_from,
        SECURITY_DATETIME_FACTORY=now,
        SECURITY_TOTP_SECRETS={"1": encryption_key(settings.secret_key)},
        SECURITY_STATIC_FOLDER=None,
        SECURITY_CLI_USERS_NAME=None,
        SECURITY_CLI_ROLES_NAME=None,
        # The same cookie holds the key to a browser's work, which waits as long as the operator says.
        PERMANENT_SESSION_LIFETIME=max(STAYS_SIGNED_IN, timedelta(days=settings.retention_days + 1)),
    )
    security = Security(
        mail_util_cls=Post, password_util_cls=Passwords, totp_cls=Codes, mf_recovery_codes_util_cls=RecoveryCodes
    )
    security.init_app(app, People(), None, render_template=_page, **FORMS)
    security.tf_token_validation_context_processor(being_connected)
    security.want_json(lambda _request: False)  # these are pages; the library's JSON would hand out tokens
    app.login_manager.request_loader(None)  # type: ignore[attr-defined]  # nor is anybody let in by such a token


def _page(template: str, **context: Any) -> str | Response:
    """A page of the library; like ours, one whose form will not do answers 422."""
    html = render_template(template, **context)
    refused = any(isinstance(value, FlaskForm) and value.errors for value in context.values())
    return make_response(html, 422) if refused else html
