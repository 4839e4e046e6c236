"""Numbers, dates, money, distances, lists and telephone numbers as a reader expects them."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

import phonenumbers
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from bot.i18n.ethiopian import add_ethiopian_day, find_pattern, mark_hours
from bot.i18n.locales import cldr_of
from bot.i18n.units import KILOMETRES

COUNTRY = "BE"
_SIGNS = {"EUR": "€"}
"""Some languages write the code in CLDR; on Belgian prices stands the sign."""
_YEAR_SIGN = re.compile(r"(\s[гр])?\.$")
"""Russian, Ukrainian and Serbian end a date with a point of its own, which a sentence then doubles."""
_SHORT_NUMBER_DIGITS = 6
_NATIONAL_FIRST = frozenset(
    {phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.SHARED_COST}
    | {phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.UAN}
)


def is_short_number(number: str) -> bool:
    """Tell whether this is a number such as 112 or 1712, dialled as it stands."""
    return number.isdigit() and len(number) <= _SHORT_NUMBER_DIGITS


@lru_cache(maxsize=1024)
def format_phone(number: str) -> str:
    """Return a number as it is printed: "+32 2 488 77 00", "112", "0800 32 745 (+32 800 32 745)".

    Telegram makes only numbers with + tappable; a free number is dialled 0800 on any other telephone: both stand.
    """
    if is_short_number(number):
        return number
    parsed = phonenumbers.parse(number, COUNTRY)
    international = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    if phonenumbers.number_type(parsed) not in _NATIONAL_FIRST:
        return international
    national = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return f"{national} ({international})"


def find_phone_fault(number: str) -> str | None:
    """Say what is wrong with a telephone number, or None."""
    if is_short_number(number):
        parsed = phonenumbers.parse(number, COUNTRY)
        return None if phonenumbers.is_valid_short_number_for_region(parsed, COUNTRY) else "is no Belgian short number"
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return "cannot be read as a telephone number with its country code"
    return None if phonenumbers.is_valid_number(parsed) else "does not exist: a digit is missing or too many"


def dial_link(number: str) -> str:
    """Return the tel: address of a number (RFC 3966)."""
    return f"tel:{number}"


def format_day(day: date, locale: str) -> str:
    """Return a day in words: "20 November 2026"."""
    return _write_date(day, find_pattern("day", locale) or "long", locale)


def format_full_day(day: date, locale: str) -> str:
    """Return a day that a deadline hangs on, with its weekday: "Tuesday, 24 November 2026".

    In languages whose readers may use the Ethiopian calendar, the day stands in both.
    """
    return add_ethiopian_day(day, _write_date(day, find_pattern("full-day", locale) or "full", locale), locale)


def format_short_day(day: date, locale: str) -> str:
    """Return a day for a button: "Tue 24 Nov"."""
    pattern = find_pattern("short-day", locale)
    return _write_date(day, pattern, locale) if pattern else _write_skeleton(day, "MMMEd", locale)


def format_partial_date(value: str, locale: str) -> str:
    """Return "2021", "May 2021" or "3 May 2021" for "2021", "2021-05", "2021-05-03"."""
    parts = [int(part) for part in value.split("-")]
    day = date(*(*parts, 1, 1)[:3])
    if len(parts) == 1:
        pattern = find_pattern("year", locale)
        return _write_date(day, pattern, locale) if pattern else value
    if len(parts) == 2:  # noqa: PLR2004 - year and month
        pattern = find_pattern("month", locale)
        return (
            _write_date(day, pattern, locale) if pattern else _YEAR_SIGN.sub("", _write_skeleton(day, "yMMMM", locale))
        )
    return format_day(day, locale)


def _write_date(day: date, pattern: str, locale: str) -> str:
    return _YEAR_SIGN.sub("", format_date(day, pattern, locale=cldr_of(locale)))


def _write_skeleton(day: date, skeleton: str, locale: str) -> str:
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day, not a moment
    return format_skeleton(skeleton, moment, locale=cldr_of(locale))


def format_weekday_time(moment: datetime, locale: str) -> str:
    """Return "Monday 09:00"; the hour with Latin digits, as on Belgian signs."""
    weekday = format_date(moment.date(), "EEEE", locale=cldr_of(locale))
    return f"{weekday} {format_time(moment, locale)}"


def format_time(moment: datetime, locale: str) -> str:
    """Return "09:00"; with the part of the day where readers may count hours from six in the morning."""
    return mark_hours(moment.strftime("%H:%M"), locale)


def format_number(number: Decimal, locale: str) -> str:
    """Return a number with the language's separators."""
    return format_decimal(number, locale=cldr_of(locale), numbering_system="latn")


def format_amount(number: Decimal, currency: str, locale: str) -> str:
    """Return an amount of money with the language's separators."""
    written = format_currency(number, currency, locale=cldr_of(locale), numbering_system="latn")
    return written.replace(currency, _SIGNS.get(currency, currency))


def format_distance(kilometres: float, locale: str) -> str:
    """Return a distance rounded to what a reader can use, never broken before its unit: 0.3 km, 2.4 km, 17 km."""
    rounded = Decimal(str(round(kilometres, 1))) if kilometres < 10 else Decimal(round(kilometres))  # noqa: PLR2004 - km
    return f"{format_number(rounded, locale)}\N{NO-BREAK SPACE}{KILOMETRES.get(locale, 'km')}"


def join_words(words: list[str], locale: str) -> str:
    """Return "A, B and C"; with commas alone where CLDR has no list pattern (Babel raises KeyError for some)."""
    try:
        return format_list(words, style="standard", locale=cldr_of(locale))
    except KeyError:
        return ", ".join(words)
