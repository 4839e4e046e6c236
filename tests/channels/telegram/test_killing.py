"""Tests: the channel as a process of its own, killed and stopped."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from functools import partial
from pathlib import Path

from tests.channels.telegram.conftest import until
from tests.kept_library import kept_library
from tests.telegram_api.person import Person
from tests.telegram_api.stand_in import StandIn

ROOT = Path(__file__).parents[3]


async def start(api: StandIn, token: str) -> Process:
    arguments = ("-m", "tests.channels.telegram.bot_process", api.base_url, token, str(kept_library()))
    return await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=ROOT, stderr=PIPE)


def has_sent(api: StandIn, number: int) -> bool:
    return len(api.calls_of("sendMessage")) >= number


def answered(people: list[Person]) -> int:
    return sum(1 for person in people if any(screen.by_bot and screen.rows for screen in person.chat))


async def test_killed_four_times_nobody_is_left_without_an_answer(api: StandIn) -> None:
    """Forty people write; after each kill -9 the next process takes up what was not answered."""
    people = [api.person(first_name=f"P{number}") for number in range(40)]
    for person in people:
        await person.sends("/menu", waits=False)
    for goal in (12, 35, 50, 75):
        api.delay_next("sendMessage", 0.02, times=400)
        process = await start(api, api.token)
        await until(partial(has_sent, api, goal))
        process.kill()
        await process.communicate()
        api.faults.clear()
    process = await start(api, api.token)
    await people[-1].sends("/menu", waits=False)
    await until(lambda: not api.world.updates.pending)
    process.terminate()
    await process.communicate()
    assert process.returncode == 0
    assert answered(people) == 40
    assert len(api.calls_of("sendMessage")) < 40 + 1 + 4 * 20


async def test_sigterm_ends_the_process_cleanly(api: StandIn) -> None:
    """The answer in hand is given and confirmed; the exit code is 0 and the logs name nobody."""
    process = await start(api, api.token)
    await until(lambda: len(api.calls_of("getUpdates")) >= 1)
    api.delay_next("sendMessage", 0.3)
    person = api.person(first_name="Zulaykha")
    await person.sends("/menu", waits=False)
    await until(lambda: len(api.calls_of("sendMessage")) >= 1)
    process.send_signal(signal.SIGTERM)
    _, errors = await process.communicate()
    assert process.returncode == 0
    assert answered([person]) == 1
    assert api.world.updates.pending == []
    assert not [word for word in (api.token, str(person.number), "Zulaykha") if word in errors.decode()]


async def test_a_refused_token_is_one_line_and_exit_code_three(api: StandIn) -> None:
    """No traceback, no token."""
    process = await start(api, "7000000001:another-token-of-thirty-five-signs--")
    _, errors = await process.communicate()
    assert process.returncode == 3
    assert errors.decode() == ("Telegram does not know this token. Copy TELEGRAM_BOT_TOKEN again from BotFather.\n")
