"""A résumé falls into its sections, roles and lines."""

from __future__ import annotations

import pytest

from app.core.resumes.items import items_of
from app.core.resumes.pages import PageLine, Pages
from app.core.resumes.roles import span_in
from app.core.resumes.sections import SectionName, section_of
from app.core.resumes.structure import LONGEST_LINE, Structure, structure_of


def pages(*texts: str) -> Pages:
    return Pages(tuple(PageLine(text, whole=True) for text in texts), "text", "test")


def structure(*texts: str) -> Structure:
    return structure_of(pages(*texts))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("PROFESSIONAL EXPERIENCE", "experience"),
        ("Work History", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("Key Achievements:", "achievements"),
        ("Selected Projects", "projects"),
        ("About Me", "summary"),
        ("Core Competencies", "skills"),
        ("Education & Training", "education"),
        ("Licenses and Certifications", "certifications"),
        ("Awards & Recognition", "awards"),
        ("Volunteer Work", "volunteering"),
        ("Interests", "interests"),
    ],
)
def test_headings_are_known(heading: str, name: str) -> None:
    (item,) = items_of((PageLine(heading),))
    section = section_of(item)

    assert section is not None
    assert section.name == name


@pytest.mark.parametrize("text", ["Led the education program", "Experience with cloud moves in four countries", "Acme"])
def test_other_lines_are_no_headings(text: str) -> None:
    (item,) = items_of((PageLine(text),))

    assert section_of(item) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("Acme, Lead  Jan 2019 – Present", (2019, 1), None, "Acme, Lead"),
        ("03/2016 - 08/2019 Delivery Manager", (2016, 3), (2019, 8), "Delivery Manager"),
        ("2012–2015", (2012, 1), (2015, 12), ""),
        ("Apr '11 - Apr '12", (2011, 4), (2012, 4), ""),
        ("Since May 2020", (2020, 5), None, ""),
    ],
)
def test_dates_of_a_role_are_read(text: str, start: tuple[int, int], end: tuple[int, int] | None, rest: str) -> None:
    found = span_in(text)

    assert found is not None
    assert (found[0].start, found[0].end, found[1]) == (start, end, rest)


def test_lines_know_their_section_and_their_role() -> None:
    found = structure(
        "Ada Example",
        "ada@example.org",
        "Experience",
        "Lead, Acme | 2019 - Present",
        "Cut the release cycle from 10 days to 2",
        "Coordinator, Orbit | 2016 - 2019",
        "Kept the plan",
        "Education",
        "B.Sc. 2015",
    )

    placed = [(line.text.split()[0], str(line.section), line.role) for line in found.lines]
    assert placed == [
        ("Ada", "contact", None),
        ("ada@example.org", "contact", None),
        ("Lead,", "experience", 0),
        ("Cut", "experience", 0),
        ("Coordinator,", "experience", 1),
        ("Kept", "experience", 1),
        ("B.Sc.", "education", None),
    ]
    assert [line.header for line in found.lines].count(True) == 2


def test_lines_alone_are_taken_for_work() -> None:
    found = structure("Cut the release cycle from 10 days to 2", "Kept the plan")

    assert {line.section for line in found.lines} == {SectionName.EXPERIENCE}


def test_a_long_paragraph_is_read_sentence_by_sentence() -> None:
    sentence = "Coordinated the move of the billing data of all four countries with the vendors and the teams on site. "
    found = structure("Experience", sentence * 3)

    assert len(found.lines) == 3


def test_short_points_are_read_with_the_bullet_above_them() -> None:
    lines = (
        PageLine("• Published the method with wide interest", 1, 50, 300, 100, 10),
        PageLine("– a journal paper with two authors", 1, 70, 300, 112, 10),
        PageLine("– a talk at the yearly meeting", 1, 70, 300, 124, 10),
    )

    (item,) = items_of(lines)

    assert item.text.endswith("interest - a journal paper with two authors - a talk at the yearly meeting")


def test_a_line_without_end_is_read_in_pieces_and_nothing_of_it_is_lost() -> None:
    endless = "Led 5 engineers " * 1_000 + "x" * 3_000

    lines = structure("Experience", f"- {endless}").lines

    assert max(len(line.text) for line in lines) <= LONGEST_LINE
    assert "".join(line.text for line in lines).replace(" ", "") == endless.replace(" ", "")
