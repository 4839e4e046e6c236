"""Coordinates live only inside the one call: each way out of it is tried by name."""

import io
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime
from typing import get_type_hints

import httpx
import pytest
from pydantic import ValidationError

from bot.channels.telegram.inbound import Arrival
from bot.content.gazetteer import Area
from bot.content.library import Library
from bot.content.model import Point
from bot.dialogue.inputs import Pressed, SharedPoint
from bot.dialogue.messages import Message
from bot.dialogue.position import Position, encode, home
from bot.dialogue.respond import respond
from bot.dialogue.turns import Turn
from bot.errors import StorageError
from bot.logs import configure_logs, describe_fault
from bot.reception import Reception, Visit
from bot.storage.memory import MemoryCounters, MemoryPreferences
from tests.channels.telegram.conftest import QUICK, Running, reception, running, settings
from tests.channels.web.serving import serving
from tests.coordinates import LATITUDE, LONGITUDE, find_coordinates
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn
from tests.test_logs import root

__all__ = ["reception", "root", "running", "settings"]
POINT = SharedPoint(LATITUDE, LONGITUDE)
TYPED = f"{LATITUDE}, {LONGITUDE}"
FAULTS: dict[str, Callable[[Visit], Exception]] = {
    "a value": lambda visit: ValueError(f"no area at {TYPED} of {visit.given!r}"),
    "a key": lambda visit: KeyError((LATITUDE, LONGITUDE, visit)),
    "the disk": lambda visit: OSError(f"no map of {LATITUDE:.3f} {LONGITUDE:.4f} for {visit}"),
    "the storage": lambda visit: StorageError(f"no row for {TYPED}. {visit.given}"),
}
"""Faults whose words hold the point, as a careless library's would."""


class FaultyReception(Reception):
    """Breaks on every input with a fault that has another one behind it."""

    def __init__(self, library: Library, fault: Callable[[Visit], Exception]) -> None:
        super().__init__(lambda: library, MemoryCounters(), MemoryPreferences(), b"secret")
        self._fault = fault

    async def receive(self, visit: Visit, now: datetime) -> Turn:
        del now
        try:
            self._break(visit)
        except Exception as cause:
            raise self._fault(visit) from cause
        raise AssertionError

    def _break(self, visit: Visit) -> None:
        raise self._fault(visit)


class BrokenNumber:
    """A number of a library that cannot be reckoned with."""

    def __float__(self) -> float:
        raise ArithmeticError(f"asked for the distance to {TYPED}")


def break_a_lookup(library: Library) -> Library:
    """Return a library in which looking for the nearest area fails deep inside, with the point in every frame."""
    point = Point.model_construct(latitude=BrokenNumber(), longitude=4.0)
    return replace(library, areas=(Area("1000", {"fr": "Bruxelles"}, "brussels", point, 1, (), ("fr",)),))


def follow(library: Library, message: Message, now: datetime) -> list[Message]:
    """Return a page and every page that its buttons lead to."""
    positions = [button.position for button in message.buttons if button.position]
    return [message, *(respond(library, position, Pressed(), now).message for position in positions)]


async def share(api: StandIn) -> Person:
    """Let somebody share the point and go on from there."""
    person = api.person()
    await person.sends("/start")
    await person.shares_location(LATITUDE, LONGITUDE)
    await person.presses("Doctor")
    await person.presses("More")
    return person


def test_the_search_finds_every_form() -> None:
    """A search that finds nothing proves something only if it can find."""
    assert find_coordinates(f"at {LATITUDE:.5f} N")
    assert find_coordinates("lat=50673219")
    assert find_coordinates("٥٠٫٦٧٣")
    assert find_coordinates("50°40'23")
    assert find_coordinates("50,673")
    assert find_coordinates("9000 Gent, 4.86 km, 0800 32 745") == []


def test_positions_have_no_room_for_a_point() -> None:
    """By type: no field of a position is a number with decimals, a point, or named after one."""
    hints = get_type_hints(Position)
    assert set(hints) == {field.name for field in fields(Position)}
    assert not {"point", "latitude", "longitude"} & set(hints)
    assert not [name for name, hint in hints.items() if "float" in str(hint) or "Point" in str(hint)]


@pytest.mark.usefixtures("root")
async def test_logs_at_debug_hold_no_coordinates(api: StandIn, running: Running) -> None:
    """Not even while Telegram refuses, breaks and repeats."""
    stream = io.StringIO()
    configure_logs("debug", "console", stream)
    api.fail_next("sendMessage", status=502)
    async with running(QUICK):
        person = await share(api)
        api.fail_next("sendMessage", status=400)
        api.duplicate_next_update()
        await person.shares_location(LATITUDE, LONGITUDE)
    assert "An update could not be answered" in stream.getvalue()
    assert find_coordinates(stream.getvalue()) == []


