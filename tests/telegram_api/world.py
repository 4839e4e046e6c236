"""Everything the stand-in holds, and the way from a chat_id to a chat that may be used."""

from dataclasses import dataclass, field
from typing import Any

from tests.telegram_api.chats import Account, Chat, Chats, Message
from tests.telegram_api.clock import Clock
from tests.telegram_api.files import Files
from tests.telegram_api.queries import Queries
from tests.telegram_api.recorder import Recorder
from tests.telegram_api.refusals import breach, circumstance, forbidden
from tests.telegram_api.updates import UpdateQueue


@dataclass
class WebhookSettings:
    """Where updates go when they are not fetched."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40


@dataclass
class World:
    """One bot account and all its chats."""

    token: str
    clock: Clock = field(default_factory=Clock)
    recorder: Recorder = field(default_factory=Recorder)
    files: Files = field(default_factory=Files)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    webhook: WebhookSettings = field(default_factory=WebhookSettings)
    profile: dict[tuple[str, str], Any] = field(default_factory=dict)
    patience: float = 5.0

    def __post_init__(self) -> None:
        number = int(self.token.partition(":")[0])
        self.bot = Account(number, "Wegwijs", is_bot=True, username="wegwijs_bot")
        self.chats = Chats(self.clock, self.bot)
        self.queries = Queries(self.clock)

    def find_chat(self, parameters: dict[str, Any]) -> Chat:
        """The chat that a call names."""
        number = parameters.get("chat_id")
        if number in {None, ""}:
            raise breach("chat_id is empty")
        chat = self.chats.chats.get(number) if isinstance(number, int) else None
        if chat is None:
            raise circumstance("chat not found")
        return chat

    def find_writable_chat(self, parameters: dict[str, Any]) -> Chat:
        """The same, if the bot may write there."""
        chat = self.find_chat(parameters)
        if chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.has_bot:
            raise forbidden("bot is not a member of the group chat")
        return chat

    def find_message(self, chat: Chat, parameters: dict[str, Any], purpose: str) -> Message:
        """The message that a call names, if it stands in this chat."""
        number = parameters.get("message_id")
        if number is None:
            raise breach("message identifier is not specified")
        message = self.chats.messages.get(number)
        if message is None or message.chat is not chat:
            raise circumstance(f"message to {purpose} not found")
        return message
