"""The model's facts, and the card that is written from them and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from typing import Any

from app.ml.salaries.evaluation import Score, as_facts
from app.ml.salaries.pooling import PENALTY, TITLE_PENALTY, TITLE_STATE_PENALTY
from app.ml.salaries.rows import HELD_OUT_PERCENT, split
from app.ml.salaries.spread import GROUP_SHARE
from app.ml.salaries.training import DRAWS, SEED, Evidence

LIBRARIES = ("numpy", "scipy", "scikit-learn", "statsmodels", "mapie")
COLUMNS = ("way", "filings", "pinball", "80 % holds", "50 % holds", "error %")


def facts(evidence: Evidence, scores: Sequence[Score], fingerprint: str, today: date) -> dict[str, Any]:
    of = evidence.rows
    parts = split(of)
    return {
        "name": "salary-bands",
        "trained_on": today.isoformat(),
        "data_fingerprint": fingerprint,
        "seed": SEED,
        "draws": DRAWS,
        "month": evidence.month,
        "versions": {name: version(name) for name in LIBRARIES},
        "filings": len(of),
        "filings_not_read": len(evidence.filings) - len(of),
        "employers": len(set(of.employer)),
        "groups": len(set(of.group)),
        "held_out": {
            "percent": HELD_OUT_PERCENT,
            "training": len(parts.train),
            "known_employers": len(parts.seen),
            "unseen_employers": len(parts.unseen),
        },
        "penalties": {**PENALTY, "title": TITLE_PENALTY, "title|state": TITLE_STATE_PENALTY},
        "group_share": GROUP_SHARE,
        "scores": as_facts(scores),
    }


def table(scores: Sequence[Score] | Sequence[Mapping[str, Any]]) -> str:
    """The measurements as Markdown tables, one a part."""
    rows = [score if isinstance(score, Mapping) else as_facts([score])[0] for score in scores]
    lines: list[str] = []
    for part in dict.fromkeys(row["part"] for row in rows):
        lines += ["", f"**{str(part).capitalize()}**", "", _line(COLUMNS), _line(["---"] + ["---:"] * 5)]
        for row in rows:
            if row["part"] == part:
                cells = (
                    row["way"],
                    row["filings"],
                    row["pinball"],
                    row["cover80"],
                    row["cover50"],
                    row["error_percent"],
                )
                lines.append(_line(cells))
    return "\n".join(lines[1:])


def _line(cells: Sequence[object]) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def text(facts: Mapping[str, Any]) -> str:
    """The card as Markdown."""
    held = facts["held_out"]
    versions = ", ".join(f"{name} {number}" for name, number in facts["versions"].items())
    return "\n".join(
        (
            "# Salary bands, United States",
            "",
            "Written from `facts.json` by `tpm models train salaries`; do not edit by hand.",
            "",
            "## What it is for",
            "",
            "Bands (10th, 25th, 50th, 75th and 90th percentile) of base pay for technical program managers, technical "
            "project managers and IT project managers, by level and by state or metropolitan area.",
            "It informs a conversation about pay. It is no appraisal of a person and no pay law.",
            "",
            "## What it was made from",
            "",
            f"- {facts['filings']:,} certified full-time filings of {facts['employers']:,} employers "
            f"(in {facts['groups']:,} groups of companies), all around {facts['month']}; "
            f"{facts['filings_not_read']} more have titles that are not read.",
            "- Official prevailing wages of 530 areas, as the index by which areas differ.",
            f"- Data fingerprint `{facts['data_fingerprint'][:16]}`, seed {facts['seed']}, "
            f"trained on {facts['trained_on']} with {versions}.",
            "",
            "## How it works",
            "",
            "1. The middle is a sum of effects on the logarithm of pay: kind of work, level, level words, state, and "
            "the exact title where it was filed at least twice. Each is drawn towards its parent, the more so the "
            "fewer its filings (ridge regression on indicators; isotonic regression keeps the ladder from falling).",
            "2. States without filings follow the official area wages; so do areas within a state.",
            f"3. The spread comes from filings that were predicted by others, {facts['group_share']:.0%} of the weight "
            "by leaving out whole groups of companies, and is widened by conformal correction where left-out filings "
            "ask for it.",
            f"4. Intervals redraw groups of companies {facts['draws']} times.",
            "5. The product adds these numbers up; it runs no statistics.",
            "",
            "## How good it is",
            "",
            f"{held['percent']} % of the groups of companies were held out as a whole ({held['unseen_employers']} "
            f"filings), and {held['percent']} % of the filings of the others ({held['known_employers']}), by a fixed "
            f"hash; {held['training']:,} filings trained the model that was measured.",
            "The model that is shipped was then fitted on all filings in the same way.",
            "",
            "Pinball is the mean quantile loss of the logarithm of pay times 100 (smaller is better). "
            "80 % holds is the share of filings between the 10th and the 90th percentile. "
            "Error is the mean distance from the median.",
            "",
            table(facts["scores"]),
            "",
            "## Where it fails",
            "",
            "- Filings are pay that employers promised to workers on visas, late in 2023: a floor of the offer, "
            "without bonus and stock. They are carried forward by an index of official wages.",
            "- They are many at large technology and consulting firms and few elsewhere. When the largest consulting "
            "firms are left out as a whole, bands of consulting titles hold far fewer than 80 % of their filings: "
            "see the rows that were cross-validated by group of companies.",
            "- Associate and principal levels hold few filings; their bands lean on neighboring levels and say so.",
            "- Filings name no city. Areas within a state differ by the official index only.",
            "",
        )
    )
