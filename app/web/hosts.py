"""Which names this server answers for: a request for another name may be a trick to get at what is kept here."""

from __future__ import annotations

from ipaddress import ip_address

from flask import Flask, Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix

from app.config import Settings

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def register(app: Flask, settings: Settings) -> None:
    """Believe the proxies that are ours about scheme and caller, and check the name that was asked for."""
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=0, x_port=0, x_prefix=0
        )
    app.register_error_handler(SecurityError, _malformed)
    names = answered(settings)
    if names is None:
        return

    def check() -> ResponseReturnValue | None:
        return None if name_of(request.host) in names else _refuse()

    app.before_request(check)


def answered(settings: Settings) -> frozenset[str] | None:
    """The names that are answered for; None means all of them.

    Without `TPM_HOSTS`, a server for this machine alone answers for this machine's names alone: otherwise a page of
    somebody else could point a name of theirs here and read along in the visitor's browser.
    """
    if settings.hosts:
        return THIS_MACHINE | {name.lower() for name in settings.hosts}
    if _is_every_address(settings.host):
        return None
    return THIS_MACHINE | {settings.host.lower()}


def name_of(host: str) -> str:
    """The name of a Host header without its port, lower case and without the brackets of an IPv6 address."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].rstrip(".").lower()


def _is_every_address(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:  # a name
        return False


def _refuse() -> Response:
    message = "This server does not answer for this host name. Whoever runs it can add the name to TPM_HOSTS.\n"
    return Response(message, 421, mimetype="text/plain")


def _malformed(_error: SecurityError) -> ResponseReturnValue:
    return Response("The Host header of this request cannot be read.\n", 400, mimetype="text/plain")
