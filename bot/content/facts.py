"""What each kind of fact may hold, and how it is shown in a language."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from urllib.parse import urlsplit

from bot.content.model import Fact
from bot.i18n.ethiopian import mark_hours
from bot.i18n.formats import (
    dial_link,
    find_phone_fault,
    format_amount,
    format_number,
    format_partial_date,
    format_phone,
)
from bot.i18n.units import UNITS, say_duration


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as a reader sees it; `link` is where it leads (https:, mailto:, tel:) or empty.

    `is_name` tells words in some language from digits and addresses, which always run left to right.
    """

    text: str
    link: str = ""
    is_name: bool = False


KINDS: dict[str, str] = {
    "phone": "a number with +32, or a short number such as 112",
    "link": "an address that begins with https://",
    "email": "an e-mail address",
    "deadline": "a number and a unit: 5 working-days",
    "duration": "a number and a unit: 5 working-days",
    "amount": "a number and a currency: 1.50 EUR",
    "number": "a number",
    "date": "a day: 2026-06-12",
    "term": "an official word",
}
DELETE_LIMIT = "duration.telegram_delete"
"""The fact that says how long Telegram lets a bot delete messages; the /clear answer names it."""
OPERATOR = "term.operator_name"
"""The fact that says who runs this copy; every page in a browser names it."""
FACTS_OF_THE_BOT = (DELETE_LIMIT, OPERATOR)
"""Facts that the bot itself shows, whether or not a text does."""
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}$")
_DATE = re.compile(r"^[0-9]{4}(-[0-9]{2}){0,2}$")


def find_fault(fact: Fact) -> str | None:
    """Say what is wrong with a fact's value, or None."""
    wish = KINDS.get(fact.kind)
    if wish is None:
        return f"begins with {fact.kind!r}; possible: {', '.join(KINDS)}"
    if fact.kind == "phone":
        return find_phone_fault(fact.value)
    return None if _is_well_formed(fact) else f"must be {wish}"


def _is_well_formed(fact: Fact) -> bool:
    try:
        return _check_form(fact.kind, fact.value)
    except (ValueError, InvalidOperation):
        return False


def _check_form(kind: str, value: str) -> bool:
    if kind == "link":
        return bool(urlsplit(value).netloc) and value.startswith("https://")
    if kind == "email":
        return bool(_EMAIL.match(value))
    if kind in {"deadline", "duration"}:
        number, _, unit = value.partition(" ")
        return int(number) > 0 and unit in UNITS
    if kind == "amount":
        number, _, currency = value.partition(" ")
        return Decimal(number) >= 0 and len(currency) == 3  # noqa: PLR2004 - ISO 4217 codes have three letters
    if kind == "number":
        return Decimal(value).is_finite()
    if kind == "date":
        return bool(_DATE.match(value)) and bool(date.fromisoformat((value + "-01-01")[:10]))
    return bool(value)


@lru_cache(maxsize=65536)
def _show(kind: str, value: str, locale: str) -> Shown:
    if kind == "phone":
        return Shown(format_phone(value), dial_link(value))
    if kind == "link":
        parts = urlsplit(value)
        return Shown(parts.netloc.removeprefix("www."), value)
    if kind == "email":
        return Shown(value, f"mailto:{value}")
    if kind in {"deadline", "duration"}:
        number, _, unit = value.partition(" ")
        return Shown(say_duration(int(number), unit, locale), is_name=True)
    if kind == "amount":
        number, _, currency = value.partition(" ")
        return Shown(format_amount(Decimal(number), currency, locale))
    if kind == "number":
        return Shown(format_number(Decimal(value), locale))
    if kind == "date":
        return Shown(format_partial_date(value, locale), is_name=True)
    return Shown(mark_hours(value, locale), is_name=True)


def show_fact(fact: Fact, locale: str) -> Shown:
    """Return a fact as it is read in a language."""
    return _show(fact.kind, fact.local.get(locale, fact.value), locale)
