"""The languages we know: own name, direction, script, and which of another list serves a person best."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale as CldrLocale
from babel.plural import to_gettext

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Language:
    """A language: our code, its name in itself, and how others call it.

    `cldr` is the locale whose CLDR data we use; `telegram` the two-letter code that Telegram accepts for
    commands and descriptions, None where it has none (Bot API, setMyCommands: ISO 639-1). `close_to` is a language
    that people may take for it: a choice shows both side by side.
    """

    code: str
    own_name: str
    direction: Direction
    script: str
    cldr: str
    telegram: str | None
    close_to: str = ""


# Own table: Babel knows no prs, names fa_AF wrongly, and reads kmr as ku_TR (measured with Babel 2.18, CLDR 47).
LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English", "ltr", "Latn", "en_GB", "en"),
        Language("nl", "Nederlands", "ltr", "Latn", "nl", "nl"),
        Language("fr", "Français", "ltr", "Latn", "fr", "fr"),
        Language("de", "Deutsch", "ltr", "Latn", "de", "de"),
        Language("es", "Español", "ltr", "Latn", "es", "es"),
        Language("pt", "Português", "ltr", "Latn", "pt", "pt"),
        Language("it", "Italiano", "ltr", "Latn", "it", "it"),
        Language("ro", "Română", "ltr", "Latn", "ro", "ro"),
        Language("sq", "Shqip", "ltr", "Latn", "sq", "sq"),
        Language("sr", "Srpski", "ltr", "Latn", "sr_Latn", "sr"),
        Language("tr", "Türkçe", "ltr", "Latn", "tr", "tr"),
        Language("ru", "Русский", "ltr", "Cyrl", "ru", "ru"),
        Language("uk", "Українська", "ltr", "Cyrl", "uk", "uk"),
        Language("ka", "ქართული", "ltr", "Geor", "ka", "ka"),
        Language("ar", "العربية", "rtl", "Arab", "ar", "ar"),
        Language("fa", "فارسی", "rtl", "Arab", "fa", "fa", "prs"),
        Language("prs", "دری", "rtl", "Arab", "fa_AF", None, "fa"),
        Language("ps", "پښتو", "rtl", "Arab", "ps", "ps"),
        Language("ur", "اردو", "rtl", "Arab", "ur", "ur"),
        Language("so", "Soomaali", "ltr", "Latn", "so", "so"),
        Language("ti", "ትግርኛ", "ltr", "Ethi", "ti", "ti"),
        Language("am", "አማርኛ", "ltr", "Ethi", "am", "am"),
        Language("kmr", "Kurmancî", "ltr", "Latn", "ku", "ku", "ckb"),
        Language("ckb", "سۆرانی", "rtl", "Arab", "ckb", None, "kmr"),
    )
}

_EXPONENT = re.compile(r"\be\b")
SOURCE_LOCALE = "en"
"""The language editors write in; every page exists in it."""

_OTHER_TAGS = {
    "ku": "kmr", "fa-af": "prs", "prs-af": "prs", "sh": "sr", "bs": "sr", "hr": "sr", "be": "ru", "iw": "he",
}  # fmt: skip


def direction_of(locale: str) -> Direction:
    """Return the direction in which a language is written; left to right for one we do not know."""
    language = LANGUAGES.get(locale)
    return language.direction if language else "ltr"


@cache
def cldr_of(locale: str) -> CldrLocale:
    """Return the CLDR data of one of our languages; English for one we do not know."""
    language = LANGUAGES.get(locale)
    return CldrLocale.parse(language.cldr if language else SOURCE_LOCALE)


@cache
def language_name(code: str, locale: str) -> str:
    """Return what speakers of `locale` call a language; its own name where CLDR has no word for it."""
    names = cldr_of(locale).languages
    known = LANGUAGES.get(code)
    found = names.get(code) or (names.get(known.cldr) if known else None)
    return found or (known.own_name if known else code)


@cache
def plural_forms(locale: str) -> str:
    """Return the gettext Plural-Forms value from CLDR (Babel's own table lacks ps, ti, so, ckb and others).

    For French, Spanish, Italian and Portuguese CLDR asks for the exponent of a compact number ("1 M", its e). gettext
    counts whole numbers only and refuses the letter; there it is always 0.
    """
    return _EXPONENT.sub("0", to_gettext(cldr_of(locale).plural_form))


def in_pairs(locales: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return languages in rows of two, in their order, but with those side by side that may be mistaken."""
    waiting = list(dict.fromkeys(locales))
    rows: list[tuple[str, ...]] = []
    while waiting:
        first = waiting.pop(0)
        known = LANGUAGES.get(first)
        other = known.close_to if known and known.close_to in waiting else ""
        if not known or not known.close_to:
            other = next((one for one in waiting if not _is_awaited(one, waiting)), "")
        if other:
            waiting.remove(other)
        rows.append((first, other) if other else (first,))
    return tuple(rows)


def _is_awaited(locale: str, waiting: Iterable[str]) -> bool:
    """Tell whether the language that this one may be mistaken for still needs a place beside it."""
    known = LANGUAGES.get(locale)
    return bool(known and known.close_to and known.close_to in waiting)


def find_locale(tag: str | None, available: Iterable[str]) -> str | None:
    """Return the available locale that a language tag such as "pt-BR" or "fa" means, or None."""
    if not tag:
        return None
    offered = set(available)
    normal = tag.strip().lower().replace("_", "-")
    primary = normal.partition("-")[0]
    for candidate in (normal, _OTHER_TAGS.get(normal), primary, _OTHER_TAGS.get(primary)):
        if candidate in offered:
            return candidate
    return None


def find_absent(tag: str, available: Iterable[str]) -> str | None:
    """Return the language of a tag if CLDR names it and it is none of the available locales, else None."""
    language = tag.strip().lower().replace("_", "-").partition("-")[0]
    if find_locale(tag, available) or language not in CldrLocale.parse(SOURCE_LOCALE).languages:
        return None
    return language


def first_wish(accept_language: str) -> str:
    """Return the language tag that an Accept-Language header prefers, or "" (RFC 9110, section 12.5.4)."""
    return next((tag for weight, _, tag in _wishes(accept_language) if weight < 0), "")


def negotiate(accept_language: str, available: Iterable[str]) -> str:
    """Return the best available locale for an Accept-Language header (RFC 9110, section 12.5.4)."""
    offered = tuple(available)
    for weight, _, tag in _wishes(accept_language):
        found = find_locale(tag, offered)
        if found and weight < 0:
            return found
    return SOURCE_LOCALE


def _wishes(accept_language: str) -> list[tuple[float, int, str]]:
    """Return the languages of a header, the most wanted first: its weight as a negative number, its order, its tag."""
    wishes: list[tuple[float, int, str]] = []
    for order, part in enumerate(accept_language.split(",")[:20]):
        tag, _, parameter = part.partition(";")
        quality = parameter.strip().removeprefix("q=")
        try:
            weight = float(quality) if quality else 1.0
        except ValueError:
            weight = 0.0
        wishes.append((-weight, order, tag))
    return sorted(wishes)
