"""Settings: every one is an environment variable `TPM_<NAME>`, listed in the README."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from app import logs

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
MODELS = ROOT / "models"
TEMPLATES = ROOT / "templates"
SHORTEST_SECRET = 32
LOCALES = ("en-US", "en-GB", "en-IE", "en-AU", "en-NZ", "en-CA", "en-IN", "en-SG")
_HOST_NAME = re.compile(r"[A-Za-z0-9.-]+|[0-9A-Fa-f:.]+")  # a name or an IP address


class SettingError(Exception):
    """A setting cannot be used; the message names it and what would be right."""


@dataclass(frozen=True)
class Settings:
    """How this installation runs; `from_environment` fills in what is not set."""

    instance: Path
    database_url: str
    secret_key: str
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    pdf_workers: int = 1
    pdf_seconds: int = 30
    secure_cookies: bool = False
    development: bool = False
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_tls: str = "starttls"
    mail_from: str = "TPM Toolkit <no-reply@localhost>"
    hosts: tuple[str, ...] = ()
    proxies: int = 0
    log: str = "text"
    locale: str = LOCALES[0]
    retention_days: int = 30
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_name: str = "single sign-on"

    @property
    def country(self) -> str:
        """The country whose English the product writes, such as GB."""
        return self.locale.partition("-")[2]

    @property
    def single_sign_on(self) -> bool:
        """Whether people may sign in with OpenID Connect."""
        return bool(self.oidc_issuer)


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; raises `SettingError` for a value that cannot be used."""
    instance = Path(environment.get("TPM_INSTANCE") or ROOT / "instance").resolve()
    return Settings(
        instance=instance,
        database_url=environment.get("TPM_DATABASE_URL") or f"sqlite:///{instance / 'tpm.sqlite3'}",
        secret_key=_given_secret(environment) or _kept_secret(instance / "secret_key"),
        host=environment.get("TPM_HOST") or "127.0.0.1",
        port=_whole_number(environment, "TPM_PORT", 8000, 1, 65535),
        workers=_whole_number(environment, "TPM_WORKERS", 2, 1, 64),
        pdf_workers=_whole_number(environment, "TPM_PDF_WORKERS", 1, 1, 16),
        pdf_seconds=_whole_number(environment, "TPM_PDF_SECONDS", 30, 1, 600),
        secure_cookies=_yes_or_no(environment, "TPM_SECURE_COOKIES"),
        development=_yes_or_no(environment, "TPM_DEVELOPMENT"),
        smtp_host=environment.get("TPM_SMTP_HOST", "").strip(),
        smtp_port=_whole_number(environment, "TPM_SMTP_PORT", 587, 1, 65535),
        smtp_user=environment.get("TPM_SMTP_USER", ""),
        smtp_password=environment.get("TPM_SMTP_PASSWORD", ""),
        smtp_tls=_one_of(environment, "TPM_SMTP_TLS", ("starttls", "tls", "no")),
        mail_from=environment.get("TPM_MAIL_FROM") or Settings.mail_from,
        hosts=_names(environment, "TPM_HOSTS"),
        proxies=_whole_number(environment, "TPM_PROXIES", 0, 0, 9),
        log=_one_of(environment, "TPM_LOG", logs.KINDS),
        locale=locale_of(environment),
        retention_days=_whole_number(environment, "TPM_RETENTION_DAYS", 30, 1, 3650),
        **_oidc(environment),
    )


def locale_of(environment: Mapping[str, str] = os.environ) -> str:
    """How this installation writes English; raises `SettingError` for a locale that it cannot."""
    return _one_of(environment, "TPM_LOCALE", LOCALES)


def _oidc(environment: Mapping[str, str]) -> dict[str, str]:
    """Single sign-on: all of it or nothing, so that nobody believes a half of it to work."""
    needed = ("TPM_OIDC_ISSUER", "TPM_OIDC_CLIENT_ID", "TPM_OIDC_CLIENT_SECRET")
    given = {name: environment.get(name, "").strip() for name in (*needed, "TPM_OIDC_NAME")}
    if not any(given.values()):
        return {}
    missing = [name for name in needed if not given[name]]
    if missing:
        raise SettingError(f"Single sign-on also needs {' and '.join(missing)}; or take all TPM_OIDC_ settings away.")
    written = given["TPM_OIDC_ISSUER"]
    if not safe_from_changes(written) or urlsplit(written).query or urlsplit(written).fragment:
        raise SettingError(f"TPM_OIDC_ISSUER must be an address that begins with https://, but is {written!r}.")
    return {name.removeprefix("TPM_").lower(): value for name, value in given.items() if value}


def safe_from_changes(address: str) -> bool:
    """Whether nobody can change on its way what comes from an address: it has TLS, or is on this machine."""
    parts = urlsplit(address)
    on_this_machine = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and on_this_machine))


def _whole_number(environment: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    written = environment.get(name, "").strip()
    if not written:
        return default
    if not written.isdecimal() or not least <= int(written) <= most:
        raise SettingError(f"{name} must be a whole number from {least} to {most}, but is {written!r}.")
    return int(written)


def _yes_or_no(environment: Mapping[str, str], name: str) -> bool:
    written = environment.get(name, "").strip().lower()
    if written not in {"", "0", "1", "yes", "no", "true", "false"}:
        raise SettingError(f"{name} must be yes or no, but is {written!r}.")
    return written in {"1", "yes", "true"}


def _one_of(environment: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    written = environment.get(name, "").strip() or allowed[0]
    meant = next((one for one in allowed if one.lower() == written.replace("_", "-").lower()), None)
    if meant is None:
        raise SettingError(f"{name} must be one of {', '.join(allowed)}, but is {written!r}.")
    return meant


def _names(environment: Mapping[str, str], name: str) -> tuple[str, ...]:
    names = tuple(one.strip() for one in environment.get(name, "").split(",") if one.strip())
    wrong = next((one for one in names if not _HOST_NAME.fullmatch(one)), None)
    if wrong is not None:
        raise SettingError(f"{name} must be host names with commas between, without scheme or port, but has {wrong!r}.")
    return names


def _given_secret(environment: Mapping[str, str]) -> str:
    given = environment.get("TPM_SECRET_KEY", "").strip()
    if given and len(given) < SHORTEST_SECRET:
        raise SettingError(f"TPM_SECRET_KEY must have at least {SHORTEST_SECRET} characters.")
    return given


def _kept_secret(path: Path) -> str:
    """Return the installation's own secret, made once and readable by its owner alone."""
    make_folder(path.parent)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_secret(path)
    except OSError as error:
        raise _unusable(path.parent, error) from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret


def make_folder(instance: Path) -> None:
    """Make the folder of an installation where it is missing; raises `SettingError` where none can be."""
    try:
        instance.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(instance, error) from None


def _unusable(instance: Path, error: OSError) -> SettingError:
    return SettingError(
        f"The folder {instance} cannot be used: {error.strerror}. "
        "TPM_INSTANCE must name a folder that this user may write to."
    )


def replace_secret(settings: Settings, secret: str) -> bool:
    """Keep another secret from the next start on; False when `TPM_SECRET_KEY` stays in force instead."""
    path = settings.instance / "secret_key"
    if not path.exists() or _read_secret(path) != settings.secret_key:
        return False
    path.write_text(secret, encoding="ascii")
    return True


def _read_secret(path: Path) -> str:
    secret = path.read_text(encoding="ascii").strip()
    if len(secret) < SHORTEST_SECRET:
        raise SettingError(f"{path} holds no usable secret key: delete it and start again, or set TPM_SECRET_KEY.")
    return secret
