"""Messages to people: by SMTP when it is set, and otherwise into a folder that the operator looks after."""

from __future__ import annotations

import logging
import os
import re
import secrets
import smtplib
import ssl
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from threading import Thread

from app.config import Settings

OUTBOX = "outbox"
SECONDS_TO_ANSWER = 20
# data@example.com and a@example.com.au are not a@example.com; a full stop behind it ends a sentence.
_BEFORE_ADDRESS = r"(?<![\w.+%!#$&*^~-])"
_BEHIND_ADDRESS = r"(?!\.?[\w-])"

_log = logging.getLogger("tpm.mail")


@dataclass(frozen=True)
class Message:
    """What one person is told, in plain text."""

    to: str
    subject: str
    text: str


def can_send(settings: Settings) -> bool:
    """Whether this installation has mail at all."""
    return bool(settings.smtp_host)


def send(settings: Settings, message: Message, now: datetime) -> Path:
    """Write the message into the outbox and, with SMTP set, send it from there without keeping the page waiting.

    What could not be sent stays in the outbox, so that a mail server that is down loses nothing.
    """
    email = _as_email(settings, message, now)
    kept = _keep(settings.instance / OUTBOX, _to_read(email), now)
    if can_send(settings):
        Thread(target=deliver, args=(settings, email, kept), name=f"delivery of {kept.name}").start()
    else:
        _log.warning("This installation has no mail server: hand this message over to the one it is for: %s", kept)
    return kept


def deliver(settings: Settings, email: EmailMessage, kept: Path) -> bool:
    """Send one message of the outbox and take it out; False when the mail server would not have it."""
    try:
        with _connection(settings) as server:
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password)
            server.send_message(email)
    except (OSError, smtplib.SMTPException) as error:
        _log.error("The mail server %s did not take the message %s: %s", settings.smtp_host, kept, error)
        return False
    kept.unlink(missing_ok=True)
    return True


def _connection(settings: Settings) -> smtplib.SMTP:
    if settings.smtp_tls == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(settings.smtp_host, settings.smtp_port, timeout=SECONDS_TO_ANSWER, context=context)
    server = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=SECONDS_TO_ANSWER)
    if settings.smtp_tls == "starttls":
        server.starttls(context=ssl.create_default_context())
    return server


def _as_email(settings: Settings, message: Message, now: datetime) -> EmailMessage:
    email = EmailMessage()
    email["From"] = settings.mail_from
    email["To"] = message.to
    email["Subject"] = message.subject
    email["Date"] = format_datetime(now)
    email["Message-ID"] = make_msgid(domain=settings.mail_from.rpartition("@")[2].strip(">") or None)
    email["Auto-Submitted"] = "auto-generated"  # keeps holiday notices from answering
    email.set_content(message.text)
    return email


def _to_read(email: EmailMessage) -> EmailMessage:
    """The same for whoever opens the file: what travels by mail is encoded, and breaks a link over two lines."""
    plain = deepcopy(email)
    plain.set_content(email.get_content(), cte="8bit")
    return plain


def _keep(folder: Path, email: EmailMessage, now: datetime) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.eml"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(bytes(email))
    return path


def forget(settings: Settings, address: str) -> int:
    """Drop the messages in the outbox that go to somebody or name their address; return how many there were."""
    dropped, named = 0, re.compile(rf"{_BEFORE_ADDRESS}{re.escape(address)}{_BEHIND_ADDRESS}", re.IGNORECASE)
    for path in (settings.instance / OUTBOX).glob("*.eml"):
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        body = message.get_body(("plain",))
        said = f"{message['To']}\n{message['Subject']}\n{body.get_content() if body else ''}"
        if named.search(said):
            path.unlink(missing_ok=True)
            dropped += 1
    return dropped
