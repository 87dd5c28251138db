"""Words that are numbers, and words that numbers count."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLIERS = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "mil": 1e6, "mill": 1e6, "mln": 1e6,
    "mm": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
    "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7, "mio": 1e6,
    "miljoen": 1e6, "mil.": 1e6, "mrd": 1e9,
}  # fmt: skip
NUMBER = (
    r"(?:\d+,\d{1,2}(?=\s?(?:%|mi[ol]|mln|mill|bn|mrd|€|eur|m\b))"
    r"|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
)
TIMES = (
    r"(?:[\s-]?(?:hundred|thousand|millions?|mill?(?!\s+(?:road|rd|street|st|lane|ln|hill)\b)|mln|mm|mn|mio|billion|bn|bln|trillion|tn|lakhs?|lacs?|"
    r"miljoen|mil\.|mrd|crores?|cr)(?![a-z])|\s?[kmb](?![a-z²³]))"
)
SPELLED = (
    rf"(?:(?:{'|'.join(TENS)})[\s-](?:{'|'.join(list(ONES)[:9])})|"
    rf"{'|'.join(sorted([*ONES, *TENS], key=len, reverse=True))}|a\s+dozen|dozen)"
    r"(?:[\s-](?:hundred|thousand|million|billion|lakhs?|crores?))?"
)

PEOPLE = word_set(
    """people person persons employees employee staff staffs engineers engineer developers developer members member fte
    ftes contractors contractor associates associate technicians technician analysts analyst students student
    consultants consultant testers tester designers designer managers manager leads volunteers volunteer
    personnel reports individuals workers worker learners attendees participants trainees nurses physicians
    clinicians teachers drivers agents agent soldiers sailors marines undergraduates graduates interns intern
    specialists specialist coordinators coordinator scientists scientist resources colleagues supervisors
    supervisor executives directors therapists officers operators strong headcount heads hires co-facilitators
    facilitators professionals mechanics electricians crew architects pms tpms users"""
)
TIME_UNITS = {
    "second": "second", "seconds": "second", "sec": "second", "secs": "second", "ms": "millisecond",
    "milliseconds": "millisecond", "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
    "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "day": "day", "days": "day", "week": "week",
    "weeks": "week", "wk": "week", "wks": "week", "fortnight": "fortnight", "fortnights": "fortnight",
    "sprint": "sprint", "sprints": "sprint", "month": "month", "months": "month", "mo": "month", "mos": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "weekend": "weekend", "weekends": "weekend", "night": "night", "nights": "night",
}  # fmt: skip
# What is good to have none of.
ABSENT = (
    r"(?:accidents?|incidents?|injur(?:y|ies)|deficienc(?:y|ies)|defects?|errors?|outages?|downtime|"
    r"findings?|loss(?:es)?|"
    r"violations?|complaints?|escalations?|rework|rollbacks?|roll-backs?|delays?|interruptions?|"
    r"disruptions?|breach(?:es)?|"
    r"failures?|bugs?|discrepanc(?:y|ies)|non-?conformit(?:y|ies)|non-?conformances?|casualt(?:y|ies)|fatalit(?:y|ies)|"
    r"attrition|turnover|regressions?|slippages?|slips?|overruns?|penalt(?:y|ies)|citations?|"
    r"observations?|exceptions?|churn|"
    r"claims?|disputes?|change\s+orders?|variations?|glitch(?:es)?|gaps?|grievances?|remarks?|"
    r"objections?|waivers?|recalls?|"
    r"stoppages?|stops?|breaks?|lockouts?|stockouts?|off-hire|questioned\s+costs|disallowed\s+costs|"
    r"surprises?|reopens?|"
    r"missed\s+(?:deadlines?|milestones?|deliver(?:y|ies)|dates?)|lost[\s-](?:time|files?|data|"
    r"lessons?|days?|records?|orders?)|"
    r"data\s+loss|departures?|resignations?|blockers?|requirements\s+for\s+improvement|impact)"
)
CURRENCIES = {
    "US$": "USD", "USD": "USD", "U.S. $": "USD", "CA$": "CAD", "C$": "CAD", "CAD": "CAD", "A$": "AUD", "AU$": "AUD",
    "AUD": "AUD", "NZ$": "NZD", "NZD": "NZD", "S$": "SGD", "SGD": "SGD", "HK$": "HKD", "HKD": "HKD", "R$": "BRL",
    "MX$": "MXN", "$": "USD", "£": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "Euro": "EUR",
    "¥": "JPY", "JPY": "JPY",
    "CNY": "CNY", "RMB": "CNY", "₹": "INR", "Rs.": "INR", "Rs": "INR", "INR": "INR", "CHF": "CHF", "SEK": "SEK",
    "NOK": "NOK", "DKK": "DKK", "PLN": "PLN", "AED": "AED", "SAR": "SAR", "QAR": "QAR", "ZAR": "ZAR", "₪": "ILS",
    "₩": "KRW", "KRW": "KRW", "₦": "NGN", "NGN": "NGN", "KES": "KES", "₱": "PHP", "PHP": "PHP", "BRL": "BRL",
    "MYR": "MYR", "RM": "MYR",
}  # fmt: skip
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "us$": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "€": "EUR", "pounds": "GBP", "pound": "GBP", "gbp": "GBP", "£": "GBP", "rupees": "INR", "inr": "INR", "yen": "JPY",
    "cad": "CAD", "aud": "AUD", "sgd": "SGD", "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN",
    "aed": "AED", "zar": "ZAR", "francs": "CHF", "kr": "SEK",
}  # fmt: skip


def number(digits: str, times: str | None = None) -> float:
    """The value of digits with an optional multiplier: 1,20,000 and 3.2 M and 40 Cr."""
    factor = MULTIPLIERS[times.strip(" -").lower()] if times and times.strip(" -") else 1.0
    european = re.fullmatch(r"\d+,\d{1,2}", digits) is not None
    return float(digits.replace(",", "." if european else "")) * factor


def spelled(words: str) -> float:
    """The value of a spelled number: twenty-five, three hundred, a dozen."""
    total = 0.0
    for word in words.lower().replace("-", " ").split():
        if word in ONES or word in TENS:
            total += ONES.get(word) or TENS[word]
        elif word == "dozen":
            total = (total or 1) * 12
        elif word in MULTIPLIERS:
            total = (total or 1) * MULTIPLIERS[word]
    return total


def unit_of(noun: str) -> str:
    """The unit that a counted noun stands for; people are people, whatever their trade."""
    plain = noun.lower().strip(".,;:'’-")
    if plain in PEOPLE:
        return "people"
    return TIME_UNITS.get(plain) or _singular(plain)


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
