"""What `tpm models` does with the model that reads résumé lines."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from app.usecases import line_model

MEASURING_LINES = Path("resumes") / "labelled_lines.jsonl"  # inside the folder that TPM_BENCH_DATA names


def train(_today: date) -> str:
    """The lines carry no dates, so the day makes no difference: the same data gives the same artefact."""
    facts = line_model.train()
    return f"Trained on {facts['data']['trained_on']:,} lines; models/achievement-lines is written."


def evaluate() -> str:
    """The table on our held-out lines, and on lines of real résumés where TPM_BENCH_DATA names a folder with them."""
    folder = os.environ.get("TPM_BENCH_DATA")
    path = Path(folder) / MEASURING_LINES if folder else None
    return line_model.table(line_model.evaluate(path if path is not None and path.exists() else None))


def check() -> bool:
    """Whether data, figures and card still fit the facts."""
    return not line_model.differences()
