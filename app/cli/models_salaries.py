"""What `tpm models` does for the pay model."""

from __future__ import annotations

from datetime import date

from app.usecases import salary_model


def train(today: date) -> str:
    return salary_model.table(salary_model.train(today))


def evaluate() -> str:
    return salary_model.table(salary_model.evaluate())


def check() -> bool:
    return salary_model.is_current()
