"""Answers and results as plain values, for files, storage and the command line."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.core.assessments.agreement import Agreement
from app.core.assessments.answers import NOT_APPLICABLE, NOT_OBSERVED, Answers, Evidence, EvidenceStatus
from app.core.assessments.careers import Careers
from app.core.assessments.estimate import Fit
from app.core.assessments.gaps import Gap
from app.core.assessments.plan import Step
from app.core.assessments.result import Result
from app.core.framework import Track

Plain = dict[str, Any]


def answers_to_plain(answers: Answers) -> Plain:
    """What `read_answers` reads back to the same answers."""
    return {
        "track": answers.track.value,
        "target": answers.target,
        "picks": {skill: NOT_APPLICABLE if pick is None else pick for skill, pick in answers.picks.items()},
        "evidence": {skill: evidence_to_plain(one) for skill, one in answers.evidence.items()},
        "scope": dict(answers.scope),
        "coach": {skill: NOT_OBSERVED if pick is None else pick for skill, pick in answers.coach.items()},
        "vignettes": dict(answers.vignettes),
        "seconds": answers.seconds,
    }


def answers_from_plain(content: Plain) -> Answers:
    """Answers that this product wrote itself; what people hand in goes through `read_answers`."""
    return Answers(
        track=Track(content["track"]),
        target=content["target"],
        picks={skill: _number(pick) for skill, pick in content["picks"].items()},
        evidence={skill: _evidence(one) for skill, one in content["evidence"].items()},
        scope=dict(content["scope"]),
        coach={skill: _number(pick) for skill, pick in content["coach"].items()},
        vignettes=dict(content["vignettes"]),
        seconds=content["seconds"],
    )


def _number(pick: int | str) -> int | None:
    return None if isinstance(pick, str) else pick


def _evidence(content: Plain) -> Evidence:
    when = date.fromisoformat(f"{content['when']}-01") if content["when"] else None
    return Evidence(EvidenceStatus(content["status"]), when, content["text"], content["link"])


def evidence_to_plain(evidence: Evidence) -> Plain:
    when = "" if evidence.when is None else f"{evidence.when:%Y-%m}"
    return {"status": evidence.status.value, "when": when, "text": evidence.text, "link": evidence.link}


def result_to_plain(result: Result) -> Plain:
    """The whole result, rounded to what its precision deserves."""
    return {
        "edition": result.edition,
        "assessed_on": result.assessed_on.isoformat(),
        "track": result.answers.track.value,
        "target": result.target,
        "target_from_scope": result.target_from_scope,
        "scope_level": result.scope_level,
        "skills": {
            one.estimate.skill: {
                "estimate": round(one.estimate.value, 2),
                "low": round(one.estimate.low, 2),
                "high": round(one.estimate.high, 2),
                "expected": one.expected,
                "pick": one.pick,
                "coach": one.coach,
            }
            for one in result.skills
        },
        "fit": _fit(result.fit),
        "gaps": [_gap(gap) for gap in result.gaps],
        "strengths": [
            {
                "skill": one.skill,
                "expected": one.expected,
                "estimate": round(one.estimate, 2),
                "chance_met": round(one.chance_met, 2),
            }
            for one in result.strengths
        ],
        "plan": [step_to_plain(step) for step in result.plan],
        "confidence": result.confidence.value,
        "checks": [
            {"kind": check.kind, "question": check.question, "skills": list(check.skills), "weighty": check.weighty}
            for check in result.checks
        ],
        "agreement": None if result.agreement is None else _agreement(result.agreement),
        "careers": _careers(result.careers),
        "answers": answers_to_plain(result.answers),
    }


def step_to_plain(step: Step) -> Plain:
    return {
        "skill": step.skill,
        "from_level": step.from_level,
        "to_level": step.to_level,
        "goal": step.goal,
        "task": step.task,
        "learn_from": step.learn_from,
        "study": step.study,
        "evidence": step.evidence,
        "due": step.due.isoformat(),
        "done": step.done,
    }


def step_from_plain(content: Plain) -> Step:
    """A step that this product wrote itself."""
    return Step(**{**content, "due": date.fromisoformat(content["due"])})


def _fit(fit: Fit) -> Plain:
    shares = {level: round(share, 2) for level, share in fit.shares.items()}
    return {"level": fit.level, "shares": {level: share for level, share in shares.items() if share > 0}}


def _gap(gap: Gap) -> Plain:
    return {
        "skill": gap.skill,
        "expected": gap.expected,
        "estimate": round(gap.estimate, 2),
        "size": round(gap.size, 2),
        "chance_below": round(gap.chance_below, 2),
        "priority": round(gap.priority, 3),
    }


def _agreement(agreement: Agreement) -> Plain:
    kappa = agreement.kappa
    return {
        "shared": agreement.shared,
        "within_one": round(agreement.within_one, 2),
        "mean_difference": round(agreement.mean_difference, 2),
        "differences": dict(agreement.differences),
        "kappa": None
        if kappa is None
        else {"value": round(kappa.value, 2), "low": round(kappa.low, 2), "high": round(kappa.high, 2)},
        "why_no_kappa": agreement.why_no_kappa,
    }


def _careers(careers: Careers) -> Plain:
    return {
        "tracks": {
            view.track.value: {
                "fit": _fit(view.fit),
                "gaps": {level: [gap.skill for gap in gaps] for level, gaps in view.gaps.items()},
            }
            for view in careers.tracks
        },
        "moves": [
            {
                "to_track": move.path.to_track.value,
                "to_level": move.path.to_level,
                "key_gaps": list(move.path.key_gaps),
                "missing": [gap.skill for gap in move.missing],
                "note": move.path.note,
            }
            for move in careers.moves
        ],
    }
