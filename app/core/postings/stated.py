"""What a pasted posting states in so many words: who hires, where to apply, the manager, tools, the use of AI."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.posting_text.blocks import Block, Kind, Section
from app.core.posting_text.reading import Reading
from app.core.postings.brief import LONGEST_LINE

_NAME = r"(?:[A-Z0-9][\w&.'’-]*)(?: (?:[A-Z0-9&][\w&.'’-]*|of|and|the|for)){0,4}"
_LABELED_EMPLOYER = re.compile(r"^[\s*_]*(?:employer|company|organi[sz]ation)[*_ ]*:[*_ ]*(?P<name>.+)$", re.I | re.M)
_ABOUT = re.compile(rf"^about (?P<name>{_NAME})[\s:?!*]*$")
_SUBJECT = re.compile(rf"^(?:At )?(?P<name>{_NAME})(?:,? (?:we|is|are|was|has|have)\b|,? [a-z]+s\b)")
_NO_NAMES = frozenset(
    {"about", "we", "our", "you", "the", "this", "at", "us", "join", "in", "as", "who", "what", "they"}
)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MANAGER = re.compile(
    r"\b[Rr]eport(?:s|ing)?(?: directly)? (?:in)?to[*_ ]*:?[*_ ]+(?P<manager>(?:(?:the|our|a|an) )?(?:Sr\. )?"
    r"[A-Z][\w&/+’'-]*(?:(?: of| and| for| the|,)? [A-Z&][\w&/+’'-]*)*)",
)
_AI = re.compile(r"\b(?:artificial intelligence|AI|machine learning|automated (?:tools?|decisions?|screening))\b")
_SCREENING = re.compile(
    r"\b(?:screen|assess|select|review|rank|evaluat|shortlist|short-list|filter|sort|scor)\w*\b", re.I
)
_APPLICANTS = re.compile(r"\b(?:applica|candidate|résumé|resume|hiring|recruit)\w*\b", re.I)
_NOT = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.I)
SHORT_BLOCK = 400  # characters: what stands around the sentence on AI belongs to it


@dataclass(frozen=True)
class AiUse:
    """What the text says of artificial intelligence in hiring, and whether it says that it is used."""

    statement: str
    used: bool
    block: Block


def employer(reading: Reading) -> str:
    """The employer's name behind a label, on a line “About …”, or as the subject of what is told about them."""
    labeled = _LABELED_EMPLOYER.search(reading.text[:6000])
    if labeled is not None:
        return labeled["name"].strip(" *_")[:LONGEST_LINE]
    for block in reading.blocks:
        words = reading.shown(block.span).strip(" #*_\n")
        about = _ABOUT.match(words[:1].lower() + words[1:]) if block.kind is not Kind.BULLET else None
        if about is not None and _is_name(about["name"]):
            return about["name"]
    told = (_SUBJECT.match(reading.shown(block.span)) for block in reading.items(Section.COMPANY))
    return next((one["name"] for one in told if one is not None and _is_name(one["name"])), "")


def _is_name(words: str) -> bool:
    return words.split(maxsplit=1)[0].lower() not in _NO_NAMES


def address(reading: Reading) -> str:
    """Where to apply: an address where the text speaks of applying, else the only one there is."""
    found = list(_ADDRESS.finditer(reading.text))
    asked = [one for one in found if _is_on_applying(reading, one.start())]
    chosen = asked[:1] or (found if len(found) == 1 else [])
    return chosen[0].group().rstrip(".,;:") if chosen else ""


def _is_on_applying(reading: Reading, place: int) -> bool:
    block = reading.block_at(place)
    if block is None:
        return False
    cues = reading.found.get("cue:how_to_apply", ())
    return block.section is Section.PROCESS or any(block.start <= cue.start < block.end for cue in cues)


def manager(reading: Reading) -> str:
    """Whom the person reports to, such as “the VP of Engineering”."""
    found = _MANAGER.search(reading.text)
    return found["manager"][:LONGEST_LINE] if found else ""


def tools(reading: Reading, known: Iterable[str], most: int) -> tuple[str, ...]:
    """The known tools that the text names, in its order."""
    places = {name: re.search(rf"(?<!\w){re.escape(name)}(?!\w)", reading.text) for name in known}
    found = sorted((match.start(), name) for name, match in places.items() if match is not None)
    return tuple(name for _, name in found)[:most]


def ai_use(reading: Reading) -> AiUse | None:
    for found in _AI.finditer(reading.text):
        block, sentence = reading.block_at(found.start()), reading.shown(reading.sentence_at(found.start())).strip()
        if block is not None and _SCREENING.search(sentence) and _APPLICANTS.search(sentence):
            told = reading.shown(block.span) if block.end - block.start <= SHORT_BLOCK else sentence
            return AiUse(" ".join(told.split()), _NOT.search(sentence) is None, block)
    return None