async def test_counters_hold_a_province_and_no_coordinates(library: Library, now: datetime) -> None:
    """What is counted of a shared point is nothing finer than the kind of input."""
    counters = MemoryCounters()
    desk = Reception(lambda: library, counters, MemoryPreferences(), b"secret")
    turn = await desk.receive(Visit("telegram", POINT, chat="7"), now)
    for button in turn.message.buttons:
        if button.position:
            data = encode(button.position, library.keys)
            await desk.receive(Visit("telegram", Pressed(), button=data, chat="7"), now)
    await desk.write_counts()
    counted = str(await counters.read(date.min, date.max))
    assert "province" in counted
    assert find_coordinates(counted) == []


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("fault", FAULTS)
async def test_exceptions_lose_coordinates_on_telegram(
    api: StandIn, running: Running, library: Library, fault: str
) -> None:
    """The log names the fault and where it was; the person is told, and the point is in neither."""
    stream = io.StringIO()
    configure_logs("debug", "json", stream)
    async with running(QUICK, FaultyReception(library, FAULTS[fault])):
        person = api.person()
        await person.shares_location(LATITUDE, LONGITUDE)
    assert "An update could not be answered" in stream.getvalue()
    assert find_coordinates(stream.getvalue() + person.screen.text) == []


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("fault", FAULTS)
async def test_exceptions_lose_coordinates_in_the_browser(library: Library, now: datetime, fault: str) -> None:
    """A browser shares no location, but somebody may type one."""
    stream = io.StringIO()
    configure_logs("debug", "console", stream)
    faulty = FaultyReception(library, FAULTS[fault])
    async with serving(library, now, faulty) as address, httpx.AsyncClient(base_url=address) as browser:
        answer = await browser.post("/en/", data={"q": TYPED})
    assert answer.status_code == 500
    assert "A page could not be made" in stream.getvalue()
    assert find_coordinates(stream.getvalue() + answer.text) == []


@pytest.mark.usefixtures("root")
async def test_a_lookup_that_breaks_deep_inside_tells_nothing(api: StandIn, running: Running, library: Library) -> None:
    """The frames between hold the point; the log holds their names and lines."""
    stream = io.StringIO()
    configure_logs("debug", "console", stream)
    broken = break_a_lookup(library)
    desk = Reception(lambda: broken, MemoryCounters(), MemoryPreferences(), b"secret")
    async with running(QUICK, desk):
        await api.person().shares_location(LATITUDE, LONGITUDE)
    assert "geography.py" in stream.getvalue()
    assert find_coordinates(stream.getvalue()) == []


def test_exceptions_are_described_without_coordinates() -> None:
    """Our own words are shown, and what looks like a coordinate is taken out of them."""
    fault = StorageError(f"no row for {TYPED}.")
    assert describe_fault(fault) == "StorageError: no row for <number>, <number>."


def test_nothing_prints_a_point() -> None:
    """Neither an input nor what carries it, nor a point of the content, nor a point that is none."""
    visit = Visit("telegram", POINT)
    point = Point(latitude=LATITUDE, longitude=LONGITUDE)
    printed = [POINT, visit, Arrival(visit, 7), point, [point], {"point": point}]
    assert find_coordinates("".join(f"{one!r} {one} {[one]}" for one in printed)) == []
    with pytest.raises(ValidationError) as refused:
        Point.model_validate({"latitude": f"{LATITUDE} N", "longitude": LONGITUDE + 180})
    assert find_coordinates(str(refused.value)) == []


def test_urls_hold_no_coordinates(library: Library, now: datetime) -> None:
    """Neither those of the page nor those of any page that its buttons lead to: pins are of places alone."""
    message = respond(library, home("en"), POINT, now).message
    urls = [
        url
        for page in follow(library, message, now)
        for url in (
            *(button.url + button.copies for button in page.buttons),
            *(run.link for block in page.blocks for run in block.runs),
        )
    ]
    assert [url for url in urls if url]
    assert find_coordinates("\n".join(urls)) == []


async def test_no_call_to_telegram_sends_coordinates_back(api: StandIn, running: Running) -> None:
    """Neither in an address nor in a parameter."""
    async with running(QUICK):
        await share(api)
    sent = [call for call in api.calls if call.method != "getUpdates"]
    assert sent
    assert find_coordinates("\n".join(f"{call.method} {call.parameters}" for call in sent)) == []


async def test_addresses_and_pages_of_the_browser_hold_no_coordinates(library: Library, now: datetime) -> None:
    """Typed ones go by POST, and no page repeats them."""
    async with serving(library, now) as address, httpx.AsyncClient(base_url=address, follow_redirects=True) as browser:
        answer = await browser.post("/en/", data={"q": TYPED})
    assert answer.status_code == 200
    assert find_coordinates(f"{answer.url} {answer.headers} {answer.text}") == []
