"""What editors get wrong in opening hours, in plain words and with the line as it should be."""

import re
from collections.abc import Callable

EXAMPLE = "Mo-Fr 09:00-12:00,13:00-17:00"
_DAYS = {
    "Mo": "maandag ma lundi lun lu montag mon monday",
    "Tu": "dinsdag di mardi mar dienstag die tue tues tuesday",
    "We": "woensdag woe wo mercredi mer me mittwoch mit mi wed wednesday",
    "Th": "donderdag do jeudi jeu je donnerstag don thu thur thurs thursday",
    "Fr": "vrijdag vrij vr vendredi ven ve freitag fre fri friday",
    "Sa": "zaterdag zat za samedi sam samstag sat saturday",
    "Su": "zondag zon zo dimanche dim sonntag son sun sunday",
}
_DAY_OF = {word: day for day, words in _DAYS.items() for word in (*words.split(), day.casefold())}
_DUTCH = re.compile(r"\b(?:woe?|do|vr|vrij|zat?|zon?|[a-z]+dag)\b|\d\s*u", re.IGNORECASE)
_FRENCH = re.compile(r"\b(?:lun?|mer?|jeu?|ven?|sam|dim|[a-z]+di|dimanche)\b|\d\s*h", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TO = re.compile(r"\s*(?:\b(?:tot|tot en met|t/m|au|à|bis|to|until|till)\b|[–—−-])\s*", re.IGNORECASE)
_TIME = re.compile(r"(?<![\d:.])(\d{1,2})\s*(?:(?:[:.]|[hu])(\d{2})|[hu](?:r|ur|res?)?\b)?(?=[\s,;-]|$)", re.IGNORECASE)
_RULES = re.compile(r";|\|\||(?<=:\d\d),(?=\s*(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b)")
_COMMENT = re.compile(r'"[^"]*"')
_OPENS_ALWAYS = re.compile(r"24/7|\d:\d|\b(?:off|closed|unknown)\b|\b(?:sunrise|sunset|dawn|dusk)\b")


def find_mistake(hours: str, is_readable: Callable[[str], bool] | None = None) -> str:
    """Return what is wrong with a line that cannot be read, and the line that was probably meant."""
    if not hours.strip():
        return "The opening hours are empty. Leave the line out if they are not known."
    sentence = _describe(hours)
    meant = _repair(hours)
    if is_readable is not None and meant != hours and is_readable(meant):
        return f'{sentence} Did you mean "{meant}"?'
    return f'{sentence} For example: "{EXAMPLE}".'


def find_silent_mistake(hours: str) -> str | None:
    """Return what is wrong with a line that can be read but says something nobody means, or None."""
    if not hours.strip():
        return find_mistake(hours)
    plain = _COMMENT.sub("", hours)
    if re.search(r"\bSH\b", plain):
        return 'School holidays (SH) are not known for Belgium. Write the dates: "2027 Jul 1-2027 Aug 31 off".'
    for rule in _RULES.split(hours):
        if '"' not in rule and _WORD.search(rule) and not _OPENS_ALWAYS.search(rule):
            return (
                f'"{rule.strip()}" has days but no hours, so it would be open day and night. For example: "{EXAMPLE}".'
            )
    return None


def _describe(hours: str) -> str:
    plain = _COMMENT.sub("", hours)
    if re.search(r"\b24\s*h?\s*/\s*24|24\s*(?:h|uur|hours)\b", plain, re.IGNORECASE):
        return 'Open day and night is written "24/7".'
    if any(word.casefold() in _DAY_OF and word not in _DAYS for word in _WORD.findall(plain)):
        return "The days are written in English, with two letters: Mo Tu We Th Fr Sa Su."
    if any(int(hour) > 24 for hour in re.findall(r"\b(\d{2}):\d{2}", plain)):  # noqa: PLR2004 - hours of a day
        return "A day has 24 hours."
    if re.match(r"\s*\d{1,2}[:.hu]", plain) and re.search(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b", plain):
        return "The days come first, then the hours."
    if not re.search(r"\b\d{1,2}:\d{2}", plain):
        return "Hours are written with a colon and two digits for the minutes."
    return "These opening hours cannot be read."


def _repair(hours: str) -> str:
    """Write days and times as OpenStreetMap does, as far as they can be recognised."""
    if re.fullmatch(r"\s*(?:24\s*h?\s*/\s*24|24\s*(?:h|uur|hours))(?:\s*,?\s*7\s*/\s*7)?\s*", hours, re.IGNORECASE):
        return "24/7"
    days = _days_of_language(hours)
    line = _TO.sub("-", hours)
    line = _WORD.sub(lambda word: days.get(word[0].casefold(), word[0]), line)
    line = _TIME.sub(lambda time: f"{int(time[1]):02}:{time[2] or '00'}", line)
    line = re.sub(r"\s+(?:et|en|und|and|&)\s+", ",", line)
    return re.sub(r"(\d{2}:\d{2})\s+(?=\d{2}:)", r"\1,", " ".join(line.split()))


def _days_of_language(hours: str) -> dict[str, str]:
    """Return what each word for a day means; "ma" and "di" are other days in Dutch than in French."""
    if _DUTCH.search(hours):
        return _DAY_OF
    if _FRENCH.search(hours):
        return _DAY_OF | {"ma": "Tu", "di": "Su"}
    return {word: day for word, day in _DAY_OF.items() if word not in {"ma", "di"}}
