"""How well bands hold where no filing of the work and level stands in the state: the measure behind showing them.

`python -m benchmarks.thin_bands` predicts every filing by others, as `tpm models evaluate salaries` does, and parts the
filings by how many of the same work, level and state took part. It needs the packages of `make train`.
"""

from __future__ import annotations

from collections import Counter
from math import sqrt

import numpy as np
from sklearn.model_selection import GroupKFold, KFold

from app.core.salaries.american import FEWEST
from app.core.salaries.filings_model import Case, PayModel
from app.ml.salaries.artefact import pay_model
from app.ml.salaries.evaluation import FEWEST_DRAWS, FOLDS
from app.ml.salaries.rows import Floats, Rows
from app.ml.salaries.training import SEED, assemble
from app.usecases.salary_model import read_evidence


def main() -> None:
    evidence = read_evidence()
    rows, places = evidence.rows, np.arange(len(evidence.rows))
    ways = {
        "by filing": KFold(FOLDS, shuffle=True, random_state=SEED).split(places),
        "by group of companies": GroupKFold(FOLDS).split(places, groups=rows.group),
    }
    for way, folds in ways.items():
        counts, low, middle, high, pay = [], [], [], [], []
        for train, test in folds:
            known, held = rows.take(train), rows.take(test)
            seen, bands = _bands(pay_model(assemble(evidence, known, FEWEST_DRAWS)), known, held)
            counts.append(seen)
            low.append(bands[:, 0])
            middle.append(bands[:, 1])
            high.append(bands[:, 2])
            pay.append(held.pay)
        found, paid = np.concatenate(counts), np.concatenate(pay)
        within = (paid >= np.concatenate(low)) & (paid <= np.concatenate(high))
        error = np.expm1(np.abs(paid - np.concatenate(middle)))
        for words, of in (("none", found == 0), ("1 to 7", (found > 0) & (found < FEWEST)), ("more", found >= FEWEST)):
            held_in, off_by = within[of].mean(), error[of].mean()
            print(f"{way}, {words}: {of.sum()} filings, 80 % holds {held_in:.3f}, error {off_by:.1%}")


def _bands(model: PayModel, known: Rows, held: Rows) -> tuple[Floats, Floats]:
    """How many filings of its cell each held-out one leaves, and its p10, middle and p90 as the product widens them."""
    cells = Counter(zip(known.wording, known.level, known.state, strict=True))
    levels = Counter(zip(known.wording, known.level, strict=True))
    seen, bands = [], []
    for wording, level, state in zip(held.wording, held.level, held.state, strict=True):
        case, count = Case(wording, level, state), cells[wording, level, state]
        missing = max(0, FEWEST - count) / FEWEST
        missing_level = max(0, FEWEST - levels[wording, level]) / FEWEST
        unsure = sqrt(model.level_error**2 * missing_level + model.region_error**2 * missing)
        middle, spread = model.middle(case), model.spread(case)
        wider = sqrt(1 + (unsure / ((spread[-1] - spread[0]) / 2.56)) ** 2)
        seen.append(count)
        bands.append([middle + spread[at] * wider for at in (0, 2, 4)])
    return np.array(seen), np.array(bands)


if __name__ == "__main__":
    main()
