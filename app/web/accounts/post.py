"""Where Flask-Security hands over its messages, and where it asks about addresses and passwords."""

from __future__ import annotations

from typing import Any

from flask_security import MailUtil, PasswordUtil

from app.extensions import now, toolkit
from app.usecases import mail, passwords
from app.usecases.mail import Message


class Post(MailUtil):
    """Hands each message to the installation's mail."""

    def send_mail(  # noqa: PLR0917  # the library calls it so
        self,
        template: str,
        subject: str,
        recipient: str | tuple[str, str],
        sender: str | tuple[str, str],
        body: str | None,
        html: str | None,
        **_more: Any,
    ) -> None:
        mail.send(toolkit().settings, Message(str(recipient), str(subject), body or ""), now())


class Passwords(PasswordUtil):
    """Refuses a password that is easily guessed, and says why."""

    def validate(self, password: str, is_register: bool, **known: Any) -> tuple[list[str] | None, str]:
        chosen = self.normalize(password)
        email = known.get("email") if is_register else getattr(known.get("user"), "email", None)
        found = passwords.weakness(chosen, (email,) if email else ())
        return ([found] if found else None), chosen
