"""Reads posting law from `data/law/`: one file per place, and the wording that a law forbids or asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from pathlib import Path

from app.core.law.duties import (
    UNION,
    Confidence,
    Cure,
    Duty,
    Exemption,
    Jurisdiction,
    Law,
    Limit,
    Member,
    OpenEnded,
    Reach,
    Remote,
    Status,
    Threshold,
)
from app.core.law.facts import PERIODS_A_YEAR
from app.core.law.phrases import PhraseRule
from app.core.law.vocabulary import TERMS, Form
from app.reference.yaml_files import Node, read

_PLACE = frozenset({"code", "name", "kind", "within", "note", "laws"})
_KINDS = frozenset({"union", "country", "state", "district", "province", "city"})
_MEMBER_STATES = frozenset({"in_force", "recruitment_in_force", "late", "not_found"})
_LAW = frozenset({"name", "citation", "employers", "reach", "sources", "checked_on", "duties"})
_LAW_MAY = frozenset({"status", "confidence", "cure", "doubt"})
_DUTY = frozenset({"duty", "since", "summary"})
_DUTY_MAY = frozenset(
    {
        *("since_known_to", "until", "enforced_from", "status", "citation", "employers", "sources", "confidence"),
        *("doubt", "open_ended", "limit", "exempt"),
    }
)
_WHERE = frozenset({"questions", "title", "text", "benefits"})
_PRECISIONS = frozenset({"day", "month", "year"})
_PERIODS = frozenset(PERIODS_A_YEAR)


def load(folder: Path, sources: Collection[str]) -> Law:
    """Return the law of all places; `sources` are the ids that a duty may cite."""
    places: dict[str, Jurisdiction] = {}
    members: dict[str, Member] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "phrases.yaml":
            continue
        node = read(path)
        place = _place(node, sources)
        if f"{place.code.lower()}.yaml" != path.name:
            raise node.wrong(f"the file for {place.code} must be called {place.code.lower()}.yaml.")
        places[place.code] = place
        if (listed := node.get("members")) is not None:
            members = _members(listed)
    _check_places(folder, places, members)
    return Law(_ordered(places), members, _phrases(read(folder / "phrases.yaml")))


def _ordered(places: Mapping[str, Jurisdiction]) -> dict[str, Jurisdiction]:
    """The union before its members, each country before its states, each state before its cities."""
    return dict(sorted(places.items(), key=lambda item: (item[0] != UNION, item[0])))


def _check_places(folder: Path, places: Mapping[str, Jurisdiction], members: Mapping[str, Member]) -> None:
    without_file = {place.code: place.within for place in places.values() if place.within not in (*places, None)}
    for code, within in without_file.items():
        if within is None or within != code.rpartition("-")[0]:
            wrong = read(folder / f"{code.lower()}.yaml")["within"]
            raise wrong.wrong(f"{within!r} is neither a place with a file nor the start of {code}.")
    strays = [code for code, place in places.items() if place.within == UNION and code not in members]
    if strays:
        raise read(folder / f"{strays[0].lower()}.yaml").wrong(f"{strays[0]} is not among the members in eu.yaml.")


def _place(node: Node, sources: Collection[str]) -> Jurisdiction:
    node.mapping(_PLACE, {"members", "sources"})
    code = node["code"].text()
    duties = tuple(duty for law in node["laws"].entries() for duty in _law(law, code, sources))
    names: set[str] = set()
    for duty in duties:
        if duty.name in names:
            raise node.wrong(f"the duty {duty.name!r} stands twice.")
        names.add(duty.name)
    within, note, cited = node.get("within"), node.get("note"), node.get("sources")
    return Jurisdiction(
        code=code,
        name=node["name"].text(),
        kind=node["kind"].one_of(_KINDS),
        within=within.text() if within else None,
        note=note.text() if note else "",
        sources=_cited(cited, sources) if cited else (),
        duties=duties,
    )


def _members(node: Node) -> dict[str, Member]:
    members: dict[str, Member] = {}
    for entry in node.entries(1):
        entry.mapping({"code", "name", "state", "note"})
        code, note = entry["code"].text(), entry.get("note")
        if code in members:
            raise entry.wrong(f"the member {code!r} stands twice.")
        members[code] = Member(
            code, entry["name"].text(), entry["state"].one_of(_MEMBER_STATES), note.text() if note else ""
        )
    return members


def _law(law: Node, code: str, sources: Collection[str]) -> tuple[Duty, ...]:
    law.mapping(_LAW, _LAW_MAY)
    return law["duties"].each(lambda node: _duty(node, law, code, sources), 1)


def _duty(node: Node, law: Node, code: str, sources: Collection[str]) -> Duty:
    node.mapping(_DUTY, _DUTY_MAY)
    name = node["duty"].one_of(frozenset(TERMS))
    _check_limits(node, name)

    def own_or_shared(key: str) -> Node | None:
        return node.get(key) or law.get(key)

    citation, confidence = own_or_shared("citation"), own_or_shared("confidence")
    if citation is None or confidence is None:
        raise node.wrong("the citation or the confidence is missing, here and at the law.")
    status, doubt = own_or_shared("status"), own_or_shared("doubt")
    known_to, until, enforced = node.get("since_known_to"), node.get("until"), node.get("enforced_from")
    open_ended, limit, exempt, cure = node.get("open_ended"), node.get("limit"), node.get("exempt"), law.get("cure")
    duty = Duty(
        jurisdiction=code,
        name=name,
        summary=node["summary"].text(),
        law=law["name"].text(),
        citation=citation.text(),
        since=node["since"].day(),
        since_known_to=known_to.one_of(_PRECISIONS) if known_to else "day",
        until=until.day() if until else None,
        enforced_from=enforced.day() if enforced else None,
        status=Status(status.one_of(frozenset(Status))) if status else Status.IN_FORCE,
        employers=_threshold(own_or_shared("employers") or law["employers"]),
        reach=_reach(law["reach"]),
        open_ended=OpenEnded(open_ended.one_of(frozenset(OpenEnded))) if open_ended else OpenEnded.VIOLATES,
        limit=_limit(limit) if limit else None,
        exemption=_exemption(exempt) if exempt else None,
        cure=_cure(cure) if cure else None,
        sources=_cited(own_or_shared("sources") or law["sources"], sources),
        confidence=Confidence(confidence.one_of(frozenset(Confidence))),
        doubt=doubt.text() if doubt else "",
        checked_on=law["checked_on"].day(),
    )
    _check_dates(node, duty)
    return duty


def _check_limits(node: Node, name: str) -> None:
    if (name == "range_width") != (node.get("limit") is not None):
        raise node.wrong("a limit belongs to range_width, and to nothing else.")
    if node.get("open_ended") is not None and name != "pay_range":
        raise node.wrong("open_ended belongs to pay_range, and to nothing else.")
    if node.get("exempt") is not None and TERMS[name].form is Form.LATER:
        raise node.wrong("a duty that is owed later has no exemption by pay.")


def _check_dates(node: Node, duty: Duty) -> None:
    if duty.until is not None and duty.until < duty.since:
        raise node.wrong(f"until {duty.until} lies before since {duty.since}.")
    if duty.enforced_from is not None and duty.enforced_from <= duty.since:
        raise node.wrong(f"enforced_from {duty.enforced_from} does not lie after since {duty.since}.")


def _cited(node: Node, known: Collection[str]) -> tuple[str, ...]:
    for source in node.entries(1):
        if source.text() not in known:
            raise source.wrong(f"the source {source.text()!r} is not in data/sources/.")
    return node.texts(1)


def _threshold(node: Node) -> Threshold:
    node.mapping((), {"total", "here"})
    total, here = node.get("total"), node.get("here")
    return Threshold(total.whole(1) if total else 0, here.whole(1) if here else 0)


def _reach(node: Node) -> Reach:
    node.mapping({"remote"}, {"reports_to", "based_here", "applications"})
    others = {key: value.truth() for key, value in node.items() if key != "remote"}
    return Reach(Remote(node["remote"].one_of(frozenset(Remote))), **others)


def _limit(node: Node) -> Limit:
    node.mapping((), {"amount", "currency", "percent_of_minimum"})
    if node.keys() == ("percent_of_minimum",):
        return Limit(percent_of_minimum=node["percent_of_minimum"].whole(1))
    node.mapping({"amount", "currency"})
    return Limit(amount=Decimal(node["amount"].whole(1)), currency=node["currency"].text())


def _exemption(node: Node) -> Exemption:
    node.mapping({"currency", "period", "measured_at"}, {"above", "at_least"})
    if (node.get("above") is None) == (node.get("at_least") is None):
        raise node.wrong("say either above or at_least.")
    inclusive = node.get("at_least") is not None
    return Exemption(
        amount=Decimal(node["at_least" if inclusive else "above"].whole(1)),
        currency=node["currency"].text(),
        period=node["period"].one_of(_PERIODS),
        lowest=node["measured_at"].one_of(("highest", "lowest")) == "lowest",
        inclusive=inclusive,
    )


def _cure(node: Node) -> Cure:
    node.mapping({"days", "counted", "after", "until"})
    until = node.get("until")
    return Cure(
        node["days"].whole(1),
        node["counted"].one_of(("business", "calendar")),
        node["after"].text(),
        until.day() if until else None,
    )


def _phrases(node: Node) -> dict[str, tuple[PhraseRule, ...]]:
    rules: dict[str, tuple[PhraseRule, ...]] = {}
    for rule in node.each(_phrase, 1):
        rules[rule.name] = (*rules.get(rule.name, ()), rule)
    return rules


def _phrase(node: Node) -> PhraseRule:
    node.mapping({"name", "where", "anchors", "finds", "along", "unless"})
    finds = _pattern(node["finds"], 1)
    if finds is None:
        raise node.wrong("there is nothing to find.")
    return PhraseRule(
        name=node["name"].text(),
        where=frozenset(entry.one_of(_WHERE) for entry in node["where"].entries(1)),
        anchors=tuple(_anchor(entry) for entry in node["anchors"].entries(1)),
        finds=finds,
        along=tuple(_compiled(entry, entry.text()) for entry in node["along"].entries()),
        unless=_pattern(node["unless"], 0),
    )


def _anchor(node: Node) -> str:
    """Taken as it stands, since a space at its start says that a word begins there."""
    anchor = node.value
    if not isinstance(anchor, str) or not anchor.strip() or anchor != anchor.lower():
        raise node.wrong("an anchor is a text in lower case.")
    return anchor


def _pattern(node: Node, least: int) -> re.Pattern[str] | None:
    entries = node.entries(least)
    for entry in entries:
        _compiled(entry, entry.text())
    return _compiled(node, "|".join(f"(?:{entry.text()})" for entry in entries)) if entries else None


def _compiled(node: Node, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise node.wrong(f"the pattern cannot be read: {error}.") from error
