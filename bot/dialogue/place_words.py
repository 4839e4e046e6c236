"""What is said of a place: name, distance, address, hours, telephone, languages, age."""

from datetime import datetime, timedelta

from bot.content.ages import is_stale
from bot.content.library import Library
from bot.content.model import Place, Welcome
from bot.content.phrases import Phrase
from bot.dialogue.messages import Block, Run, plain_block
from bot.i18n.bidi import isolate, isolate_name
from bot.i18n.formats import (
    dial_link,
    format_distance,
    format_partial_date,
    format_phone,
    format_time,
    format_weekday_time,
    join_words,
)
from bot.i18n.locales import language_name
from bot.places.hours import opening_at
from bot.places.nearest import Found

_SOON = timedelta(days=7)
_FINEST = {"exact": 0.1, "street": 0.5, "postcode": 2.0}
"""Kilometres below which a distance means nothing: half a street, the width of a postcode."""
_WHO: dict[Welcome, Phrase] = {
    "without-papers": Phrase.WHO_WITHOUT_PAPERS,
    "adults": Phrase.WHO_ADULTS,
    "women": Phrase.WHO_WOMEN,
    "men": Phrase.WHO_MEN,
    "families": Phrase.WHO_FAMILIES,
    "minors": Phrase.WHO_MINORS,
    "young-people": Phrase.WHO_YOUNG_PEOPLE,
    "asylum-seekers": Phrase.WHO_ASYLUM_SEEKERS,
    "victims": Phrase.WHO_VICTIMS,
    "detained": Phrase.WHO_DETAINED,
}


def place_name(library: Library, place: Place, locale: str) -> str:
    """Return the place's own name in the language, a fallback, or any language it has."""
    for candidate in library.chain(locale):
        if candidate in place.name:
            return isolate_name(place.name[candidate], locale)
    return isolate_name(next(iter(place.name.values())), locale)


def short_block(library: Library, found: Found, locale: str, now: datetime) -> Block:
    """Return one place of a list: name, distance, address, open or not, telephone."""
    place = found.place
    first = [Run(place_name(library, place, locale), bold=True)]
    away = distance_words(library, found, locale)
    if away:
        first.append(Run(f" · {away}"))
    lines = [_address(library, place, locale), opening_words(library, place, locale, now)]
    runs = first + [Run(f"\n{line}") for line in lines if line]
    contacts = contact_runs(library, place, locale)
    if contacts:
        runs += [Run("\n"), contacts[0]]
    return Block("paragraph", tuple(runs), locale)


def line_block(library: Library, place: Place, locale: str, now: datetime) -> Block:
    """Return one telephone line of a list: name, open or not, languages, number."""
    hours = opening_words(library, place, locale, now) or library.say(locale, Phrase.PLACE_HOURS_UNKNOWN)
    lines = [hours, _languages(library, place, locale), _cost(library, place, locale)]
    runs = [Run(place_name(library, place, locale), bold=True)]
    runs += [Run(f"\n{line}") for line in lines if line]
    runs += [Run("\n"), contact_runs(library, place, locale)[0]]
    return Block("paragraph", tuple(runs), locale)


def long_blocks(library: Library, place: Place, locale: str, now: datetime) -> list[Block]:
    """Return everything known of a place."""
    lines = [_address(library, place, locale), opening_words(library, place, locale, now)]
    lines += [
        _appointment(library, place, locale),
        _cost(library, place, locale),
        _languages(library, place, locale),
        _who(library, place, locale),
        _asked(library, place, locale),
        library.say(locale, Phrase.PLACE_CONFIDENTIAL) if place.confidential else "",
    ]
    blocks = [Block("heading", (Run(place_name(library, place, locale), bold=True),), locale)]
    blocks += [plain_block("paragraph", line, locale) for line in lines if line]
    blocks += [Block("item", (contact,), locale) for contact in contact_runs(library, place, locale)]
    age = [_age(library, place, locale)]
    age += [library.say(locale, Phrase.OVERDUE)] if is_stale(place, now.date()) else []
    blocks.append(plain_block("state", " ".join(age), locale))
    return blocks


