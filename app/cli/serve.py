"""`tpm serve`: the production server, on this machine."""

from __future__ import annotations

import logging
import socket

import click
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from app import logs
from app.config import Settings, from_environment
from app.core.errors import DomainError
from app.usecases import single_sign_on, upkeep

# One thread a process answers fastest, but a page must not wait behind a PDF that is being made.
THREADS = 3
SECONDS_TO_STOP = 10  # a process told to stop while it starts may not hear it


@click.command()
def command() -> None:
    """Start the product and print its address; stop it with Ctrl+C.

    Settings are environment variables, listed in the README.

    Example: TPM_PORT=8080 tpm serve
    """
    settings = from_environment()
    _check_free(settings)
    single_sign_on.check_packages(settings)  # else each process of the server would die of it
    upkeep.upgrade_database(settings)
    server = Server(
        "app.factory:serving_app",
        factory=True,
        interface=Interfaces.WSGI,
        address=settings.host,
        port=settings.port,
        workers=settings.workers,
        blocking_threads=THREADS,
        workers_kill_timeout=SECONDS_TO_STOP,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
        log_dictconfig=logs.configuration(settings.log),
    )
    server.on_startup(lambda: _say_ready(settings))
    server.serve()


def _say_ready(settings: Settings) -> None:
    if settings.log == "json":
        logs.event(logging.getLogger("tpm.serve"), logging.INFO, "ready", address=address(settings))
    else:
        click.echo(f"TPM Toolkit is ready: {address(settings)}  (stop it with Ctrl+C)")


def address(settings: Settings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"


def _check_free(settings: Settings) -> None:
    """Refuse a port in use, which the server itself would take silently or die over."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise DomainError(
                f"Cannot listen on {address(settings)} ({error.strerror}). Another program may use the port; "
                f"choose another: TPM_PORT={settings.port + 1} make serve"
            ) from error
