"""Whether a password is easily guessed: measured on this machine, without asking anybody."""

from __future__ import annotations

import re

LEAST_LENGTH = 10
MOST_LENGTH = 200  # a hash of more would only keep the server busy
HARD_ENOUGH = 3  # zxcvbn's "safely unguessable": at least a hundred million guesses
FEWEST_OWN = 6  # characters that are not of the e-mail address
MEASURED = 72  # more characters would cost time and change nothing

_WHY = {
    "dictionary": "It rests on a word or a password that many people use",
    "spatial": "It follows a row of keys",
    "repeat": "It repeats itself",
    "sequence": "It is a sequence such as abcd or 6543",
    "regex": "It is mostly a year",
    "date": "It is mostly a date",
}


def weakness(password: str, known: tuple[str, ...] = ()) -> str | None:
    """Return why a password will not do, as a sentence, or None; `known` is what others know of the person."""
    if len(password) < LEAST_LENGTH:
        return f"Use at least {LEAST_LENGTH} characters. A few words in a row are easy to remember."
    if len(password) > MOST_LENGTH:
        return f"Use at most {MOST_LENGTH} characters."
    if _rests_on(password, known):
        return "This password is close to your e-mail address. Choose one that nobody can derive from it."
    from zxcvbn import zxcvbn  # its word lists are heavy, and few requests choose a password

    found = zxcvbn(password[:MEASURED])
    if found["score"] >= HARD_ENOUGH:
        return None
    widest = max(found["sequence"], key=lambda match: len(match["token"]))
    why = _WHY.get(widest["pattern"], "It is close to what attackers try first")
    return f"This password is easily guessed. {why}; add one or two unrelated words."


def _rests_on(password: str, known: tuple[str, ...]) -> bool:
    """Whether little is left of the password without the words that are known of the person."""
    left = password.casefold()
    words = (word for one in known for word in re.split(r"[\W_]+", one.casefold()) if len(word) > 3)
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "")
    return len(left) < FEWEST_OWN