def contact_runs(library: Library, place: Place, locale: str) -> list[Run]:
    """Return every way to reach a place: telephones first, then e-mail, then its site."""
    runs = [Run(isolate(format_phone(phone), locale), link=dial_link(phone)) for phone in place.phones]
    runs += [Run(isolate(email, locale), link=f"mailto:{email}") for email in place.emails]
    if place.site:
        runs.append(Run(library.say(locale, Phrase.PLACE_SITE), link=place.site))
    return runs


def distance_words(library: Library, found: Found, locale: str) -> str:
    """Return how far a place is, no finer than its point is known; "" if that is nothing to go by."""
    finest = _FINEST[found.place.precision or "postcode"]
    if found.distance is None or (found.distance < finest and found.place.precision == "postcode"):
        return ""
    kilometres = max(finest, round(found.distance / finest) * finest)
    distance = isolate_name(format_distance(kilometres, locale), locale)
    return library.say(locale, Phrase.PLACE_DISTANCE, distance=distance)


def _address(library: Library, place: Place, locale: str) -> str:
    town = " ".join(part for part in (place.postcode, place.town) if part)
    if not place.street:
        unknown = library.say(locale, Phrase.PLACE_ADDRESS_UNKNOWN)
        return f"{isolate_name(town, locale)}. {unknown}" if town else ""
    return isolate_name(", ".join(part for part in (place.street, town) if part), locale)


def opening_words(library: Library, place: Place, locale: str, now: datetime) -> str:
    """Return whether a place is open and when that changes; "" if its hours are not known."""
    if place.status == "closed":
        return library.say(locale, Phrase.PLACE_CLOSED_FOR_GOOD)
    if not place.hours:
        return ""
    opening = opening_at(place.hours, now)
    if opening.state == "appointment":
        return library.say(locale, Phrase.PLACE_APPOINTMENT)
    changes = opening.changes
    if opening.state == "open":
        if changes is None:
            return library.say(locale, Phrase.PLACE_OPEN_ALWAYS)
        is_today = changes.date() == now.date()
        moment = format_time(changes, locale) if is_today else format_weekday_time(changes, locale)
        return library.say(locale, Phrase.PLACE_OPEN, time=isolate_name(moment, locale))
    if changes is None or changes - now > _SOON:
        return library.say(locale, Phrase.PLACE_CLOSED_LONG)
    moment = isolate_name(format_weekday_time(changes, locale), locale)
    return library.say(locale, Phrase.PLACE_CLOSED, time=moment)


def _appointment(library: Library, place: Place, locale: str) -> str:
    if place.appointment is None:
        return ""
    needed = place.appointment == "required"
    return library.say(locale, Phrase.PLACE_APPOINTMENT_REQUIRED if needed else Phrase.PLACE_APPOINTMENT_NONE)


def _cost(library: Library, place: Place, locale: str) -> str:
    phrases = {
        "free": Phrase.PLACE_COST_FREE,
        "partly": Phrase.PLACE_COST_PARTLY,
        "paid": Phrase.PLACE_COST_PAID,
    }
    return library.say(locale, phrases[place.cost]) if place.cost else ""


def _languages(library: Library, place: Place, locale: str) -> str:
    if not place.languages:
        return ""
    words = [language_name(code, locale) for code in place.languages]
    return library.say(locale, Phrase.PLACE_LANGUAGES, languages=join_words(words, locale))


def _who(library: Library, place: Place, locale: str) -> str:
    if not place.who:
        return ""
    words = [library.say(locale, _WHO[one]) for one in place.who]
    return library.say(locale, Phrase.PLACE_WHO, people=join_words(words, locale))


def _asked(library: Library, place: Place, locale: str) -> str:
    if place.asked is None:
        return ""
    nothing = place.asked == "none"
    return library.say(locale, Phrase.PLACE_ASKED_NOTHING if nothing else Phrase.PLACE_ASKED_IDENTITY)


def _age(library: Library, place: Place, locale: str) -> str:
    if place.checked:
        day = isolate_name(format_partial_date(place.checked.isoformat(), locale), locale)
        return library.say(locale, Phrase.SOURCE_CHECKED, date=day)
    if place.date:
        day = isolate_name(format_partial_date(place.date, locale), locale)
        return library.say(locale, Phrase.PLACE_UNVERIFIED, date=day)
    return library.say(locale, Phrase.PLACE_UNVERIFIED_UNDATED)
