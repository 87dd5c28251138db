"""The journey of a résumé through the pages, and that nothing of it stays behind."""

from __future__ import annotations

import io
import json
import re
import tempfile
import zipfile
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader
from werkzeug.test import TestResponse

from app.config import Settings
from tests.resume_files import column, docx, locked_pdf, paragraph, pdf, picture_pdf

SECRET = "Recovered a six-week slip on the Zanzibar tramway by splitting the works"
RESUME = f"""Ada Example
ada@example.org

Experience

- {SECRET}
- Responsible for vendor reports

Education

B.Sc. Physics, Lakeside University, 2009
"""


def page(answer: TestResponse) -> str:
    return unescape(answer.get_data(as_text=True))


def send(client: FlaskClient, *files: tuple[bytes, str], **fields: str) -> TestResponse:
    data = {**fields, "files": [(io.BytesIO(content), name) for content, name in files]}
    return client.post("/resumes/", data=data, content_type="multipart/form-data")


def number_of(line: str, text: str) -> int:
    """The number of a line on the page."""
    told = text[text.index("Line by line") :]
    return int(re.findall(r'id="line-(\d+)"', told[: told.index(line)])[-1])


def carried(text: str) -> str:
    """Our reading, as the page carries it."""
    return re.findall(r'<textarea name="text" hidden>\n(.*?)</textarea>', text, re.DOTALL)[0]


def test_a_pasted_resume_is_marked_line_by_line(client: FlaskClient) -> None:
    answer = send(client, text=RESUME)
    text = page(answer)

    assert answer.status_code == 200
    assert SECRET in text
    assert "A clear result" in text or "A strong result" in text
    assert "It says what was done, but not what came of it." in text
    assert "Nothing of this is kept" in text
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_pdf_is_read_and_shown_as_it_was_understood(client: FlaskClient) -> None:
    content = pdf(column(72, 72, "Experience", "Cut the release cycle from ten days to two days", "Education", gap=30))

    text = page(send(client, (content, "resume.pdf")))

    assert "This is how we read your file" in text
    assert "Reading quality 100%" in text


