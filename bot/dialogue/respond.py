"""The conversation: one input at one position gives one turn. No clock, no disk, no network, no chance."""

from dataclasses import replace
from datetime import date, datetime

from bot.content.facts import DELETE_LIMIT
from bot.content.library import Library
from bot.content.model import Point, Step
from bot.content.phrases import Phrase
from bot.content.talks import BELGIUM
from bot.dialogue.helped_page import helped_turn
from bot.dialogue.inputs import (
    AddedToGroup,
    Commanded,
    Input,
    Pressed,
    Said,
    SentSomethingElse,
    SharedPoint,
    Started,
)
from bot.dialogue.lines_page import lines_message
from bot.dialogue.listening import LISTENING, find_playable, shown_position, words_locale
from bot.dialogue.menu_page import languages_message, menu_message, sentence_message, showing_message
from bot.dialogue.messages import Message
from bot.dialogue.place_pages import (
    area_message,
    place_message,
    places_message,
    point_message,
    province_message,
    share_effect,
    where_message,
)
from bot.dialogue.position import Act, Position, act_again, decode, home
from bot.dialogue.search_page import search_turn
from bot.dialogue.step_page import step_turn
from bot.dialogue.terms_page import terms_message
from bot.dialogue.turns import ClearChat, Count, Counted, ForgetChat, PlayAloud, RememberLanguage, Turn
from bot.dialogue.words import fill_facts
from bot.i18n.locales import SOURCE_LOCALE
from bot.places.areas import gazetteer_of

COMMANDS = ("start", "menu", "language", "help", "privacy", "forget", "clear")
MAX_LATITUDE = 90.0
MAX_LONGITUDE = 180.0


def respond(library: Library, position: Position, given: Input, now: datetime) -> Turn:
    """Return what one input causes.

    Args:
        library: all content.
        position: where the person is: the pressed button's, else the menu in the person's language.
        given: what the person did.
        now: the moment, with a time zone; only hours, notices and ages depend on it.

    Returns:
        The page to show, the effects wanted, and what to count. Never raises for anything a person can do.
    """
    here = position if position.locale in library.bot.locales else replace(position, locale=SOURCE_LOCALE)
    match given:
        case Pressed(is_old=False):
            return _pressed(library, here, now)
        case Pressed():
            return _old_button(library, here)
        case Started():
            return _started(library, here, given, now)
        case Said():
            return search_turn(library, here, given.words, now)
        case SharedPoint():
            return _shared(library, here, given, now)
        case Commanded():
            return _commanded(library, here, given.name, now)
        case SentSomethingElse():
            message = sentence_message(library, here, library.say(here.locale, Phrase.UNSUPPORTED))
            return Turn(message, counts=(Count(Counted.UNSUPPORTED, "other"),))
        case AddedToGroup():
            sentence = library.say(here.locale, Phrase.GROUP)
            return Turn(sentence_message(library, here, sentence, with_menu=False))


def _pressed(library: Library, position: Position, now: datetime) -> Turn:  # noqa: C901, PLR0911 - one act, one line
    match position.act:
        case Act.MENU:
            return _menu(library, position, now)
        case Act.STEP | Act.ORIGINAL | Act.TERMS | Act.LISTEN | Act.LISTEN_ORIGINAL | Act.HELPED:
            return _step(library, position, now)
        case Act.LANGUAGES:
            return Turn(languages_message(library, position))
        case Act.SHOWING:
            return Turn(showing_message(library, position))
        case Act.SPEAK:
            return _speak(library, position, now)
        case Act.HIDE:
            return _hide(library, position)
        case Act.WHERE:
            return Turn(where_message(library, position))
        case Act.SHARE:
            return Turn(_where_again(library, position), (share_effect(library, position.locale),))
        case Act.PROVINCE if position.thing.partition(":")[2] in library.bot.provinces:
            return Turn(province_message(library, position))
        case Act.AREA | Act.PLACES | Act.PLACE | Act.LINES:
            return _places(library, position, now)
        case _:
            return _old_button(library, position)


def _menu(library: Library, position: Position, now: datetime) -> Turn:
    message = menu_message(library, position, now.date())
    hour = f"{now.astimezone(BELGIUM).hour:02}"
    return Turn(message, counts=(Count(Counted.LOCALE, position.locale), Count(Counted.HOUR, hour)))


def _step(library: Library, position: Position, now: datetime) -> Turn:
    space, _, identifier = position.thing.partition(":")
    step = library.find_step(identifier) if space == "step" else None
    if step is None:
        return _old_button(library, position)
    if position.act is Act.TERMS:
        return Turn(terms_message(library, position, step))
    if position.act is Act.HELPED:
        return helped_turn(library, position, step)
    if position.act in LISTENING:
        return _listen(library, shown_position(position), step, now.date())
    return step_turn(library, position, step, now.date())


