"""An interview kit as a Word document: what the PDF says, for whoever wants to add to it."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm, Pt

from app.core import interviews as words
from app.core.interviews import Interview, InterviewKit, MustHave
from app.documents.pdf.kit import imprint
from app.documents.pdf.paper import PageSize
from app.documents.word.family import begin, begin_numbering, numbered, text_width, to_bytes, write
from app.documents.word.tables import DARK, add_table, name_row, set_height

# What the rows of a scorecard share on a page of Letter, the lower of the two.
ROOM_ON_A_SCORECARD = Mm(135)
COMPARISON_ROW = Mm(12)
LINE_TO_WRITE_ON = Mm(5)
_MARKS = "   ".join(str(rating) for rating, _ in words.RATINGS)


def kit_docx(kit: InterviewKit, size: PageSize) -> bytes:
    document = begin(imprint(kit), size)
    write(document.add_paragraph(style="Subtitle"), kit.employer)
    write(document.add_paragraph(style="Title"), kit.title)
    document.add_paragraph("Interview kit and scorecards", style="Quiet")
    facts = document.add_paragraph(style="Fact")
    for number, (label, value) in enumerate(kit.facts):
        write(facts, value, lead=f"{'   ' if number else ''}{label}")
    _add_guide(document, kit)
    for interview in kit.interviews:
        _add_interview(document, kit, interview, size)
    for interview in kit.interviews:
        _add_scorecard(document, interview, size)
    _add_comparison(document, kit, size)
    return to_bytes(document)


def _add_guide(document: Document, kit: InterviewKit) -> None:
    document.add_heading("How to use it", 1)
    _add_steps(document, tuple(map(kit.spelled, words.GUIDE)))
    if kit.screening:
        document.add_heading("Screening questions", 1)
        document.add_paragraph(kit.spelled(words.SCREENING_GUIDE))
        _add_steps(document, tuple(question.ask for question in kit.screening))
    document.add_heading("Off limits", 1)
    document.add_paragraph(kit.spelled(words.OFF_LIMITS_GUIDE))
    for topic in kit.off_limits:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(f"{topic.name[0].upper()}{topic.name[1:]}. ").bold = True
        paragraph.add_run(topic.why)


def _add_steps(document: Document, texts: tuple[str, ...]) -> None:
    numbering = begin_numbering(document)
    for text in texts:
        numbered(write(document.add_paragraph(style="List Number"), text), numbering)


def _add_interview(document: Document, kit: InterviewKit, interview: Interview, size: PageSize) -> None:
    document.add_heading(f"Interview {interview.number}", 1).paragraph_format.page_break_before = True
    document.add_paragraph(interview.in_words, style="Quiet")
    for one in interview.must_haves:
        _add_must_have(document, kit, one, size)


def _add_must_have(document: Document, kit: InterviewKit, one: MustHave, size: PageSize) -> None:
    write(document.add_paragraph(style="Heading 2"), f"{one.number}. {one.name}")
    write(document.add_paragraph(), one.text)
    if one.caution:
        document.add_paragraph(style="Normal").add_run(one.caution).bold = True
    if one.note:
        document.add_paragraph(kit.spelled(one.note), style="Quiet")
    for question in one.questions:
        asked = document.add_paragraph()
        asked.paragraph_format.keep_with_next = True
        asked.paragraph_format.space_before = Pt(8)
        asked.add_run(f"{one.number}.{question.number} {kit.spelled(question.kind.value).capitalize()}: ").bold = True
        asked.add_run(question.ask)
        add_table(
            document,
            f"What answers to question {one.number}.{question.number} sound like",
            tuple(f"{rating} {name}" for rating, name in words.RATINGS),
            (question.anchors,),
            [Mm(text_width(size).mm / len(words.RATINGS))] * len(words.RATINGS),
        )
    if one.is_own:
        for number, kind in enumerate(words.KINDS, start=1):
            line = document.add_paragraph(f"{one.number}.{number} {kit.spelled(kind.value).capitalize()}: {'_' * 60}")
            line.paragraph_format.space_before = LINE_TO_WRITE_ON


def _add_scorecard(document: Document, interview: Interview, size: PageSize) -> None:
    name = f"Scorecard for interview {interview.number}"
    document.add_heading(name, 1).paragraph_format.page_break_before = True
    document.add_paragraph(words.SCORECARD_GUIDE, style="Quiet")
    _add_blanks(document, "Candidate", "Interviewer", "Date")
    height = Mm(ROOM_ON_A_SCORECARD.mm / len(interview.must_haves) / len(words.KINDS))
    rows = [row for one in interview.must_haves for row in _score_rows(one)]
    widths = (Mm(48), Mm(26), Mm(text_width(size).mm - 74))
    table = add_table(
        document,
        name,
        ("Question", f"Rating: {words.SCALE}", "What the candidate said and did"),
        tuple(rows),
        widths,
        head=DARK,
    )
    for row, (_, marks, _) in zip(table.rows[1:], rows, strict=True):
        if marks == _MARKS:
            set_height(row, height)
        else:
            name_row(row)
    document.add_paragraph()
    document.add_paragraph(f"☐ {words.ALONE}")


def _score_rows(one: MustHave) -> list[tuple[str, str, str]]:
    asked = [question.in_short for question in one.questions] or ["" for _ in words.KINDS]
    questions = [(f"{one.number}.{number} {ask}".strip(), _MARKS, "") for number, ask in enumerate(asked, start=1)]
    return [(f"{one.number}. {one.name}", "", "The middle rating: ____"), *questions]


def _add_comparison(document: Document, kit: InterviewKit, size: PageSize) -> None:
    name = "Comparison of all scorecards"
    document.add_heading(name, 1).paragraph_format.page_break_before = True
    document.add_paragraph(kit.spelled(words.COMPARE_GUIDE), style="Quiet")
    _add_blanks(document, "Candidate", "Date", *(f"Interviewer {letter}" for letter in "ABCD"))
    heads = ("Must-have", "A", "B", "C", "D", "Agreed", "Reason")
    rows = tuple((f"{one.number}. {one.name}", *[""] * 6) for one in kit.must_haves)
    fixed = (Mm(50), *[Mm(10)] * 4, Mm(17))
    rest = Mm(text_width(size).mm - sum(width.mm for width in fixed))
    table = add_table(document, name, heads, rows, (*fixed, rest), head=DARK)
    for row in table.rows[1:]:
        set_height(row, COMPARISON_ROW)
    document.add_paragraph()
    document.add_paragraph(kit.spelled(words.DECISION_GUIDE), style="Quiet")


def _add_blanks(document: Document, *names: str) -> None:
    """Lines to fill in by hand or on the screen."""
    for name in names:
        document.add_paragraph(f"{name}: {'_' * 40}", style="Fact")
    document.add_paragraph(style="Fact")
