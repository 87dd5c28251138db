"""Pay in a posting: amounts that somebody will be paid, told from all the other money in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from app.core.phrases import Span
from app.core.posting_text.blocks import Section
from app.core.posting_text.reading import Reading

_SIGNS = {
    "us$": "USD", "usd$": "USD", "ca$": "CAD", "cad$": "CAD", "c$": "CAD", "a$": "AUD", "au$": "AUD", "aud$": "AUD",
    "nz$": "NZD", "nzd$": "NZD", "s$": "SGD", "sgd$": "SGD", "hk$": "HKD", "r$": "BRL", "mx$": "MXN", "€": "EUR",
    "eur€": "EUR",
    "£": "GBP", "gbp£": "GBP", "₹": "INR", "rs": "INR", "rs.": "INR", "zł": "PLN", "zl": "PLN", "kč": "CZK", "¥": "JPY",
    "₱": "PHP", "php": "PHP", "chf": "CHF", "fr.": "CHF", "euro": "EUR", "euros": "EUR", "dollars": "", "pounds": "GBP",
}  # fmt: skip
_CODES = (
    "usd|cad|aud|nzd|sgd|hkd|eur|gbp|inr|pln|czk|chf|sek|nok|dkk|jpy|brl|mxn|php|ils|zar|aed|huf|ron|bgn"
    "|cny|krw|myr|thb"
)
_BEFORE = (
    rf"(?:(?:us|usd ?|ca|cad ?|c|a|au|aud ?|nz|nzd ?|s|sgd ?|hk|r|mx)?\$|(?:eur ?)?€|(?:gbp ?)?£|[₹¥₱]"
    rf"|\brs\.?|\b(?:{_CODES})\b)"
)
_AFTER = rf"(?:€|£|zł|zl\b|kč|\$|(?:{_CODES}|euros?|pounds)\b)"
_NUMBER = r"(?:\d{1,3}(?:[,.' ]\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:,\d{2})+,\d{3}|\d+(?:[.,]\d{1,2})?)(?![\d%])"
_TIMES = r"(?:k\b|thousand\b|(?:mm|mn|m|million|mio|bn|b|billion|lakhs?|lpa|crores?)\b)"
_EACH = (
    r"(?:/|per |a |an |p\.? ?)(?:year|yr|annum|a\.|hour|hr|h\b|month|mo\b|mth|week|day|pa\b|a\b)|annually"
    r"|yearly|monthly|hourly|/ ?(?:y|h|m)\b"
)
_TO = r"\s{0,2}(?:-|–|—|‒|−|\bto\b|\band\b|\bthrough\b|\bup to\b|~)\s{0,2}"


def _amount(n: int) -> str:
    return (
        rf"(?P<before{n}>{_BEFORE})? ?(?P<number{n}>{_NUMBER}) ?(?P<times{n}>{_TIMES})?(?P<plus{n}>\+)? ?"
        rf"(?P<after{n}>{_AFTER})?(?: ?(?:gross|base))?(?: ?\(?(?P<each{n}>{_EACH})\)?)?"
    )


_MONEY = re.compile(rf"(?<![\w.,$€£]){_amount(1)}(?:{_TO}{_amount(2)})?(?!\w)")
_DIGITS = re.compile(r"\d+")
_SIGN_BEFORE = re.compile(rf"(?<![\w.,$€£]){_BEFORE} ?$")
LONGEST_SIGN = 7  # characters of a currency before its amount, with the blank
_MILLIONS = re.compile(r"(?:mm|mn|m|million|mio|bn|b|billion)$", re.IGNORECASE)
_PERIODS = (
    ("YEAR", re.compile(r"year|yr|annum|annual|\bp\.? ?a\b|/ ?y|annually|a\.")),
    ("HOUR", re.compile(r"hour|hr|/ ?h|\bh\b")),
    ("MONTH", re.compile(r"month|mo\b|mth|/ ?m")),
)

# What an amount is for is said by the nearest of these words.
_PAY = (
    r"salary|salaries|compensation|base|pays?|paying|paid|wages?|remuneration|ote|earnings?|earn|hourly rate"
    r"|day rate|rate|ctc"
)
_NOT_PAY = (
    r"budgets?|revenues?|funding|raised|raise|series [a-f]|valuation|valued|worth|totall?ing|arr|aum|investments?"
    r"|investors?|savings?|saved|allowances?|reimburse\w*|bonus(?:es)?|referral|per diem|401|insurance|fund|grants?"
    r"|spend|spending|deals?|sales|assets|credits?|equity|stock|shares|options|tuition|donat\w*|gifts?|fees?|costs?"
    r"|turnover|profit|transactions?|stipend|wellness|equipment|setup|home office|lunch|meals?|food|childcare|learning"
    r"|training|match|matching|pension|relocation|vouchers?|tickets?|expenses?|benefits?|deductible|coverage|cover"
    r"|assistance|award|prize"
)
_NOT_PAY_BEHIND = r"projects?|programs?|portfolio|contracts?|customers?|merchants?|market|plan|compan(?:y|ies)|package"
_CUES_BEFORE = re.compile(rf"(?<!\w)(?:(?P<pay>{_PAY})|(?P<other>{_NOT_PAY}))(?!\w)")
_CUES_BEHIND = re.compile(rf"(?<!\w)(?:(?P<pay>{_PAY})|(?P<other>{_NOT_PAY}|{_NOT_PAY_BEHIND}))(?!\w)")
_TURN = re.compile(r"[;|\n]|[.!?](?=\s|$)|,|\bplus\b|\+| and ")
_LABEL = re.compile(r"(?:salary|pay|compensation|base|rate|wage|remuneration|ote)[^.\n]{0,40}$", re.IGNORECASE)
_UP_TO = re.compile(r"(?:up to|max(?:imum)?(?: of)?|no more than|to a maximum of)\s*$", re.IGNORECASE)
_FROM = re.compile(
    r"(?:from|starting at|starts at|starting from|minimum(?: \w+){0,2}|at least|min\.?|above|over)(?: (?:is"
    r"|of))?\s*$",
    re.IGNORECASE,
)
LEAST_A_YEAR = 10_000  # an amount from here on, with no period, is taken for a year's
LEAST_DIGITS = 4  # of a number that counts as money without a currency: a year has as many
MOST_A_YEAR = 50_000_000
MOST_AMOUNTS = 400  # that are looked at: a text with more is no posting
CLOSE_BY, FAR_BY = 40, 160  # characters before an amount within which a word says what it is for


@dataclass(frozen=True)
class FoundPay:
    """A pay range in a text; `assumed` names what the text leaves open and had to be taken from its size or place."""

    min: Decimal | None
    max: Decimal | None
    currency: str
    period: str
    assumed: tuple[str, ...]
    span: Span


def find(reading: Reading, dollar: str = "USD") -> tuple[FoundPay, ...]:
    """Return every pay range, in order; `dollar` is the currency that a bare $ means in the posting's places."""
    found: list[FoundPay] = []
    for match in islice(_money(reading.folded), MOST_AMOUNTS):
        pay = _pay(reading, match, dollar)
        if pay is not None and not any(_same(pay, one) for one in found):
            found.append(pay)
    return tuple(found)


