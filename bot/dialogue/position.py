"""Where a person is, in the 64 bytes of a button: the server keeps nothing.

Layout (alphabet A-Z a-z 0-9 _ -): version 1, act 1, shape 1, key 4, locale 3, then answers (2 question + 2 value
each, at most 5), trail (4 each, at most 5), area (4 digits), page (1) and day (3): 58 characters at most. The
shape says how many answers and steps of the trail follow; the length of the rest says what it holds.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.content.keys import THING_LENGTH, WORD_LENGTH, Keys

VERSION = "1"
MAX_ANSWERS = 5
MAX_TRAIL = 5
MAX_LENGTH = 64
"""Bytes of callback data that Telegram takes (Bot API, InlineKeyboardButton)."""
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
_NO_KEY = "-" * THING_LENGTH
_LOCALE_LENGTH = 3
_HEADER_LENGTH = 3 + THING_LENGTH + _LOCALE_LENGTH
_WRITTEN = re.compile(r"[A-Za-z0-9_-]{10,64}")
_POSTCODE = re.compile(r"[1-9][0-9]{3}")
_NO_AREA = "----"
_DAY_LENGTH = 3
_TAIL_WITH_DAY = len(_NO_AREA) + 1 + _DAY_LENGTH
_FIRST_DAY = date(2000, 1, 1)
"""Days are written as their distance from here; three characters reach over seven centuries."""


class Act(StrEnum):
    """What a button does; one letter of the position."""

    MENU = "m"
    STEP = "s"
    ORIGINAL = "o"
    LANGUAGES = "l"
    SPEAK = "k"
    WHERE = "w"
    SHARE = "x"
    PROVINCE = "g"
    AREA = "a"
    PLACES = "p"
    PLACE = "d"
    TERMS = "t"
    SHOWING = "y"
    LINES = "n"
    LISTEN = "r"
    LISTEN_ORIGINAL = "e"
    HIDE = "h"
    HELPED = "v"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a person is and what the next page needs to know; there is no room for a point on the map.

    `thing` is the id the act is about ("step:detention.start"), `answers` maps questions to values in the order
    given, `trail` holds the things that led here, newest last, `area` a postcode the person picked, and `day` a day
    of the day counter; its number of days is the `page`.
    """

    act: Act
    locale: str
    thing: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    trail: tuple[str, ...] = ()
    area: str = ""
    page: int = 0
    day: date | None = None

    def with_answer(self, question: str, value: str) -> "Position":
        """Return the position with an answer given or replaced; the oldest leaves when there are too many."""
        kept = tuple(pair for pair in self.answers if pair[0] != question)
        return replace(self, answers=(*kept, (question, value))[-MAX_ANSWERS:])

    def forward(self, act: Act, thing: str) -> "Position":
        """Return the position one page further; coming back to a page of the trail cuts the trail there."""
        trail = (*self.trail, self.thing) if self.thing and self.act in _REMEMBERED else self.trail
        if thing in trail:
            trail = trail[: trail.index(thing)]
        # Built field by field: dataclasses.replace costs a tenth of a page, and a page has many buttons.
        return Position(act, self.locale, thing, self.answers, trail[-MAX_TRAIL:], self.area)

    def back(self) -> "Position":
        """Return the position one page back; with an empty trail that is the menu."""
        if not self.trail:
            return self.to_menu()
        thing = self.trail[-1]
        return Position(act_of(thing), self.locale, thing, self.answers, self.trail[:-1], self.area)

    def to_menu(self) -> "Position":
        """Return the position of the menu; answers and area stay."""
        return Position(Act.MENU, self.locale, "", self.answers, (), self.area)

    def without_answer(self, question: str) -> "Position":
        """Return the position without the answer to a question."""
        return replace(self, answers=tuple(pair for pair in self.answers if pair[0] != question))

    def answer(self, question: str) -> str | None:
        """Return the value given for a question, or None."""
        return dict(self.answers).get(question)


_REMEMBERED = frozenset({Act.STEP, Act.ORIGINAL, Act.PLACES, Act.PLACE})
_ACTS = {"step": Act.STEP, "kind": Act.PLACES, "place": Act.PLACE, "province": Act.PROVINCE}


def act_of(thing: str) -> Act:
    """Return how a thing of the trail is shown again."""
    return _ACTS[thing.partition(":")[0]]


def act_again(position: Position) -> Act | None:
    """Return how the page that a language was chosen on is shown again; None if nothing shows such a thing."""
    if position.thing:
        return _ACTS.get(position.thing.partition(":")[0])
    return Act.AREA if position.area else Act.MENU


def home(locale: str) -> Position:
    """Return the position of the menu with nothing answered."""
    return Position(Act.MENU, locale)


