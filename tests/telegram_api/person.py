"""A person with Telegram on their phone: what they do, and what they then see."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from tests.telegram_api.chats import Account, Chat, Message
from tests.telegram_api.entities import measure
from tests.telegram_api.group import Group
from tests.telegram_api.membership import report_membership
from tests.telegram_api.reaction import wait_for_reaction
from tests.telegram_api.screen import Screen, look_at
from tests.telegram_api.updates import Pending
from tests.telegram_api.world import World

COMMAND = re.compile(r"(?<!\S)/[a-zA-Z0-9_]{1,64}(?:@\w+)?")
FILE = {"file_id": "sent-by-a-person", "file_unique_id": "sent", "file_size": 2048}
STICKER = {
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
    "emoji": "🙂",
}


class Person:
    """Each act returns the bot's newest message, once the bot has dealt with it.

    With `waits=False` an act returns at once: for a bot that is down, slow, or must be overtaken.
    """

    def __init__(self, world: World, account: Account) -> None:
        self._world = world
        self.account = account
        self.clipboard: str | None = None
        self.opened_url: str | None = None

    @property
    def number(self) -> int:
        """The person's id, which is also the id of their chat with the bot."""
        return self.account.number

    @property
    def chat(self) -> list[Screen]:
        """All messages that stand in the chat with the bot, oldest first."""
        return [look_at(message) for message in self._world.chats.list_messages(self.number)]

    @property
    def screen(self) -> Screen:
        """The bot's newest message that still stands."""
        found = self._find_screen()
        if found is None:
            raise AssertionError("the bot has no message in this chat")
        return found

    @property
    def notices(self) -> list[dict[str, Any]]:
        """What the bot answered to presses, oldest first: `text` and `show_alert`, where it gave them."""
        own = (query for query in self._world.queries.queries.values() if query.person_number == self.number)
        return [query.answer for query in own if query.answer is not None]

    async def sends(self, text: str, *, to: Group | None = None, waits: bool = True) -> Screen | None:
        """Type a text or a command; in a group the bot hears commands only."""
        found = [
            {"type": "bot_command", "offset": measure(text[: match.start()]), "length": len(match.group())}
            for match in COMMAND.finditer(text)
        ]
        content: dict[str, Any] = {"text": text, "entities": found} if found else {"text": text}
        if to is None:
            return await self._posts(content, waits=waits)
        message = self._world.chats.post(to.chat_record, self.account, content)
        return await self._then(self._report(message) if found and to.has_bot else None, waits=waits)

    async def presses(self, label: str, *, waits: bool = True) -> Screen | None:
        """Press a button of the bot's newest message."""
        return await self.presses_on(self.screen, label, waits=waits)

    async def presses_on(self, screen: Screen, label: str, *, waits: bool = True) -> Screen | None:
        """Press a button as it stood on a message when it was looked at."""
        button = screen.find_button(label)
        if "url" in button:
            self.opened_url = button["url"]
            return screen
        if "copy_text" in button:
            self.clipboard = button["copy_text"]["text"]
            return screen
        return await self._then(self._query(screen, button["callback_data"]), waits=waits)

    async def presses_each(self, screen: Screen, data: Sequence[str]) -> None:
        """Press buttons of any data on one message, as fast as they can be tapped; return when all are dealt with."""
        for update in [self._query(screen, each) for each in data]:
            if update:
                await wait_for_reaction(self._world, update)

    async def shares_location(self, latitude: float, longitude: float, *, waits: bool = True) -> Screen | None:
        """Share where they are."""
        return await self._posts({"location": {"latitude": latitude, "longitude": longitude}}, waits=waits)

    async def sends_sticker(self, *, waits: bool = True) -> Screen | None:
        """Send a sticker."""
        return await self._posts({"sticker": FILE | STICKER}, waits=waits)

    async def sends_voice(self, *, waits: bool = True) -> Screen | None:
        """Send a voice message."""
        return await self._posts({"voice": {**FILE, "duration": 3, "mime_type": "audio/ogg"}}, waits=waits)

    async def sends_photo(self, caption: str = "", *, waits: bool = True) -> Screen | None:
        """Send a photo."""
        content: dict[str, Any] = {"photo": [{**FILE, "width": 800, "height": 600}]}
        return await self._posts(content | ({"caption": caption} if caption else {}), waits=waits)

    async def sends_document(self, name: str = "letter.pdf", *, waits: bool = True) -> Screen | None:
        """Send a document."""
        document = {**FILE, "file_name": name, "mime_type": "application/pdf"}
        return await self._posts({"document": document}, waits=waits)

    async def sends_contact(self, phone: str = "+32470000000", *, waits: bool = True) -> Screen | None:
        """Send a contact."""
        contact = {"phone_number": phone, "first_name": self.account.first_name, "user_id": self.number}
        return await self._posts({"contact": contact}, waits=waits)

    async def blocks_bot(self, *, waits: bool = True) -> None:
        """Block the bot."""
        await self._changes_blocking(blocks=True, waits=waits)

    async def unblocks_bot(self, *, waits: bool = True) -> None:
        """Let the bot in again."""
        await self._changes_blocking(blocks=False, waits=waits)

    def forbids_voices(self) -> None:
        """Let nobody send voice messages, in the privacy settings; Telegram gives that to people who pay."""
        self._open_chat().forbids_voices = True

    async def adds_bot_to_group(self, title: str = "Neighbours", *, waits: bool = True) -> Group:
        """Make a group and add the bot."""
        chat = self._world.chats.open_group(title)
        first = report_membership(self._world, chat, self.account, ("left", "member"))
        content = {"new_chat_members": [self._world.bot.as_json()]}
        second = self._report(self._world.chats.post(chat, self.account, content))
        await self._then(first, waits=waits)
        await self._then(second, waits=waits)
        return Group(self._world, chat)

    def _open_chat(self) -> Chat:
        return self._world.chats.open_private(self.account)

    def _find_screen(self) -> Screen | None:
        message = self._world.chats.find_newest_by_bot(self.number)
        return look_at(message) if message else None

    async def _posts(self, content: dict[str, Any], *, waits: bool) -> Screen | None:
        chat = self._open_chat()
        assert not chat.is_blocked, "who has blocked the bot must unblock it before writing"
        message = self._world.chats.post(chat, self.account, content)
        return await self._then(self._report(message), waits=waits)

    async def _changes_blocking(self, *, blocks: bool, waits: bool) -> None:
        chat = self._open_chat()
        chat.is_blocked = blocks
        change = ("member", "kicked") if blocks else ("kicked", "member")
        await self._then(report_membership(self._world, chat, self.account, change), waits=waits)

    def _report(self, message: Message) -> Pending | None:
        return self._world.updates.add("message", message.as_json(), message.chat.number)

    def _query(self, screen: Screen, data: str) -> Pending | None:
        message = self._world.chats.messages.get(screen.number)
        chat = self._world.chats.chats[screen.chat_number]
        gone = {"message_id": screen.number, "chat": chat.as_json(), "date": 0}
        body = {
            "id": self._world.queries.open(self.number).number,
            "from": self.account.as_json(),
            "message": message.as_json() if message else gone,
            "chat_instance": str(-chat.number),
            "data": data,
        }
        return self._world.updates.add("callback_query", body, chat.number)

    async def _then(self, update: Pending | None, *, waits: bool) -> Screen | None:
        if update and waits:
            await wait_for_reaction(self._world, update)
        with suppress(AssertionError):
            return self.screen
        return None
