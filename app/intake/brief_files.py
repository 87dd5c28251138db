"""Reads a brief that a person wrote as YAML or JSON."""

from __future__ import annotations

from typing import Any

import yaml

from app.core.postings.plain import BadPosting
from app.core.text import clean_values

LARGEST = 1_000_000  # bytes; a real brief holds a few thousand


def read_brief(content: bytes) -> dict[str, Any]:
    """Return the brief's keys and values; raises `BadPosting` that says where the file goes wrong."""
    if len(content) > LARGEST:
        raise BadPosting(f"The file holds {len(content):,} bytes; a brief holds at most {LARGEST:,}.")
    try:
        # Aliases could unfold a small file into a huge one, so they are refused before anything is built.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(content, Loader=yaml.CSafeLoader)):
            raise BadPosting("A brief cannot hold YAML aliases (&, *): write the value out.")
        read = yaml.load(content, Loader=yaml.CSafeLoader)  # the safe loader, compiled
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise BadPosting(f"The brief is not YAML or JSON: {error}") from error
    if not isinstance(read, dict):
        raise BadPosting("A brief must be a mapping such as `track: program`; see data/examples/.")
    return {str(key): value for key, value in clean_values(read).items()}
