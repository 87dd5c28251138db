"""A posting from anywhere gets one review: law, structure and wording."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from app.config import DATA, Settings
from app.core.english import English
from app.core.errors import DomainError
from app.core.framework import Track
from app.core.places import Place
from app.core.postings.compose import compose
from app.core.postings.plain import posting_to_plain
from app.documents.posting_text import to_plain_text
from app.usecases import handed_in, posting_review, postings, review_record
from app.usecases.handed_in import Given
from app.usecases.toolkit import Toolkit
from tests.builders import a_brief

TODAY = date(2026, 11, 22)
TEXT = (
    "Technical Project Manager\n\nLocation: Denver, CO\n\nWhat you need\n\n"
    "* 3+ years of experience\n* A native speaker of English\n"
)


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    folder = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url=f"sqlite:///{folder / 'tpm.sqlite3'}", secret_key="s" * 40))


def test_the_three_kinds_stand_apart_and_point_to_their_words(toolkit: Toolkit) -> None:
    record = review_record.as_record(toolkit, posting_review.review(toolkit, Given(TEXT), TODAY))

    kinds = {finding["kind"] for finding in record["findings"]}
    native = next(finding for finding in record["findings"] if finding["rule"] == "origin-native")
    assert kinds == {"law", "structure", "language"}
    assert TEXT[native["start"] : native["end"]] == native["text"] == "native speaker"
    assert any(finding["rule"] == "us-co.pay_range" for finding in record["findings"])
    assert record["facts"]["level"] == "L3"
    assert record["facts"]["years_most"] == 3
    assert record["facts"]["pay"] is None
    assert json.loads(json.dumps(record)) == record


def test_every_finding_names_a_source_that_can_be_opened(toolkit: Toolkit) -> None:
    record = review_record.as_record(toolkit, posting_review.review(toolkit, Given(TEXT), TODAY))

    assert {finding["source"] for finding in record["findings"]} <= set(toolkit.sources)
    assert all(finding["evidence"] in "ABCD" and finding["confidence"] for finding in record["findings"])


def test_without_a_place_no_law_is_checked_and_it_says_so(toolkit: Toolkit) -> None:
    record = review_record.as_record(toolkit, posting_review.review(toolkit, Given("You plan releases."), TODAY))

    assert not [finding for finding in record["findings"] if finding["kind"] == "law"]
    assert "no law was checked" in record["law"]["note"]


def test_what_the_law_says_is_not_said_twice(toolkit: Toolkit) -> None:
    text = (
        "Technical Project Manager\n\nLocation: Toronto, ON\n\nRequirements\n\n* Canadian work experience is required."
    )

    record = review_record.as_record(toolkit, posting_review.review(toolkit, Given(text), TODAY))

    rules = [finding["rule"] for finding in record["findings"]]
    assert "ca-on.canadian_experience" in rules
    assert "origin-canada" not in rules


def test_a_posting_built_here_is_whole(toolkit: Toolkit) -> None:
    posting = postings.from_brief_file(toolkit, (DATA / "examples" / "senior-program.yaml").read_bytes())
    content = json.dumps(posting_to_plain(posting)).encode()

    done = posting_review.review(toolkit, handed_in.read_file(content, "posting.json"), TODAY)

    assert done.given.read_as == "posting"
    assert done.structure.score >= 95
    assert done.wording.findings == ()
    assert not [finding for finding in done.structure.findings if finding.severity == "error"]
    assert not [finding for finding in done.law if finding.is_gap]


def test_a_word_file_is_read(toolkit: Toolkit) -> None:
    document = docx.Document()
    document.add_heading("Technical Project Manager", 1)
    document.add_heading("What you need", 2)
    document.add_paragraph("3+ years of experience with vendors", style="List Bullet")
    document.add_paragraph("You keep the plan and the risks of two teams in view for everyone.", style="List Bullet")
    file = BytesIO()
    document.save(file)

    given = handed_in.read_file(file.getvalue(), "posting.docx")
    done = posting_review.review(toolkit, given, TODAY)

    assert given.read_as == "docx"
    assert done.facts.years_most == 3


def test_html_is_read_without_its_tags(toolkit: Toolkit) -> None:
    given = handed_in.read_file(b"<h1>Technical Project Manager</h1><ul><li>A ninja</li></ul>", "posting.html")

    assert given.read_as == "html"
    assert given.text == "## Technical Project Manager\n\n\u2022 A ninja\n"


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "empty.txt", "There is no text in empty.txt."),
        (b" \n ", "blank.txt", "There is no text in blank.txt."),
        (b"\x00\x01\x02\x03", "picture.bin", "is not text"),
        (b"{", "posting.json", "is not JSON"),
        (b"%PDF-1.7 broken", "posting.pdf", "PDF"),
        (b"x" * (10 * 1024 * 1024 + 1), "big.txt", "larger than 10 MB"),
    ],
)
def test_a_bad_file_gets_its_own_answer(content: bytes, name: str, told: str) -> None:
    with pytest.raises(DomainError) as error:
        handed_in.read_file(content, name)

    assert error.value.code == "bad_file"
    assert told in error.value.message


def test_a_file_that_is_not_there_is_a_bad_file(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as error:
        handed_in.read_path(str(tmp_path / "none.txt"))

    assert error.value.code == "bad_file"


def test_a_page_refuses_a_paste_that_no_posting_is() -> None:
    handed_in.check_paste("x" * 100_000)

    with pytest.raises(DomainError, match="100,001 characters"):
        handed_in.check_paste("x" * 100_001)


def test_another_language_says_which_checks_are_off(toolkit: Toolkit) -> None:
    text = "Wir suchen eine Leitung für unsere Projekte, die mit den Teams an der Planung und dem Budget arbeitet. " * 2

    record = review_record.as_record(toolkit, posting_review.review(toolkit, Given(text), TODAY))

    assert record["language"]["code"] == "de"
    assert "wording" in record["language"]["checks_off"]
    assert record["more_notes"] == []


def test_a_long_text_takes_its_time_in_proportion(toolkit: Toolkit) -> None:
    text = "You lead two teams and keep the risks in view. " * 20_000  # close to a megabyte

    done = posting_review.review(toolkit, Given(text), TODAY)

    assert done.readability.words == 200_000


@pytest.mark.parametrize("track", list(Track))
def test_a_posting_reads_as_well_in_british_as_in_american_spelling(toolkit: Toolkit, track: Track) -> None:
    for level in toolkit.framework.track(track).levels:
        title, skills = toolkit.framework.title(track, level), toolkit.framework.profiles.default_skills[track, level]
        brief = a_brief(track=track, level=level, title=title, skills=skills, places=(Place("GB", "London"),))
        american, british = (
            posting_review.review(
                toolkit, Given(to_plain_text(compose(brief, toolkit.framework, toolkit.places, spelled))), TODAY
            )
            for spelled in (English(), toolkit.english)
        )

        assert [one.rule for one in british.wording.findings] == [one.rule for one in american.wording.findings]
        assert british.structure.score == american.structure.score
        assert [one.skill for one in british.facts.skills] == [one.skill for one in american.facts.skills]
