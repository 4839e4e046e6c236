"""The operators' password: known by its hash alone, and tried off the event loop."""

import asyncio

from bot.operators.passwords import MOST_LETTERS, Password
from tests.operators.asking import PASSWORD, password_hash


async def test_only_the_password_fits() -> None:
    """Not a part of it, not more, not nothing; the second time as the first."""
    password = Password(password_hash())
    for words in ("", PASSWORD[:-1], PASSWORD + " ", PASSWORD.upper(), "\udcff", "x" * (MOST_LETTERS + 1)):
        assert not await password.fits(words)
    assert await password.fits(PASSWORD)
    assert await password.fits(PASSWORD)
    assert not await password.fits(PASSWORD[:-1])


async def test_a_hash_that_cannot_be_read_fits_nothing() -> None:
    """It has the form of one, and is none."""
    assert not await Password("$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2g").fits(PASSWORD)
    assert not await Password("").fits(PASSWORD)


async def test_people_are_answered_while_a_password_is_tried() -> None:
    """The event loop goes on turning."""
    turns = 0
    trying = asyncio.create_task(Password(password_hash()).fits("wrong"))
    while not trying.done():
        turns += 1
        await asyncio.sleep(0.001)
    assert turns > 1
