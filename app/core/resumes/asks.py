"""What a posting asks, sentence by sentence; its headings, places and titles ask for nothing."""

from __future__ import annotations

import re

_LINES = re.compile(r"[\n•]")
_SENTENCES = re.compile(r";|(?<=[.!?])\s")
_BULLET = re.compile(r"\s*[-*–·▪◦]\s")
_HEADING = re.compile(
    r"#|(?:(?:key|main|basic|minimum|preferred|desired|essential|core|job|your|our|the|other|additional)\s+)*(?:requirements?|"
    r"responsibilit(?:y|ies)|qualifications?|duties|skills?|experience|competenc(?:y|ies)|benefits|perks|tasks|profile|"
    r"description|summary|overview|role|position|opportunity|expectations|compensation|salary|pay|education)"
    r"(?:\s+(?:and|&)\s+\w+|\s+required)?\W*$|(?:about|what|who|why|how|where)\s[^.]{0,40}$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s*(?:locations?|place|work\s?(?:mode|place)|office|department|employment(?:\s+type)?|job\s+type|schedule|reports\s+to|"
    r"title|posted|salary|pay)\s*:|.{0,70}\((?:[^)]*\b)?(?:hybrid|remote|on[\s-]?site|in[\s-]office)\b[^)]*\)\s*$|"
    r"\s*(?:fully\s+)?(?:hybrid|remote|on[\s-]?site)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:manager|director|coordinator|lead|head|officer|master|owner|specialist|consultant)\b(?:[\s,()/–-]+\w+){0,4}\W*$",
    re.IGNORECASE,
)
LONGEST_HEADING = 6  # words
LONGEST_TITLE = 10


def asks_of(posting: str) -> tuple[str, ...]:
    """The sentences of a posting that can ask for something; no headings, places and titles."""
    lines = [line for line in _LINES.split(posting) if line.strip()]
    return tuple(
        sentence
        for place, line in enumerate(lines)
        if not _is_frame(line, is_first=place == 0)
        for told in _SENTENCES.split(line)
        if (sentence := told.strip(" -*–·▪◦\t")) and not (place == 0 and _is_title(sentence))
    )


def _is_frame(line: str, *, is_first: bool) -> bool:
    """A heading, a place or a title: what stands around the asking."""
    bare, bullet = line.strip(" *_\t"), _BULLET.match(line) is not None
    count = len(bare.split())
    if _PLACE.match(bare) or (is_first and _is_title(bare)):
        return True
    if bullet:
        return False
    loud = bare.isupper() and count <= LONGEST_HEADING
    return (
        loud
        or (bare.endswith(":") and count <= LONGEST_TITLE)
        or (_HEADING.match(bare) is not None and count <= LONGEST_HEADING)
    )


def _is_title(text: str) -> bool:
    return len(text.split()) <= LONGEST_TITLE and _TITLE.search(text) is not None
