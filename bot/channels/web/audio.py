"""Recordings for browsers: the player on a page, and the sound itself, whole or in parts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.dialogue.listening import LISTENING, find_playable, shown_position, words_locale
from bot.dialogue.messages import Message
from bot.dialogue.turns import Count, Counted
from bot.errors import StorageError
from bot.reception import Reception

MEDIA_TYPE = "audio/ogg"
_RANGE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")
_PROBE = 2
"""Bytes that Safari asks for before it plays, to see whether parts can be had."""


@dataclass(frozen=True, slots=True)
class Player:
    """What the page shows in place of the button: where the sound is, and the button's words."""

    source: str
    label: str


def find_player(message: Message) -> Player | None:
    """Return the player of a page that can be heard."""
    for button in message.buttons:
        if button.position is not None and button.position.act in LISTENING:
            step = button.position.thing.partition(":")[2]
            locale = words_locale(shown_position(button.position))
            return Player(f"/audio/{locale}/{step.replace('.', '/')}.ogg", button.text)
    return None


def audio_route(reception: Reception, now: Callable[[], datetime]) -> Route:
    """Return the route of all recordings: only those that fit their page today are there."""

    async def play(request: Request) -> Response:
        library, moment = reception.library, now()
        locale, flow, name = (request.path_params[part] for part in ("locale", "flow", "step"))
        step = library.find_step(f"{flow}.{name}")
        recording = find_playable(library, step, locale, moment.date()) if step else None
        if step is None or recording is None:
            return Response(status_code=404)
        try:
            sound = await reception.sound_of(recording)
        except StorageError:
            return Response(status_code=404)
        part = find_part(len(sound), request.headers.get("range", ""))
        if request.method == "GET" and (part is None or (part.start == 0 and len(part) > _PROBE)):
            reception.count("web", (Count(Counted.LISTENED, step.id),), moment)
        return _answer(sound, part)

    return Route("/audio/{locale}/{flow}/{step}.ogg", play)


def find_part(size: int, wish: str) -> range | None:
    """Return which bytes a Range header asks for (RFC 9110, section 14), an empty range if there are none of these.

    None: the whole; what is no such header, or asks for several parts, gets it, since a server may always give more.
    """
    found = _RANGE.fullmatch(wish.strip())
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return range(max(size - int(last), 0), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)


def _answer(sound: bytes, part: range | None) -> Response:
    """Answer a wish for a part with a part even if it is the whole: Safari plays nothing from a site that does not."""
    size = len(sound)
    headers = {"Accept-Ranges": "bytes"}
    if part is None:
        return Response(sound, media_type=MEDIA_TYPE, headers=headers)
    if not part:
        return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return Response(sound[part.start : part.stop], 206, headers, MEDIA_TYPE)
