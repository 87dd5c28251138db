"""Settings: nothing is needed, what is wrong is named, and the secret is the installation's own."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from app.config import SettingError, from_environment


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    settings = from_environment({"TPM_INSTANCE": str(tmp_path)})

    assert settings.database_url == f"sqlite:///{tmp_path / 'tpm.sqlite3'}"
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)


def test_the_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first = from_environment({"TPM_INSTANCE": str(tmp_path)}).secret_key
    second = from_environment({"TPM_INSTANCE": str(tmp_path)}).secret_key

    assert first == second
    assert len(first) >= 43
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    secrets = {from_environment({"TPM_INSTANCE": str(tmp_path / name)}).secret_key for name in ("one", "two")}

    assert len(secrets) == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TPM_PORT", "0"),
        ("TPM_PORT", "65536"),
        ("TPM_WORKERS", "many"),
        ("TPM_SECURE_COOKIES", "perhaps"),
        ("TPM_SECRET_KEY", "opensesame"),
        ("TPM_HOSTS", "https://tpm.example.org"),
        ("TPM_PROXIES", "-1"),
        ("TPM_LOG", "xml"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingError, match=name):
        from_environment({"TPM_INSTANCE": str(tmp_path), name: value})


def test_a_damaged_secret_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short", encoding="ascii")

    with pytest.raises(SettingError, match="delete it"):
        from_environment({"TPM_INSTANCE": str(tmp_path)})


OIDC = {
    "TPM_OIDC_ISSUER": "https://id.example.org/realm",
    "TPM_OIDC_CLIENT_ID": "tpm",
    "TPM_OIDC_CLIENT_SECRET": "shared with the issuer",
}


def test_single_sign_on_is_off_unless_it_is_set(tmp_path: Path) -> None:
    assert not from_environment({"TPM_INSTANCE": str(tmp_path)}).single_sign_on

    settings = from_environment({"TPM_INSTANCE": str(tmp_path), **OIDC})

    assert (settings.single_sign_on, settings.oidc_name) == (True, "single sign-on")


@pytest.mark.parametrize("left_out", OIDC)
def test_half_a_single_sign_on_is_refused_and_what_is_missing_is_named(tmp_path: Path, left_out: str) -> None:
    half = {name: value for name, value in OIDC.items() if name != left_out}

    with pytest.raises(SettingError, match=left_out):
        from_environment({"TPM_INSTANCE": str(tmp_path), **half})


def test_a_name_on_a_button_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="TPM_OIDC_ISSUER and TPM_OIDC_CLIENT_ID"):
        from_environment({"TPM_INSTANCE": str(tmp_path), "TPM_OIDC_NAME": "Acme"})


@pytest.mark.parametrize(
    "issuer", ["http://id.example.org", "id.example.org", "https://", "https://id.example.org/?a=b"]
)
def test_an_issuer_whose_word_could_be_changed_on_its_way_is_refused(tmp_path: Path, issuer: str) -> None:
    with pytest.raises(SettingError, match="TPM_OIDC_ISSUER must"):
        from_environment({"TPM_INSTANCE": str(tmp_path), **OIDC, "TPM_OIDC_ISSUER": issuer})
