"""One call of the Bot API, tried again while that can help."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram.pace import Backoff, Pace

Result = TypeVar("Result")
_HOPELESS = (BadRequest, Forbidden, InvalidToken, Conflict, ChatMigrated)
_GONE_CHAT = ("chat not found", "user is deactivated", "bot was kicked", "have no rights to send")


async def patiently(call: Callable[[], Awaitable[Result]], pace: Pace) -> Result:
    """Return the result of a call; make it again after 5xx, a lost connection, or a short wait that was asked for.

    The caller limits the time. After a lost answer the call is made twice: a message may then stand twice.

    Raises:
        RetryAfter: the wait asked for is longer than `pace.short_wait`.
        TelegramError: Telegram refuses, and would refuse again.
    """
    pauses = Backoff(pace.first_pause, pace.longest_call_pause)
    while True:
        try:
            return await call()
        except RetryAfter as wish:
            if wait_of(wish) > pace.short_wait:
                raise
            await asyncio.sleep(wait_of(wish))
        except TelegramError as problem:
            if not is_passing(problem):
                raise
            await asyncio.sleep(pauses.take())


def is_passing(problem: TelegramError) -> bool:
    """Tell whether the same call may succeed a moment later: 5xx, a lost connection, an answer that is no JSON."""
    if isinstance(problem, _HOPELESS):
        return False
    return isinstance(problem, NetworkError) or type(problem) is TelegramError


def is_gone(problem: TelegramError) -> bool:
    """Tell whether nobody is there to read an answer: the person blocked the bot or deleted the account."""
    if isinstance(problem, Forbidden | ChatMigrated):
        return True
    return isinstance(problem, BadRequest) and says(problem, *_GONE_CHAT)


def says(problem: TelegramError, *sentences: str) -> bool:
    """Tell whether Telegram's words hold one of these; there are no codes to go by."""
    words = problem.message.lower()
    return any(sentence in words for sentence in sentences)


def wait_of(wish: RetryAfter) -> float:
    """Return the seconds that Telegram asks to wait."""
    value = wish.retry_after
    return float(value) if isinstance(value, int | float) else value.total_seconds()
