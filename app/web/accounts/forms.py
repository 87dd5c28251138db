"""Flask-Security's forms with our words, and with errors that a page can list and link."""

from __future__ import annotations

from typing import Any

from flask import request
from flask import session as browser
from flask_security import (
    ChangeEmailForm,
    ChangePasswordForm,
    ForgotPasswordForm,
    LoginForm,
    MfRecoveryForm,
    RegisterFormV2,
    ResetPasswordForm,
    SendConfirmationForm,
    TwoFactorVerifyCodeForm,
    VerifyForm,
)
from wtforms import BooleanField

from app.usecases.passwords import LEAST_LENGTH
from app.web.accounts.onward import is_ours
from app.web.accounts.words import ALWAYS

JUST_REGISTERED = "registered"  # the address to sign in with next, in the browser's cookie until it is used
_NEW_PASSWORD = f"At least {LEAST_LENGTH} characters. A few unrelated words are easy to remember and hard to guess."


class _Listed:
    """Gives the page's summary of errors what it needs; an error of the whole form is led to its first field."""

    def every_error(self: Any) -> list[tuple[str, str]]:
        of_fields = [(field.id, str(field.errors[0])) for field in self if field.errors]
        first = next((field.id for field in self if field.type != "HiddenField"), "main")
        return [(first, str(error)) for error in self.form_errors] + of_fields


_LABELS = {"email": "E-mail", "password": "Password", "new_password": "New password"}


def _worded(form: Any) -> None:
    for name, label in _LABELS.items():
        field = getattr(form, name, None)
        if field is not None:
            field.label.text = label


class SignInForm(_Listed, LoginForm):
    remember = BooleanField("Keep me signed in on this device for 30 days")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.password.description = ""
        _worded(self)
        self.just_registered = JUST_REGISTERED in browser
        if request.method == "GET":
            self.email.data = browser.get(JUST_REGISTERED)

    def every_error(self) -> list[tuple[str, str]]:
        """What was left empty tells nothing about accounts, so it may be named."""
        if not request.form:
            return super().every_error()
        needed = ((self.email, "EMAIL_NOT_PROVIDED"), (self.password, "PASSWORD_NOT_PROVIDED"))
        return [(field.id, ALWAYS[said][0]) for field, said in needed if not field.data] or super().every_error()


class RegisterForm(_Listed, RegisterFormV2):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.password.description = _NEW_PASSWORD
        _worded(self)
        asked = request.values.get("next", "")
        self.next.data = asked if is_ours(asked) else ""


class AskResetForm(_Listed, ForgotPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self)


class ResetForm(_Listed, ResetPasswordForm):
    password_confirm = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.password.description = _NEW_PASSWORD
        _worded(self)
        self.password.label.text = _LABELS["new_password"]


class PasswordChangeForm(_Listed, ChangePasswordForm):
    new_password_confirm = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.new_password.description = _NEW_PASSWORD
        _worded(self)
        self.password.label.text = "Password until now"


class AskConfirmationForm(_Listed, SendConfirmationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self)


class OnceMoreForm(_Listed, VerifyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self)


class EmailChangeForm(_Listed, ChangeEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email.label.text = "New e-mail"


class CodeForm(_Listed, TwoFactorVerifyCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code.label.text = "Code"
        self.code.description = "The six digits that your authenticator app shows now."


class RecoveryForm(_Listed, MfRecoveryForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code.label.text = "Recovery code"
        self.code.description = "It looks like 3f2a-90bc-77d1."


FORMS = {
    "change_email_form": EmailChangeForm,
    "two_factor_verify_code_form": CodeForm,
    "mf_recovery_form": RecoveryForm,
    "login_form": SignInForm,
    "register_form": RegisterForm,
    "forgot_password_form": AskResetForm,
    "reset_password_form": ResetForm,
    "change_password_form": PasswordChangeForm,
    "send_confirmation_form": AskConfirmationForm,
    "verify_form": OnceMoreForm,
}
