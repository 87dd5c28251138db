"""Reads an edition of the role framework from `data/framework/<edition>/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.core.framework import (
    LEVEL_BANDS,
    SKILL_LEVELS,
    CareerPaths,
    Edition,
    Entry,
    Framework,
    Growth,
    Industry,
    Interview,
    Level,
    LevelPosting,
    LevelScope,
    MoveAcross,
    MoveUp,
    Profiles,
    Question,
    ScopeFact,
    Skill,
    SkillLevel,
    Tag,
    Track,
    TrackGuide,
    Vignette,
    Vocabulary,
)
from app.reference.yaml_files import Node, read

CURRENT = "2026.1"
GROUPS = ("delivery", "people", "technical", "commercial")
LEVEL_IDS = ("L1", "L2", "L3", "L4", "L5", "L6")
_TRACKS = frozenset(track.value for track in Track)


def editions(folder: Path) -> frozenset[str]:
    """The editions that lie in a folder, by their names."""
    return frozenset(one.name for one in folder.iterdir() if one.is_dir())


def load(folder: Path) -> Framework:
    """Return the edition in the folder; raises `DataError` that names file and key."""
    tracks_file = read(folder / "tracks.yaml").mapping({"tracks", "placement_rule"})
    profiles = read(folder / "profiles.yaml")
    order = profiles.mapping({"skill_order", "project", "program", "weights", "default_skills"})["skill_order"].texts(1)
    skills = tuple(_skill(read(folder / "skills" / f"{skill_id}.yaml"), skill_id) for skill_id in order)
    _no_stray_files(folder / "skills", order)
    tracks = tracks_file["tracks"].each(_track, least=len(Track), most=len(Track))
    return Framework(
        edition=_edition(read(folder / "edition.yaml"), _placement_rule(tracks_file["placement_rule"]), folder.name),
        levels=read(folder / "levels.yaml").each(_level, least=len(LEVEL_IDS), most=len(LEVEL_IDS)),
        tracks=tracks,
        skills=skills,
        profiles=_profiles(profiles, skills, tracks),
        scope_facts=read(folder / "scope_facts.yaml").each(_scope_fact, least=1),
        paths=_paths(read(folder / "career_paths.yaml"), frozenset(order)),
        vocabulary=_vocabulary(read(folder / "vocabulary.yaml")),
    )


def _no_stray_files(folder: Path, order: tuple[str, ...]) -> None:
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in order:
            raise Node(None, f"data/framework/{folder.parent.name}/skills/{path.name}").wrong(
                "is not in the skill_order of profiles.yaml."
            )


def _edition(node: Node, placement_rule: str, folder_name: str) -> Edition:
    texts = {"name", "licence", "status", "scale_note", "time_window", "fair_use", "level_caveat"}
    node.mapping(texts | {"id", "published_on"})
    return Edition(
        id=node["id"].one_of((folder_name,)),
        published_on=node["published_on"].day(),
        placement_rule=placement_rule,
        **{key: node[key].text() for key in texts},
    )


def _placement_rule(node: Node) -> str:
    return node.mapping({"id", "text", "sources"})["text"].text()


def _level(node: Node) -> Level:
    node.mapping({"id", "titles", "in_short", "scope", "postings", "seed_stages", "references"})
    stages = node["seed_stages"].mapping({"seed_stage", "okcom_years", "sources"})
    scope = {"work", "teams", "horizon", "autonomy", "ambiguity", "decides"}
    return Level(
        id=node["id"].one_of(LEVEL_IDS),
        titles={_track_id(node["titles"], key): text.text() for key, text in node["titles"].items()},
        in_short=node["in_short"].text(),
        scope=LevelScope(**{key: node["scope"].mapping(scope)[key].text() for key in scope}),
        postings={_track_id(node["postings"], key): _level_posting(one) for key, one in node["postings"].items()},
        stage=stages["seed_stage"].text(),
        years=stages["okcom_years"].text(),
        references={str(key): str(one.value) for key, one in node["references"].items() if one.value is not None},
        sources=stages["sources"].texts(1),
    )


def _track_id(node: Node, key: str) -> Track:
    return Track(Node(key, node.place).one_of(_TRACKS))


def _level_posting(node: Node) -> LevelPosting:
    keys = {"summary", "first_30_days", "first_60_days"}
    return LevelPosting(**{key: node.mapping(keys)[key].text() for key in keys})


def _track(node: Node) -> TrackGuide:
    node.mapping({"id", "name", "question", "unit", "levels", "note", "differs"})
    return TrackGuide(
        track=Track(node["id"].one_of(_TRACKS)),
        levels=tuple(level.one_of(LEVEL_IDS) for level in node["levels"].entries(1)),
        **{key: node[key].text() for key in ("name", "question", "unit", "note", "differs")},
    )


def _skill(node: Node, skill_id: str) -> Skill:
    texts = ("name", "short_name", "summary", "overclaim")
    node.mapping(
        {"id", "group", "situational", "levels", "evidence", "vignette", "interview", "sources", "cross_references"}
        | set(texts)
    )
    levels = node["levels"].mapping(set(SKILL_LEVELS))
    interviews = node["interview"].mapping(set(LEVEL_BANDS))
    return Skill(
        id=node["id"].one_of((skill_id,)),
        group=node["group"].one_of(GROUPS),
        situational=node["situational"].truth(),
        levels=tuple(_skill_level(levels[level], level) for level in SKILL_LEVELS),
        evidence=node["evidence"].texts(3, 3),
        vignette=_vignette(node["vignette"]),
        interviews={band: _interview(interviews[band]) for band in LEVEL_BANDS},
        sources=node["sources"].texts(1),
        cross_references=node["cross_references"].texts(),
        **{key: node[key].text() for key in texts},
    )


def _skill_level(node: Node, level: int) -> SkillLevel:
    texts = ("indicator", "responsibility", "must_have", "nice_to_have", "outcome_90_days", "outcome_12_months")
    node.mapping({*texts, "growth"})
    growth = node["growth"].mapping({"practice", "learn_from", "study"})
    return SkillLevel(
        level=level,
        growth=Growth(**{key: growth[key].text() for key in ("practice", "learn_from", "study")}),
        **{key: node[key].text() for key in texts},
    )


def _vignette(node: Node) -> Vignette:
    node.mapping({"level", "text"})
    return Vignette(level=node["level"].whole(1, 6), text=node["text"].text())


def _interview(node: Node) -> Interview:
    node.mapping({"behavioral", "situational"})
    first, second = node["behavioral"].each(_question, least=2, most=2)
    return Interview(behavioral=(first, second), situational=_question(node["situational"]))


def _question(node: Node) -> Question:
    anchors = node.mapping({"ask", "anchors"})["anchors"].mapping({1, 2, 3, 4})
    return Question(
        ask=node["ask"].text(),
        anchors=(anchors[1].text(), anchors[2].text(), anchors[3].text(), anchors[4].text()),
    )


def _scope_fact(node: Node) -> ScopeFact:
    bands = node.mapping({"id", "ask", "why", "bands"})["bands"].mapping(set(SKILL_LEVELS))
    return ScopeFact(
        id=node["id"].text(),
        ask=node["ask"].text(),
        why=node["why"].text(),
        bands=tuple(str(bands[level].value) for level in SKILL_LEVELS),
    )


def _profiles(node: Node, skills: tuple[Skill, ...], tracks: tuple[TrackGuide, ...]) -> Profiles:
    ids = tuple(skill.id for skill in skills)
    expected: dict[tuple[Track, str], Mapping[str, int]] = {}
    defaults: dict[tuple[Track, str], tuple[str, ...]] = {}
    for guide in tracks:
        of_track = node[guide.track.value].mapping(set(guide.levels))
        led_by = node["default_skills"].mapping(_TRACKS)[guide.track.value].mapping(set(guide.levels))
        for level in guide.levels:
            numbers = of_track[level].entries(len(ids), len(ids))
            expected[guide.track, level] = {skill: one.whole(0, 6) for skill, one in zip(ids, numbers, strict=True)}
            defaults[guide.track, level] = tuple(one.one_of(ids) for one in led_by[level].entries(5, 7))
    weights = node["weights"].mapping({"default", "situational", "reason"})
    return Profiles(
        expected=expected,
        default_skills=defaults,
        weights={skill.id: weights["situational" if skill.situational else "default"].number() for skill in skills},
    )


def _paths(node: Node, skills: frozenset[str]) -> CareerPaths:
    node.mapping({"entry", "up", "across"})

    def skill_ids(one: Node) -> tuple[str, ...]:
        return tuple(skill.one_of(skills) for skill in one.entries(1))

    def entry(one: Node) -> Entry:
        one.mapping({"from", "head_start", "build_next", "first_step", "sources"})
        return Entry(
            start=one["from"].text(),
            head_start=skill_ids(one["head_start"]),
            build_next=skill_ids(one["build_next"]),
            first_step=one["first_step"].text(),
            sources=one["sources"].texts(1),
        )

    def up(one: Node) -> MoveUp:
        one.mapping({"from", "to", "key_gaps", "note", "sources"})
        ends = {end: one[end].mapping({"track", "level"}) for end in ("from", "to")}
        return MoveUp(
            from_track=Track(ends["from"]["track"].one_of(_TRACKS)),
            from_level=ends["from"]["level"].one_of(LEVEL_IDS),
            to_track=Track(ends["to"]["track"].one_of(_TRACKS)),
            to_level=ends["to"]["level"].one_of(LEVEL_IDS),
            key_gaps=skill_ids(one["key_gaps"]),
            note=one["note"].text(),
            sources=one["sources"].texts(1),
        )

    def across(one: Node) -> MoveAcross:
        one.mapping({"to", "keeps", "build_next", "note", "sources"})
        return MoveAcross(
            to=one["to"].text(),
            keeps=skill_ids(one["keeps"]),
            build_next=skill_ids(one["build_next"]),
            note=one["note"].text(),
            sources=one["sources"].texts(1),
        )

    return CareerPaths(
        entry=node["entry"].each(entry, least=1),
        up=node["up"].each(up, least=1),
        across=node["across"].each(across, least=1),
    )


def _vocabulary(node: Node) -> Vocabulary:
    node.mapping({"methods", "tools", "industries"}, optional={"evidence_status"})
    return Vocabulary(
        methods=node["methods"].each(lambda one: _tag(one, "note"), least=1),
        tools=node["tools"].each(lambda one: _tag(one, "kind"), least=1),
        industries=node["industries"].each(_industry, least=1),
    )


def _tag(node: Node, note: str) -> Tag:
    node.mapping({"id", "name", note})
    return Tag(id=node["id"].text(), name=node["name"].text(), note=node[note].text())


def _industry(node: Node) -> Industry:
    node.mapping({"id", "name", "context", "watch", "sources"})
    return Industry(
        id=node["id"].text(),
        name=node["name"].text(),
        context=node["context"].text(),
        watch=node["watch"].texts(1),
        sources=node["sources"].texts(1),
    )
