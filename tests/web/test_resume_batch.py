"""Several résumés become a table, and the table a file, without choosing the files again."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

from flask.testing import FlaskClient

from tests.resume_files import docx, paragraph

LINE = "Recovered a six-week slip by splitting the works into three waves"
GOOD = docx(paragraph("Ada Example"), paragraph("Experience"), paragraph(LINE, bullet=True))
BAD = b"%PDF-1.4 broken"


def send(client: FlaskClient, *files: tuple[bytes, str], **fields: str) -> str:
    data = {**fields, "files": [(io.BytesIO(content), name) for content, name in files]}
    return unescape(client.post("/resumes/", data=data, content_type="multipart/form-data").get_data(as_text=True))


def rows_in(text: str) -> dict[str, str]:
    return {"rows": re.findall(r'name="rows" value="([^"]+)"', text)[0]}


def as_csv(client: FlaskClient, text: str) -> list[dict[str, str]]:
    content = client.post("/resumes/table/csv", data=rows_in(text)).get_data()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_table_becomes_a_file_without_choosing_again(client: FlaskClient) -> None:
    text = send(client, (GOOD, "ada.docx"), (BAD, "bad.pdf"))

    good, bad = as_csv(client, text)
    assert good["file"] == "ada.docx"
    assert good["outcome lines"] == "1"
    assert f'<td data-label="Score" class="number">{good["score"]}</td>' in text
    assert bad["score"] == ""
    assert bad["note"].startswith("This PDF is damaged")


def test_no_spreadsheet_takes_a_name_for_a_formula(client: FlaskClient) -> None:
    names = ("=cmd.docx", "+1.docx", "-1.docx", "@sum.docx", " =cmd.docx", "＝cmd.docx", "|cmd.docx")

    rows = as_csv(client, send(client, *((GOOD, name) for name in names)))

    assert [row["file"][0] for row in rows] == ["'", "'", "'", "'", "'", "'", "'"]


def test_a_blind_table_names_nobody(client: FlaskClient) -> None:
    text = send(client, (GOOD, "Ada_Example.docx"), (BAD, "Bo_Example.pdf"), blind="y")
    shown = re.sub(r"<textarea[^>]* hidden>.*?</textarea>", "", text, flags=re.DOTALL)

    assert "Example" not in shown
    assert [row["file"] for row in as_csv(client, text)] == ["Résumé 1", "Résumé 2"]


def test_each_report_opens_from_the_table(client: FlaskClient) -> None:
    text = send(client, (GOOD, "ada.docx"), (BAD, "bad.pdf"))
    carried = re.findall(r'<textarea name="text" hidden>\n(.*?)</textarea>', text, re.DOTALL)

    assert len(carried) == 1
    report = unescape(client.post("/resumes/again", data={"text": carried[0]}).get_data(as_text=True))
    assert LINE in report
    assert "First reading and now" not in report


def test_a_table_that_somebody_changed_is_refused(client: FlaskClient) -> None:
    signed = rows_in(send(client, (GOOD, "a.docx"), (GOOD, "b.docx")))["rows"]

    answer = client.post("/resumes/table/pdf", data={"rows": signed[:-3] + "abc"})

    assert answer.status_code == 422
    assert "Choose the files again" in answer.get_data(as_text=True)


def test_the_table_is_there_as_pdf(client: FlaskClient) -> None:
    rows = rows_in(send(client, (GOOD, "a.docx"), (BAD, "b.pdf")))

    answer = client.post("/resumes/table/pdf", data=rows)

    assert answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="resumes.pdf"'
    assert client.post("/resumes/table/exe", data=rows).status_code == 404
