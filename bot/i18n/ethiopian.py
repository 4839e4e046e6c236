"""Dates and hours that readers of Amharic and Tigrinya cannot take for those of another calendar and clock.

In Ethiopia a month begins some ten days after ours, the year is seven or eight lower, and hours are counted from
six in the morning: their 2:00 is our 08:00. Eritrea writes our calendar with the names of the Ethiopian months. So
Tigrinya dates stand in digits, as on Belgian papers, with the name of the calendar; Amharic ones have the European
names of months; a day that starts or ends a deadline stands in both calendars; an hour says its part of the day.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

DateKind = Literal["day", "full-day", "short-day", "month", "year"]

_EPOCH = date(8, 8, 27).toordinal()
"""The Ethiopian year 1 begins on 29 August of the year 8 in the Julian calendar, 27 August in ours."""
_HOUR = re.compile(r"\b([0-9]{1,2}):[0-9]{2}\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """How a language says dates and hours.

    `patterns` are those of CLDR's own forms that can be mistaken. `both` joins a written day to the same day in the
    Ethiopian calendar, whose `months` are thirteen. `parts` are the parts of a day, each with its first hour.
    """

    patterns: dict[DateKind, str]
    both: str
    months: tuple[str, ...]
    parts: tuple[tuple[int, str], ...]


WORDINGS = {
    "am": Wording(
        {"year": "y (እ.ኤ.አ.)"},
        "{day} (እ.ኤ.አ.፤ በኢትዮጵያ አቆጣጠር {month} {number} ቀን {year})",
        ("መስከረም", "ጥቅምት", "ኅዳር", "ታኅሣሥ", "ጥር", "የካቲት", "መጋቢት", "ሚያዝያ", "ግንቦት", "ሰኔ", "ሐምሌ", "ነሐሴ", "ጳጉሜን"),
        ((0, "እኩለ ሌሊት"), (1, "ከእኩለ ሌሊት በኋላ"), (6, "ጠዋት"), (12, "ቀትር"), (13, "ከሰዓት በኋላ"), (18, "ማታ")),
    ),
    "ti": Wording(
        {
            "day": "dd/MM/y (ኣቆጻጽራ ኤውሮጳ)",
            "full-day": "EEEE dd/MM/y",
            "short-day": "EEEE dd/MM/y",
            "month": "MM/y (ኣቆጻጽራ ኤውሮጳ)",
            "year": "y (ኣቆጻጽራ ኤውሮጳ)",
        },
        "{day} (ኣቆጻጽራ ኤውሮጳ፤ ብኣቆጻጽራ ግእዝ {number} {month} {year})",
        ("መስከረም", "ጥቅምቲ", "ሕዳር", "ታሕሳስ", "ጥሪ", "ለካቲት", "መጋቢት", "ሚያዚያ", "ጉንበት", "ሰነ", "ሓምለ", "ነሓሰ", "ጷጉሜ"),
        ((0, "ፍርቂ ለይቲ"), (1, "ድሕሪ ፍርቂ ለይቲ"), (6, "ንግሆ"), (12, "ፍርቂ መዓልቲ"), (13, "ድሕሪ ቀትሪ"), (18, "ምሸት")),
    ),
}
"""The languages whose readers may count otherwise. The names of the Ethiopian months follow CLDR 48, "ethiopic"."""


def find_pattern(kind: DateKind, locale: str) -> str | None:
    """Return the pattern of a date where the one of CLDR can be mistaken, else None."""
    wording = WORDINGS.get(locale)
    return wording.patterns.get(kind) if wording else None


def add_ethiopian_day(day: date, written: str, locale: str) -> str:
    """Return a written day followed by its date in the Ethiopian calendar, if readers of the language may use it."""
    wording = WORDINGS.get(locale)
    if wording is None:
        return written
    year, month, number = ethiopian_date(day)
    return wording.both.format(day=written, month=wording.months[month - 1], number=number, year=year)


def mark_hours(text: str, locale: str) -> str:
    """Return a text in which each hour says its part of the day: "09:00 (morning)", if readers may count otherwise.

    The parts are cut so that no hour of the Ethiopian clock with the same digits falls in the same part.
    """
    wording = WORDINGS.get(locale)
    if wording is None:
        return text
    return _HOUR.sub(lambda found: f"{found[0]} ({_part_of_day(int(found[1]), wording)})", text)


def _part_of_day(hour: int, wording: Wording) -> str:
    return next(words for first, words in reversed(wording.parts) if hour >= first)


def ethiopian_date(day: date) -> tuple[int, int, int]:
    """Return year, month and day of the Ethiopian calendar: twelve months of thirty days and a short one.

    Each fourth year is a day longer, without exception (Reingold and Dershowitz, Calendrical Calculations, "The
    Coptic and Ethiopic Calendars"; the same days as in the table of tests at https://www.geez.org/Calendars/).
    """
    days = day.toordinal() - _EPOCH
    year = (4 * days + 1463) // 1461
    month, number = divmod(days - 365 * (year - 1) - year // 4, 30)
    return year, month + 1, number + 1
