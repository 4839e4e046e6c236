"""After a simulated day, every byte that the program wrote is searched for people."""

import asyncio
import hashlib
import struct
from pathlib import Path

import httpx

from tests.program.running import Program, program
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

FIRST_NAME = "Zebulonda"
LAST_WORDS = "my cousin Quillemont waits in Zwevegemerhoek"
LATITUDE, LONGITUDE = 51.054312, 3.717424
VISITOR = "127.0.0.3"
"""Another loopback address than the server's own, so that it can be told from it."""


async def live_a_day(api: StandIn, bot: Program) -> list[Person]:
    """Let people do everything that people do."""
    people = [api.person(language_code=code, first_name=f"{FIRST_NAME}{code}") for code in ("en", "fr", "ti")]
    for person in people:
        await person.sends("/start")
        await person.presses("English")
        await person.presses("Menu")
        await person.presses("Doctor and medicine")
        await person.sends(LAST_WORDS)
        await person.shares_location(LATITUDE, LONGITUDE)
        await person.presses("Return desk")
        await person.sends_contact("+32470998877")
        await person.sends_voice()
        await person.sends("/privacy")
    await people[0].sends("/clear")
    await people[1].sends("/forget")
    transport = httpx.AsyncHTTPTransport(local_address=VISITOR)
    async with httpx.AsyncClient(base_url=bot.address, transport=transport) as browser:
        await browser.get("/en/detention/first-hours")
        await browser.post("/en/", data={"q": LAST_WORDS})
        await browser.get("/nowhere/at/all")
    return people


def traces_of(people: list[Person]) -> dict[str, bytes]:
    """Return every form in which a person could stand in a file: in clear, as bytes, as an unkeyed hash."""
    traces = {
        "name": FIRST_NAME.encode(),
        "typed text": b"Quillemont",
        "typed town": b"Zwevegemerhoek",
        "latitude": b"51.0543",
        "longitude": b"3.7174",
        "latitude as bytes": struct.pack("<d", LATITUDE),
        "latitude as big-endian bytes": struct.pack(">d", LATITUDE),
        "telephone": b"470998877",
        "address": VISITOR.encode(),
        "address as bytes": bytes(int(part) for part in VISITOR.split(".")),
    }
    for person in people:
        number = person.number
        traces[f"id {number}"] = str(number).encode()
        for size in (4, 6, 8):
            if number < 256**size:
                traces[f"id {number}, {size} bytes"] = number.to_bytes(size, "big")
                traces[f"id {number}, {size} bytes backwards"] = number.to_bytes(size, "little")
        for name in ("md5", "sha1", "sha256", "sha512", "blake2b", "blake2s"):
            digest = hashlib.new(name, str(number).encode())
            traces[f"id {number}, {name}"] = digest.digest()
            traces[f"id {number}, {name} in hex"] = digest.hexdigest().encode()
    return traces


def search(places: dict[str, bytes], traces: dict[str, bytes]) -> list[str]:
    """Return where a trace stands."""
    return [f"{trace} in {place}" for trace, value in traces.items() for place, held in places.items() if value in held]


async def test_no_byte_of_a_person_is_kept(api: StandIn, tmp_path: Path) -> None:
    """Database, write-ahead log, standard output and the DEBUG log name nobody, while running and after."""
    settings = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_BASE_URL": api.base_url, "LOG_LEVEL": "debug"}
    async with program(tmp_path, SECRET_KEY="", **settings) as bot:
        people = await live_a_day(api, bot)
        await asyncio.sleep(6)  # a batch of counters is written every five seconds
        traces = traces_of(people) | {"token": api.token.encode()}
        assert search(files_of(tmp_path) | {"output": bytes(bot.said)}, traces) == []
    kept = files_of(tmp_path) | {"output": bytes(bot.said)}
    assert search(kept, traces) == []
    assert b"urgent-medical-aid.start" in kept["wegwijs.db"], "counters were written"
    assert {"wegwijs.db.key", "wegwijs.db.library"} <= set(kept), "the program wrote these itself"


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file the program wrote."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_the_search_finds_what_it_looks_for() -> None:
    """A search that finds nothing proves something only if it can find."""
    planted = {"file": b"..." + hashlib.sha256(b"7").digest() + LAST_WORDS.encode()}
    traces = {"hash": hashlib.sha256(b"7").digest(), "typed text": b"Quillemont", "name": b"Nobody"}
    assert search(planted, traces) == ["hash in file", "typed text in file"]
