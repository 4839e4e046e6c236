"""Every page of every language through the whole channel, over HTTP, to a stand-in as strict as Telegram.

Each page is a press: fetched in a batch of a hundred, answered, and shown by editing the message, two calls for a page
over connections that stay open. That takes 6 to 7 ms on a machine that does other work too, and about 55 s for the
8,500 pages: more than wished for, but the other worker goes on meanwhile, and no language waits for its turn. The time
is that of the client and of the server for each call; the pages themselves cost a tenth. Of what differs little from
step to step (its words, its English, whether it helped) each is shown in one language.
"""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

import pytest

from bot.channels.telegram.runner import TelegramChannel
from bot.content.library import Library
from bot.dialogue.messages import Message
from bot.dialogue.position import Act, Position, encode, home
from bot.dialogue.turns import Turn
from bot.i18n.bidi import strip_controls
from bot.i18n.catalogues import Translated
from bot.i18n.ledger import State
from bot.reception import Reception, Visit
from bot.settings import Settings
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.channels.telegram.conftest import QUICK
from tests.telegram_api.recorder import Call
from tests.telegram_api.stand_in import StandIn

HASTE = replace(QUICK, batch_size=100, update_seconds=20, call_seconds=20)
"""Batches as large as Telegram's, and time for a machine that does other work as well."""
TAPS = 100
"""Presses of a round: all must be answered before the first of them is too old."""
AREA = "9000"
PAGE = "urgent-medical-aid.start"
EVERY = 24
"""Of the pages beside a step's own (its words, its English, whether it helped) and of the places, one in so many."""
MAX_BUTTON = 60
"""Letters of a button that a translator may write; names of places are as long as they are."""
NAMES = frozenset({Act.PLACES, Act.LINES, Act.AREA})
"""Pages whose buttons are names."""


@dataclass(frozen=True)
class Shown:
    """A page as it was meant, and the call of the Bot API that was to show it."""

    position: Position
    message: Message
    call: Call

    def faults(self) -> Iterator[str]:
        """Say what a reader does not see as it was written."""
        if self.call.status != HTTPStatus.OK:
            yield f"is refused: {self.call.answer.get('description')}"
            return
        text: str = self.call.result["text"]
        yield from self._missing(text)
        yield from (f"shows a {sign}" for sign in "*{" if sign in text)
        shown = [button for row in self.call.result["reply_markup"]["inline_keyboard"] for button in row]
        if len(shown) != len(self.message.buttons):
            yield f"shows {len(shown)} buttons of {len(self.message.buttons)}"
        if self.position.act not in NAMES:
            lengths = [len(strip_controls(button.text)) for button in self.message.buttons]
            yield from (f"has a button of {length} letters" for length in lengths if length > MAX_BUTTON)

    def _missing(self, text: str) -> Iterator[str]:
        place = 0
        for line in (line.strip() for block in self.message.blocks for line in block.words.split("\n")):
            found = text.find(line, place)
            if found < 0:
                yield f"does not show, or not whole: {line[:40]}"
                return
            place = found + len(line)


def pages_of(library: Library, locale: str) -> Iterator[Position]:
    """Yield every step, and every other kind of page of a language; each of many alike in one language."""
    here = home(locale)
    first = library.locales.index(locale) % EVERY
    steps = [f"step:{step}" for step in library.steps]
    yield from (replace(here, act=Act.STEP, thing=step) for step in steps)
    for act in (Act.ORIGINAL, Act.TERMS, Act.HELPED):
        yield from (replace(here, act=act, thing=step) for step in steps[first::EVERY])
    yield from (replace(here, act=act, thing=steps[first]) for act in (Act.LANGUAGES, Act.SHOWING))
    yield replace(here, act=Act.WHERE)
    yield from (replace(here, act=Act.PROVINCE, thing=f"province:{each}") for each in library.bot.provinces)
    yield replace(here, act=Act.AREA, area=AREA)
    yield from (replace(here, act=Act.PLACES, thing=f"kind:{kind}", area=AREA) for kind in library.bot.kinds)
    yield from (replace(here, act=Act.PLACE, thing=f"place:{each}") for each in list(library.places)[first::EVERY])
    yield replace(here, act=Act.LINES)
    yield here


class NotingReception(Reception):
    """A reception that notes what it wants to be shown."""

    def __init__(self, *asked: Any, **more: Any) -> None:
        super().__init__(*asked, **more)
        self.messages: list[Message] = []

    async def receive(self, visit: Visit, now: datetime) -> Turn:
        """Note the page of the turn."""
        turn = await super().receive(visit, now)
        self.messages.append(turn.message)
        return turn


async def faults_shown(library: Library, pages: Sequence[Position], now: datetime) -> list[str]:
    """Press for each page on one message, through a channel of its own; say what a person did not get to see."""
    reception = NotingReception(lambda: library, MemoryCounters(), MemoryPreferences(), b"a secret of the tests")
    stopping = asyncio.Event()
    async with StandIn() as api:
        api.world.patience = HASTE.update_seconds
        settings = Settings(telegram_bot_token=api.token, telegram_api_base_url=api.base_url)
        async with TelegramChannel(settings, reception, lambda: now, HASTE) as channel:
            polling = asyncio.create_task(channel.poll(stopping))
            person = api.person()
            screen = await person.sends("/nonsense")
            assert screen is not None
            data = [encode(page, library.keys) for page in pages]
            for first in range(0, len(data), TAPS):
                await person.presses_each(screen, data[first : first + TAPS])
            stopping.set()
            await polling
    found = [*api.violations, *(f"a press was not answered: {query.number}" for query in api.unanswered_queries)]
    meant = reception.messages[1:]  # the first answered the words that were typed
    for page, message, call in zip(pages, meant, api.calls_of("editMessageText"), strict=True):
        faults = Shown(page, message, call).faults()
        found += [f"{page.locale} {page.act.name} {page.thing} {fault}" for fault in faults]
    return found


@pytest.fixture(autouse=True)
def _no_search_for_other_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that nobody installed is looked for on the disk at every lock of httpcore."""
    monkeypatch.setitem(sys.modules, "sniffio", None)


async def test_every_page_of_every_language_is_taken_and_shown_whole(library: Library, now: datetime) -> None:
    """What a translator wrote reaches a phone: nothing refused, cut, unfilled or without its buttons."""
    pages = [page for locale in library.locales for page in pages_of(library, locale)]
    assert await faults_shown(library, pages, now) == []
    assert len(pages) > len(library.steps) * len(library.locales)


@pytest.mark.parametrize(
    ("part", "change", "fault"),
    [
        ("text", lambda _: "five thousand letters " * 230, "does not show, or not whole: five thousand"),
        ("text", lambda text: f"**{text}", "shows a *"),
        ("option.urgent-medical-aid-who-can-get-it", lambda text: text.ljust(70, "!"), "has a button of 70 letters"),
    ],
    ids=["five thousand letters", "bold without end", "a button of seventy letters"],
)
async def test_one_broken_translation_is_found(
    library: Library, now: datetime, part: str, change: Callable[[str], str], fault: str
) -> None:
    """The test above is not green for want of looking."""
    pages = [replace(home(locale), act=Act.STEP, thing=f"step:{PAGE}") for locale in ("so", "ti")]
    context = f"{PAGE}.{part}"
    text = change(library.text("so", context))
    somali = {**library.texts["so"], context: Translated(text, State.MACHINE)}
    broken = replace(library, texts={**library.texts, "so": somali})
    [found] = await faults_shown(broken, pages, now)
    assert found.startswith(f"so STEP step:{PAGE} {fault}")
