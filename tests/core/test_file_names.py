"""Names of files that people take away."""

from __future__ import annotations

import pytest

from app.core.file_names import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Senior Program Manager", "senior-program-manager"),
        ("../../etc/passwd", "etc-passwd"),
        ("Größe “Zürich”\r\nX: y", "groe-zurich-x-y"),
        ("日本語", "posting"),
        ("CON", "con"),
        ("a" * 200, "a" * 60),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "posting") == name
