"""`tpm data import-...`: refresh the pay tables from the files that the publishers offer."""

from __future__ import annotations

from pathlib import Path

import click

from app.usecases import salary_imports
from app.usecases.salary_imports import Outcome

file = click.argument("file", type=click.Path(path_type=Path))
out = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=salary_imports.FOLDER,
    help="The folder of our tables; data/salaries unless given.",
)


@click.command("import-oflc")
@file
@click.option("--wage-year", required=True, help="Such as 2025-26 (July 2025 to June 2026).")
@out
def import_oflc(file: Path, wage_year: str, out: Path) -> None:
    """Prevailing wages by area: FILE is the ZIP of a wage year, or ALC_Export.csv with Geography.csv beside it.

    From https://flag.dol.gov/wage-data/wage-data-downloads

    Example: tpm data import-oflc OFLC_Wages_2025-26.zip --wage-year 2025-26
    """
    _tell(salary_imports.oflc_wages(file, wage_year, _progress, out))


@click.command("import-oews")
@file
@click.option("--year", type=int, required=True, help="The survey year (May).")
@out
def import_oews(file: Path, year: int, out: Path) -> None:
    """National percentiles: FILE is oesm25nat.zip, or national_M2025_dl.xlsx from it.

    From https://www.bls.gov/oes/tables.htm

    Example: tpm data import-oews oesm25nat.zip --year 2025
    """
    _tell(salary_imports.oews_percentiles(file, year, _progress, out))


@click.command("import-lca")
@file
@click.option("--period", required=True, help="The fiscal quarter, such as 2024-Q1.")
@click.option("--already-certified", is_flag=True, help="The file holds certified full-time filings only.")
@out
def import_lca(file: Path, period: str, already_certified: bool, out: Path) -> None:
    """Filings of our roles: FILE is LCA_Disclosure_Data_FY2024_Q1.xlsx (or a CSV of it). Takes some minutes.

    From https://www.dol.gov/agencies/eta/foreign-labor/performance

    Example: tpm data import-lca LCA_Disclosure_Data_FY2024_Q1.xlsx --period 2024-Q1
    """
    _tell(salary_imports.lca_filings(file, period, already_certified, _progress, out))
    click.echo("Train the model on them: tpm models train salaries")


@click.command("import-ashe")
@file
@click.option("--year", type=int, required=True, help="The survey year (April).")
@out
def import_ashe(file: Path, year: int, out: Path) -> None:
    """Pay in the United Kingdom: FILE is the ZIP of ASHE table 14 (or 15), or its workbook of annual gross pay.

    From https://www.ons.gov.uk (search for "ASHE table 14").

    Example: tpm data import-ashe ashetable142025provisional.zip --year 2025
    """
    _tell(salary_imports.ashe_wages(file, year, out))


@click.command("import-other")
@click.argument("name", type=click.Choice(list(salary_imports.OTHER_SOURCES)))
@file
@out
def import_other(name: str, file: Path, out: Path) -> None:
    """The smaller tables: published pay of single countries, survey effects, exchange rates, price levels.

    Example: tpm data import-other singapore mom_2024_wages_by_industry.xlsx
    """
    _tell(salary_imports.other(name, file, out))


def add_to(group: click.Group) -> None:
    """Put the import commands under `tpm data`."""
    for command in (import_oflc, import_oews, import_lca, import_ashe, import_other):
        group.add_command(command)


def _progress(rows: int) -> None:
    click.echo(f"{rows:,} rows read ...", err=True)


def _tell(outcome: Outcome) -> None:
    for name, rows in outcome.written:
        click.echo(f"{name}: {rows:,} rows written.")
    for remark in outcome.remarks[:20]:
        click.echo(f"Note: {remark}")
    if len(outcome.remarks) > 20:
        click.echo(f"Note: and {len(outcome.remarks) - 20} more of this kind.")