def _money(folded: str) -> Iterator[re.Match[str]]:
    """Every amount and range, found by its digits."""
    done = 0
    for digits in _DIGITS.finditer(folded):
        if digits.start() < done:
            continue
        sign = _SIGN_BEFORE.search(folded, max(done, digits.start() - LONGEST_SIGN), digits.start())
        match = _MONEY.match(folded, sign.start() if sign else digits.start())
        if match is not None:
            done = match.end()
            yield match


def _same(one: FoundPay, other: FoundPay) -> bool:
    return (one.min, one.max, one.period) == (other.min, other.max, other.period)


def _pay(reading: Reading, match: re.Match[str], dollar: str) -> FoundPay | None:
    parts = match.groupdict()
    signs = [parts[name] for name in ("before1", "after1", "before2", "after2") if parts[name]]
    times = [parts[name] for name in ("times1", "times2") if parts[name]]
    is_range = parts["number2"] is not None
    labeled = _LABEL.search(reading.folded, max(0, match.start() - 60), match.start()) is not None
    if not signs and not (labeled and is_range and (times or len(parts["number1"]) > LEAST_DIGITS)):
        return None
    if any(_MILLIONS.match(one) for one in times):
        return None
    low, high = _amounts(parts)
    if low is None or low <= 0 or (high is not None and high < low):
        return None
    if not _is_for_work(reading, match, low, is_range):
        return None
    period, assumed_period = _period(reading, match, parts, high or low)
    if period is None:
        return None
    currency, assumed_currency = _currency(signs, dollar)
    assumed = tuple(
        name for name, is_assumed in (("currency", assumed_currency), ("period", assumed_period)) if is_assumed
    )
    least: Decimal | None = low
    most = high
    if not is_range:
        before = reading.folded[max(0, match.start() - 30) : match.start()]
        if _UP_TO.search(before):
            least, most = None, low
        elif parts["plus1"] or _FROM.search(before):
            least, most = low, None
        else:
            least, most = low, low
    return FoundPay(least, most, currency, period, assumed, Span(match.start(), match.end()))


