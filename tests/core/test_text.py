"""Typed text is made safe: nothing invisible stays, nothing visible is lost."""

from __future__ import annotations

import pytest

from app.core.text import clean, clean_values, from_json, whole_number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("two\r\nlines\tand a tab", "two\nlines\tand a tab"),
        ("null\x00 bell\x07", "null bell"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202egnp.exe", "gnp.exe"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("cafe\u0301", "café"),
        ("👩\u200d💻 at work", "👩\u200d💻 at work"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("عربي עברית 日本語 🚀", "عربي עברית 日本語 🚀"),
    ],
)
def test_only_what_nobody_can_see_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed).text == kept


def test_what_was_taken_out_is_counted() -> None:
    assert clean("a\u200b\u200bb").removed == 2
    assert clean("ab\r\n").removed == 0


def test_every_text_of_a_file_s_content_is_cleaned_and_all_else_stays() -> None:
    content = {"na\x00me": ["a\ud800b", 12, None], "deep": {"er": "x\u202ey"}}

    assert clean_values(content) == {"name": ["ab", 12, None], "deep": {"er": "xy"}}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("000", 0),
        ("0012", 12),
        ("99", 99),
        ("100", None),
        ("9" * 5_000, None),
        ("0" * 5_000 + "7", 7),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("²", None),
    ],
)
def test_a_whole_number_is_read_up_to_the_most_that_fits(written: str, number: int | None) -> None:
    assert whole_number(written, 99) == number


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "NaN",
        '{"pay": Infinity}',
        "[" * 100_000,
        "[" * 51 + "]" * 51,
        '{"a":' * 60 + "1" + "}" * 60,
        "9" * 5_000,
        b"\xff\xfe\x00",
    ],
    ids=lambda written: repr(written[:12]),
)
def test_what_is_no_json_or_too_deep_is_refused_in_one_way(written: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json(written)


def test_json_is_read_as_it_stands() -> None:
    assert from_json(b'{"a": [1, 2.5, null, "\xc3\xa9"]}') == {"a": [1, 2.5, None, "é"]}
    assert from_json("[" * 50 + "]" * 50) is not None
