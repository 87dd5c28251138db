"""Made-up examples from `data/examples/`, so that each tool can be looked at before anything is typed."""

from __future__ import annotations

from app.config import DATA
from app.core.postings.posting import Posting
from app.usecases import postings
from app.usecases.toolkit import Toolkit

EXAMPLES = DATA / "examples"


def posting(toolkit: Toolkit) -> Posting:
    """A senior program manager's posting, composed from its brief."""
    return postings.from_brief_file(toolkit, (EXAMPLES / "senior-program.yaml").read_bytes())


def careless_posting() -> str:
    """A posting with many of the faults that reviews find."""
    return (EXAMPLES / "careless-posting.txt").read_text(encoding="utf-8")
