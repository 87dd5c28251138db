#!/usr/bin/env bash
# Installs what is missing and nothing else.  Usage: scripts/setup.sh run|postgres|dev
# "run" is what the product needs, "postgres" adds the driver (TPM_DATABASE_URL=postgresql+psycopg://... asks for it
# by itself), "dev" adds what its tests and checks need. TPM_OIDC_ISSUER adds single sign-on to the first two.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:?run, postgres or dev}
case "$kind:${TPM_DATABASE_URL:-}" in run:postgresql*) kind=postgres ;; esac
locks=("requirements/$kind.txt")
if [ "$kind" != dev ] && [ -n "${TPM_OIDC_ISSUER:-}" ]; then locks+=(requirements/oidc.txt); fi

say() { printf '%s\n' "$*" >&2; }

find_python() {
  local name
  for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s' "$name"
      return
    fi
  done
  say "TPM Toolkit needs Python 3.11 or newer with venv (Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python)."
  exit 1
}

# Installs Debian packages as root or through sudo; returns 1 where neither is possible.
apt_install() {
  command -v apt-get >/dev/null || return 1
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq >&2 && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

has_library() { .venv/bin/python -c 'import sys; from ctypes.util import find_library; sys.exit(find_library(sys.argv[1]) is None)' "$1"; }

if [ ! -x .venv/bin/python ]; then
  python=$(find_python)
  say "Making .venv with $("$python" --version) ..."
  "$python" -m venv .venv
fi

# The fingerprint of what was installed last: when it is the same, there is nothing to do.
fingerprint=$(cat "${locks[@]}" pyproject.toml scripts/setup.sh | .venv/bin/python -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())')
stamp=.venv/installed-$kind
if [ "$(cat "$stamp" 2>/dev/null)" != "$fingerprint" ]; then
  for lock in "${locks[@]}"; do
    say "Installing the Python packages of $lock ..."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
  done
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
  printf '%s' "$fingerprint" >"$stamp"
fi
# Some machines switch bytecode off, and then every start takes three times as long.
env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m compileall -q app
if [ ! -e ".venv/compiled-$fingerprint" ]; then
  env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m compileall -q -j 0 .venv/lib >/dev/null || true # some packages ship templates that are not Python
  touch ".venv/compiled-$fingerprint"
fi

missing=()
has_library pango-1.0 || missing+=(libpango-1.0-0)
has_library pangoft2-1.0 || missing+=(libpangoft2-1.0-0)
has_library harfbuzz-subset || missing+=(libharfbuzz-subset0)
if [ ${#missing[@]} -gt 0 ]; then
  say "Installing the system libraries that PDFs need: ${missing[*]} ..."
  if command -v brew >/dev/null; then
    brew install --quiet pango >&2
  elif ! apt_install "${missing[@]}"; then
    say "PDFs need three system libraries that could not be installed here: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (the names of Debian and Ubuntu). Everything else works."
  fi
fi

if [ "$kind" = dev ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  say "Installing Chromium for the browser tests ..."
  apt_install chromium || say "Chromium could not be installed here: the browser tests will be left out."
fi
