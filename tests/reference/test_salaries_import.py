"""Official files become our tables, or are refused with the reason. The files are made up in the official shape."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.core.errors import DomainError
from app.reference.salaries_import import ashe, lca, oews, oflc, tables


def written_csv(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    return path


def written_workbook(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


# -- OFLC

WAGES_HEAD = ["Area", "SocCode", "GeoLvl", "Level1", "Level2", "Level3", "Level4", "Average", "Label"]
GEOGRAPHY = [
    ["Area", "AreaName", "StateAb", "State", "CountyTownName"],
    ["10900", "Allentown-Bethlehem-Easton, PA-NJ", "NJ", "New Jersey", "Warren County"],
    ["10900", "Allentown-Bethlehem-Easton, PA-NJ", "PA", "Pennsylvania", "Lehigh County"],
]


def oflc_zip(
    folder: Path, levels: Sequence[object] = ("30.00", "40.00", "50.00", "60.00"), name: str = "OFLC_Wages_2025-26.zip"
) -> Path:
    wages = [
        WAGES_HEAD,
        *(["10900", soc, "1", *levels, "50.00", ""] for soc in oflc.OCCUPATIONS),
        ["10900", "29-1141", "1", "1", "2", "3", "4", "", ""],
    ]
    inner = {"ALC_Export.csv": wages, "Geography.csv": GEOGRAPHY}
    with zipfile.ZipFile(folder / name, "w") as archive:
        for file, rows in inner.items():
            archive.write(written_csv(folder / file, rows), f"OFLC_Wages/{file}")
    return folder / name


def test_prevailing_wages_are_read_from_the_official_zip(tmp_path: Path) -> None:
    found = oflc.wages(oflc_zip(tmp_path), "2025-26", "s")

    assert len(found.rows) == len(oflc.OCCUPATIONS)
    assert [found.rows[0][level] for level in ("l1", "l4")] == ["30.00", "60.00"]


def test_an_area_lies_first_in_the_state_that_its_name_puts_first(tmp_path: Path) -> None:
    found = oflc.areas(oflc_zip(tmp_path), "s")

    assert [(row["area"], row["states"]) for row in found.rows] == [("10900", "PA NJ")]


def test_a_wage_that_is_not_published_is_named_and_left_out(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="holds no wages for the occupation"):
        oflc.wages(oflc_zip(tmp_path, ("", "", "", "")), "2025-26", "s")


def test_levels_that_fall_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="do not rise"):
        oflc.wages(oflc_zip(tmp_path, ("30.00", "20.00", "50.00", "60.00")), "2025-26", "s")


def test_a_file_of_another_wage_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="its name says wage year 2024-25, not 2025-26"):
        oflc.wages(oflc_zip(tmp_path, name="OFLC_Wages_2024-25.zip"), "2025-26", "s")


def test_wages_without_their_geography_are_refused(tmp_path: Path) -> None:
    alone = written_csv(tmp_path / "ALC_Export.csv", [WAGES_HEAD])

    with pytest.raises(DomainError, match=r"needs Geography\.csv"):
        oflc.areas(alone, "s")


# -- OEWS

OEWS_HEAD = ["AREA", "AREA_TITLE", "AREA_TYPE", "I_GROUP", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "A_MEAN"]
OEWS_HEAD += ["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"]


def oews_book(folder: Path, cell: object = 90, area_type: str = "1", name: str = "national_M2025_dl.xlsx") -> Path:
    rows = [
        ["99", "U.S.", area_type, "cross-industry", soc, "Title", "detailed", 1000, 50, 10, 25, 50, 75, cell]
        for soc in oews.OCCUPATIONS
    ]
    return written_workbook(folder / name, {"national_M2025_dl": [OEWS_HEAD, *rows]})


def test_percentiles_are_read_from_the_official_workbook(tmp_path: Path) -> None:
    found = oews.percentiles(oews_book(tmp_path), 2025, "s")

    assert len(found.rows) == len(oews.OCCUPATIONS)
    assert (found.rows[0]["p10"], found.rows[0]["p90"]) == ("10", "90")


@pytest.mark.parametrize(("mark", "meaning"), [("#", "highest wage"), ("*", "not released"), ("**", "no employment")])
def test_a_withheld_cell_keeps_its_mark_and_is_named(mark: str, meaning: str, tmp_path: Path) -> None:
    found = oews.percentiles(oews_book(tmp_path, mark), 2025, "s")

    assert {row["p90"] for row in found.rows} == {mark}
    assert all(meaning in remark and "p90" in remark for remark in found.remarks)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"cell": "n/a"}, "'n/a' is no annual wage"),
        ({"area_type": "4"}, "not the national cross-industry file"),
        ({"name": "national_M2024_dl.xlsx"}, "its name says May 2024, not May 2025"),
    ],
)
def test_a_wrong_survey_file_is_refused_with_the_reason(changed: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match=said) as refusal:
        oews.percentiles(oews_book(tmp_path, **changed), 2025, "s")

    assert refusal.value.code == "bad_file"


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    book = written_workbook(tmp_path / "x.xlsx", {"a": [[name for name in OEWS_HEAD if name != "A_MEDIAN"]]})

    with pytest.raises(DomainError, match="the column A_MEDIAN is missing"):
        oews.percentiles(book, 2025, "s")


# -- LCA

LCA_HEAD = ["CASE_STATUS", "VISA_CLASS", "FULL_TIME_POSITION", "EMPLOYER_NAME", "JOB_TITLE", "SOC_CODE"]
LCA_HEAD += ["WORKSITE_STATE", "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY"]


def filing(**changed: object) -> list[object]:
    usual: dict[str, object] = dict(
        zip(
            LCA_HEAD,
            [
                "Certified",
                "H-1B",
                "Y",
                "Acme Web, Inc.",
                "Sr. Technical Program Manager",
                "15-1299.09",
                "CA",
                "170000",
                "Year",
            ],
            strict=True,
        )
    )
    return list((usual | changed).values())


def filings(folder: Path, *rows: list[object]) -> Path:
    return written_workbook(folder / "LCA_Disclosure_Data_FY2024_Q1.xlsx", {"data": [LCA_HEAD, *rows]})


def test_a_filing_keeps_no_employer_s_name(tmp_path: Path) -> None:
    found = lca.filings(filings(tmp_path, filing()), "2024-Q1", "s")

    (row,) = found.rows
    assert (row["title"], row["state"], row["annual"]) == ("sr technical program manager", "CA", "170000")
    assert "acme" not in " ".join(row.values()).lower()


def test_companies_of_one_group_share_a_key(tmp_path: Path) -> None:
    path = filings(tmp_path, filing(), filing(EMPLOYER_NAME="ACME CLOUD LLC"), filing(EMPLOYER_NAME="Other"))

    found = lca.filings(path, "2024-Q1", "s").rows

    assert len({row["employer"] for row in found}) == 3
    assert len({row["group"] for row in found}) == 2


@pytest.mark.parametrize(
    ("wage", "unit", "annual"),
    [
        ("80.00", "Hour", "166400"),
        ("3000", "Week", "156000"),
        ("6,000", "Bi-Weekly", "156000"),
        ("$12,000", "Month", "144000"),
    ],
)
def test_pay_of_every_unit_becomes_a_year_s(wage: str, unit: str, annual: str, tmp_path: Path) -> None:
    path = filings(tmp_path, filing(WAGE_RATE_OF_PAY_FROM=wage, WAGE_UNIT_OF_PAY=unit))

    assert lca.filings(path, "2024-Q1", "s").rows[0]["annual"] == annual


@pytest.mark.parametrize(
    "changed",
    [
        {"CASE_STATUS": "Denied"},
        {"FULL_TIME_POSITION": "N"},
        {"VISA_CLASS": "H-2A"},
        {"JOB_TITLE": "Software Engineer", "SOC_CODE": "15-1252.00"},
    ],
)
def test_filings_that_do_not_count_are_left_out(changed: dict[str, str], tmp_path: Path) -> None:
    found = lca.filings(filings(tmp_path, filing(), filing(**changed)), "2024-Q1", "s")

    assert len(found.rows) == 1


def test_slips_of_the_unit_are_left_out_and_counted(tmp_path: Path) -> None:
    path = filings(tmp_path, filing(), filing(WAGE_UNIT_OF_PAY="Hour"), filing(WAGE_UNIT_OF_PAY="Fortnight"))

    found = lca.filings(path, "2024-Q1", "s")

    assert len(found.rows) == 1
    assert len(found.remarks) == 2


def test_a_long_file_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[int] = []
    path = written_csv(tmp_path / "lca.csv", [LCA_HEAD, *[filing()] * (tables.PROGRESS_EVERY + 1)])

    lca.filings(path, "2024-Q1", "s", progress=told.append)

    assert told == [tables.PROGRESS_EVERY]


def test_a_file_of_another_quarter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="its name says 2024-Q1, not 2024-Q2"):
        lca.filings(filings(tmp_path, filing()), "2024-Q2", "s")


# -- ASHE

ASHE_HEAD = [
    "Description",
    "Code",
    "(thousand)",
    "Median",
    "change",
    "Mean",
    "change",
    10,
    20,
    25,
    30,
    40,
    60,
    70,
    75,
    80,
    90,
]


def ashe_book(
    folder: Path,
    *rows: list[object],
    title: str = "Annual pay - Gross (£) - For full-time employee jobs: United Kingdom, 2025",
) -> Path:
    cells = [["Table 14.7a " + title], [], [], [], ASHE_HEAD, *rows]
    return written_workbook(folder / "Table 14.7a   Annual pay - Gross 2025.xlsx", {"All": cells, "Full-Time": cells})


def uk_row(description: str = "IT project managers", median: object = 59_000, last: object = 92_000) -> list[object]:
    return [
        description,
        "2131",
        45,
        median,
        2.1,
        61_000,
        1.9,
        39_000,
        44_000,
        47_000,
        50_000,
        55_000,
        62_000,
        68_000,
        73_000,
        78_000,
        last,
    ]


def test_uk_pay_is_read_from_the_official_workbook(tmp_path: Path) -> None:
    found = ashe.wages(ashe_book(tmp_path, ["Nurses", "2231"], uk_row()), 2025, "s")

    (row,) = found.rows
    assert (row["region"], row["p10"], row["p50"], row["p90"], row["period"]) == (
        "GB",
        "39000",
        "59000",
        "92000",
        "YEAR",
    )


def test_table_15_gives_the_countries_of_the_kingdom(tmp_path: Path) -> None:
    book = ashe_book(tmp_path, uk_row("Scotland, IT project managers"), uk_row("Rutland, IT project managers"))

    assert [row["region"] for row in ashe.wages(book, 2025, "s").rows] == ["GB-SCT"]


def test_the_zip_of_a_table_works_too(tmp_path: Path) -> None:
    book = ashe_book(tmp_path, uk_row())
    with zipfile.ZipFile(tmp_path / "ashetable142025.zip", "w") as archive:
        archive.write(book, book.name)

    assert len(ashe.wages(tmp_path / "ashetable142025.zip", 2025, "s").rows) == 1


@pytest.mark.parametrize("mark", list(ashe.WITHHELD))
def test_withheld_uk_pay_is_named_and_left_out(mark: str, tmp_path: Path) -> None:
    found = ashe.wages(ashe_book(tmp_path, uk_row(last=mark)), 2025, "s")

    assert found.rows[0]["p90"] == ""
    assert "p90" in found.remarks[0]


@pytest.mark.parametrize(
    ("title", "said"),
    [("Weekly pay - Gross (£), 2025", "not annual gross pay"), ("Annual pay - Gross (£), 2023", "does not say 2025")],
)
def test_another_uk_table_or_year_is_refused(title: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match=said):
        ashe.wages(ashe_book(tmp_path, uk_row(), title=title), 2025, "s")


# -- any file


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"no workbook", "is not an Excel workbook"),
        ("a.zip", b"no zip", "is not a ZIP file"),
        ("a.pdf", b"%PDF", "cannot be read"),
        ("a.csv", b"", "is missing"),
    ],
)
def test_a_file_of_the_wrong_kind_is_refused_with_the_reason(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(DomainError, match=said):
        oews.percentiles(tmp_path / name, 2025, "s")


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="there is no such file"):
        oews.percentiles(tmp_path / "none.csv", 2025, "s")