def _listen(library: Library, position: Position, step: Step, today: date) -> Turn:
    """Play a page; if it has no recording any more, show it as it is now."""
    turn = step_turn(library, position, step, today)
    recording = find_playable(library, step, words_locale(position), today)
    if recording is None:
        return turn
    return Turn(turn.message, (PlayAloud(recording, turn.message.title),), (Count(Counted.LISTENED, step.id),))


def _old_button(library: Library, position: Position) -> Turn:
    message = sentence_message(library, position, library.say(position.locale, Phrase.OLD_BUTTON))
    return Turn(message, counts=(Count(Counted.OLD_BUTTON, position.locale),))


def _speak(library: Library, position: Position, now: datetime) -> Turn:
    """Show the page the person came from in the chosen language, and ask to remember the choice."""
    act = act_again(position)
    turn = _pressed(library, replace(position, act=act), now) if act else _old_button(library, position)
    return replace(turn, effects=(RememberLanguage(position.locale), *turn.effects))


def _hide(library: Library, position: Position) -> Turn:
    limit = fill_facts(library, f"{{{DELETE_LIMIT}}}", position.locale)
    sentence = library.say(position.locale, Phrase.CLEARED, duration=limit)
    message = sentence_message(library, position, sentence, with_menu=False)
    return Turn(message, (ClearChat(),))


def _where_again(library: Library, position: Position) -> Message:
    """Keep the question on the screen while the channel asks for the location."""
    return where_message(library, replace(position, act=Act.PLACES if position.thing else Act.WHERE))


def _places(library: Library, position: Position, now: datetime) -> Turn:
    space, _, name = position.thing.partition(":")
    if position.act is Act.PLACE:
        message = place_message(library, position, now)
        if message is None:
            return Turn(sentence_message(library, position, library.say(position.locale, Phrase.PLACE_UNKNOWN)))
        return Turn(message)
    if position.act is Act.LINES:
        return _lines(library, position, now)
    area = gazetteer_of(library).get(position.area) if position.area else None
    if position.act is Act.AREA:
        return Turn(area_message(library, position, area, now) if area else where_message(library, position))
    if space != "kind" or name not in library.bot.kinds:
        return _old_button(library, position)
    if area is None:
        return Turn(where_message(library, position))
    counts = (Count(Counted.KIND, name), Count(Counted.PROVINCE, area.province))
    listed = places_message(library, position, area, now)
    if listed is None:
        listed = sentence_message(library, position, library.say(position.locale, Phrase.PLACES_NONE))
    return Turn(listed, counts=counts)


def _lines(library: Library, position: Position, now: datetime) -> Turn:
    space, _, name = position.thing.partition(":")
    if position.thing and (space != "kind" or name not in library.bot.kinds):
        return _old_button(library, position)
    return Turn(lines_message(library, position, now))


def _started(library: Library, position: Position, given: Started, now: datetime) -> Turn:
    campaign = library.campaigns.get(given.code)
    counts = (Count(Counted.CAMPAIGN, campaign.id),) if campaign else ()
    if campaign and campaign.to:
        locale = campaign.locale if campaign.locale in library.bot.locales else position.locale
        goal = replace(home(locale or SOURCE_LOCALE), act=Act.STEP, thing=f"step:{campaign.to}")
        turn = _pressed(library, goal, now)
        return replace(turn, counts=turn.counts + counts)
    linked = decode(given.code, library.keys) if given.code else None
    if linked is not None and linked.locale in library.bot.locales:
        return _pressed(library, linked, now)
    if given.is_known:
        return replace(_menu(library, position, now), counts=counts)
    welcome = replace(position, thing=f"step:{library.bot.pages.welcome}")
    return Turn(languages_message(library, welcome), counts=counts)


def _commanded(library: Library, position: Position, name: str, now: datetime) -> Turn:
    pages = {"help": library.bot.pages.help, "privacy": library.bot.pages.privacy}
    if name in pages:
        return _pressed(library, replace(position, act=Act.STEP, thing=f"step:{pages[name]}"), now)
    match name:
        case "start":
            return _started(library, position, Started(), now)
        case "menu":
            return _menu(library, position, now)
        case "language":
            return Turn(languages_message(library, position))
        case "forget":
            sentence = library.say(position.locale, Phrase.PRIVACY_FORGOTTEN)
            return Turn(sentence_message(library, position, sentence), (ForgetChat(),))
        case "clear":
            return _hide(library, position)
        case _:
            return Turn(sentence_message(library, position, library.say(position.locale, Phrase.UNKNOWN_COMMAND)))


def _shared(library: Library, position: Position, given: SharedPoint, now: datetime) -> Turn:
    """Answer a point; numbers that are no point on Earth (NaN compares false) are answered by the question again."""
    if not (abs(given.latitude) <= MAX_LATITUDE and abs(given.longitude) <= MAX_LONGITUDE):
        return Turn(where_message(library, replace(home(position.locale), act=Act.WHERE)))
    point = Point(latitude=given.latitude, longitude=given.longitude)
    return Turn(point_message(library, home(position.locale), point, now))
