"""`python -m tests.telegram_api.mock_page --locale ar --out FILE`: what the stand-in received, as a phone shows it.

One page that works without a network: the messages of a walk to places, through the real channel, each as a bubble
of 320 px with its keyboard. Each paragraph takes its direction from its first strong letter, as in Telegram.
"""

import argparse
import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from html import escape
from itertools import pairwise
from pathlib import Path

from bot.channels.telegram.runner import TelegramChannel
from bot.content.library import Library
from bot.content.reader import read_content
from bot.content.talks import BELGIUM
from bot.reception import Reception
from bot.settings import Settings
from bot.storage.content_folder import read_folder
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.telegram_api.entities import Entity, measure
from tests.telegram_api.person import Person
from tests.telegram_api.screen import Screen
from tests.telegram_api.stand_in import StandIn

CONTENT = Path(__file__).parents[2] / "content"
WALKS = (("9000", "return-desk"), ("4000", "social-welfare"))
"""What is typed, and the kind of places then pressed: a list, then its first place."""
TAGS = {"bold": "b", "italic": "i", "text_link": "u"}
"""How entities look; a link of a picture leads nowhere."""
STYLE = """
body { margin: 0; padding: 12px; background: #cfd9c2; font: 15px/1.35 "Noto Sans", "Noto Sans Arabic",
  "Noto Sans Ethiopic", "Noto Color Emoji", sans-serif; width: max-content }
section { display: flex; gap: 14px; align-items: flex-start; margin-bottom: 14px }
article { width: 320px }
.bubble { background: #fff; border-radius: 12px; padding: 8px 12px; box-shadow: 0 1px 1px #0003 }
.bubble p { margin: 0; min-height: 1.35em; unicode-bidi: plaintext; text-align: start; overflow-wrap: anywhere }
.quote { border-inline-start: 3px solid #4a90d9; padding-inline-start: 8px }
u { color: #2678b6 }
.row { display: flex; gap: 4px; margin-top: 4px }
.row span { flex: 1 1 0; min-width: 0; background: #0006; color: #fff; border-radius: 8px; padding: 8px 6px;
  text-align: center; unicode-bidi: plaintext; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
  font-size: 13.5px }
"""


@dataclass(frozen=True)
class Piece:
    """Letters between two places where an entity begins or ends, and the entities over them."""

    text: str
    entities: tuple[Entity, ...]


def write_mock(chats: dict[str, list[Screen]]) -> str:
    """Return a page with a row of messages for each language."""
    rows = "\n".join(
        f'<section lang="{locale}">{"".join(map(write_message, screens))}</section>'
        for locale, screens in chats.items()
    )
    return (
        f'<!doctype html>\n<html><meta charset="utf-8"><title>Telegram</title><style>{STYLE}</style>\n{rows}\n</html>\n'
    )


def write_message(screen: Screen) -> str:
    """Return a message: its paragraphs, each with a direction of its own, and its keyboard."""
    rows = "".join(
        f'<div class="row">{"".join(f"<span dir=auto>{escape(words)}</span>" for words in row)}</div>'
        for row in screen.rows
    )
    paragraphs = "".join(_write_paragraphs(screen))
    return f'<article><div class="bubble">{paragraphs}</div>{rows}</article>\n'


def _write_paragraphs(screen: Screen) -> Iterator[str]:
    line, is_quoted = "", False
    for piece in (*_cut(screen.text, screen.entities), Piece("\n", ())):
        is_quotation = any(entity["type"] == "blockquote" for entity in piece.entities)
        is_quoted |= is_quotation
        first, *others = piece.text.split("\n")
        line += _dress(first, piece)
        for part in others:
            yield f'<p dir="auto"{" class=quote" if is_quoted else ""}>{line}</p>'
            line, is_quoted = _dress(part, piece), is_quotation


def _dress(text: str, piece: Piece) -> str:
    dressed = escape(text)
    for entity in piece.entities:
        tag = TAGS.get(entity["type"])
        dressed = f"<{tag}>{dressed}</{tag}>" if tag and dressed else dressed
    return dressed


def _cut(text: str, entities: tuple[Entity, ...]) -> Iterator[Piece]:
    """Cut a text where entities begin and end; they are measured in UTF-16 units."""
    units = text.encode("utf-16-le")
    edges = {0, measure(text)}
    edges |= {edge for entity in entities for edge in (entity["offset"], entity["offset"] + entity["length"])}
    for start, end in pairwise(sorted(edges)):
        over = tuple(one for one in entities if one["offset"] <= start and end <= one["offset"] + one["length"])
        yield Piece(units[start * 2 : end * 2].decode("utf-16-le"), over)


async def walk(library: Library, locale: str) -> list[Screen]:
    """Return what somebody sees who types postcodes and presses a kind of places and the first place."""
    now = datetime.combine(library.content_date, time(12), BELGIUM)
    reception = Reception(lambda: library, MemoryCounters(), MemoryPreferences(), b"a secret of the tests")
    stopping = asyncio.Event()
    async with StandIn() as api:
        settings = Settings(telegram_bot_token=api.token, telegram_api_base_url=api.base_url)
        async with TelegramChannel(settings, reception, lambda: now) as channel:
            polling = asyncio.create_task(channel.poll(stopping))
            try:
                person = api.person(language_code=locale)
                return [
                    screen
                    for postcode, kind in WALKS
                    for screen in await _visit_places(person, postcode, library.text(locale, f"bot.kind.{kind}"))
                ]
            finally:
                stopping.set()
                await polling


async def _visit_places(person: Person, postcode: str, kind: str) -> tuple[Screen, Screen]:
    await person.sends(postcode)
    await person.presses(kind)
    places = person.screen
    await person.presses(places.rows[0][0])
    return places, person.screen


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page for the languages asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_api.mock_page", description=__doc__)
    parser.add_argument("--locale", action="append", required=True, help="a language; may be given several times")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    library = read_content(read_folder(CONTENT)).library
    assert library is not None, "the content has errors: run wegwijs check"
    chats = {locale: asyncio.run(walk(library, locale)) for locale in options.locale}
    options.out.write_text(write_mock(chats), encoding="utf-8")


if __name__ == "__main__":
    main()
