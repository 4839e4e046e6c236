"""Words in a chart: made fit for XML, measured with room to spare, and cut where there is no more room."""

import re
import unicodedata
from functools import cache

from bot.i18n.bidi import RIGHT_TO_LEFT_MARK, strip_controls

ELLIPSIS = "…"
_NOT_XML = re.compile("[^\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
_NARROW = frozenset("fijlrtI.,:;'!()[]/-\u2010\u2011‘’‚\u00a0 ")
_WIDE = frozenset("mwMWOQØ@%&—…ÆæŒœŊшщжюмфыъЏШЩЖЮМФЫЪЉЊљњѝЍЄДО№")
_SCRIPTS = {"LATIN": 0.64, "CYRILLIC": 0.7, "GEORGIAN": 0.95, "ARABIC": 0.75, "ETHIOPIC": 1.0, "DIGIT": 0.6}
"""How wide wide letters of a script are in Noto's fonts; a word has some of them, never only those."""
_CAPITAL = 0.12
_NARROW_ROOM, _WIDE_ROOM, _FULL_ROOM, _OTHER_ROOM = 0.45, 1.06, 1.35, 1.1


def clean(text: str) -> str:
    """Return a text as one line that XML can hold, without invisible marks that would turn what stands beside it."""
    return " ".join(strip_controls(_NOT_XML.sub(" ", text)).split())


def room_of(text: str) -> float:
    """Return how wide a text is, in em, with room to spare: fonts differ, and no word may leave the picture."""
    return sum(map(_sign_room, unicodedata.normalize("NFKD", text)))


def fit(text: str, room: float) -> str:
    """Return a text, or as much of its beginning as has room (in em), with an ellipsis at its own end."""
    if room_of(text) <= room:
        return text
    while text and room_of(text) + _WIDE_ROOM > room:
        text = text[:-1]
    mark = RIGHT_TO_LEFT_MARK if _last_direction(text) in {"R", "AL"} else ""
    return f"{text.rstrip()}{ELLIPSIS}{mark}"


def wrap(text: str, room: float, most: int) -> list[str]:
    """Return a text in at most so many lines, broken between words; what is left over is cut off."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        taken = 1
        while taken < len(words) and room_of(" ".join(words[: taken + 1])) <= room:
            taken += 1
        lines.append(fit(" ".join(words[:taken]), room))
        words = words[taken:]
    return [*lines, fit(" ".join(words), room)] if words else lines


@cache
def _sign_room(sign: str) -> float:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if sign in _NARROW:
        return _NARROW_ROOM
    if sign in _WIDE:
        return _WIDE_ROOM
    if unicodedata.east_asian_width(sign) in {"W", "F"}:
        return _FULL_ROOM
    room = _SCRIPTS.get(unicodedata.name(sign, "").partition(" ")[0], _OTHER_ROOM)
    return room + _CAPITAL if unicodedata.category(sign) == "Lu" else room


def _last_direction(text: str) -> str:
    kinds = (unicodedata.bidirectional(sign) for sign in reversed(text))
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
