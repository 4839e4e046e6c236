"""The way to a place: where are you, which kind, which one."""

from dataclasses import replace
from datetime import datetime

from bot.content.gazetteer import Area
from bot.content.library import Library
from bot.content.model import Point
from bot.content.phrases import Phrase
from bot.content.wishes import Wish
from bot.dialogue.lines_page import lines_row
from bot.dialogue.messages import Block, Button, Message, Row, Run, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.place_words import distance_words, long_blocks, place_name, short_block
from bot.dialogue.position import MAX_TRAIL, Act, Position
from bot.dialogue.turns import AskForLocation
from bot.dialogue.wish_rows import wish_rows, wishes_of
from bot.i18n.bidi import isolate_name
from bot.i18n.formats import format_distance
from bot.places.areas import gazetteer_of
from bot.places.nearest import Fit, Found, directory_of
from bot.places.wishes import FAR, Asking, arrange, fulfils

PLACES_ON_A_PAGE = 4
MOST_PLACES = 200
TOWNS_OFFERED = 24


def area_name(area: Area, locale: str) -> str:
    """Return "9000 Gent" with the town's name in the language, else its own."""
    return isolate_name(f"{area.postcode} {area.name(locale)}", locale)


def where_message(library: Library, position: Position) -> Message:
    """Ask where the person is: share, write, or choose a province; none of them is needed more than another."""
    locale = position.locale
    kind = position.thing if position.thing.startswith("kind:") else ""
    title = library.text(locale, f"bot.{kind.replace(':', '.')}") if kind else library.say(locale, Phrase.PLACES_TITLE)
    blocks = (
        plain_block("heading", title, locale),
        plain_block("paragraph", library.say(locale, Phrase.PLACES_WHERE), locale),
    )
    share = Button(library.say(locale, Phrase.PLACES_SHARE), "map", replace(position, act=Act.SHARE))
    trail = (*position.trail, kind)[-MAX_TRAIL:] if kind else position.trail
    buttons = [
        Button(
            library.text(locale, f"bot.province.{province}"),
            "",
            replace(position, act=Act.PROVINCE, thing=f"province:{province}", trail=trail, area=""),
        )
        for province in library.bot.provinces
    ]
    rows = ((share,), *_pairs(buttons), *lines_row(library, position), *navigation(library, position))
    return Message(locale, title, blocks, rows)


def share_effect(library: Library, locale: str) -> AskForLocation:
    """Return the wish that the channel shows its own way to share a location."""
    text = library.say(locale, Phrase.PLACES_SHARE_TEXT)
    return AskForLocation(library.say(locale, Phrase.PLACES_SHARE), text)


def province_message(library: Library, position: Position) -> Message:
    """Offer the largest towns of a province; any other can be written."""
    locale = position.locale
    province = position.thing.partition(":")[2]
    gazetteer = gazetteer_of(library)
    title = library.text(locale, f"bot.province.{province}")
    towns = gazetteer.of_province(province)[:TOWNS_OFFERED]
    buttons = [area_button(library, position, area) for area in towns]
    blocks = (
        plain_block("heading", title, locale),
        plain_block("paragraph", library.say(locale, Phrase.PLACES_TOWN), locale),
        plain_block("state", library.say(locale, Phrase.WRITE_HERE), locale),
    )
    return Message(locale, title, blocks, (*_pairs(buttons), *navigation(library, position)))


def area_button(library: Library, position: Position, area: Area) -> Button:
    """Return the button of a town: it goes on with the kind asked for, or asks for one."""
    del library
    text = area_name(area, position.locale)
    chosen = replace(position, area=area.postcode, page=0)
    if chosen.trail and chosen.trail[-1].startswith("kind:"):
        goal = replace(chosen, act=Act.PLACES, thing=chosen.trail[-1], trail=chosen.trail[:-1])
    else:
        goal = replace(chosen, act=Act.AREA, thing="")
    return Button(text, "", goal)


def area_message(library: Library, position: Position, area: Area, now: datetime) -> Message:
    """Return the nearest of each main kind around an area, one button a kind."""
    locale = position.locale
    title = library.say(locale, Phrase.PLACES_WHICH, area=area_name(area, locale))
    here = replace(position, area=area.postcode, thing="")
    blocks = [plain_block("heading", title, locale)]
    blocks += _nearest_lines(library, Asking(locale, now), area, None)
    rows = (*_kind_rows(library, here), _other_area_row(library, here))
    return Message(locale, title, tuple(blocks), rows + navigation(library, here))


def point_message(library: Library, position: Position, point: Point, now: datetime) -> Message:
    """Return the nearest of each main kind around a shared point, which is used here and nowhere else."""
    locale = position.locale
    area = gazetteer_of(library).nearest(point)
    title = library.say(locale, Phrase.PLACES_NEAR_POINT)
    blocks = [plain_block("heading", title, locale), *_nearest_lines(library, Asking(locale, now), area, point)]
    here = replace(position, act=Act.AREA, thing="", trail=(), area=area.postcode if area else "")
    rows = _kind_rows(library, here)
    if area:
        text = library.say(locale, Phrase.PLACES_GO_ON, area=area_name(area, locale))
        rows += ((Button(text, "places", here),),)
    return Message(locale, title, tuple(blocks), rows + navigation(library, here))


