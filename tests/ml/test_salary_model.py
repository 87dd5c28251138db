"""The pay model: what its facts say is so, and its statistics do what they should on small made-up pay."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from app.config import DATA, MODELS
from app.core.salaries.evidence import Filing
from app.ml.salaries import artefact
from app.ml.salaries.pooling import Index, fit
from app.ml.salaries.rows import Rows, rows, split
from app.ml.salaries.spread import left_out, quantiles
from app.reference import salaries as salary_files
from app.reference import titles
from app.usecases import salary_model

RULES = titles.load(DATA / "salaries" / "title_map.yaml")
FLAT = Index({"CA": 0.3, "TX": 0.0}, {"CA": 0.1, "TX": 0.0})


def made_up(count: int, title: str, state: str, pay: float, spread: float = 0.1) -> list[Filing]:
    chance = np.random.default_rng(count)
    return [
        Filing("2024-Q1", f"e{i}", f"g{i % 20}", title, "15-1299.09", state, round(pay * np.exp(e)), "x")
        for i, e in enumerate(chance.normal(0, spread, count))
    ]


def pay_of(found: Rows) -> dict[str, float]:
    effects = fit(found, FLAT).effects

    def of(wording: str, level: str, state: str) -> float:
        own = effects.get(f"state|{wording}|{state}", 0.0)
        return float(np.exp(effects[f"ladder|{wording}|{level}"] + effects[f"state|{state}"] + own))

    return {
        f"{wording}|{level}|{state}": of(wording, level, state)
        for wording in set(found.wording)
        for level in ("L1", "L2", "L3", "L4", "L5", "L6")
        for state in ("CA", "TX")
    }


def test_the_model_fits_the_data_and_its_card_says_what_its_facts_say() -> None:
    assert salary_model.is_current()


def test_the_figures_in_the_facts_meet_what_was_promised() -> None:
    scores = {(s["way"], s["part"]): s for s in artefact.read_facts(MODELS)["scores"]}
    known = scores["ours, from the title", "known employers"]
    unseen = scores["ours, from the title", "unseen employers"]

    assert known["pinball"] <= 7.2
    assert 0.78 <= known["cover80"] <= 0.83
    assert 0.47 <= known["cover50"] <= 0.55
    assert unseen["cover80"] >= 0.78
    assert scores["the articles' ranges", "known employers"]["pinball"] > known["pinball"]


def test_measuring_again_gives_the_figures_in_the_facts() -> None:
    facts = artefact.read_facts(MODELS)["scores"]

    measured = {(score.way, score.part): score for score in salary_model.evaluate(thorough=False)}

    assert measured
    for fact in (fact for fact in facts if "cross-validated" not in fact["part"]):
        again = measured[fact["way"], fact["part"]]
        assert again.filings == fact["filings"]
        assert again.pinball == pytest.approx(fact["pinball"], abs=0.1)
        assert again.cover80 == pytest.approx(fact["cover80"], abs=0.02)


def test_many_filings_speak_for_themselves_and_few_are_drawn_to_their_parents() -> None:
    found = rows(
        [
            *made_up(300, "technical program manager", "CA", 180_000),
            *made_up(300, "technical program manager", "TX", 140_000),
            *made_up(2, "senior technical program manager", "TX", 400_000),
        ],
        RULES,
    )

    pay = pay_of(found)

    assert pay["technical_program|L3|CA"] == pytest.approx(180_000, rel=0.05)
    assert pay["technical_program|L3|TX"] == pytest.approx(140_000, rel=0.05)
    assert 140_000 < pay["technical_program|L4|TX"] < 300_000


def test_the_ladder_never_falls_even_where_filings_do() -> None:
    found = rows(
        [
            *made_up(100, "technical program manager", "CA", 180_000),
            *made_up(100, "senior technical program manager", "CA", 150_000),
        ],
        RULES,
    )

    pay = pay_of(found)

    ladder = [pay[f"technical_program|{level}|CA"] for level in ("L1", "L2", "L3", "L4", "L5", "L6")]
    assert all(lower <= upper + 1 for lower, upper in pairwise(ladder))


def test_the_spread_holds_its_share_of_filings_that_were_left_out() -> None:
    found = rows(made_up(600, "technical program manager", "CA", 180_000, spread=0.2), RULES)

    left = left_out(found, FLAT, seed=1)
    offsets = quantiles(left)["untitled"]

    inside = (left.untitled >= offsets[0]) & (left.untitled <= offsets[4])
    assert 0.77 <= inside.mean() <= 0.83
    assert list(offsets) == sorted(offsets)


def test_the_hold_out_never_changes_and_keeps_groups_whole() -> None:
    found = rows(salary_files.load_filings(DATA / "salaries"), RULES)

    first, second = split(found), split(found)

    assert np.array_equal(first.train, second.train)
    assert not {found.group[i] for i in first.unseen} & {found.group[i] for i in (*first.train, *first.seen)}
    assert 0.10 < len(first.unseen) / len(found) < 0.30
