"""Reads `data/wording/`: the rules of wording, the gender-coded word lists, and the rules of structure."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from app.core.coding import CodingLists, DecoderLists, Stems
from app.core.phrases import BadPhrase, any_of
from app.core.posting_structure import PARTS, REMARKS, Remark, StructureRules
from app.core.posting_text.blocks import Section
from app.core.wording.rules import Evidence, Gates, Rule, Rules, Severity, Special
from app.reference.posting_words import phrases
from app.reference.yaml_files import Node, read

_RULE = frozenset(
    {
        "id",
        "category",
        "catches",
        "severity",
        "evidence",
        "sources",
        "message",
        "alternatives",
        "advice",
        "examples",
        "fine",
    }
)
_RULE_MAY = frozenset({"phrases", "swaps", "special", "least", "line_out"})
_GATES = frozenset(
    {
        "only_in",
        "not_in",
        "unless",
        "only_with",
        "unless_anywhere",
        "unless_pay",
        "names",
        "exact_case",
        "longest_sentence",
        "denied",
    }
)
RULE_FILES = ("people.yaml", "work.yaml")


def load(folder: Path, sources: Collection[str]) -> Rules:
    """Return the rules of wording; `sources` are the ids that a rule may cite."""
    rules: dict[str, Rule] = {}
    for name in RULE_FILES:
        for node in read(folder / name).entries(1):
            rule = _rule(node, sources)
            if rule.id in rules:
                raise node.wrong(f"the rule {rule.id!r} stands twice.")
            rules[rule.id] = rule
    known = read(folder / "acronyms.yaml").mapping({"known"})["known"].texts(1)
    return Rules(tuple(rules.values()), frozenset(known))


def load_coding(path: Path, sources: Collection[str]) -> CodingLists:
    """Return the lists of gender-coded words, with the note on the evidence."""
    node = read(path).mapping({"decoder", "paper", "role_words", "note"})
    decoder = node["decoder"].mapping({"sources", "masculine", "feminine", "keeps_hyphen", "exceptions"})
    paper = node["paper"].mapping({"sources", "masculine", "feminine"})
    role = node["role_words"].mapping({"sources", "masculine", "feminine"})
    note = node["note"].mapping({"text", "sources"})
    used = (source for part in (decoder, paper, role, note) for source in cited(part["sources"], sources))
    return CodingLists(
        decoder=DecoderLists(
            masculine=decoder["masculine"].texts(1),
            feminine=decoder["feminine"].texts(1),
            keeps_hyphen=decoder["keeps_hyphen"].texts(1),
            exceptions=frozenset(decoder["exceptions"].texts()),
        ),
        paper_masculine=Stems(paper["masculine"].texts(1)),
        paper_feminine=Stems(paper["feminine"].texts(1)),
        role_masculine=Stems(role["masculine"].texts(1)),
        role_feminine=Stems(role["feminine"].texts(1)),
        note=note["text"].text(),
        sources=tuple(dict.fromkeys(used)),
    )


def load_structure(path: Path, sources: Collection[str]) -> StructureRules:
    """Return the weights of a whole posting and what is said about its parts; the weights must add up to 100."""
    node = read(path).mapping(
        {"weights", "most_years", "most_must_haves", "most_list_items", "words", "longest_title", "grade_from", "rules"}
    )
    weights = {key: value.whole(0) for key, value in node["weights"].mapping(frozenset(PARTS)).items()}
    if sum(weights.values()) != 100:
        raise node["weights"].wrong(f"the weights must add up to 100, but they make {sum(weights.values())}.")
    words = node["words"].mapping({"least", "most"})
    remarks: dict[str, Remark] = {}
    for entry in node["rules"].entries(1):
        remark = _remark(entry, sources)
        if remark.id in remarks:
            raise entry.wrong(f"the rule {remark.id!r} stands twice.")
        remarks[remark.id] = remark
    return StructureRules(
        weights={part: weights[part] for part in PARTS},
        most_years={key: value.whole(0) for key, value in node["most_years"].items()},
        most_must_haves=node["most_must_haves"].whole(1),
        most_list_items=node["most_list_items"].whole(1),
        least_words=words["least"].whole(1),
        most_words=words["most"].whole(1),
        longest_title=node["longest_title"].whole(1),
        grade_from=node["grade_from"].whole(1),
        remarks=remarks,
    )


def _remark(node: Node, sources: Collection[str]) -> Remark:
    node.mapping({"id", "severity", "evidence", "sources", "message", "advice"}, {"alternatives"})
    return Remark(
        id=node["id"].one_of(frozenset(REMARKS)),
        severity=Severity(node["severity"].one_of(frozenset(Severity))),
        evidence=Evidence(node["evidence"].one_of(frozenset(Evidence))),
        sources=cited(node["sources"], sources),
        message=node["message"].text(),
        advice=node["advice"].text(),
        alternatives=_texts(node, "alternatives"),
    )


def _rule(node: Node, sources: Collection[str]) -> Rule:
    node.mapping(_RULE, _RULE_MAY | _GATES)
    listed, special, least, swaps, advice, line_out = (
        node.get(key) for key in ("phrases", "special", "least", "swaps", "advice", "line_out")
    )
    if (listed is None) == (special is None):
        raise node.wrong("write either 'phrases' or 'special'.")
    return Rule(
        id=node["id"].text(),
        category=node["category"].text(),
        catches=node["catches"].text(),
        severity=Severity(node["severity"].one_of(frozenset(Severity))),
        evidence=Evidence(node["evidence"].one_of(frozenset(Evidence))),
        sources=cited(node["sources"], sources),
        phrases=phrases(listed) if listed else (),
        message=node["message"].text(),
        alternatives=node["alternatives"].texts(),
        advice=advice.text() if advice and advice.value else "",
        swaps={key: value.texts() for key, value in swaps.items()} if swaps else {},
        least=least.whole(1) if least else 1,
        special=Special(special.one_of(frozenset(Special))) if special else None,
        line_out=line_out.truth() if line_out else False,
        gates=_gates(node),
        examples=node["examples"].texts(1),
        fine=node["fine"].texts(1),
    )


def _gates(node: Node) -> Gates:
    pay, names, denied, longest = (node.get(key) for key in ("unless_pay", "names", "denied", "longest_sentence"))
    return Gates(
        only_in=_sections(node, "only_in"),
        not_in=_sections(node, "not_in"),
        unless=_nearby(node, "unless"),
        only_with=_nearby(node, "only_with"),
        unless_anywhere=_nearby(node, "unless_anywhere"),
        unless_pay=pay.truth() if pay else False,
        names=names.truth() if names else False,
        exact_case=_texts(node, "exact_case"),
        longest_sentence=longest.whole(1) if longest else 0,
        denied=denied.truth() if denied else True,
    )


def _texts(node: Node, key: str) -> tuple[str, ...]:
    found = node.get(key)
    return found.texts(1) if found else ()


def _sections(node: Node, key: str) -> frozenset[Section]:
    found = node.get(key)
    return frozenset(Section(one.one_of(frozenset(Section))) for one in found.entries(1)) if found else frozenset()


def _nearby(node: Node, key: str) -> tuple[str, ...]:
    """Phrases that are looked for around a find; they may begin with a number or a stem of two letters."""
    found = node.get(key)
    if found is None:
        return ()
    listed = found.texts(1)
    try:
        any_of(listed)
    except BadPhrase as error:
        raise found.wrong(str(error)) from error
    return listed


def cited(node: Node, known: Collection[str]) -> tuple[str, ...]:
    """Return the sources of a list; each must stand in `data/sources/`."""
    for source in node.entries(1):
        if source.text() not in known:
            raise source.wrong(f"the source {source.text()!r} is not in data/sources/.")
    return node.texts(1)
