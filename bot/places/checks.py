"""Places: whether a person finds the door, reaches somebody and comes at the right hour."""

from collections.abc import Callable, Iterable, Iterator
from email.utils import parseaddr

from bot.content.ages import is_stale
from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.checks.written import locate
from bot.content.gazetteer import Area
from bot.content.issues import Issue, error, warning
from bot.content.marks import suggest
from bot.content.model import Place, Point
from bot.i18n.formats import find_phone_fault
from bot.places.geography import distance
from bot.places.hours import explain_hours_error
from bot.places.nearest import EVERYWHERE
from bot.places.spelling import fold

MAX_DISTANCE = 5.0
"""Kilometres between a place and the middle of its postcode; the widest postcodes reach a little less far."""
BORDER = 10.0
"""Kilometres from the nearest postcode beyond which a point is not in Belgium."""


def check_kinds(inspection: Inspection) -> Iterator[Issue]:
    """Every kind of a place stands in bot.yaml."""
    known = inspection.library.bot.kinds
    for place in inspection.library.places.values():
        for kind in place.kinds:
            if kind not in known:
                sentence = f'The file bot.yaml has no kind of places "{kind}", so nobody finds this place under it.'
                yield _issue(inspection, Code.PLACE_KIND, place, ("kinds", kind, sentence, suggest(kind, known)))


def check_phones(inspection: Inspection) -> Iterator[Issue]:
    """Every telephone number and e-mail address of a place is well formed."""
    for place in inspection.library.places.values():
        for phone in place.phones:
            fault = find_phone_fault(phone)
            if fault:
                sentence = f'The number "{phone}" {fault}.'
                mend = "Compare it with the page it was taken from; write it as +3280032745."
                yield _issue(inspection, Code.PLACE_PHONE, place, ("phones", phone, sentence, mend))
        for email in place.emails:
            name, at, domain = parseaddr(email)[1].partition("@")
            if not (name and at and "." in domain) or " " in email:
                sentence = f'"{email}" is no e-mail address, so no letter would arrive.'
                mend = "Compare it with the page it was taken from."
                yield _issue(inspection, Code.PLACE_EMAIL, place, ("emails", email, sentence, mend))


def check_postcodes(inspection: Inspection) -> Iterator[Issue]:
    """Every postcode, of the address and of where a place works, exists."""
    areas = _areas(inspection)
    for place in inspection.library.places.values():
        written = [("postcode", place.postcode)] if place.postcode else []
        written += [("serves", code) for code in place.serves if code != EVERYWHERE]
        for key, postcode in written:
            if areas and postcode not in areas and postcode not in inspection.library.bot.provinces:
                sentence = f'There is no postcode "{postcode}" in Belgium, so nobody near it finds this place.'
                mend = f"{suggest(postcode, areas)} Compare it with the address."
                yield _issue(inspection, Code.PLACE_POSTCODE, place, (key, postcode, sentence, mend))


def check_points(inspection: Inspection) -> Iterator[Issue]:
    """Every point lies near its postcode and says how exact it is."""
    areas = _areas(inspection)
    for place in inspection.library.places.values():
        if place.point is None:
            continue
        if place.precision is None:
            sentence = "The point does not say how exact it is, so the bot cannot tell if a map may be shown."
            mend = 'Add the line "precision: exact", "street" or "postcode".'
            yield _issue(inspection, Code.PLACE_PRECISION, place, ("point", "", sentence, mend))
        area = areas.get(place.postcode or "")
        apart = distance(place.point, area.point) if area else 0.0
        if area and apart > MAX_DISTANCE:
            sentence = f"The point is {apart:.0f} km away from {area.postcode} {area.name()}."
            mend = "Look if latitude and longitude changed places, or if the postcode is wrong."
            yield _issue(inspection, Code.PLACE_POINT, place, ("point", "", sentence, mend))
        elif not area and is_abroad(place.point, areas.values()):
            sentence = "The point lies outside Belgium, so nobody would find this place near them."
            mend = "Look if latitude and longitude changed places."
            yield _issue(inspection, Code.PLACE_ABROAD, place, ("point", "", sentence, mend))


def check_hours(inspection: Inspection) -> Iterator[Issue]:
    """Every line of opening hours can be read and says what it seems to say."""
    for place in inspection.library.places.values():
        fault = explain_hours_error(place.hours) if place.hours else None
        if fault:
            sentence, _, mend = fault.partition(". ")
            words = (f'The opening hours "{place.hours}" cannot be used: {sentence.rstrip(".")}.', mend or _HOURS)
            yield _issue(inspection, Code.PLACE_HOURS, place, ("hours", "", *words))


def check_twins(inspection: Inspection) -> Iterator[Issue]:
    """No door stands in the list twice."""
    first: dict[tuple[str, ...], Place] = {}
    for place in inspection.library.places.values():
        twins = [first[sign] for sign in _door_signs(place) if first.setdefault(sign, place) is not place]
        if twins:
            sentence = f'This place and "{twins[0].id}" have the same name, or the same telephone number and address.'
            mend = "Make one of them, or give them the names on their doors."
            yield _warning(inspection, Code.PLACE_TWICE, place, sentence, mend)


def check_stale(inspection: Inspection) -> Iterator[Issue]:
    """Every place was compared with its page in the last half year."""
    for place in inspection.library.places.values():
        if inspection.today and is_stale(place, inspection.today):
            last = (place.checked or place.seen).isoformat()
            sentence = f"Nobody compared this place with its page since {last}; numbers and hours may have changed."
            mend = 'Compare it with the live page and write the day as "checked".'
            yield _warning(inspection, Code.PLACE_STALE, place, sentence, mend)


def is_abroad(point: Point, areas: Iterable[Area]) -> bool:
    """Tell whether a point is far from every postcode."""
    return min((distance(point, area.point) for area in areas), default=0.0) > BORDER


def _door_signs(place: Place) -> Iterator[tuple[str, ...]]:
    """Yield what only one door has: its name, and a telephone number together with an address."""
    if place.status == "closed":
        return
    yield from (("name", fold(name)) for name in dict.fromkeys(place.name.values()))
    if place.street and place.postcode:
        address = (fold(place.street), place.postcode)
        yield from (("door", phone, *address) for phone in place.phones)


_HOURS = "Write them as Mo-Fr 09:00-12:30; leave the line out if they are not known."

PLACE_CHECKS: tuple[Callable[[Inspection], Iterator[Issue]], ...] = (
    check_kinds,
    check_phones,
    check_postcodes,
    check_points,
    check_hours,
    check_twins,
    check_stale,
)


def _areas(inspection: Inspection) -> dict[str, Area]:
    return {area.postcode: area for area in inspection.library.areas}


def _issue(inspection: Inspection, code: Code, place: Place, words: tuple[str, str, str, str]) -> Issue:
    key, fragment, sentence, mend = words
    mark = inspection.mark(f"place:{place.id}", key)
    return error(code, locate(inspection.reading, mark, fragment) if fragment else mark, sentence, mend)


def _warning(inspection: Inspection, code: Code, place: Place, sentence: str, mend: str) -> Issue:
    return warning(code, inspection.mark(f"place:{place.id}"), sentence, mend)
