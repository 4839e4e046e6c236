"""What the bot is told when it is blocked, unblocked, added to a group or gone from it."""

from tests.telegram_api.chats import Account, Chat, Json
from tests.telegram_api.updates import Pending
from tests.telegram_api.world import World


def report_membership(world: World, chat: Chat, by: Account, change: tuple[str, str]) -> Pending | None:
    """Queue `my_chat_member`: the bot's state before and after."""
    before, after = change
    body: Json = {
        "chat": chat.as_json(),
        "from": by.as_json(),
        "date": int(world.clock.now()),
        "old_chat_member": _describe(world, before),
        "new_chat_member": _describe(world, after),
    }
    return world.updates.add("my_chat_member", body, chat.number)


def _describe(world: World, status: str) -> Json:
    member: Json = {"user": world.bot.as_json(), "status": status}
    return {**member, "until_date": 0} if status == "kicked" else member
