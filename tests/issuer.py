"""A small issuer of identities on this machine, speaking OpenID Connect over real HTTP with a key of its own."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT_ID, CLIENT_SECRET, NAME = "tpm", "known to both", "Acme"


def person(email: str = "jordan@example.com", subject: str = "subject-1", **more: Any) -> dict[str, Any]:
    return {"sub": subject, "email": email, "email_verified": True, **more}


@dataclass
class Issuer:
    """`says` is what the next token claims of the person; `lies` replaces what would be true in the token itself."""

    address: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"}))
    signs_with: RSAKey | None = None
    says: dict[str, Any] = field(default_factory=person)
    lies: dict[str, Any] = field(default_factory=dict)
    discovery: dict[str, Any] = field(default_factory=dict)
    at_userinfo: dict[str, Any] | None = None
    declines: bool = False
    broken: bool = False
    asked: list[str] = field(default_factory=list)  # every path that was asked for
    wishes: dict[str, str] = field(default_factory=dict)  # what the last sign-in asked for
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def settings(self) -> dict[str, str]:
        """What the product is told of it."""
        return {
            "oidc_issuer": self.address,
            "oidc_client_id": CLIENT_ID,
            "oidc_client_secret": CLIENT_SECRET,
            "oidc_name": NAME,
        }

    def document(self) -> dict[str, Any]:
        at = {
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
        }
        return {
            "issuer": self.address,
            **at,
            "id_token_signing_alg_values_supported": ["RS256", "none"],
        } | self.discovery

    def visited(self, address: str) -> str:
        """Somebody is at its page and signs in; returns where they are sent back to."""
        parts = urlsplit(address)
        assert parts.path == "/authorize", address
        self.wishes = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert self.wishes["client_id"] == CLIENT_ID
        assert self.wishes["response_type"] == "code"
        assert self.wishes["code_challenge_method"] == "S256"
        state = self.wishes["state"]
        if self.declines:
            return f"{self.wishes['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': state})}"
        code = secrets.token_urlsafe(16)
        self._codes[code] = self.wishes
        return f"{self.wishes['redirect_uri']}?{urlencode({'code': code, 'state': state})}"

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """The token endpoint: the client must be who it says, and the code must be its own and unused."""
        known = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        if self.broken:
            return 502, {}
        in_form = (form.get("client_id"), form.get("client_secret")) == (CLIENT_ID, CLIENT_SECRET)
        if authorization != f"Basic {known}" and not in_form:
            return 401, {"error": "invalid_client"}
        asked = self._codes.pop(form.get("code", ""), None)
        proof = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(proof).decode().rstrip("=")
        if asked is None or asked["code_challenge"] != challenge or asked["redirect_uri"] != form.get("redirect_uri"):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        true = {"iss": self.address, "aud": CLIENT_ID, "iat": now, "exp": now + 60, "nonce": asked["nonce"]}
        signed = jwt.encode(
            {"alg": "RS256", "kid": self.key.kid}, true | self.says | self.lies, self.signs_with or self.key
        )
        return 200, {"access_token": "an-access-token", "token_type": "Bearer", "id_token": signed}


@contextmanager
def running_issuer() -> Iterator[Issuer]:
    issuer = Issuer()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            issuer.asked.append(path)
            if issuer.broken:
                self._tell(502, {})
            elif path == "/authorize":
                self.send_response(302)
                self.send_header("Location", issuer.visited(issuer.address + self.path))
                self.end_headers()
            elif path == "/userinfo" and issuer.at_userinfo is not None:
                assert self.headers["Authorization"] == "Bearer an-access-token"
                self._tell(200, issuer.at_userinfo)
            elif path == "/keys":
                self._tell(200, {"keys": [issuer.key.as_dict(private=False)]})
            elif path == "/.well-known/openid-configuration":
                self._tell(200, issuer.document())
            else:
                self._tell(404, {})

        def do_POST(self) -> None:
            issuer.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._tell(*issuer.token(form, self.headers.get("Authorization", "")))

        def _tell(self, status: int, told: dict[str, Any]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    issuer.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
