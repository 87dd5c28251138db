"""The real guide: every claim has a source, every link leads somewhere, and it is worth reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from app.config import DATA, Settings
from app.core import readability
from app.core.framework import Framework
from app.core.guide.chapters import Chapter, Guide, LivePart
from app.core.guide.text import words_of
from app.core.posting_text.reading import Reading
from app.usecases.toolkit import Toolkit
from tests.postings import Reader

FEWEST_WORDS, MOST_WORDS = 350, 900
HARDEST = 9.0  # Flesch-Kincaid grade: what a fourteen-year-old reads without effort
LONGEST_SENTENCE = 48
CHAPTERS = sorted(path.stem for path in (DATA / "guide").glob("*.yaml") if path.stem != "contents")
# Words that fill space, and British spellings.
FILLER = re.compile(
    r"\b(leverag\w*|synerg\w*|utiliz\w*|stakeholder buy-in|fast-paced|passionate|world-class|best-in-class|seamless\w*|"
    r"robust|holistic\w*|delve|landscape|game.changer|in today's|it is important to note|crucial\w*|pivotal|"
    r"he|she|his|hers?|programmes?|organis\w+|recognis\w+|prioritis\w+|analys(?:e|ed|ing)|behaviou?rs?(?<=our)|colour\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    folder = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url="sqlite://", secret_key="s" * 40))


@pytest.fixture(scope="module")
def guide(toolkit: Toolkit) -> Guide:
    return toolkit.guide


@pytest.fixture(scope="module")
def reader(framework: Framework) -> Reader:
    return Reader(framework)


def paragraphs(chapter: Chapter) -> Iterator[str]:
    """What is read as running text: paragraphs and the items of lists, not the cells of tables."""
    for block in chapter.blocks:
        yield from (words_of(text).strip() for text in (block.lead, *block.items) if text)


def test_the_guide_answers_what_it_was_asked_for() -> None:
    assert set(CHAPTERS) == {
        "the-role",
        "four-titles",
        "day-to-day",
        "remote",
        "skills",
        "education",
        "routes-in",
        "levels-and-pay",
        "industries",
        "standing-out",
        "questions",
    }


@pytest.mark.parametrize("id", CHAPTERS)
def test_a_chapter_is_read_in_one_sitting(id: str, guide: Guide) -> None:
    assert FEWEST_WORDS <= guide.chapter(id).words <= MOST_WORDS


@pytest.mark.parametrize("id", CHAPTERS)
def test_a_chapter_is_easy_to_read(id: str, guide: Guide, reader: Reader) -> None:
    texts = list(paragraphs(guide.chapter(id)))

    grade = readability.read(Reading("\n\n".join(texts), reader.words)).grade
    sentences = [one for text in texts for one in re.split(r"(?<=[.?!])\s", text)]

    assert grade is not None
    assert grade <= HARDEST
    assert [one for one in sentences if len(one.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("id", CHAPTERS)
def test_a_chapter_uses_no_filler_and_shuts_nobody_out(id: str, guide: Guide) -> None:
    chapter = guide.chapter(id)
    texts = [chapter.title, chapter.summary, *(section.heading for section in chapter.sections)]
    texts += [words_of(text) for text in chapter.texts]

    assert [found.group() for text in texts for found in FILLER.finditer(text)] == []


@pytest.mark.parametrize("id", CHAPTERS)
def test_a_chapter_rests_on_sources_and_opens_a_tool(id: str, guide: Guide) -> None:
    chapter = guide.chapter(id)
    live = any(block.live is not None for block in chapter.blocks)

    assert len(chapter.sources) >= 2
    assert any(not block.ours for block in chapter.blocks)
    assert chapter.tools
    assert live or chapter.links


def test_the_five_founding_documents_are_all_used(guide: Guide) -> None:
    used = {source for chapter in guide.chapters for source in chapter.sources}

    assert {f"seed-00{number}" for number in range(5)} <= used


def test_each_live_part_is_shown_once(guide: Guide) -> None:
    shown = Counter(block.live for chapter in guide.chapters for block in chapter.blocks if block.live is not None)

    assert shown == dict.fromkeys(LivePart, 1)


def test_no_sentence_stands_twice(guide: Guide) -> None:
    sentences = Counter(
        one
        for chapter in guide.chapters
        for text in paragraphs(chapter)
        for one in re.split(r"(?<=[.?!])\s", text)
        if len(one.split()) > 4
    )

    assert [one for one, times in sentences.items() if times > 1] == []


def test_a_source_of_the_guide_is_one_that_it_cites(guide: Guide, toolkit: Toolkit) -> None:
    cited = {source for chapter in guide.chapters for source in chapter.sources}
    own = re.findall(r"^- id: (\S+)", (DATA / "sources" / "guide.yaml").read_text(encoding="utf-8"), re.MULTILINE)

    assert [one for one in own if one not in cited] == []
    assert all(toolkit.sources[one].url for one in own)