def zipped(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


GERMAN = "Erfahrung\nIch habe die Leitung für das Projekt und die Planung mit den Lieferanten übernommen.\n" * 9
PAGES = zipped({"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"x"})
SPREADSHEET = docx(paragraph("x"), extra={f"part{number}.xml": bytes(1000) for number in range(3100)})


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cv.doc", "This is an old Word file", id="doc"),
        pytest.param(picture_pdf(), "scan.pdf", "holds a picture of a page and no text", id="image-only"),
        pytest.param(locked_pdf(), "locked.pdf", "locked with a password", id="encrypted"),
        pytest.param(b"%PDF-1.4 broken", "bad.pdf", "This PDF is damaged", id="broken"),
        pytest.param(pdf(*[[]] * 10_000), "long.pdf", "This file has 10,000 pages", id="ten thousand pages"),
        pytest.param(SPREADSHEET, "bomb.docx", "unpacks to far more than a résumé can hold", id="zip bomb"),
        pytest.param(GERMAN.encode(), "lebenslauf.txt", "seems to be in German", id="not English"),
        pytest.param(b"\x89PNG" + bytes(99), "cv.png", "This is a picture", id="picture"),
        pytest.param(PAGES, "cv.pages", "This is an Apple Pages file", id="Pages"),
        pytest.param(b"PK\x03\x04" + bytes(99), "cv.pages", "This is an Apple Pages file", id="a damaged Pages file"),
        pytest.param(b"", "cv.pdf", "This file is empty", id="empty"),
    ],
)
def test_a_bad_file_is_refused_beside_the_field(client: FlaskClient, content: bytes, name: str, message: str) -> None:
    answer = send(client, (content, name))
    text = page(answer)

    assert answer.status_code == 422
    assert 'aria-describedby="files-hint files-error"' in text
    assert message in text[text.index('id="files-error"') :]
    assert "Choose the file again" in text


def test_files_that_are_too_large_together_are_refused_beside_the_field(client: FlaskClient) -> None:
    answer = send(client, *[(bytes(6 * 1024 * 1024), f"{number}.pdf") for number in range(2)])
    text = page(answer)

    assert answer.status_code == 413
    assert "This is more than 10 MB together" in text[text.index('id="files-error"') :]


def test_sending_nothing_is_told_kindly(client: FlaskClient) -> None:
    answer = send(client)

    assert answer.status_code == 422
    assert "Choose a file or paste the text" in page(answer)


def test_a_correction_is_compared_with_the_first_reading(client: FlaskClient) -> None:
    better = RESUME.replace("Responsible for vendor reports", "Cut vendor cost by 18% by bundling five contracts")

    text = page(client.post("/resumes/again", data={"text": RESUME, "first": RESUME, "corrected": better}))

    assert "First reading and now:" in text
    assert "What your changes did" in text
    moved = text[text.index("What your changes did") :]
    assert "Responsible for vendor reports" in moved[: moved.index("</section>")]
    assert "Cut vendor cost by 18%" in moved[: moved.index("</section>")]


def test_a_single_line_can_be_tried(client: FlaskClient) -> None:
    anew = "Cut vendor cost by 18% by bundling five contracts"
    first = page(send(client, text=RESUME))
    number = number_of("Responsible for vendor reports", first)

    text = page(client.post("/resumes/line", data={"text": carried(first), "line": number, "anew": anew}))

    assert "a strong result" in text
    assert "This line:" in text
    assert "The résumé:" in text
    assert text.count("(up ") == 2


def test_lines_in_other_words_are_put_in_place_and_compared(client: FlaskClient) -> None:
    first = page(send(client, text=RESUME))
    number = number_of("Responsible for vendor reports", first)
    anew = {f"anew-{number}": "Cut vendor cost by 18% by bundling five contracts"}

    text = page(client.post("/resumes/again", data={"text": carried(first), "first": carried(first), **anew}))

    line = text[text.index(f'id="line-{number}"') :]
    assert "Cut vendor cost by 18%" in line[: line.index("</p>")]
    assert "This line:" in line


def test_what_was_typed_and_not_yet_read_again_stays_in_its_box(client: FlaskClient) -> None:
    number = number_of("Responsible for vendor reports", page(send(client, text=RESUME)))
    typed = {"text": RESUME, "corrected": RESUME + "\n- A row typed in between", f"anew-{number}": "Half a sentence"}

    text = page(client.post("/resumes/match", data={**typed, "posting": ""}))

    assert "A row typed in between" in text
    assert "Half a sentence" in text


def test_the_blind_view_hides_who_it_is(client: FlaskClient) -> None:
    text = page(send(client, text=RESUME, blind="y"))
    shown = re.sub(r"<textarea[^>]* hidden>.*?</textarea>", "", text, flags=re.DOTALL)

    assert SECRET in shown
    assert "Ada" not in shown
    assert "Lakeside" not in shown
    assert "ada@example.org" not in shown


def test_a_posting_shows_what_is_asked_and_no_percentage(client: FlaskClient) -> None:
    answer = client.post(
        "/resumes/match", data={"text": RESUME, "first": RESUME, "posting": "Manage vendors and risks."}
    )
    text = page(answer)

    assert "Vendors and contracts" in text
    assert "Done, but no result told" in text
    assert "There is no percentage here" in text


def test_the_pdf_names_the_file_and_a_blind_one_does_not(client: FlaskClient) -> None:
    page_of = page(send(client, (RESUME.encode(), "ada example.txt")))
    assert 'name="file_name" value="ada example.txt"' in page_of

    sent = {"text": RESUME, "file_name": "ada example.txt"}
    named = client.post("/resumes/files/pdf", data=sent).data
    blind = client.post("/resumes/files/pdf", data={**sent, "blind": "y"}).data

    assert "ada example.txt" in (PdfReader(io.BytesIO(named)).metadata or {}).get("/Author", "")
    assert "ada" not in (PdfReader(io.BytesIO(blind)).metadata or {}).get("/Author", "")


def test_an_empty_posting_is_refused_beside_its_field(client: FlaskClient) -> None:
    answer = client.post("/resumes/match", data={"text": RESUME, "first": RESUME, "posting": " "})
    text = page(answer)

    assert answer.status_code == 422
    assert "<title>Error: " in text
    assert '<a href="#posting">Paste the text of a posting first.</a>' in text
    assert re.search(r'<textarea id="posting"[^>]* data-focus>', text)
    assert "/resumes/match#posting" in text


def test_the_head_says_at_once_that_leaving_ends_it(client: FlaskClient) -> None:
    text = page(send(client, text=RESUME))

    assert text.index("When you leave the page, it is gone") < text.index("Line by line")


def test_the_lines_most_worth_mending_stand_above_all_with_their_question(client: FlaskClient) -> None:
    text = page(send(client, text=RESUME))

    mend = text[text.index('id="mend-title"') : text.index("Line by line")]
    assert "Responsible for vendor reports" in mend
    assert SECRET not in mend[: mend.index("</section>")]
    assert "What was different when it was done?" in mend


def test_a_line_of_scale_says_what_it_is(client: FlaskClient) -> None:
    scale = "- Two teams of 14, ten months, 1.6 million dollars, one supplier, Scrum inside fixed gates\n"

    text = page(send(client, text=RESUME.replace("- Responsible", f"{scale}- Responsible")))

    line = text[text.index("Scrum inside fixed gates", text.index("Line by line")) :]
    assert "Scope: says how large the work was." in line[: line.index("</li>")]


def test_the_report_can_be_taken_away(client: FlaskClient) -> None:
    data = {"text": RESUME, "first": RESUME}

    assert json.loads(client.post("/resumes/files/json", data=data).data)["lines"]
    assert client.post("/resumes/files/pdf", data=data).data.startswith(b"%PDF")
    assert client.post("/resumes/files/exe", data=data).status_code == 404


def test_nothing_of_a_resume_stays_behind(
    client: FlaskClient, settings: Settings, caplog: object, capfd: object, tmp_path: Path
) -> None:
    send(client, text=RESUME)
    client.post("/resumes/match", data={"text": RESUME, "posting": "Manage vendors."})
    client.post("/resumes/files/json", data={"text": RESUME})
    client.post("/resumes/again", data={"text": RESUME, "first": RESUME, "anew-3": f"{SECRET} and in other words"})
    client.post("/resumes/line", data={"text": RESUME, "line": 3, "anew": f"{SECRET} and in other words"})
    send(client, (pdf(column(72, 72, "Experience", SECRET, gap=30)), "zanzibar.pdf"))
    several = page(
        send(client, *[(docx(paragraph("Experience"), paragraph(SECRET, bullet=True)), "Zanzibar.docx")] * 2)
    )
    rows = {"rows": re.findall(r'name="rows" value="([^"]+)"', several)[0]}
    assert "Zanzibar.docx" in client.post("/resumes/table/csv", data=rows).get_data(as_text=True)
    assert client.post("/resumes/table/pdf", data=rows).data.startswith(b"%PDF")

    for path in [*settings.instance.rglob("*"), *tmp_path.rglob("*")]:
        assert not path.is_file() or b"Zanzibar" not in path.read_bytes()
    assert "Zanzibar" not in getattr(caplog, "text", "")
    captured = getattr(capfd, "readouterr")()  # noqa: B009
    assert "Zanzibar" not in captured.out + captured.err


def test_a_large_file_is_never_written_to_disk_not_even_for_a_moment(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(client, (pdf(column(72, 72, "Experience", SECRET, gap=30)), "resume.pdf"))  # starts the reading process
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere to write to")
    large = pdf(column(72, 72, "Experience", SECRET, gap=30), extra=b"% " + b"x" * 2_000_000 + b"\n")

    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="resume.pdf"\r\n\r\n'
    answer = client.post(
        "/resumes/", data=head + large + b"\r\n--x--\r\n", content_type="multipart/form-data; boundary=x"
    )

    assert answer.status_code == 200
    assert SECRET in page(answer)


def test_a_page_with_very_many_lines_can_be_sent_back(client: FlaskClient) -> None:
    resume = "Experience\n" + "".join(f"- Cut cost {number} by 18% by merging contracts\n" for number in range(1500))
    boxes = {f"anew-{number}": "Cut cost by 20%" for number in range(1, 1500)}

    answer = client.post(
        "/resumes/files/json", data={"text": resume, "first": resume, **boxes}, content_type="multipart/form-data"
    )

    assert answer.status_code == 200


def test_a_pdf_stands_beside_our_reading_as_pictures(client: FlaskClient) -> None:
    content = pdf(*[column(72, 72, "Experience", "Cut the release cycle from ten days to two days", gap=30)] * 6)

    text = page(send(client, (content, "resume.pdf")))

    assert text.count('<img src="data:image/webp;base64,') == 4
    assert "The first 4 of 6 pages are shown; all were read." in text


def test_the_original_stays_beside_the_reading_after_a_correction(client: FlaskClient) -> None:
    text = page(send(client, (pdf(column(72, 72, "Experience", SECRET, gap=30)), "resume.pdf")))
    picture = re.findall(r'name="picture" value="([^"]+)"', text)[0]

    again = page(client.post("/resumes/again", data={"text": RESUME, "picture": [picture, "bm90IGEgcGljdHVyZQ=="]}))

    assert again.count('<img src="data:image/webp;base64,') == 1


def test_a_text_stands_beside_our_reading_as_it_was(client: FlaskClient) -> None:
    wrapped = RESUME.replace("tramway by splitting", "tramway by\n  splitting")

    text = page(send(client, text=wrapped))

    assert "<pre>Ada Example" in text


def test_a_correction_into_another_language_is_refused_with_its_text_kept(client: FlaskClient) -> None:
    answer = client.post("/resumes/again", data={"text": RESUME, "corrected": GERMAN})

    assert answer.status_code == 422
    assert "seems to be in German" in page(answer)
    assert "Ich habe die Leitung" in page(answer)


def test_the_blind_view_keeps_the_years_of_a_job(client: FlaskClient) -> None:
    resume = "Experience\n\nProgram Manager, Orbit, 2021 - 2025\n\n- Call me on +1 (555) 010-2030 about the plan\n"

    text = page(send(client, text=resume, blind="y"))

    assert "2021 - 2025" in text
    assert "Call me on [hidden] about the plan" in text


def test_a_correction_that_leaves_nothing_is_refused_beside_the_text(client: FlaskClient) -> None:
    answer = client.post("/resumes/again", data={"text": RESUME, "corrected": "  "})

    assert answer.status_code == 422
    assert 'id="text-error"' in page(answer)