def places_message(library: Library, position: Position, area: Area, now: datetime) -> Message | None:
    """Return a page of the places of a kind around an area, nearest first; None if there is none."""
    locale = position.locale
    kind = position.thing.partition(":")[2]
    asking = Asking(locale, now, wishes_of(position))
    known = directory_of(library).nearest(kind, area, None, MOST_PLACES)
    if not known:
        return None
    found = arrange(known, asking, is_competent=library.bot.kinds[kind].competent)
    first = position.page * PLACES_ON_A_PAGE
    shown = found[first : first + PLACES_ON_A_PAGE]
    name = library.text(locale, f"bot.kind.{kind}")
    title = library.say(locale, Phrase.PLACES_NEAR, kind=name, area=area_name(area, locale))
    blocks = [plain_block("heading", title, locale)]
    blocks += _remarks(library, locale, found, is_left_out=_is_left_out(library, kind, area, found))
    blocks += [short_block(library, one, locale, now) for one in shown]
    rows: list[Row] = [
        (
            Button(
                place_name(library, one.place, locale),
                "",
                position.forward(Act.PLACE, f"place:{one.place.id}"),
            ),
        )
        for one in shown
    ]
    if len(found) > first + PLACES_ON_A_PAGE:
        more = replace(position, page=position.page + 1)
        rows.append((Button(library.say(locale, Phrase.MORE), "search", more),))
    useful = {wish for wish in Wish if any(fulfils(one.place, wish, asking) for one in known)}
    rows += wish_rows(library, position, useful)
    rows += [*lines_row(library, position), _other_area_row(library, position)]
    return Message(locale, title, tuple(blocks), (*rows, *navigation(library, position)))


def _is_left_out(library: Library, kind: str, area: Area | None, found: tuple[Found, ...]) -> bool:
    """Tell whether every place found works for other municipalities, so that it can refuse somebody of this one."""
    if area is None or not found or not library.bot.kinds[kind].competent:
        return False
    is_served = any(one.fit is Fit.SERVES_AREA for one in found)
    return not is_served and directory_of(library).is_bound(kind, area)


def _remarks(library: Library, locale: str, found: tuple[Found, ...], *, is_left_out: bool) -> list[Block]:
    """Say what the list alone does not: nothing fulfils the wishes, all can refuse, or all is far away."""
    if not found:
        return [plain_block("paragraph", library.say(locale, Phrase.PLACES_NO_FIT), locale)]
    if is_left_out:
        return [plain_block("paragraph", library.say(locale, Phrase.PLACES_NOT_HERE), locale)]
    nearest = found[0]
    if nearest.fit is not Fit.HAS_POINT or nearest.distance is None or nearest.distance <= FAR:
        return []
    distance = isolate_name(format_distance(nearest.distance, locale), locale)
    return [plain_block("paragraph", library.say(locale, Phrase.PLACES_FAR, distance=distance), locale)]


def place_message(library: Library, position: Position, now: datetime) -> Message | None:
    """Return everything known of a place; None if it is no longer in the list."""
    place = library.places.get(position.thing.partition(":")[2])
    if place is None:
        return None
    locale = position.locale
    blocks = long_blocks(library, place, locale, now)
    rows: tuple[Row, ...] = ()
    if place.point and place.precision == "exact":
        latitude, longitude = place.point.latitude, place.point.longitude
        url = f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"
        rows = ((Button(library.say(locale, Phrase.PLACE_MAP), "map", url=url),),)
    return Message(locale, blocks[0].words, tuple(blocks), rows + navigation(library, position))


def several_areas_rows(library: Library, position: Position, areas: tuple[Area, ...]) -> tuple[Row, ...]:
    """Return a button for each area that typed words can mean."""
    return tuple((area_button(library, position, area),) for area in areas)


def _nearest_lines(library: Library, asking: Asking, area: Area | None, point: Point | None) -> list[Block]:
    locale, lines = asking.locale, []
    for kind in library.bot.kinds.values():
        if not kind.main:
            continue
        known = directory_of(library).nearest(kind.id, area, point, MOST_PLACES)
        found = arrange(known, asking, is_competent=kind.competent)
        if found:
            is_left_out = _is_left_out(library, kind.id, area, found)
            words = library.say(locale, Phrase.PLACES_NONE_HERE) if is_left_out else _short(library, found[0], locale)
            runs = (Run(library.text(locale, f"bot.kind.{kind.id}"), bold=True), Run(f": {words}"))
            lines.append(Block("item", runs, locale))
    return lines


def _short(library: Library, found: Found, locale: str) -> str:
    """Return the name of a place and how far it is."""
    away = distance_words(library, found, locale)
    return " · ".join(words for words in (place_name(library, found.place, locale), away) if words)


def _kind_rows(library: Library, position: Position) -> tuple[Row, ...]:
    buttons = [
        Button(
            library.text(position.locale, f"bot.kind.{kind.id}"),
            kind.icon,
            replace(position, act=Act.PLACES, thing=f"kind:{kind.id}", page=0),
        )
        for kind in library.bot.kinds.values()
        if kind.main
    ]
    return _pairs(buttons)


def _other_area_row(library: Library, position: Position) -> Row:
    goal = replace(position, area="", page=0)
    if position.act is not Act.PLACES:
        goal = replace(goal, act=Act.WHERE)
    return (Button(library.say(position.locale, Phrase.PLACES_OTHER_AREA), "places", goal),)


def _pairs(buttons: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
