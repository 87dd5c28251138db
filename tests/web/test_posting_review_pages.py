"""A hiring manager reviews the posting that they wrote here."""

from __future__ import annotations

import io
import re

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from tests.web.test_posting_pages import a_saved_posting, version_of, words
from tests.web.test_review_pages import buttons, section

COLORADO = {"places": "Denver, Colorado", "bonus": "a yearly bonus of up to 10 % of base pay"}
BENEFITS_GAP = "law:US-CO:missing:benefits_summary"


def answer(client: FlaskClient, posting: str, finding: str, **said: str) -> int:
    return client.post(f"{posting}/review/answers", data={"finding": finding} | said).status_code


def rockstar(client: FlaskClient) -> str:
    posting = a_saved_posting(client, **COLORADO)
    version = version_of(client.get(posting).text)
    edit = {"action": "edit", "item": "must.risk", "text": "You are a rockstar of risk.", "version": version}
    assert client.post(f"{posting}/lines", data=edit).status_code == 303
    return posting


def test_a_complete_posting_has_no_gap_and_no_stamp(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **COLORADO)

    assert "0 law gaps" in words(client.get(f"{posting}/review").text)
    assert "law gap" not in words(client.get(posting).text)


def test_a_law_gap_leads_to_its_field_in_the_brief(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"benefits": ""}))

    page = client.get(f"{posting}/review").text

    assert "Colorado: benefits described" in section(page, "law")
    assert f'href="{posting}/brief#benefits"' in page


def test_the_posting_itself_tells_quietly_of_open_gaps(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"benefits": "", "bonus": ""}))

    page = client.get(posting).text

    assert "2 law gaps, so a PDF or Word document says that this is a draft." in words(page)
    assert f'href="{posting}/review"' in page


def test_open_gaps_stamp_the_pdf_until_they_are_signed_off(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"benefits": ""}))

    def text_of_the_pdf() -> str:
        content = client.get(f"{posting}/files/pdf").data
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)

    assert "Draft: 1 law gap" in text_of_the_pdf()
    assert answer(client, posting, BENEFITS_GAP, reason="They are in the offer.", name="Ada Moreno") == 303
    assert "law gap" not in text_of_the_pdf()


def test_what_is_owed_later_is_marked_more_quietly_than_a_gap(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"places": "Denver, Colorado\nToronto, Ontario", "benefits": ""}))

    law = client.get(f"{posting}/review").text.partition('id="law"')[2].partition("</section>")[0]

    marks: list[tuple[str, str]] = re.findall(r'number--([\w-]+)".*?class="chip[^>]*>([^<]*)<', law, re.DOTALL)
    assert ("law", "missing") in marks
    assert ("law-later", "owed later") in marks
    assert not {said for mark, said in marks if mark == "law"} & {"owed later", "prudent", "coming"}


def test_a_sign_off_names_who_and_why_and_can_be_taken_back(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"benefits": ""}))
    answer(client, posting, BENEFITS_GAP, reason="Nobody works there yet.", name="Ada Moreno")

    page = words(client.get(f"{posting}/review").text)

    assert "0 law gaps" in page
    assert "Law nothing open" in page
    assert "Nothing open; 1 signed off below." in page
    assert "Nobody works there yet. Signed off by Ada Moreno" in page
    assert answer(client, posting, BENEFITS_GAP, do="withdraw") == 303
    assert "1 law gap" in words(client.get(f"{posting}/review").text)


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"name": "Ada Moreno"}, "Say in a few words why this does not apply."),
        ({"reason": "Nobody works there."}, "Give the name of the person who signs this off."),
        ({"reason": "x" * 501, "name": "Ada"}, "A reason holds at most 500 characters"),
    ],
)
def test_a_sign_off_without_its_reason_or_name_is_asked_for_again(
    client: FlaskClient, said: dict[str, str], says: str
) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"benefits": ""}))

    again = client.post(f"{posting}/review/answers", data={"finding": BENEFITS_GAP} | said)

    assert again.status_code == 422
    assert says in words(again.text)
    for typed in said.values():
        assert f'value="{typed}"' in again.text


def test_a_finding_on_wording_leads_to_its_line(client: FlaskClient) -> None:
    posting = rockstar(client)

    page = client.get(f"{posting}/review").text

    assert "“rockstar”" in section(page, "wording")
    assert f'href="{posting}?edit=must.risk#line-must.risk"' in page


