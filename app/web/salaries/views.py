"""The pages of pay. Every question is an address (GET), so that a band can be shared."""

from __future__ import annotations

import json

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.salaries.bands import Band
from app.core.salaries.query import FAMILY_OF
from app.core.salaries.regions import RegionAsked
from app.core.salaries.roles import levels_of
from app.core.salaries.views import (
    advertised,
    articles_about,
    ladder,
    offsets,
    over_time,
    proposed_range,
    without_title,
)
from app.core.salaries.words import label
from app.documents.pdf.salaries import band_html, comparison_html, paper
from app.documents.salary_plain import band_to_plain, bands_to_csv
from app.extensions import toolkit
from app.web.files import as_file
from app.web.limits import limited
from app.web.salaries.questions import Asked, answered, asked
from app.web.salaries.words import MOST_COMPARED, words

bp = Blueprint("salaries", __name__, url_prefix="/salaries")

TRACKS = {family: track for track, family in FAMILY_OF.items()}


bp.context_processor(words)


@bp.get("/")
def look_up() -> ResponseReturnValue:
    """The form, and under it the band that the address asks for."""
    question = asked(request.args)
    if not question.is_a_question and "region" not in request.args:
        return render_template("salaries/look_up.html", question=question, error=None, band=None, asked_for=None)
    try:
        band = answered(question)
    except DomainError as error:
        page = render_template(
            "salaries/look_up.html", question=question, error=error, band=None, asked_for=_asked_for(question)
        )
        return page, 422
    tables = toolkit().salaries
    return render_template(
        "salaries/look_up.html",
        question=question,
        error=None,
        band=band,
        whole=without_title(band, tables),
        asked_for=_asked_for(question),
        ladder=_ladder(band),
        series=over_time(band, tables),
        advertised=advertised(band.query, tables) if band.region.country == "US" else (),
        articles=articles_about(band, tables),
        next=_onward(band),
        offsets=offsets(tables) if band.region.country == "US" else (),
    )


def _ladder(band: Band) -> tuple[tuple[str, Band], ...]:
    return ladder(band, levels_of(band.query.family, toolkit().framework), toolkit().salaries)


def _asked_for(question: Asked) -> RegionAsked | None:
    """What the region that was typed stands for, to say so where it is not its name."""
    try:
        return toolkit().salaries.regions.read(question["region"])
    except DomainError:  # the page says it already
        return None


def _onward(band: Band) -> list[tuple[str, str]]:
    """What people do next with a band: a posting with this range, the law of the place, themselves at this level."""
    tables, query = toolkit().salaries, band.query
    region = tables.regions.by_code[band.region.within] if band.region.kind == "area" else band.region
    links = []
    proposal, track = proposed_range(band), TRACKS.get(query.family)
    if proposal is not None and track is not None:
        posting = url_for(
            "postings.new",
            role=f"{track}:{query.level}",
            places=region.code if region.kind == "state" else region.name,
            pay_min=f"{proposal.low:.0f}",
            pay_max=f"{proposal.high:.0f}",
            currency=proposal.currency,
            period=proposal.period,
        )
        links.append(("Write a posting with the middle half of this band", posting))
    if region.code in toolkit().law_codes:
        links.append((f"See what a posting must say in {region.name}", url_for("law.place", code=region.code)))
    if track is not None:
        aim = url_for("assessments.index", aim=f"{track}:{query.level}")
        links.append((f"Assess yourself against {query.level}", aim))
    return links


@bp.get("/compare")
def compare() -> ResponseReturnValue:
    """Up to four regions or levels of a family, on one scale."""
    question = asked(request.args)
    places = _places()
    bands: list[tuple[str, Band]] = []
    errors: list[DomainError] = []
    for place in places[:MOST_COMPARED]:
        try:
            bands.append((place, _compared(question, place, bands)))
        except DomainError as error:
            errors.append(error)
    if len(places) > MOST_COMPARED:
        errors.append(DomainError(f"Compare {MOST_COMPARED} at a time; the others were left out.", field="at"))
    return render_template(
        "salaries/compare.html", question=question, places=places[:MOST_COMPARED], bands=bands, errors=errors
    ), (422 if errors else 200)


def _places() -> list[str]:
    """Each `at` is a region and a level, such as US-CA:L4; a region and level typed besides are added."""
    places = [place.strip()[:100] for place in request.args.getlist("at") if place.strip()]
    region, level = request.args.get("region", "").strip()[:100], request.args.get("level", "")
    if region:
        places.append(f"{region}:{level or 'L4'}")
    return list(dict.fromkeys(places))


def _compared(question: Asked, place: str, others: list[tuple[str, Band]]) -> Band:
    """A band in the currency of the first one, so that all stand on one scale."""
    region, _, level = place.rpartition(":")
    currency = question["currency"] or (others[0][1].currency if others else "")
    values = {**question.shown, "title": "", "offer": "", "region": region, "level": level, "currency": currency}
    return answered(Asked(values))


@bp.get("/band.<kind>")
@limited("export")
def download(kind: str) -> ResponseReturnValue:
    """The band as JSON, CSV, SVG or PDF; the address asks as the page does."""
    band = answered(asked(request.args))
    name = f"pay-{band.query.family.replace('_', '-')}-{band.query.level}-{band.region.code}".lower()
    if kind == "json":
        return as_file(
            json.dumps(band_to_plain(band), ensure_ascii=False, indent=2), "application/json", f"{name}.json"
        )
    if kind == "csv":
        return as_file(bands_to_csv([band]), "text/csv", f"{name}.csv")
    if kind == "svg":
        drawn = render_template("salaries/band.svg", band=band)
        return as_file(drawn, "image/svg+xml", f"{name}.svg", inline=True)
    if kind == "pdf":
        tables, edition = toolkit().salaries, toolkit().framework.edition.id
        html = band_html(
            band,
            _ladder(band),
            articles_about(band, tables),
            tables,
            edition,
            whole=without_title(band, tables),
        )
        return as_file(toolkit().pdf.document(html, paper([("", band)])), "application/pdf", f"{name}.pdf")
    raise DomainError(f"A band comes as json, csv, svg or pdf, not as {kind[:20]!r}.", code="unknown_format")


@bp.get("/compare.<kind>")
@limited("export")
def compare_download(kind: str) -> ResponseReturnValue:
    """The comparison as CSV or PDF; what cannot be answered is not left out silently."""
    question = asked(request.args)
    bands: list[tuple[str, Band]] = []
    for place in _places()[:MOST_COMPARED]:
        bands.append((place, _compared(question, place, bands)))
    if not bands:
        raise DomainError("Name the regions to compare.", field="at", code="missing")
    labelled = [(label(band), band) for _, band in bands]
    if kind == "csv":
        text = bands_to_csv([band for _, band in bands])
        return as_file(text, "text/csv", "pay-comparison.csv")
    if kind == "pdf":
        html = comparison_html(labelled, toolkit().salaries, toolkit().framework.edition.id)
        return as_file(toolkit().pdf.document(html, paper(labelled)), "application/pdf", "pay-comparison.pdf")
    raise DomainError(f"A comparison comes as csv or pdf, not as {kind[:20]!r}.", code="unknown_format")