def encode(position: Position, keys: Keys) -> str:
    """Return the position as callback data, at most 58 ASCII characters.

    Raises:
        KeyError: the position names an id that the library does not have.
    """
    answers = position.answers[-MAX_ANSWERS:]
    trail = position.trail[-MAX_TRAIL:]
    shape = len(answers) * (MAX_TRAIL + 1) + len(trail)
    parts = [
        VERSION,
        position.act.value,
        _ALPHABET[shape],
        keys.key(position.thing) if position.thing else _NO_KEY,
        position.locale.ljust(_LOCALE_LENGTH, "-"),
    ]
    parts += [keys.key(f"question:{question}") + keys.key(f"answer:{value}") for question, value in answers]
    parts += [keys.key(thing) for thing in trail]
    parts.append(_encode_tail(position))
    return "".join(parts)


def _encode_tail(position: Position) -> str:
    page = _ALPHABET[min(position.page, len(_ALPHABET) - 1)]
    if position.day is None:
        return position.area + (page if position.page else "")
    rest, digits = (position.day - _FIRST_DAY).days, ""
    for _ in range(_DAY_LENGTH):
        rest, digit = divmod(rest, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return (position.area or _NO_AREA) + page + digits


def decode(data: str | bytes, keys: Keys) -> Position | None:
    """Return the position that callback data means, or None if it means none; never raises.

    An unknown answer counts as not given; an unknown step of the trail is left out.
    """
    text = data.decode("ascii", errors="replace") if isinstance(data, bytes) else data
    if not _WRITTEN.fullmatch(text) or text[0] != VERSION or text[1] not in set(Act):
        return None
    shape = _ALPHABET.index(text[2])
    answer_count, trail_count = divmod(shape, MAX_TRAIL + 1)
    trail_start = _HEADER_LENGTH + answer_count * 2 * WORD_LENGTH
    rest_start = trail_start + trail_count * THING_LENGTH
    if answer_count > MAX_ANSWERS or len(text) < rest_start:
        return None
    tail = _decode_tail(text[rest_start:])
    thing = _decode_thing(text[3 : 3 + THING_LENGTH], keys)
    if tail is None or thing is None:
        return None
    locale = text[_HEADER_LENGTH - _LOCALE_LENGTH : _HEADER_LENGTH].rstrip("-")
    answers = _decode_answers(text[_HEADER_LENGTH:trail_start], keys)
    trail = [keys.find(key) for key in _cut(text[trail_start:rest_start], THING_LENGTH)]
    known = tuple(found for found in trail if found and found.partition(":")[0] in _ACTS)
    return Position(Act(text[1]), locale, thing, answers, known, *tail)


def written_locale(data: str) -> str:
    """Return the locale that a button was written in, even if the rest of it is unknown; "" if it has none."""
    if not _WRITTEN.fullmatch(data) or data[0] != VERSION:
        return ""
    return data[_HEADER_LENGTH - _LOCALE_LENGTH : _HEADER_LENGTH].rstrip("-")


def _decode_thing(key: str, keys: Keys) -> str | None:
    """Return the id behind a key, "" for none, None for an unknown one."""
    return "" if key == _NO_KEY else keys.find(key)


def _decode_answers(text: str, keys: Keys) -> tuple[tuple[str, str], ...]:
    answers: dict[str, str] = {}
    for pair in _cut(text, 2 * WORD_LENGTH):
        question, value = keys.find(pair[:WORD_LENGTH]), keys.find(pair[WORD_LENGTH:])
        if question and value and question.startswith("question:") and value.startswith("answer:"):
            answers[question.partition(":")[2]] = value.partition(":")[2]
    return tuple(answers.items())


def _decode_tail(text: str) -> tuple[str, int, date | None] | None:
    """Return area, page and day from what follows the trail: nothing, 1, 4, 5 or 8 characters."""
    if len(text) not in {0, 1, 4, 5, _TAIL_WITH_DAY}:
        return None
    day = _decode_day(text[-_DAY_LENGTH:]) if len(text) == _TAIL_WITH_DAY else None
    rest = text[:-_DAY_LENGTH] if day else text
    area = rest[:4] if len(rest) >= 4 else ""  # noqa: PLR2004 - a postcode has four digits
    page = rest[4:] if area else rest
    if day and area == _NO_AREA:
        area = ""
    if area and not _POSTCODE.fullmatch(area):
        return None
    return area, (_ALPHABET.index(page) if page else 0), day


def _decode_day(text: str) -> date:
    distance = 0
    for sign in text:
        distance = distance * len(_ALPHABET) + _ALPHABET.index(sign)
    return _FIRST_DAY + timedelta(days=distance)


def _cut(text: str, length: int) -> list[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]
