"""How long a person waits for the command line and for the first page (limits: 0.5 s and 2 s)."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

TPM = Path(sys.executable).parent / "tpm"
RUNS = 7


def main() -> None:
    _report("tpm --help, whole process", [_help() for _ in range(RUNS)], limit=0.5)
    with tempfile.TemporaryDirectory() as folder:
        _first_page(folder)  # makes the database; the figure is of a start as it is every day
        _report("tpm serve, to the first page", [_first_page(folder) for _ in range(RUNS)], limit=2.0)


def _help() -> float:
    start = time.perf_counter()
    subprocess.run([TPM, "--help"], check=True, capture_output=True)
    return time.perf_counter() - start


def _first_page(folder: str) -> float:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    environment = os.environ | {"TPM_PORT": str(port), "TPM_INSTANCE": folder}
    server = subprocess.Popen([TPM, "serve"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(port):
            time.sleep(0.02)
        waited = time.perf_counter() - start
        time.sleep(1)  # both processes are up, and stop at once
        return waited
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
            return bool(page.read())
    except OSError:
        return False


def _report(what: str, seconds: list[float], limit: float) -> None:
    print(f"{what}: median {statistics.median(seconds):.2f} s, slowest {max(seconds):.2f} s (limit {limit} s)")


if __name__ == "__main__":
    main()
