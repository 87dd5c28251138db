"""Wording: few findings, each with its words, its reason and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.core.phrases import BadPhrase, PhraseBook, Span, fold, tokens
from app.core.wording.review import Wording, review
from app.core.wording.rewrite import replace
from app.core.wording.rules import Evidence, Severity
from tests.postings import Reader

EXAMPLES = Path(__file__).parent.parent / "examples"
REPLACED = yaml.safe_load((EXAMPLES / "wording_replaced.yaml").read_text(encoding="utf-8"))


def wording_of(reader: Reader, text: str) -> Wording:
    pasted = reader(text)
    return review(pasted.reading, reader.rules, pasted.facts)


def test_every_rule_finds_its_examples_and_leaves_what_is_fine(reader: Reader) -> None:
    missed, wrong = [], []
    for rule in reader.rules.rules:
        for texts, faults, expected in ((rule.examples, missed, True), (rule.fine, wrong, False)):
            for text in texts:
                wording = wording_of(reader, text)
                spoke = {finding.rule for finding in (*wording.findings, *wording.kept_back)}
                if (rule.id in spoke) is not expected:
                    faults.append((rule.id, text))

    assert missed == []
    assert wrong == []


def test_each_example_reads_well_with_each_alternative(reader: Reader) -> None:
    reads: dict[str, list[str]] = {}
    for rule in reader.rules.rules:
        for text in rule.examples:
            wording = wording_of(reader, text)
            for finding in (*wording.findings, *wording.kept_back):
                if finding.rule == rule.id and finding.alternatives:
                    reads[text] = [replace(text, finding.span, one) for one in finding.alternatives]

    assert reads == {case["text"]: case["reads"] for case in REPLACED}


@pytest.mark.parametrize(
    ("text", "words", "alternative", "expected"),
    [
        ("The successful candidate has run a team.", "The successful candidate", "you", "You have run a team."),
        ("The incumbent also leads two teams.", "The incumbent", "you", "You also lead two teams."),
    ],
)
def test_the_verb_follows_when_the_reader_takes_the_candidates_place(
    text: str, words: str, alternative: str, expected: str
) -> None:
    assert replace(text, Span(0, len(words)), alternative) == expected


def test_a_finding_marks_its_exact_words(reader: Reader) -> None:
    text = "We need a rock-star who plans."

    (finding,) = wording_of(reader, text).findings

    assert text[finding.start : finding.end] == finding.text == "rock-star"
    assert finding.severity is Severity.ERROR
    assert finding.evidence is Evidence.PRESS
    assert "expert" in finding.alternatives


def test_a_rule_speaks_once_and_tells_where_else(reader: Reader) -> None:
    text = "You utilize Jira. You utilize Slack.\n\n* Utilize dashboards"

    (finding,) = wording_of(reader, text).findings

    assert [text[span.start : span.end] for span in finding.also] == ["utilize", "Utilize"]


def test_at_most_three_notes_are_shown_and_the_rest_is_kept_back(reader: Reader) -> None:
    text = (
        "Your profile\n\n* A self-starter\n* Excellent communication skills\n* Passionate about plans\n"
        "* Wears many hats\n* Leverages data\n* Can hit the ground running"
    )

    wording = wording_of(reader, text)

    assert len(wording.findings) == 3
    assert len(wording.kept_back) == 3


def test_errors_are_always_shown(reader: Reader) -> None:
    text = (
        "Your profile\n\n* A self-starter\n* Excellent communication skills\n* Passionate about plans\n"
        "* A ninja\n* A native speaker of English\n* A recent graduate\n* One of the guys"
    )

    wording = wording_of(reader, text)

    assert sum(finding.severity is Severity.ERROR for finding in wording.findings) == 4


def test_a_posting_in_another_language_is_not_judged(reader: Reader) -> None:
    text = (
        "Vous êtes un ninja de la gestion de projet et vous aimez les plans, dans une équipe de rock stars à Lyon. " * 3
    )

    pasted = reader(text)

    assert pasted.facts.language.code == "fr"
    assert "wording" in pasted.facts.checks_off
    assert review(pasted.reading, reader.rules, pasted.facts).findings == ()


@pytest.mark.parametrize(
    ("text", "words", "alternative", "expected"),
    [
        ("a ninja here", "ninja", "expert", "an expert here"),
        ("an expert here", "expert", "skilled colleague", "a skilled colleague here"),
        ("A NINJA", "NINJA", "expert", "AN EXPERT"),
        ("Rock Star wanted", "Rock Star", "skilled colleague", "Skilled Colleague wanted"),
        ("Leverage data", "Leverage", "use", "Use data"),
        ("an hour", "hour", "minute", "a minute"),
        ("a minute", "minute", "hour", "an hour"),
        ("a guru", "guru", "MBA holder", "an MBA holder"),
        ("a guru", "guru", "user", "a user"),
        ("a ninja*", "ninja", "expert", "an expert*"),
        ("we plan crazy, daring things", "crazy", "", "we plan, daring things"),
        ("He has two teams", "He", "they", "They have two teams"),
        ("when he manages risk", "he", "they", "when they manage risk"),
        ("where he/she also carries budget", "he/she", "they", "where they also carry budget"),
        ("she was there", "she", "you", "you were there"),
        ("he must plan", "he", "they", "they must plan"),
        ("her or his plan", "her or his", "their", "their plan"),
    ],
)
def test_one_click_keeps_case_article_and_verb(text: str, words: str, alternative: str, expected: str) -> None:
    start = f" {text}".index(f" {words}")

    assert replace(text, Span(start, start + len(words)), alternative) == expected


def test_every_alternative_of_every_finding_can_stand_in_its_place(reader: Reader) -> None:
    for rule in reader.rules.rules:
        for text in rule.examples:
            for finding in wording_of(reader, text).findings:
                for alternative in finding.alternatives:
                    changed = replace(text, finding.span, alternative)
                    assert alternative.lower()[1:] in changed.lower()
                    assert "  " not in changed


@given(st.text(max_size=300))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_phrase_may_leave_words_out_and_skip_some() -> None:
    book = PhraseBook({"x": ["recent (college) graduat*", "lift .. pounds"]})

    def found(text: str) -> list[str]:
        folded = fold(text)
        return [folded[span.start : span.end] for _, span in book.scan(folded, tokens(folded))]

    assert found("Recent-college graduates and a recent graduate") == ["recent-college graduates", "recent graduate"]
    assert found("lift up to 40 pounds") == ["lift up to 40 pounds"]
    assert found("lift. The boxes weigh 40 pounds") == []
    assert found("a precedent graduate") == []


@pytest.mark.parametrize("phrase", ["", "(may) begin", ".. words", "words ..", "# years", "ab*", "a//b c"])
def test_a_phrase_that_cannot_be_found_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        PhraseBook({"x": [phrase]})
