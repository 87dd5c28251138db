"""The journey of a résumé through the pages, and that nothing of it stays behind."""

from __future__ import annotations

import io
import json
from html import unescape
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.config import Settings
from tests.resume_files import column, docx, paragraph, pdf

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


def test_a_pasted_resume_is_marked_line_by_line(client: FlaskClient) -> None:
    answer = send(client, text=RESUME)
    text = page(answer)

    assert answer.status_code == 200
    assert SECRET in text
    assert "a measured result" in text
    assert "It says what was done, but not what came of it." in text
    assert "Nothing of this is kept" in text
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_pdf_is_read_and_shown_as_it_was_understood(client: FlaskClient) -> None:
    content = pdf(column(72, 72, "Experience", "Cut the release cycle from ten days to two days", "Education", gap=30))

    text = page(send(client, (content, "resume.pdf")))

    assert "This is how we read your file" in text
    assert "Reading quality 100%" in text


def test_a_bad_file_is_refused_beside_the_field(client: FlaskClient) -> None:
    answer = send(client, (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "resume.doc"))

    assert answer.status_code == 422
    assert "This is an old Word file" in page(answer)


def test_sending_nothing_is_told_kindly(client: FlaskClient) -> None:
    answer = send(client)

    assert answer.status_code == 422
    assert "Choose a file or paste the text" in page(answer)


def test_a_correction_is_compared_with_the_first_reading(client: FlaskClient) -> None:
    better = RESUME.replace("Responsible for vendor reports", "Cut vendor cost by 18% by bundling five contracts")

    answer = client.post("/resumes/again", data={"text": better, "first": RESUME})

    assert "so it went up by" in page(answer)


def test_a_single_line_can_be_tried(client: FlaskClient) -> None:
    answer = client.post("/resumes/line", data={"text": "Cut vendor cost by 18% by bundling five contracts"})

    assert "measured, with scale and method" in page(answer)


def test_the_blind_view_hides_who_it_is(client: FlaskClient) -> None:
    text = page(send(client, text=RESUME, blind="y"))
    shown = text[: text.index("Hold it against a posting")]

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


def test_the_report_can_be_taken_away(client: FlaskClient) -> None:
    data = {"text": RESUME, "first": RESUME}

    assert json.loads(client.post("/resumes/files/json", data=data).data)["lines"]
    assert client.post("/resumes/files/pdf", data=data).data.startswith(b"%PDF")
    assert client.post("/resumes/files/exe", data=data).status_code == 404


def test_several_files_become_a_table_that_no_spreadsheet_runs(client: FlaskClient) -> None:
    good = docx(paragraph("Experience"), paragraph(SECRET, bullet=True))
    files = ((good, "=cmd.docx"), (b"%PDF-1.4 broken", "bad.pdf"))

    assert "This PDF is damaged" in page(send(client, *files))
    answer = client.post(
        "/resumes/table.csv",
        data={"files": [(io.BytesIO(content), name) for content, name in files]},
        content_type="multipart/form-data",
    )
    assert "'=cmd.docx" in answer.get_data(as_text=True)


def test_nothing_of_a_resume_stays_behind(
    client: FlaskClient, settings: Settings, caplog: object, capfd: object, tmp_path: Path
) -> None:
    send(client, text=RESUME)
    client.post("/resumes/match", data={"text": RESUME, "posting": "Manage vendors."})
    client.post("/resumes/files/json", data={"text": RESUME})

    for path in [*settings.instance.rglob("*"), *tmp_path.rglob("*")]:
        assert not path.is_file() or b"Zanzibar" not in path.read_bytes()
    assert "Zanzibar" not in getattr(caplog, "text", "")
    captured = getattr(capfd, "readouterr")()  # noqa: B009
    assert "Zanzibar" not in captured.out + captured.err
