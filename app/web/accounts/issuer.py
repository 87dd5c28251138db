"""The issuer of identities: what it is asked, through Authlib, and what is believed of its answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.flask_client import OAuth
from flask import Flask
from flask import session as browser
from joserfc.errors import JoseError

from app.config import Settings, safe_from_changes
from app.extensions import now
from app.usecases.single_sign_on import Identity

NAME = "issuer"
LONGEST_SUBJECT = 255  # what OpenID Connect allows
SECONDS_TO_ANSWER = 10
JUST_NOW = timedelta(minutes=5)
_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_IN_A_HEADER, _IN_THE_FORM = "client_secret_basic", "client_secret_post"  # how we show who we are
_ASKED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
# A document that is not what it should be breaks in the library in any of these ways.
_NOT_UNDERSTOOD = (requests.RequestException, ValueError, TypeError, KeyError, AttributeError, RuntimeError)


class NoAnswer(Exception):
    """The issuer did not vouch for anybody; `why` is a key of the pages that say so, `cause` is for the log."""

    def __init__(self, why: str, cause: str) -> None:
        super().__init__(f"{why}: {cause}")
        self.why, self.cause = why, cause


@dataclass(frozen=True)
class Word:
    """What the issuer says of somebody; `email` is None unless it has verified the address."""

    identity: Identity
    email: str | None
    just_signed_in: bool


class Issuer:
    """Asks the network only when somebody signs in with it."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._address = settings.oidc_issuer.rstrip("/")
        self._client: Any = OAuth(app).register(
            NAME,
            client_id=settings.oidc_client_id,
            client_secret=settings.oidc_client_secret,
            server_metadata_url=f"{self._address}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email",
                "code_challenge_method": "S256",
                "default_timeout": SECONDS_TO_ANSWER,
            },
        )

    def begin(self, back: str, *, once_more: bool) -> str:
        """The issuer's address to go to. `once_more` asks it not to wave through who signed in there long ago."""
        _forget_earlier()
        with _understood():
            self._learn()
            again = {"prompt": "login", "max_age": "0"} if once_more else {}
            begun = self._client.create_authorization_url(back, **again)
            self._client.save_authorize_data(redirect_uri=back, **begun)
        return str(begun["url"])

    def word(self) -> Word:
        """Whom the issuer vouches for, by what the browser brought back; raises `NoAnswer`."""
        with _understood():
            self._learn()
            token = self._client.authorize_access_token(leeway=60)
            claims: Mapping[str, Any] = token["userinfo"]
            subject = claims["sub"]
            if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
                raise NoAnswer("untrue", "subject")
            told = claims if "email" in claims else self._asked_about(token, subject)
            return Word(Identity(self._address, subject), _verified(told), _just_signed_in(claims))

    def _learn(self) -> None:
        """Read once where the issuer's doors are, and hold it to the address that the operator trusts."""
        told = self._client.load_server_metadata()
        if str(told["issuer"]).rstrip("/") != self._address or not all(safe_from_changes(told[at]) for at in _ASKED):
            told.clear()
            raise NoAnswer("untrue", "discovery")
        offered = told.get("id_token_signing_alg_values_supported", ["RS256"])
        told["id_token_signing_alg_values_supported"] = [one for one in offered if one in _SIGNATURES] or ["RS256"]
        taken = told.get("token_endpoint_auth_methods_supported", [_IN_A_HEADER])
        way = _IN_A_HEADER if _IN_A_HEADER in taken else _IN_THE_FORM
        self._client.client_kwargs["token_endpoint_auth_method"] = way

    def _asked_about(self, token: Mapping[str, Any], subject: str) -> Mapping[str, Any]:
        """Many issuers tell the address only when they are asked about somebody."""
        if "userinfo_endpoint" not in self._client.server_metadata:
            return {}
        told: Mapping[str, Any] = self._client.userinfo(token=token)
        if told["sub"] != subject:
            raise NoAnswer("untrue", "userinfo")
        return told


def _verified(told: Mapping[str, Any]) -> str | None:
    email = told.get("email")
    # Some issuers write the truth as a word.
    return email if isinstance(email, str) and told.get("email_verified") in (True, "true") else None


def _just_signed_in(claims: Mapping[str, Any]) -> bool:
    """Not every issuer says when somebody signed in; one that does is held to it."""
    at = claims.get("auth_time")
    return at is None or now().timestamp() - at < JUST_NOW.total_seconds()


def _forget_earlier() -> None:
    """A cookie is small, so it keeps the secrets of the last beginning only."""
    for name in [name for name in browser if name.startswith(f"_state_{NAME}_")]:
        browser.pop(name)


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except MismatchingStateError as error:
        raise NoAnswer("stale", "state") from error
    except AuthlibBaseError as error:
        code = str(error.error)
        raise NoAnswer("declined" if code == "access_denied" else "refused", code[:60]) from error
    except JoseError as error:
        raise NoAnswer("untrue", type(error).__name__) from error
    except _NOT_UNDERSTOOD as error:
        raise NoAnswer("down", type(error).__name__) from error
