"""Training and measuring the pay model: joins the tables with the statistics. Loaded only when somebody trains."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from app.config import DATA, MODELS
from app.ml.salaries import artefact, card, evaluation, training
from app.reference import salaries as salary_files
from app.reference import titles

FOLDER = DATA / "salaries"
TRAINED_ON = ("us-lca.csv", "us-oflc.csv", "us-areas.csv", "title_map.yaml", "evidence.yaml")


def train(today: date) -> tuple[evaluation.Score, ...]:
    """Measure on the hold-out, fit on everything, write artefact, facts and card; returns the measurements."""
    evidence = read_evidence()
    scores = evaluation.evaluate(evidence)
    numbers = training.train(evidence)
    facts = card.facts(evidence, scores, fingerprint(), today)
    artefact.write(MODELS, numbers, facts, card.text(facts))
    return scores


def evaluate(*, thorough: bool = True) -> tuple[evaluation.Score, ...]:
    return evaluation.evaluate(read_evidence(), thorough=thorough)


def described() -> str:
    """The card, written anew from the facts that stand beside the model."""
    return card.text(artefact.read_facts(MODELS))


def is_current() -> bool:
    """Whether the model was trained on the tables as they are now, and its card says what its facts say."""
    facts = artefact.read_facts(MODELS)
    written = (MODELS / artefact.FOLDER / "card.md").read_text(encoding="utf-8")
    return bool(facts["data_fingerprint"] == fingerprint()) and written == card.text(facts)


def fingerprint() -> str:
    """One hash over the tables that the model is trained on."""
    digest = sha256()
    for name in TRAINED_ON:
        digest.update((FOLDER / name).read_bytes())
    return digest.hexdigest()


def table(scores: Sequence[evaluation.Score]) -> str:
    return card.table(scores)


def read_evidence() -> training.Evidence:
    return training.Evidence(
        filings=salary_files.load_filings(FOLDER),
        wages=salary_files.load_wages(FOLDER),
        areas=salary_files.load_areas(FOLDER),
        rules=titles.load(FOLDER / "title_map.yaml"),
        month=salary_files.filings_month(FOLDER),
    )
