"""A reading and a report as plain values for JSON; the same résumé gives the same text every time."""

from __future__ import annotations

from typing import Any

from app.core.achievements.prompts import frames_for
from app.core.achievements.reading import Reading
from app.core.resumes.findings import Scale
from app.core.resumes.report import ReadLine, Report


def reading_json(reading: Reading) -> dict[str, Any]:
    """One line's reading, as `tpm resume lines` answers it."""
    return {
        "text": reading.text,
        "kind": str(reading.kind),
        "probabilities": {str(kind): share for kind, share in reading.probabilities.items()},
        "quantified": reading.quantified,
        "dimensions": list(reading.dimensions),
        "metrics": [
            {"text": metric.text, "value": metric.value, "unit": metric.unit, "role": str(metric.role)}
            for metric in reading.metrics
        ],
        "strength": reading.strength,
        "score": reading.score,
        "score_parts": {name: {"points": points, "of": of} for name, (points, of) in reading.parts.as_pairs().items()},
        "reasons": list(reading.reasons),
        "prompts": list(reading.prompts),
        "frames": list(frames_for(reading.slots)) if reading.is_scored and reading.strength < 4 else [],
    }


def line_json(one: ReadLine) -> dict[str, Any]:
    place = {
        "number": one.line.number,
        "section": str(one.line.section),
        "role": one.line.role,
        "label": one.line.label or None,
    }
    return {**reading_json(one.reading), **place}


def report_json(report: Report) -> dict[str, Any]:
    """The whole report, as `tpm resume analyze` answers it."""
    return {
        "score": report.score,
        "score_parts": [
            {"name": part.name, "points": part.points, "of": part.of, "why": part.why} for part in report.parts
        ],
        "sections": [{"name": str(section.name), "heading": section.heading} for section in report.sections],
        "roles": [
            {
                "header": role.header,
                "start": f"{role.span.start[0]}-{role.span.start[1]:02}",
                "end": f"{role.span.end[0]}-{role.span.end[1]:02}" if role.span.end else None,
            }
            for role in report.roles
        ],
        "lines": [line_json(one) for one in report.lines],
        "scale": _scale_json(report.scale),
        "methods": list(report.methods),
        "practices": list(report.practices),
        "level_evidence": {
            level: [f"line {number}" for number in numbers] for level, numbers in report.level.lines.items()
        },
        "level_range": {
            "low": report.level.low,
            "high": report.level.high,
            "next": report.level.next_level,
            "missing": list(report.level.missing),
            "why_none": report.level.why_none or None,
        },
        "repeated_verbs": [{"verb": verb, "lines": count} for verb, count in report.repeated_verbs],
        "weak_openings": [f"line {number}" for number in report.weak_openings],
        "reading": {"quality": report.quality, "source": report.source, "hidden_text": list(report.hidden)},
        "warnings": list(report.warnings),
    }


def _scale_json(scale: Scale) -> dict[str, Any]:
    budget = {"amount": scale.budget, "currency": scale.currency} if scale.budget is not None else None
    return {
        "team": scale.team,
        "budget": budget,
        "duration_months": scale.duration_months,
        "stakeholders": scale.stakeholders,
        "vendors": scale.vendors,
        "countries": scale.countries,
        "projects": scale.projects,
    }
