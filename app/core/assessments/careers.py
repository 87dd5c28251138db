"""How the same answers look on both tracks, and what the moves that start here would need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.assessments.answers import Answers
from app.core.assessments.estimate import Fit, Reading
from app.core.assessments.gaps import Gap, gaps
from app.core.assessments.ladder import Ladder, ladder_of
from app.core.assessments.scoring import Scoring
from app.core.assessments.weighing import read_level
from app.core.framework import Entry, Framework, MoveAcross, MoveUp, Track

_ENTRY_UP_TO = 2  # from L3 on somebody is in the role already


@dataclass(frozen=True)
class TrackView:
    """One track: the fit there, and for every level of the track the gaps that would remain."""

    track: Track
    fit: Fit
    gaps: Mapping[str, tuple[Gap, ...]]


@dataclass(frozen=True)
class Move:
    """A move up or over, with what it would need that the answers do not show yet."""

    path: MoveUp
    missing: tuple[Gap, ...]


@dataclass(frozen=True)
class Careers:
    tracks: tuple[TrackView, ...]
    moves: tuple[Move, ...]
    across: tuple[MoveAcross, ...]
    entries: tuple[Entry, ...]


def careers(answers: Answers, framework: Framework, scoring: Scoring) -> Careers:
    """Read the answers against both tracks."""
    ladders = {guide.track: ladder_of(framework, guide.track) for guide in framework.tracks}
    readings = {track: read_level(answers, ladder, scoring) for track, ladder in ladders.items()}
    here = readings[answers.track].fit.number
    start = f"L{max(here, int(framework.track(answers.track).levels[0][1:]))}"
    views = tuple(
        TrackView(
            track,
            reading.fit,
            {level: gaps(reading, ladders[track], level, scoring.gaps) for level in framework.track(track).levels},
        )
        for track, reading in readings.items()
    )
    moves = tuple(
        Move(path, _missing(path, readings[path.to_track], ladders[path.to_track], scoring))
        for path in framework.paths.up
        if path.from_track == answers.track and path.from_level == start
    )
    return Careers(views, moves, framework.paths.across, framework.paths.entry if here <= _ENTRY_UP_TO else ())


def _missing(path: MoveUp, reading: Reading, ladder: Ladder, scoring: Scoring) -> tuple[Gap, ...]:
    found = gaps(reading, ladder, path.to_level, scoring.gaps)
    return tuple(gap for gap in found if gap.skill in path.key_gaps)
