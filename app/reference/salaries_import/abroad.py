"""Pay outside of the US, and rates: published files of several countries turned into our tables.

Each function reads the columns of one publication; `READERS` names them for the command line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import log, sqrt
from pathlib import Path
from statistics import median, pstdev, quantiles, stdev

import pycountry

from app.reference.salaries_import.tables import Imported, Row, bad_file, quiet, rows_of, sheet

PUBLISHED_COLUMNS = (
    "region", "families", "levels", "occupation", "month", "period", "currency",
    "p10", "p25", "p50", "p75", "p90", "people", "basis", "note", "source",
)  # fmt: skip
EFFECT_COLUMNS = ("region", "people", "ratio", "error", "between", "source")
RANGE_COLUMNS = ("year", "level", "track", "country", "remote", "low", "high", "source")
RATE_COLUMNS = ("month", "currency", "per_dollar", "source")
PARITY_COLUMNS = ("area", "name", "index", "source")

FEWEST_ANSWERS = 30  # survey answers below which a country has no effect of its own
FEWEST_OF_A_ROLE = 20
EU = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]
EUROPE = [*EU, "GB", "CH", "NO", "IS", "UA", "RS", "BA", "ME", "MK", "AL", "MD"]
_ALL_FAMILIES = "technical_program_manager technical_project_manager it_project_manager"


def published_row(**values: object) -> Row:
    return {column: str(values.get(column, "")) for column in PUBLISHED_COLUMNS}


# -- Singapore, Ministry of Manpower: Occupational Wages, table 4 (one sheet an industry)

SG_OCCUPATION = "24213"
SG_SHEETS = {"T4": "all industries", "T4.6": "information and communications"}


def singapore(path: Path, source: str) -> Imported:
    """Monthly gross wages of full-time residents; the year stands in the sheet's title."""
    rows = []
    for name, industry in SG_SHEETS.items():
        cells = sheet(path, name)
        title = " ".join(str(cell) for row in cells[:4] for cell in row if cell)
        year = re.search(r"JUNE\s+(20\d\d)", title.upper())
        found = [row for row in cells if len(row) > 8 and str(row[1]).strip() == SG_OCCUPATION]
        if not year or len(found) != 1:
            raise bad_file(path, f"sheet {name} is not table 4 of the Occupational Wages (no row {SG_OCCUPATION}).")
        occupation = f"{str(found[0][2]).strip()}, {industry} (SSOC {SG_OCCUPATION})"
        rows.append(
            published_row(
                region="SG",
                families=_ALL_FAMILIES if name == "T4.6" else "",
                occupation=occupation,
                month=f"{year.group(1)}-06",
                period="MONTH",
                currency="SGD",
                p25=found[0][6],
                p50=found[0][7],
                p75=found[0][8],
                basis="gross",
                note="Full-time residents. The occupation is named business and financial project management; "
                "project managers of technology firms are filed there.",
                source=source,
            )
        )
    return Imported(tuple(rows))


# -- Canada, Job Bank wages: low (10th percentile), median, high (90th percentile) by economic region

CA_OCCUPATION = "20012"
CA_PROVINCES = {
    "ER00": "CA", "ER10": "CA-NL", "ER11": "CA-PE", "ER12": "CA-NS", "ER13": "CA-NB", "ER24": "CA-QC", "ER35": "CA-ON",
    "ER46": "CA-MB", "ER47": "CA-SK", "ER48": "CA-AB", "ER59": "CA-BC",
}  # fmt: skip


def canada(path: Path, source: str) -> Imported:
    names = {
        "region": ("ER_Code",),
        "occupation": ("NOC_2021",),
        "title": ("NOC_Title_2021",),
        "low": ("Low_Wage_2024",),
        "middle": ("Median_Wage_2024",),
        "high": ("High_Wage_2024",),
    }
    rows = [
        published_row(
            region=CA_PROVINCES[row["region"]],
            families=_ALL_FAMILIES,
            occupation=f"{row['title'].capitalize()} (NOC {CA_OCCUPATION})",
            month="2024-06",
            period="HOUR",
            currency="CAD",
            p10=row["low"],
            p50=row["middle"],
            p90=row["high"],
            basis="base",
            note="The occupation also holds managers of information systems departments, who earn more than most TPMs.",
            source=source,
        )
        for row in rows_of(path, names)
        if row["occupation"] == CA_OCCUPATION and row["region"] in CA_PROVINCES
    ]
    if not rows:
        raise bad_file(path, f"holds no row of occupation {CA_OCCUPATION}.")
    return Imported(tuple(sorted(rows, key=lambda row: row["region"])))


# -- Germany, Federal Employment Agency: Entgeltatlas, censored at the contribution ceiling

DE_OCCUPATION = "43394"
DE_CENSORED = "-2"


