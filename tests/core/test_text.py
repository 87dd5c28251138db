"""Typed text is made safe: nothing invisible stays, nothing visible is lost."""

from __future__ import annotations

import pytest

from app.core.text import clean, clean_values


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
