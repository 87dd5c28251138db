"""Messages leave by SMTP where it is set, and wait in the outbox where it is not or does not answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.config import Settings
from app.usecases import mail
from app.usecases.mail import Message

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HELLO = Message(
    "jordan@example.com", "Your résumé", "Hello,\n\nhere is a link: https://tpm.example/account/confirm/x\n"
)


def test_without_a_mail_server_the_message_waits_for_the_operator_alone(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    kept = mail.send(settings, HELLO, NOW)

    assert kept.parent == settings.instance / "outbox"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert b"https://tpm.example/account/confirm/x" in kept.read_bytes()
    assert str(kept) in caplog.text


def test_a_mail_server_gets_the_message_and_the_outbox_is_empty_again(settings: Settings) -> None:
    with a_mail_server() as (port, received):
        kept = mail.send(using(settings, port), HELLO, NOW)
        join_deliveries()

    assert b"rcpt TO:<jordan@example.com>" in b"".join(received)
    assert b"https://tpm.example/account/confirm/x" in b"".join(received)
    assert not kept.exists()


def test_a_mail_server_that_is_down_loses_nothing(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    kept = mail.send(using(settings, port), HELLO, NOW)
    join_deliveries()

    assert kept.exists()
    assert "did not take the message" in caplog.text


def test_what_somebody_typed_cannot_add_a_header(settings: Settings) -> None:
    with pytest.raises(ValueError, match="linefeed"):
        mail.send(settings, Message("jordan@example.com\nBcc: all@example.com", "Hello", "Hello"), NOW)


def test_a_link_in_the_outbox_stands_whole_in_one_line_of_the_file(settings: Settings) -> None:
    link = "https://tpm.example/account/confirm/" + "aZ9-_." * 40

    kept = mail.send(settings, Message("jordan@example.com", "Your résumé", f"Grüße,\n\n{link}\n\nBye.\n"), NOW)

    assert link.encode() in kept.read_bytes().splitlines()
    assert "Grüße,".encode() in kept.read_bytes().splitlines()


@pytest.mark.parametrize(
    ("to", "text", "goes"),
    [
        ("a@example.com", "Hello", True),
        ("A@Example.com", "Hello", True),
        ("Ada <a@example.com>", "Hello", True),
        ("bo@example.com", "You wrote to a@example.com.", True),
        ("bo@example.com", "Kim (a@example.com) wants to coach you", True),
        ("data@example.com", "Hello", False),
        ("a@example.com.au", "Hello", False),
        ("x.a@example.com", "Hello", False),
        ("x+a@example.com", "Hello", False),
        ("bo@example.com", "You wrote to data@example.com, ana-a@example.com and a@example.community.", False),
    ],
)
def test_who_deletes_everything_takes_their_own_messages_along_and_nobody_else_s(
    settings: Settings, to: str, text: str, goes: bool
) -> None:
    kept = mail.send(settings, Message(to, "Hello", text), NOW)

    assert (mail.forget(settings, "a@example.com"), kept.exists()) == (int(goes), not goes)


def using(settings: Settings, port: int) -> Settings:
    return replace(settings, smtp_host="127.0.0.1", smtp_port=port, smtp_tls="no")


def join_deliveries() -> None:
    for thread in threading.enumerate():
        if thread.name.startswith("delivery"):
            thread.join(10)


@contextmanager
def a_mail_server() -> Iterator[tuple[int, list[bytes]]]:
    """A real server on a real port that takes one message and says what a mail server says."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_take_one, args=(listening, received))
        thread.start()
        yield listening.getsockname()[1], received
        thread.join(10)


def _take_one(listening: socket.socket, received: list[bytes]) -> None:
    connection, _ = listening.accept()
    with connection, connection.makefile("rb") as lines:
        connection.sendall(b"220 here\r\n")
        in_text = False
        for line in lines:
            received.append(line)
            in_text = line != b".\r\n" if in_text else line.upper().startswith(b"DATA")
            if line.upper().startswith(b"QUIT"):
                connection.sendall(b"221 bye\r\n")
                return
            if not in_text:
                connection.sendall(b"250 fine\r\n")
            elif line.upper().startswith(b"DATA"):
                connection.sendall(b"354 go on\r\n")