def germany(path: Path, source: str) -> Imported:
    names = {name: (name,) for name in ("kldb", "occupation", "region", "ceiling_eur_month", "p25", "p50", "p75", "n")}
    for row in rows_of(path, names):
        if row["kldb"] == DE_OCCUPATION and row["region"] == "Deutschland":
            cells = {
                name: f">{row['ceiling_eur_month']}" if row[name] == DE_CENSORED else row[name]
                for name in ("p25", "p50", "p75")
            }
            return Imported(
                (
                    published_row(
                        region="DE",
                        families=_ALL_FAMILIES,
                        occupation="Management in IT networks, coordination and organization (KldB 43394)",
                        month="2023-12",
                        period="MONTH",
                        currency="EUR",
                        **cells,
                        people=row["n"],
                        basis="gross",
                        note="The agency publishes nothing above the contribution ceiling of 7,100 EUR a month, so the "
                        "median is only known to lie above it. The occupation holds IT project leads among others.",
                        source=source,
                    ),
                )
            )
    raise bad_file(path, f"holds no row of occupation {DE_OCCUPATION} for Deutschland.")


# -- Ukraine, DOU.ua salary survey: net USD a month, raw answers

UA_LEVELS = {
    "Junior": "L1 L2",
    "Middle": "L3",
    "Senior": "L4",
    "Lead / Team Lead": "L5",
    "Head": "L6",
}


def ukraine(path: Path, source: str) -> Imported:
    """Quartiles of project managers by the title that they gave; nothing of a single answer is kept."""
    names = {
        "pay": ("ЗАРПЛАТА / СУМАРНИЙ ДОХІД в IT у $$$ за місяць, лише ставка \nЧИСТИМИ - після сплати податків",),
        "level": ("Тайтл",),
        "position": ("Почніть вводити і оберіть вашу ОСНОВНУ посаду зі списку",),
        "when": ("Submitted at",),
    }
    answers: dict[str, list[float]] = defaultdict(list)
    months = set()
    for row in rows_of(path, names):
        if row["level"] in UA_LEVELS and row["pay"]:
            answers[row["level"]].append(float(row["pay"]))
            months.add(row["when"][:7])
    if not answers:
        raise bad_file(path, "holds no answer of a project manager with a title.")
    rows, remarks = [], []
    for level, values in answers.items():
        if len(values) < 8:
            remarks.append(f"{level}: {len(values)} answers are too few for quartiles.")
            continue
        low, middle, high = quantiles(values, n=4, method="inclusive")
        rows.append(
            published_row(
                region="UA",
                families=_ALL_FAMILIES,
                levels=UA_LEVELS[level],
                occupation=f"Project and delivery managers, {level}",
                month=max(months),
                period="MONTH",
                currency="USD",
                p25=f"{low:.0f}",
                p50=f"{middle:.0f}",
                p75=f"{high:.0f}",
                people=len(values),
                basis="net",
                note="Answers of readers of DOU.ua, after tax; most work through the simplified tax scheme.",
                source=source,
            )
        )
    return Imported(tuple(sorted(rows, key=lambda row: row["levels"])), tuple(remarks))


# -- Stack Overflow survey: how a country's pay compares with the US for the same role

_SO_NAMES = {
    "United States of America": "US",
    "United Kingdom of Great Britain and Northern Ireland": "GB",
    "Iran, Islamic Republic of...": "IR",
    "Hong Kong (S.A.R.)": "HK",
    "Turkey": "TR",
    "Czech Republic": "CZ",
    "Russian Federation": "RU",
    "South Korea": "KR",
    "Venezuela, Bolivarian Republic of...": "VE",
    "Viet Nam": "VN",
}


def country_effects(path: Path, source: str) -> Imported:
    """The median, over a country's answers, of pay against the US median of the same role."""
    names = {
        "pay": ("ConvertedCompYearly", "salary"),
        "country": ("Country",),
        "role": ("DevType", "PrimaryRole"),
    }
    answers = [
        (row["country"], row["role"].partition(";")[0], log(float(row["pay"])))
        for row in rows_of(path, names, progress=quiet)
        if row["pay"] not in ("", "NA") and row["role"]
    ]
    in_us: dict[str, list[float]] = defaultdict(list)
    for country, role, pay in answers:
        if _SO_NAMES.get(country) == "US":
            in_us[role].append(pay)
    middle = {role: median(values) for role, values in in_us.items() if len(values) >= FEWEST_OF_A_ROLE}
    if not middle:
        raise bad_file(path, "holds no answers from the United States.")
    gaps: dict[str, list[float]] = defaultdict(list)
    unnamed = set()
    for country, role, pay in answers:
        code = _code(country)
        if code is None:
            unnamed.add(country)
        elif role in middle and code != "US":
            gaps[code].append(pay - middle[role])
    rows = [_effect(code, values, 0.0, source) for code, values in gaps.items() if len(values) >= FEWEST_ANSWERS]
    for union, members in (("EU", EU), ("EUROPE", EUROPE)):
        own = [gaps[code] for code in members if len(gaps.get(code, ())) >= FEWEST_ANSWERS]
        between = pstdev([median(values) for values in own]) if own else 0.0
        rows.append(_effect(union, [gap for values in own for gap in values], between, source))
    remarks = [f"The country {name!r} has no code and was left out." for name in sorted(unnamed)]
    return Imported(tuple(sorted(rows, key=lambda row: row["region"])), tuple(remarks))