def test_one_press_mends_the_line(client: FlaskClient) -> None:
    posting = rockstar(client)
    page = client.get(f"{posting}/review").text

    mended = client.post(f"{posting}/review/line", data={"version": version_of(page), "do": buttons(page)["“expert”"]})

    assert mended.status_code == 303
    assert "You are an expert of risk." in words(client.get(posting).text)


def test_a_press_on_an_older_version_changes_nothing(client: FlaskClient) -> None:
    posting = rockstar(client)
    page = client.get(f"{posting}/review").text
    press = {"version": "1", "do": buttons(page)["“expert”"]}

    told = client.post(f"{posting}/review/line", data=press, follow_redirects=True)

    assert "changed in another window" in words(told.text)
    assert "rockstar" in words(told.text)


def test_a_finding_that_was_set_aside_stays_so(client: FlaskClient) -> None:
    posting = rockstar(client)

    assert answer(client, posting, "wording:title-ninja", reason="It is the name of our band.") == 303

    page = client.get(f"{posting}/review").text
    assert "“rockstar”" not in section(page, "wording")
    assert "It is the name of our band. Set aside on" in words(page)


def test_what_changed_in_the_law_is_told_on_the_review_and_on_old_versions(client: FlaskClient) -> None:
    posting = rockstar(client)

    for path, since in (("/review", "it was saved"), ("/versions/1", "this version was saved")):
        page = words(client.get(posting + path).text)
        assert f"What changed in the law since {since}" in page
        assert "Nothing: the law asks of it today what it asked on" in page


def test_the_review_of_a_saved_posting_is_kept_out_of_search(client: FlaskClient) -> None:
    answer_page = client.get(f"{a_saved_posting(client)}/review")

    assert "noindex" in answer_page.headers["X-Robots-Tag"]


def test_there_is_no_review_of_a_posting_that_does_not_exist(client: FlaskClient) -> None:
    assert client.get("/postings/nowhere/review").status_code == 404
    assert answer(client, "/postings/nowhere", BENEFITS_GAP, reason="x", name="y") == 404


def test_a_button_that_the_review_did_not_make_is_refused(client: FlaskClient) -> None:
    posting = rockstar(client)

    for press in ("", "nonsense", "[1]", '["must.risk", "0", "a", "b"]', "[" * 100_000):
        assert client.post(f"{posting}/review/line", data={"do": press}).status_code == 404


def test_answers_go_with_their_posting(client: FlaskClient) -> None:
    posting = a_saved_posting(client, **(COLORADO | {"benefits": ""}))
    answer(client, posting, BENEFITS_GAP, reason="They are in the offer.", name="Ada Moreno")

    assert client.post(f"{posting}/delete").status_code == 303
    assert client.get(f"{posting}/review").status_code == 404


def test_the_marks_of_a_saved_posting_are_numbered_as_its_findings(client: FlaskClient) -> None:
    page = client.get(f"{rockstar(client)}/review").text

    for number in re.findall(r'id="at-(\d+)"', page):
        assert f'id="finding-{number}"' in page


def test_a_posting_without_an_address_is_asked_where_to_apply(client: FlaskClient) -> None:
    without = client.get(f"{a_saved_posting(client, apply_to='')}/review").text
    with_one = client.get(f"{a_saved_posting(client)}/review").text

    assert "Nothing says where to apply" in section(without, "structure")
    assert "Nothing says where to apply" not in section(with_one, "structure")


def test_what_head_counts_decide_is_named_as_on_all_pages(client: FlaskClient) -> None:
    remote = {"places": "United States", "work_mode": "remote", "benefits": ""}

    law = section(client.get(f"{a_saved_posting(client, **remote)}/review").text, "law")

    assert "Places: United States, remote." in law
    assert "other compensation" not in law
    assert "benefits summary" not in law


def test_a_line_of_a_saved_posting_is_taken_out_whole(client: FlaskClient) -> None:
    posting = a_saved_posting(client)
    version = version_of(client.get(posting).text)
    edit = {"action": "edit", "item": "must.risk", "text": "US citizens only.", "version": version}
    assert client.post(f"{posting}/lines", data=edit).status_code == 303
    page = client.get(f"{posting}/review").text

    press = {"do": buttons(page)["Take the line out"], "version": version_of(page)}
    assert client.post(f"{posting}/review/line", data=press).status_code == 303

    assert "line-must.risk" not in client.get(posting).text
