"""Which language a text is in, told from its smallest words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SMALL_WORDS = {
    "en": "the and of to in for with you we our is are will on as be your that or at from by this have an",
    "fr": "le la les des et du de un une pour vous dans nous sur au aux est en votre avec ce nos qui par notre",
    "de": "der die das und in den von zu mit für auf ist im du wir ein eine dich dem des sie unser bei oder als",
    "es": "el la los las de y en que para con un una por se su del al como nuestro más tu experiencia o es",
    "pt": "o a os as de e em que para com um uma por se do da dos das no na você nosso mais ou como ao",
    "it": "il la i le di e in che per con un una del della dei delle gli lo al alla nel sono tuo nostro come",
    "nl": "de het een en van in voor met je op aan te is wij ons bij als jij of naar dat onze zijn om over",
    "pl": "i w z na do się że o dla jest oraz od po za przez nie lub to jako w ramach nasz twój będzie pracy",
    "sv": "och att i en som på för med är du av till vi den ett om har det vår din kommer eller från inom",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
SAMPLE = 1000  # words
FEWEST_WORDS = 20  # below this a text is too short to tell, and is taken for English
SURELY_ENGLISH = 0.2  # no text in another language has so many of these
ENGLISH_AT_LEAST = 0.08  # a dry list of bullets still has one small word in twelve


@dataclass(frozen=True)
class Language:
    """The likeliest language; "unknown" when its small words are none that we know."""

    code: str
    share: float

    @property
    def is_english(self) -> bool:
        return self.code == "en"


def tell(words: Sequence[str]) -> Language:
    sample = [word for word in words[:SAMPLE] if not word.isdigit()]
    if len(sample) < FEWEST_WORDS:
        return Language("en", 1.0)
    english = sum(map(_WORDS["en"].__contains__, sample)) / len(sample)
    if english >= SURELY_ENGLISH:
        return Language("en", english)
    shares = {language: sum(map(small.__contains__, sample)) / len(sample) for language, small in _WORDS.items()}
    best = max(shares, key=lambda language: shares[language])
    if best == "en" or shares["en"] > 0.9 * shares[best]:
        best = "en"
    if shares[best] < (ENGLISH_AT_LEAST if best == "en" else 0.10):
        return Language("unknown" if shares["en"] < ENGLISH_AT_LEAST / 2 else "en", shares[best])
    return Language(best, shares[best])