def _amounts(parts: dict[str, str | None]) -> tuple[Decimal | None, Decimal | None]:
    """Both amounts; in "20-25k" and "$150-190k" the first is in thousands too."""
    low = _number(parts["number1"] or "", parts["times1"])
    if parts["number2"] is None:
        return low, None
    high = _number(parts["number2"], parts["times2"])
    if low is not None and high is not None and parts["times2"] and not parts["times1"] and low < 1000:
        low = _number(parts["number1"] or "", parts["times2"])
    return low, high


def _number(written: str, times: str | None) -> Decimal | None:
    digits = written.replace(" ", "").replace("'", "")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits) or re.fullmatch(r"\d{1,3}(?:,\d{2})+,\d{3}", digits):
        digits = re.sub(r"[.,]", "", digits)
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d{1,2}", digits):
        digits = digits.replace(",", "")
    else:
        digits = digits.replace(",", ".")
    if digits.count(".") > 1:
        return None
    factor = {"k": 1000, "t": 1000, "l": 100_000, "c": 10_000_000}.get((times or " ")[0].lower(), 1)
    return Decimal(digits) * factor


def _is_for_work(reading: Reading, match: re.Match[str], low: Decimal, is_range: bool) -> bool:
    """The nearest word behind the amount decides, else the nearest before it, else the heading above it."""
    folded = reading.folded
    behind = _TURN.split(folded[match.end() : match.end() + 45], maxsplit=1)[0]
    cue = _CUES_BEHIND.search(behind)
    if cue is not None and not (cue["pay"] is None and match["each1"] and is_range):
        return cue["pay"] is not None
    place = match.start()
    line = max(folded.rfind(mark, max(0, place - FAR_BY), place) for mark in ("\n", ". ", "|"))
    has_period = match["each1"] is not None or match["each2"] is not None
    # A range by the year or the hour is pay unless a word right beside it says otherwise.
    reach = CLOSE_BY if has_period and is_range else FAR_BY
    before = list(_CUES_BEFORE.finditer(folded, max(line, 0, place - reach), place))
    if before:
        return before[-1]["pay"] is not None
    block = reading.block_at(place)
    if block is not None and block.section is Section.PAY:
        return True
    if has_period:
        return is_range and (block is None or block.section is not Section.BENEFITS)
    return is_range and low >= LEAST_A_YEAR and _stands_alone(reading, match)


def _stands_alone(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the range is a field of its own, as in "Remote | $150k - $180k | Full-time"."""
    folded = reading.folded
    start = max(folded.rfind(mark, max(0, match.start() - 80), match.start()) for mark in "|\n•·")
    ends = [place for mark in "|\n•·" if (place := folded.find(mark, match.end(), match.end() + 80)) >= 0]
    left = (
        folded[start + 1 : match.start()] if start >= 0 else folded[: match.start()] if match.start() < 80 else "x" * 80
    )
    right = folded[match.end() : min(ends)] if ends else folded[match.end() : match.end() + 80]
    return len((left + right).split()) <= 3


def _period(
    reading: Reading, match: re.Match[str], parts: dict[str, str | None], amount: Decimal
) -> tuple[str | None, bool]:
    said = " ".join(part for part in (parts["each1"], parts["each2"]) if part)
    if not said:
        near = reading.folded[match.end() : match.end() + 40]
        found = re.match(rf"[^.\n;]{{0,30}}?\b({_EACH}|hourly|annual(?:ly)?)", near)
        before = reading.folded[max(0, match.start() - 60) : match.start()]
        said = (
            found[1]
            if found
            else next(iter(re.findall(r"annual|yearly|hourly|monthly|per hour|per year|per annum", before)), "")
        )
    for name, pattern in _PERIODS:
        if pattern.search(said):
            return name, False
    if "week" in said or "day" in said:
        return None, False
    if LEAST_A_YEAR <= amount <= MOST_A_YEAR:
        return "YEAR", True
    return None, False


def _currency(signs: list[str], dollar: str) -> tuple[str, bool]:
    named: list[str] = []
    bare = False
    for sign in signs:
        key = sign.replace(" ", "").lower()
        if key == "$":
            bare = True
        else:
            code = _SIGNS.get(key, key.upper())
            if code:
                named.append(code)
    if named:
        return named[0], False
    return dollar, bare or not signs
