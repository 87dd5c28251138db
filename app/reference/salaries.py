"""Reads `data/salaries/`: all tables that a look-up rests on, and what the offline fit is given."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import pycountry

from app.core.errors import DataError, DomainError
from app.core.salaries.ageing import Month, WageIndex
from app.core.salaries.evidence import WITHHELD, Area, Filing, PrevailingWage, SurveyWages
from app.core.salaries.filings_model import PERCENTILES, PayModel
from app.core.salaries.money import Exchange
from app.core.salaries.published import ArticleFigure, CountryEffect, PostedRange, PublishedPay
from app.core.salaries.query import FAMILIES, LEVELS, PERIODS
from app.core.salaries.regions import Region, Regions, regions
from app.core.salaries.tables import PayTables
from app.core.sources import Source
from app.reference import titles
from app.reference.yaml_files import Node, read

T = TypeVar("T")
Row = Mapping[str, str]


def load(folder: Path, model: PayModel, sources: Mapping[str, Source]) -> PayTables:
    """Raises `DataError` that names file and line."""
    settings = _settings(folder)
    areas = load_areas(folder)
    surveys = load_surveys(folder)
    wages: dict[str, list[PrevailingWage]] = defaultdict(list)
    for wage in load_wages(folder):
        wages[wage.area].append(wage)
    tables = PayTables(
        model=model,
        titles=titles.load(folder / "title_map.yaml"),
        index=_index(settings["index"], surveys),
        exchange=_exchange(folder),
        regions=_regions(folder, areas),
        areas={area.region: area for area in areas},
        wages={area: tuple(found) for area, found in wages.items()},
        surveys=surveys,
        published=tuple(
            row for path in sorted((folder / "published").glob("*.csv")) for row in _rows(path, _published)
        ),
        effects={row.region: row for row in _rows(folder / "stackoverflow-2025" / "countries.csv", _effect)},
        posted=tuple(_rows(folder / "posted-ranges.csv", _posted)),
        articles=read(folder / "articles.yaml").each(_article, least=1),
        parities=dict(_rows(folder / "price-parities.csv", lambda row: (row["area"], float(row["index"])))),
        own_currency=_own_currencies(folder),
        filings_source=settings["filings"]["source"].text(),
        sources=sources,
        periods={key: node.text() for key, node in settings["periods"].items()},
    )
    _check_sources(tables)
    return tables


def _check_sources(tables: PayTables) -> None:
    cited = {tables.filings_source, *tables.periods, tables.exchange.publication}
    cited |= {row.source for row in tables.surveys} | {row.source for row in tables.published}
    cited |= {row.source for row in tables.posted} | {row.source for row in tables.articles}
    cited |= {row.source for row in tables.effects.values()}
    cited |= {wage.source for wages in tables.wages.values() for wage in wages}
    unknown = sorted(cited - set(tables.sources))
    if unknown:
        raise DataError(f"data/salaries: the source {unknown[0]!r} is not in data/sources/.")


# -- what the offline fit needs


def load_filings(folder: Path) -> tuple[Filing, ...]:
    return tuple(_rows(folder / "us-lca.csv", _filing))


def load_wages(folder: Path) -> tuple[PrevailingWage, ...]:
    return tuple(_rows(folder / "us-oflc.csv", _wage))


def load_areas(folder: Path) -> tuple[Area, ...]:
    return tuple(
        _rows(folder / "us-areas.csv", lambda row: Area(row["area"], row["name"], tuple(row["states"].split())))
    )


def load_surveys(folder: Path) -> tuple[SurveyWages, ...]:
    return tuple(_rows(folder / "us-oews.csv", _survey))


def filings_month(folder: Path) -> str:
    return _settings(folder)["filings"]["month"].text()


# -- rows


def _rows(path: Path, make: Callable[[Row], T]) -> Iterator[T]:
    shown = "/".join(path.parts[path.parts.index("data") :]) if "data" in path.parts else path.name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file, strict=True), start=2):
                if None in row or None in row.values():
                    raise DataError(f"{shown}, line {line}: it has not as many cells as there are columns.")
                try:
                    yield make(row)
                except KeyError as error:
                    raise DataError(f"{shown}: the column {error} is missing.") from error
                except (ValueError, DomainError) as error:
                    raise DataError(f"{shown}, line {line}: {error}") from error
    except FileNotFoundError:
        raise DataError(f"{shown}: the file is missing.") from None


def _filing(row: Row) -> Filing:
    return Filing(
        row["period"], row["employer"], row["group"], row["title"], row["soc"], row["state"], int(row["annual"]),
        row["source"],
    )  # fmt: skip


def _wage(row: Row) -> PrevailingWage:
    hourly = (float(row["l1"]), float(row["l2"]), float(row["l3"]), float(row["l4"]))
    return PrevailingWage(row["wage_year"], row["soc"], row["area"], hourly, row["source"])


def _survey(row: Row) -> SurveyWages:
    cells = {name: row[name] for name in ("mean", *(f"p{p}" for p in PERCENTILES))}
    withheld = {name: cell for name, cell in cells.items() if cell in WITHHELD}
    return SurveyWages(
        year=int(row["year"]),
        soc=row["soc"],
        title=row["title"],
        employment=int(row["employment"]),
        mean=None if "mean" in withheld else int(cells["mean"]),
        percentiles={p: None if f"p{p}" in withheld else int(cells[f"p{p}"]) for p in PERCENTILES},
        withheld=withheld,
        source=row["source"],
    )


def _published(row: Row) -> PublishedPay:
    cells = {p: row[f"p{p}"] for p in PERCENTILES if row[f"p{p}"]}
    return PublishedPay(
        region=row["region"],
        families=_known(row["families"], FAMILIES),
        levels=_known(row["levels"], LEVELS),
        occupation=row["occupation"],
        month=Month.read(row["month"]),
        period=_known(row["period"], PERIODS)[0],
        currency=row["currency"],
        percentiles={p: float(cell) for p, cell in cells.items() if not cell.startswith(">")},
        above={p: float(cell[1:]) for p, cell in cells.items() if cell.startswith(">")},
        people=int(row["people"]) if row["people"] else None,
        basis=_known(row["basis"], ("base", "gross", "net", "total"))[0],
        note=row["note"],
        source=row["source"],
    )


def _known(cell: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(cell.split())
    for word in words:
        if word not in allowed:
            raise ValueError(f"{word!r} is not known; allowed are {', '.join(allowed)}.")
    return words


def _effect(row: Row) -> CountryEffect:
    return CountryEffect(
        row["region"],
        int(row["people"]),
        float(row["ratio"]),
        float(row["error"]),
        float(row["between"]),
        row["source"],
    )


def _posted(row: Row) -> PostedRange:
    return PostedRange(
        int(row["year"]), row["level"], row["track"], row["country"], row["remote"] == "yes", int(row["low"]),
        int(row["high"]), row["source"],
    )  # fmt: skip


# -- settings


def _settings(folder: Path) -> Node:
    node = read(folder / "evidence.yaml").mapping({"filings", "index", "periods"})
    node["filings"].mapping({"source", "month"})
    node["index"].mapping({"name", "occupations"})
    return node


def _index(node: Node, surveys: tuple[SurveyWages, ...]) -> WageIndex:
    occupations = node["occupations"].texts(2)
    medians: dict[str, dict[int, int]] = {soc: {} for soc in occupations}
    for row in surveys:
        middle = row.percentiles[50]
        if row.soc in medians and middle is not None:
            medians[row.soc][row.year] = middle
    missing = [soc for soc, series in medians.items() if len(series) < 3]
    if missing:
        raise node["occupations"].wrong(f"{missing[0]} has fewer than three years in us-oews.csv.")
    return WageIndex(node["name"].text(), medians)


def _exchange(folder: Path) -> Exchange:
    rates: dict[str, dict[Month, float]] = defaultdict(dict)
    publications = set()
    for currency, month, rate, source in _rows(
        folder / "exchange-rates.csv",
        lambda row: (row["currency"], Month.read(row["month"]), float(row["per_dollar"]), row["source"]),
    ):
        rates[currency][month] = rate
        publications.add(source)
    if len(publications) != 1:
        raise DataError("data/salaries/exchange-rates.csv: all rates must come from one source.")
    return Exchange(rates, publications.pop())


def _regions(folder: Path, areas: tuple[Area, ...]) -> Regions:
    node = read(folder / "regions.yaml").mapping({"unions", "currencies", "neighborhoods"})
    found = [Region(code, name.text(), "union") for code, name in node["unions"].items()]
    names = {one.alpha_2: getattr(one, "common_name", one.name) for one in pycountry.countries}
    found += [Region(code, name, "country") for code, name in names.items()]
    for part in pycountry.subdivisions:
        if part.country_code in ("US", "CA"):
            found.append(Region(part.code, part.name, "state", part.country_code, names[part.country_code]))
    found += [Region(area.region, area.name, "area", f"US-{area.states[0]}") for area in areas]
    return regions(found, {key: codes.texts(1) for key, codes in node["neighborhoods"].items()})


def _own_currencies(folder: Path) -> dict[str, str]:
    currencies = read(folder / "regions.yaml")["currencies"]
    return {code: currency for currency, codes in currencies.items() for code in codes.texts(1)}


def _article(node: Node) -> ArticleFigure:
    node.mapping(
        {"id", "says", "low", "high", "currency", "period", "regions", "families", "levels", "finding", "source"}
    )
    high = node.get("high")
    return ArticleFigure(
        id=node["id"].text(),
        says=node["says"].text(),
        low=node["low"].number(),
        high=high.number() if high else None,
        currency=node["currency"].text(),
        period=node["period"].one_of(PERIODS),
        regions=node["regions"].texts(1),
        families=tuple(one.one_of(FAMILIES) for one in node["families"].entries(1)),
        levels=tuple(one.one_of(LEVELS) for one in node["levels"].entries(1)),
        finding=node["finding"].text(),
        source=node["source"].text(),
    )
