"""People who register and sign in, and the messages that they find."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

EMAIL = "jordan@example.com"
PASSWORD = "harbor tiles quietly"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604"


def register(client: FlaskClient, email: str = EMAIL, password: str = PASSWORD, **more: str) -> TestResponse:
    return client.post("/account/register", data={"email": email, "password": password, **more})


def sign_in(client: FlaskClient, email: str = EMAIL, password: str = PASSWORD, **more: str) -> TestResponse:
    headers = {"User-Agent": more.pop("browser", FIREFOX)}
    return client.post("/account/sign-in", data={"email": email, "password": password, **more}, headers=headers)


def registered(client: FlaskClient, email: str = EMAIL, password: str = PASSWORD) -> None:
    """Somebody with an account who is signed in."""
    assert register(client, email, password).status_code == 303
    assert sign_in(client, email, password).status_code == 302


def confirmed(client: FlaskClient, instance: Path, email: str = EMAIL) -> None:
    """Somebody who is signed in and has opened the link in their first message."""
    registered(client, email)
    client.get(link_in(newest_to(instance, email)))


def is_signed_in(client: FlaskClient) -> bool:
    return client.get("/account/").status_code == 200


def messages(instance: Path) -> list[str]:
    """The texts in the outbox, in the order of their files, each with its subject on top."""
    found = [
        message_from_bytes(path.read_bytes(), policy=policy.default)
        for path in sorted((instance / "outbox").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
    ]
    return [f"To: {one['To']}\n{one['Subject']}\n{one.get_content()}" for one in found]  # type: ignore[attr-defined]


def newest_to(instance: Path, email: str) -> str:
    return [one for one in messages(instance) if one.startswith(f"To: {email}\n")][-1]


def link_in(message: str) -> str:
    """The path of the first link in a message."""
    found = re.search(r"http://localhost(/\S+)", message)
    assert found, message
    return found[1]
