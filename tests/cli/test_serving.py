"""A server is killed, asked to stop, and loses a process: nothing that it answered with success is lost."""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pytest

from app.core.framework import Framework
from app.core.postings.compose import compose
from app.core.postings.plain import posting_to_plain
from tests.builders import SOME_PLACES, a_brief
from tests.serving import NO_ANSWER, Server, Visitor, running

WRITERS = 4
SAVED_BEFORE_THE_KILL = 150
LINE = "must.risk"


@dataclass
class Writer:
    """Somebody who works on a posting and notes everything that the server said was saved."""

    server: Server
    name: str
    content: bytes
    posting: str = ""
    saved: dict[int, str] = field(default_factory=dict)  # version -> what it says
    refused: int = 0

    def __post_init__(self) -> None:
        self.visitor = Visitor(self.server.address)
        self.visitor.take_secret("/postings/")
        file = BytesIO(self.content)
        self.posting = (self.visitor.post("/postings/import", {"file": (file, "posting.json")}) or "").split("#")[0]

    def work(self, enough: Event) -> None:
        version = 1
        while not enough.is_set():
            text = f"{self.name} wrote change {version + 1}."
            form = {"action": "edit", "item": LINE, "text": text, "version": str(version)}
            try:
                answer = self.visitor.post(f"{self.posting}/lines", form)
            except NO_ANSWER:
                return  # the server is dead, and has promised nothing about this one
            if answer is None:
                self.refused += 1
                return
            version += 1
            self.saved[version] = text


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_killed_server_loses_nothing_that_it_answered_with_success(
    database: str, request: pytest.FixtureRequest, tmp_path: Path, framework: Framework
) -> None:
    settings = {} if database == "sqlite" else {"TPM_DATABASE_URL": request.getfixturevalue("postgres_url")}
    content = json.dumps(posting_to_plain(compose(a_brief(), framework, SOME_PLACES))).encode()
    with running(tmp_path, **settings) as server:
        writers = [Writer(server, f"Writer {number}", content) for number in range(WRITERS)]
        assert all(writer.posting for writer in writers)
        enough = Event()
        threads = [Thread(target=writer.work, args=(enough,)) for writer in writers]
        for thread in threads:
            thread.start()
        while sum(len(writer.saved) for writer in writers) < SAVED_BEFORE_THE_KILL and any(
            map(Thread.is_alive, threads)
        ):
            time.sleep(0.005)

        server.kill()  # in the middle of the writing
        enough.set()
        for thread in threads:
            thread.join()
        server.start()

        assert [writer.refused for writer in writers] == [0] * WRITERS
        assert saved(writers) >= SAVED_BEFORE_THE_KILL
        assert [lost for writer in writers for lost in missing(writer)] == []


def saved(writers: list[Writer]) -> int:
    return sum(len(writer.saved) for writer in writers)


def missing(writer: Writer) -> list[str]:
    """What was answered with success and is not there."""
    return [
        text
        for version, text in writer.saved.items()
        if text not in writer.visitor.get(f"{writer.posting}/versions/{version}")[1]
    ]


def test_a_server_that_is_asked_to_stop_answers_what_is_under_way(tmp_path: Path) -> None:
    body = b"text=We+need+a+program+manager.&csrf_token=none"
    with running(tmp_path) as server:
        connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
        connection.putrequest("POST", "/review/")
        connection.putheader("Content-Type", "application/x-www-form-urlencoded")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body[:10])
        time.sleep(0.5)  # the server has begun to read

        server.ask_to_stop()
        time.sleep(0.5)
        connection.send(body[10:])
        answer = connection.getresponse()

        assert answer.status == 400  # read to its end, and found to lack the form's secret
        assert "The form could not be accepted" in answer.read().decode()
        assert server.wait() == 0


def test_a_server_process_that_dies_is_replaced(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        victim, other = server.workers()

        os.kill(victim, signal.SIGKILL)
        while len(server.workers()) < 2 or victim in server.workers():
            time.sleep(0.05)
        server.wait_until_it_answers()

        visitor = Visitor(server.address)
        assert other in server.workers()
        assert [visitor.get("/health")[0] for _ in range(20)] == [200] * 20


def test_the_log_of_a_running_server_is_json_lines_when_asked_for(tmp_path: Path) -> None:
    with running(tmp_path, TPM_LOG="json") as server:
        Visitor(server.address).get("/postings/some-secret-address?name=Ada")
        written = server.said()

    lines = [json.loads(line) for line in written.splitlines()]
    assert lines[0]["message"] == "ready"
    assert [line["endpoint"] for line in lines if line["message"] == "request"] == ["postings.show"]
    assert "some-secret-address" not in written
    assert "Ada" not in written