def _effect(code: str, values: list[float], between: float, source: str) -> Row:
    # The standard error of a median is about 1.25 times that of a mean.
    error = 1.2533 * stdev(values) / sqrt(len(values))
    return {
        "region": code,
        "people": str(len(values)),
        "ratio": f"{median(values):.4f}",
        "error": f"{error:.4f}",
        "between": f"{between:.4f}",
        "source": source,
    }


def _code(country: str) -> str | None:
    if country in _SO_NAMES:
        return _SO_NAMES[country]
    found = pycountry.countries.get(name=country) or pycountry.countries.get(common_name=country)
    return found.alpha_2 if found else None


# -- isecjobs: advertised ranges, whose ends stand as two rows

_ISEC_LEVELS = {"EN": "L1 L2", "MI": "L3", "SE": "L4 L5", "EX": "L6"}


def posted_ranges(path: Path, source: str) -> Imported:
    columns = ("work_year", "experience_level", "job_title", "company_location", "remote_ratio", "salary_currency")
    names = {name: (name,) for name in (*columns, "X_GROUP", "X_PAIRED", "X_LOW", "X_HIGH")}
    ranges: dict[str, Row] = {}
    for row in rows_of(path, names):
        if row["X_PAIRED"] == "True" and row["salary_currency"] == "USD":
            ranges[row["X_GROUP"]] = {
                "year": row["work_year"],
                "level": _ISEC_LEVELS[row["experience_level"]],
                "track": "program" if "Program" in row["job_title"] else "project",
                "country": row["company_location"],
                "remote": "yes" if row["remote_ratio"] == "100" else "no",
                "low": row["X_LOW"].removesuffix(".0"),
                "high": row["X_HIGH"].removesuffix(".0"),
                "source": source,
            }
    if not ranges:
        raise bad_file(path, "holds no range in USD whose two ends stand together.")
    return Imported(tuple(sorted(ranges.values(), key=lambda row: tuple(row.values()))))


# -- exchange rates (monthly, units for one US dollar) and US price parities

_CURRENCIES = {
    "Australia": "AUD", "Brazil": "BRL", "Canada": "CAD", "China": "CNY", "Denmark": "DKK", "Euro": "EUR",
    "Hong Kong": "HKD", "India": "INR", "Japan": "JPY", "Malaysia": "MYR", "Mexico": "MXN", "New Zealand": "NZD",
    "Norway": "NOK", "Singapore": "SGD", "South Africa": "ZAR", "South Korea": "KRW", "Sri Lanka": "LKR",
    "Sweden": "SEK", "Switzerland": "CHF", "Taiwan": "TWD", "Thailand": "THB", "United Kingdom": "GBP",
}  # fmt: skip
FIRST_RATE = "2021-05"


def exchange_rates(path: Path, source: str) -> Imported:
    names = {"date": ("Date",), "country": ("Country",), "rate": ("Exchange rate",)}
    rows = [
        {
            "month": row["date"][:7],
            "currency": _CURRENCIES[row["country"]],
            "per_dollar": row["rate"],
            "source": source,
        }
        for row in rows_of(path, names)
        if row["country"] in _CURRENCIES and row["date"][:7] >= FIRST_RATE and row["rate"]
    ]
    if not rows:
        raise bad_file(path, f"holds no monthly rate from {FIRST_RATE} on.")
    return Imported(tuple(sorted(rows, key=lambda row: (row["currency"], row["month"]))))


def price_parities(path: Path, source: str) -> Imported:
    names = {"area": ("GeoFIPS",), "name": ("GeoName",), "what": ("Description",), "index": ("RPP_2023", "RPP 2023")}
    rows = [
        {"area": row["area"], "name": row["name"], "index": row["index"], "source": source}
        for row in rows_of(path, names)
        if row["what"].strip().startswith("RPPs: All items")
    ]
    if not rows:
        raise bad_file(path, "holds no row 'RPPs: All items'.")
    return Imported(tuple(rows))


Reader = Callable[[Path, str], Imported]
# name -> (reader, our table, its columns, source id)
READERS: Mapping[str, tuple[Reader, str, Iterable[str], str]] = {
    "singapore": (singapore, "published/sg.csv", PUBLISHED_COLUMNS, "mom-wages-2024"),
    "canada": (canada, "published/ca.csv", PUBLISHED_COLUMNS, "job-bank-2024"),
    "germany": (germany, "published/de.csv", PUBLISHED_COLUMNS, "ba-entgeltatlas-2023"),
    "ukraine": (ukraine, "published/ua.csv", PUBLISHED_COLUMNS, "dou-2025-06"),
    "stackoverflow": (country_effects, "stackoverflow-2025/countries.csv", EFFECT_COLUMNS, "stackoverflow-2025"),
    "isecjobs": (posted_ranges, "posted-ranges.csv", RANGE_COLUMNS, "isecjobs-2025"),
    "exchange-rates": (exchange_rates, "exchange-rates.csv", RATE_COLUMNS, "federal-reserve-rates"),
    "price-parities": (price_parities, "price-parities.csv", PARITY_COLUMNS, "bea-rpp-2023"),
}
