"""Waiting, without sleeping, until the bot has dealt with an update."""

import asyncio

from tests.telegram_api.updates import Pending
from tests.telegram_api.world import World

SHOWN_CALLS = 5


async def wait_for_reaction(world: World, update: Pending) -> None:
    """Return when a later offset has confirmed the update, or the webhook has answered 2xx."""
    try:
        async with asyncio.timeout(world.patience):
            await update.settled.wait()
    except TimeoutError:
        last = [f"{call.method} {call.status}" for call in world.recorder.calls[-SHOWN_CALLS:]]
        kind = next(key for key in update.body if key != "update_id")
        message = f"the bot did not settle this {kind} within {world.patience} s; its last calls: {last}"
        raise AssertionError(message) from None
