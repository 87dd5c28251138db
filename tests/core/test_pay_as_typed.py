"""The worked cases of `tests/examples/pay_as_typed.yaml`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.core.errors import DomainError
from app.core.money import read_amount
from app.core.pay_as_typed import PayAsTyped, pay_as_typed

EXAMPLES = Path(__file__).parents[1] / "examples" / "pay_as_typed.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))


def amounts_of(typed: PayAsTyped) -> list[Decimal]:
    currency = typed.currency if len(typed.currency) == 3 else "USD"
    return [read_amount(one, currency) for one in typed.amounts]


@pytest.mark.parametrize("case", [one for one in CASES if "reads" in one], ids=lambda case: case["typed"])
def test_pay_is_understood_as_it_is_typed(case: dict[str, Any]) -> None:
    typed = pay_as_typed(case["typed"])

    assert amounts_of(typed) == [Decimal(str(one)) for one in case["reads"]]
    assert typed.currency == case.get("currency", "")
    assert (typed.period or "") == case.get("period", "")
    assert typed.open_end == case.get("open", "")


@pytest.mark.parametrize("case", [one for one in CASES if "refused" in one], ids=lambda case: case["typed"])
def test_what_is_no_pay_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(DomainError, match="in digits"):
        amounts_of(pay_as_typed(case["typed"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_what_was_taken_from_a_field_reads_the_same_again(case: dict[str, Any]) -> None:
    for amount in pay_as_typed(case["typed"]).amounts:
        assert pay_as_typed(amount).amounts == (amount,)


def test_nothing_typed_says_nothing() -> None:
    assert pay_as_typed("  ") == PayAsTyped()
