"""The worked self-assessments of `tests/examples/assessments.yaml` come out as a TPM would expect."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.core.assessments.result import assess
from tests.assessment_builders import FACTS, SKILLS, TODAY, a_framework, a_scoring, answers

CASES = yaml.safe_load((Path(__file__).parents[1] / "examples" / "assessments.yaml").read_text(encoding="utf-8"))


def _filled(given: dict[str, Any] | None, names: tuple[str, ...]) -> dict[str, Any]:
    given = dict(given or {})
    if "all" not in given:
        return given
    usual = given.pop("all")
    return {name: given.get(name, usual) for name in names}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_worked_example_comes_out_as_written(case: dict[str, Any]) -> None:
    evidence = {skill: {"status": status} for skill, status in _filled(case.get("evidence"), SKILLS).items()}
    given = answers(
        {
            "track": case["track"],
            "target": case.get("target"),
            "picks": _filled(case["picks"], SKILLS),
            "evidence": evidence,
            "scope": _filled(case.get("scope"), FACTS),
            "coach": _filled(case.get("coach"), SKILLS),
        }
    )

    result = assess(given, a_framework(), a_scoring(), TODAY)

    found = {
        "level": result.fit.level,
        "gaps": [gap.skill for gap in result.gaps],
        "first_gap": result.gaps[0].skill if result.gaps else None,
        "strengths": [one.skill for one in result.strengths],
        "confidence": result.confidence.value,
        "checks": [check.kind for check in result.checks],
        "target_suggested": result.target if result.target_from_scope else None,
        "within_one": result.agreement and result.agreement.within_one,
        "mean_difference": result.agreement and round(result.agreement.mean_difference, 1),
    }
    assert {key: found[key] for key in case if key in found and key not in case.get("evidence", {})} == {
        key: case[key] for key in case if key in found
    }
    assert result.fit.level <= case.get("level_at_most", "L6")
    assert result.fit.level >= case.get("level_at_least", "L1")
