"""What stands in `deploy/` and in the operator guide fits the product: settings, commands, files and packages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.cli import COMMANDS
from app.config import ROOT, from_environment

DEPLOY = ROOT / "deploy"
GUIDE = ROOT / "docs" / "operator-guide.md"
DOCUMENTS = [path for path in (*sorted(DEPLOY.iterdir()), GUIDE) if path.is_file()]
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")


def settings() -> set[str]:
    return set(re.findall(r'"(TPM_[A-Z_]+)"', (ROOT / "app" / "config.py").read_text(encoding="utf-8")))


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"\bTPM_[A-Z_]+", path.read_text(encoding="utf-8")))

    assert named - settings() == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"\btpm ([a-z]+)\b", path.read_text(encoding="utf-8"))) - {"tpm"}

    assert named - set(COMMANDS) == set()


def test_every_file_that_the_container_takes_is_there() -> None:
    copied = [name for line in re.findall(r"^COPY (?!--from)(.+)$", CONTAINERFILE, re.M) for name in line.split()[:-1]]

    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_container_has_the_libraries_that_the_set_up_installs() -> None:
    setup = (ROOT / "scripts" / "setup.sh").read_text(encoding="utf-8")
    libraries = set(re.findall(r"missing\+=\((\S+)\)", setup))

    assert libraries
    assert [name for name in sorted(libraries) if name not in CONTAINERFILE] == []


def test_the_container_runs_as_nobody_special_and_says_how_it_is() -> None:
    assert re.search(r"^USER [1-9]\d+$", CONTAINERFILE, re.M)
    assert "/ready" in CONTAINERFILE.partition("HEALTHCHECK")[2]


def test_compose_has_the_product_and_a_database_that_are_looked_after() -> None:
    services = compose()["services"]

    assert services.keys() == {"app", "database"}
    assert all(service["healthcheck"] and service["restart"] for service in services.values())
    assert services["app"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert (DEPLOY / services["app"]["build"]["context"]).resolve() == ROOT
    assert (ROOT / services["app"]["build"]["dockerfile"]).exists()


def test_compose_keeps_everything_in_named_volumes_and_no_password_in_the_file() -> None:
    read = compose()
    mounted = {volume.partition(":")[0] for service in read["services"].values() for volume in service["volumes"]}

    assert mounted == set(read["volumes"])
    assert read["services"]["database"]["environment"]["POSTGRES_PASSWORD"].startswith("${DATABASE_PASSWORD:?")
    assert all(port.startswith("127.0.0.1:") for port in read["services"]["app"]["ports"])


def test_systemd_and_compose_give_the_server_time_to_stop() -> None:
    from app.cli.serve import SECONDS_TO_STOP

    unit = (DEPLOY / "tpm.service").read_text(encoding="utf-8")
    found = re.search(r"^TimeoutStopSec=(\d+)$", unit, re.M)

    assert found is not None
    assert int(found[1]) > SECONDS_TO_STOP
    assert int(compose()["services"]["app"]["stop_grace_period"].rstrip("s")) > SECONDS_TO_STOP


def test_compose_hands_on_every_setting_that_a_container_may_want() -> None:
    own = {"TPM_INSTANCE", "TPM_HOST", "TPM_PORT", "TPM_LOG"}  # the container's, as its file sets them
    given = compose()["services"]["app"]["environment"]

    assert settings() - own - {"TPM_DEVELOPMENT"} == set(given)


def test_settings_that_compose_leaves_empty_take_their_defaults(tmp_path: Path) -> None:
    left_empty = {name: "" for name, value in compose()["services"]["app"]["environment"].items() if ":-}" in value}

    assert from_environment(left_empty | {"TPM_INSTANCE": str(tmp_path), "TPM_SECRET_KEY": "k" * 40}) == (
        from_environment({"TPM_INSTANCE": str(tmp_path), "TPM_SECRET_KEY": "k" * 40})
    )


def test_what_runs_every_day_has_the_settings_of_the_server() -> None:
    server, daily = ((DEPLOY / name).read_text(encoding="utf-8") for name in ("tpm.service", "tpm-daily.service"))

    for line in ("User=tpm", "Environment=TPM_INSTANCE=/var/lib/tpm", "EnvironmentFile=-/etc/tpm.env"):
        assert line in server.splitlines()
        assert line in daily.splitlines()
    assert {"upkeep", "backup"} <= set(re.findall(r"bin/tpm ([a-z]+)", daily))


def test_nginx_writes_no_address_of_shared_work_into_a_log() -> None:
    read = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    servers = read.split("\nserver {")[1:]

    assert len(servers) == 2
    assert all("access_log off;" in one and re.search(r"error_log \S+ crit;", one) for one in servers)
