"""Showing a turn: one message that changes in place, and the effects that only Telegram can have."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial

from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.chat import LiveChat
from bot.channels.telegram.inbound import Arrival
from bot.channels.telegram.outbound import Page
from bot.dialogue.inputs import AddedToGroup, Commanded, Said, SharedPoint, Started
from bot.dialogue.turns import AskForLocation, ClearChat, Effect

Act = Callable[[], Awaitable[object]]
Acts = deque[Act]
"""What is still to be done; a second try goes on where the first one stopped."""

TIDIED_NUMBERS = 100
"""Message numbers that one call can delete (Bot API, deleteMessages)."""
CLEARED_NUMBERS = 1000
"""Message numbers that /clear goes back; all chats of the bot share them."""


def plan(chat: LiveChat, arrival: Arrival, page: Page, effects: tuple[Effect, ...]) -> Acts:
    """Return the acts that show a turn, in their order; remembering and forgetting are done by reception."""
    if isinstance(arrival.visit.given, AddedToGroup):
        return deque([lambda: _say_if_allowed(chat, page), chat.leave])
    if any(isinstance(effect, ClearChat) for effect in effects):
        return deque([lambda: _hide(chat, arrival), lambda: _send_and_sweep(chat, arrival, page)])
    acts: Acts = deque()
    if arrival.query:
        acts.append(lambda: _change(chat, arrival, page))
    else:
        acts.append(lambda: chat.send(page))
    acts += tidy(chat, arrival)
    for effect in effects:
        if isinstance(effect, AskForLocation):
            acts.append(partial(chat.ask_for_location, effect.text, effect.button))
    return acts


def tidy(chat: LiveChat, arrival: Arrival) -> Acts:
    """Return the act that leaves one living message: the new one.

    What a person typed or shared goes, as the privacy page promises, and the page before it, which nobody recorded:
    one call takes the numbers just below; Telegram leaves alone those of other chats. Voices and files stay.
    """
    if arrival.query:
        return deque()
    is_ours_to_delete = isinstance(arrival.visit.given, Said | Commanded | Started | SharedPoint)
    newest = arrival.message if is_ours_to_delete else arrival.message - 1
    return deque([lambda: chat.delete_back(newest, newest - TIDIED_NUMBERS + 1)])


async def _change(chat: LiveChat, arrival: Arrival, page: Page) -> None:
    """Answer the press and change its message at the same time: the person waits for one way to Telegram, not two."""
    await asyncio.gather(chat.answer_query(arrival.query), _change_or_send(chat, arrival.message, page))


async def _change_or_send(chat: LiveChat, message: int, page: Page) -> None:
    if not await chat.edit(message, page):
        await chat.send(page)


async def _hide(chat: LiveChat, arrival: Arrival) -> None:
    """Delete the message in hand and those before it, at once."""
    if arrival.query:
        await chat.answer_query(arrival.query)
    await chat.delete_back(arrival.message, arrival.message - CLEARED_NUMBERS + 1)


async def _send_and_sweep(chat: LiveChat, arrival: Arrival, page: Page) -> None:
    """Say that it is done; what came after the pressed message (its button may be an old one) goes as well."""
    sent = await chat.send(page)
    await chat.delete_back(sent - 1, max(arrival.message + 1, sent - CLEARED_NUMBERS))


async def _say_if_allowed(chat: LiveChat, page: Page) -> None:
    """Send to a group; where the bot may not write it leaves without a word."""
    try:
        await chat.send(page)
    except RetryAfter:
        raise
    except TelegramError:
        return
