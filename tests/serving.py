"""The product as people run it: `tpm serve` in processes of its own, and a visitor with a cookie jar."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.cookiejar import CookieJar
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

from werkzeug.test import EnvironBuilder

from app.config import ROOT

SERVE = "from app.cli import main; main()"
SECONDS_TO_START = 60
SECONDS_TO_ANSWER = 30
NO_ANSWER = (OSError, http.client.HTTPException)  # what a visitor meets when the server dies


class Server:
    """A running `tpm serve`; its processes are one group, so that they can be killed at one stroke."""

    def __init__(self, folder: Path, **settings: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self._settings = {"TPM_INSTANCE": str(folder), "TPM_PORT": str(self.port), "PYTHONPATH": str(ROOT)} | settings
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", SERVE, "serve"],
                cwd=ROOT,
                env=os.environ | self._settings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait_until_it_answers()

    def use(self, **settings: str) -> None:
        """Take other settings from the next start on."""
        self._settings |= settings

    def wait_until_it_answers(self) -> None:
        assert self._process is not None
        end = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"The server did not start:\n{self.said()}")
            time.sleep(0.05)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def kill(self) -> None:
        """Kill every process at once, as when the machine runs out of memory."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def ask_to_stop(self) -> None:
        """Send what systemd and container engines send."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)

    def wait(self, seconds: float = 30) -> int:
        assert self._process is not None
        return self._process.wait(seconds)

    def workers(self) -> list[int]:
        """The processes that answer."""
        assert self._process is not None
        found = subprocess.run(["pgrep", "-P", str(self._process.pid)], check=False, capture_output=True, text=True)
        return [int(pid) for pid in found.stdout.split()]

    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/health", timeout=SECONDS_TO_ANSWER) as page:
                return bool(page.read())
        except NO_ANSWER:
            return False


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Server]:
    """A server that is up, and gone afterwards whatever happens."""
    server = Server(folder, **settings)
    try:
        server.start()
        yield server
    finally:
        if server.is_running():
            server.kill()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


class Visitor:
    """Somebody with a browser: cookies are kept, and forms carry the secret of their page."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._browser = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar()), _NoRedirect(), urllib.request.ProxyHandler({})
        )
        self._secret = ""

    def get(self, path: str) -> tuple[int, str]:
        return self._open(urllib.request.Request(urljoin(self._address, path)))[:2]

    def take_secret(self, path: str) -> None:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(path)[1])
        assert found, f"{path} has no form"
        self._secret = found[1]

    def post(self, path: str, fields: Mapping[str, object]) -> str | None:
        """Send a form; returns where a success leads to, or None when it was not one."""
        form = EnvironBuilder(method="POST", data={"csrf_token": self._secret, **fields}).get_environ()
        body: BytesIO = form["wsgi.input"]
        request = urllib.request.Request(
            urljoin(self._address, path), body.read(), {"Content-Type": form["CONTENT_TYPE"], "Referer": self._address}
        )
        status, _, location = self._open(request)
        return location if status == 303 else None

    def _open(self, request: urllib.request.Request) -> tuple[int, str, str | None]:
        try:
            with self._browser.open(request, timeout=SECONDS_TO_ANSWER) as answer:
                return answer.status, answer.read().decode(), None
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode(), answer.headers.get("Location")
