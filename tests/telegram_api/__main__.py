"""`python -m tests.telegram_api --port N`: a stand-in for a bot in another process."""

import argparse
import asyncio
import signal
import sys
import threading

from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import TOKEN, StandIn

GUIDE = "type a text or command; [label] presses a button; lat,lon after @ shares a location\n"


def main() -> None:
    """Serve until a signal; each line typed is an act of one person."""
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_api", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--language", default="en")
    options = parser.parse_args()
    asyncio.run(_serve(options.token, options.port, options.language))


async def _serve(token: str, port: int, language: str) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stopping.set)
    lines: asyncio.Queue[str] = asyncio.Queue()
    async with StandIn(token, port) as api:
        _say(f"listening on {api.base_url}, methods at {api.base_url}/bot{token}/<method>\n{GUIDE}")
        threading.Thread(target=_read_lines, args=(loop, lines), daemon=True).start()
        talking = asyncio.create_task(_talk(api, api.person(language_code=language), lines))
        await stopping.wait()
        talking.cancel()
        await asyncio.wait({talking})
    _say("".join(f"violation: {each}\n" for each in api.take_violations()))


def _read_lines(loop: asyncio.AbstractEventLoop, lines: asyncio.Queue[str]) -> None:
    for line in sys.stdin:
        loop.call_soon_threadsafe(lines.put_nowait, line.rstrip("\n"))


async def _talk(api: StandIn, person: Person, lines: asyncio.Queue[str]) -> None:
    while True:
        line = await lines.get()
        try:
            await _act(person, line)
            _say(f"{person.screen.text}\n" + "".join(f"  {row}\n" for row in person.screen.rows))
        except (AssertionError, ValueError) as error:
            _say(f"{error}\n")
        _say("".join(f"violation: {each}\n" for each in api.take_violations()))


async def _act(person: Person, line: str) -> None:
    if line.startswith("[") and line.endswith("]"):
        await person.presses(line[1:-1])
    elif line.startswith("@"):
        latitude, longitude = line[1:].split(",")
        await person.shares_location(float(latitude), float(longitude))
    elif line.strip():
        await person.sends(line)


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
