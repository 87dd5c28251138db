"""The trail of postings in words."""

from __future__ import annotations

SAID = {
    "wrote": "wrote it",
    "changed": "changed it",
    "signed_off": "signed off",
    "set_aside": "set aside",
    "taken_back": "took back the answer",
    "moved": "moved it",
    "shared": "made a link to it",
    "unshared": "withdrew a link to it",
}
