"""The headers that every answer carries: nothing foreign runs, nothing leaks, nothing is framed."""

from __future__ import annotations

from flask import Flask, Response, request

from app.config import Settings

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


# No page asks for any of these, so nothing that slips in may either.
_PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)
_A_YEAR = 365 * 24 * 60 * 60


def register(app: Flask, settings: Settings) -> None:
    def by_tls_alone(response: Response) -> Response:
        """Where pages come by TLS, browsers are told never to ask without it."""
        if settings.secure_cookies or request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", f"max-age={_A_YEAR}")
        return response

    app.after_request(_protect)
    app.after_request(by_tls_alone)


def _protect(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    # Addresses of links for others are keys, so no other site may learn them.
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
    return response
