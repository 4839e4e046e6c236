"""A group that a person added the bot to."""

from tests.telegram_api.chats import Chat
from tests.telegram_api.screen import Screen, look_at
from tests.telegram_api.world import World


class Group:
    """A group as its members see it."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat_record = chat

    @property
    def number(self) -> int:
        """The group's id."""
        return self.chat_record.number

    @property
    def has_bot(self) -> bool:
        """Whether the bot is still a member."""
        return self.chat_record.has_bot

    @property
    def chat(self) -> list[Screen]:
        """All messages that stand in the group, oldest first."""
        return [look_at(message) for message in self._world.chats.list_messages(self.number)]
