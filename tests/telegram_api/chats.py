"""Chats, accounts and messages: what Telegram knows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.telegram_api.clock import Clock

Json = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """A person or the bot, as Telegram describes them."""

    number: int
    first_name: str
    language_code: str | None = None
    is_bot: bool = False
    username: str | None = None

    def as_json(self) -> Json:
        """A User."""
        user: Json = {"id": self.number, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user


@dataclass
class Chat:
    """A private chat with one person, or a group."""

    number: int
    kind: str
    name: str
    username: str | None = None
    is_blocked: bool = False
    forbids_voices: bool = False
    has_bot: bool = True

    def as_json(self) -> Json:
        """A Chat."""
        title = "first_name" if self.kind == "private" else "title"
        chat = {"id": self.number, "type": self.kind, title: self.name}
        return {**chat, "username": self.username} if self.username else chat


@dataclass
class Message:
    """One message, as it stands now."""

    number: int
    chat: Chat
    author: Account
    date: int
    content: Json
    markup: Json | None = None
    edit_date: int | None = None

    @property
    def inline_markup(self) -> Json | None:
        """The inline keyboard, if this is the kind of keyboard it has."""
        return self.markup if self.markup and "inline_keyboard" in self.markup else None

    def as_json(self) -> Json:
        """A Message."""
        message: Json = {
            "message_id": self.number,
            "date": self.date,
            "chat": self.chat.as_json(),
            "from": self.author.as_json(),
            **self.content,
        }
        if self.edit_date:
            message["edit_date"] = self.edit_date
        if self.inline_markup:
            message["reply_markup"] = self.inline_markup
        return message


@dataclass
class Chats:
    """All chats of the bot; one counter numbers the messages of all of them."""

    clock: Clock
    bot: Account
    chats: dict[int, Chat] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    people: Iterator[int] = field(default_factory=lambda: count(5_000_000_001))
    groups: Iterator[int] = field(default_factory=lambda: count(-4_000_000_001, -1))

    def open_private(self, person: Account) -> Chat:
        """The person's chat with the bot; it exists once they turn to the bot."""
        new = Chat(person.number, "private", person.first_name, person.username)
        return self.chats.setdefault(person.number, new)

    def open_group(self, title: str) -> Chat:
        """A new group."""
        chat = Chat(next(self.groups), "group", title)
        self.chats[chat.number] = chat
        return chat

    def post(self, chat: Chat, author: Account, content: Json, markup: Json | None = None) -> Message:
        """Put a message into a chat."""
        message = Message(next(self.numbers), chat, author, int(self.clock.now()), content, markup)
        self.messages[message.number] = message
        return message

    def list_messages(self, chat_number: int) -> list[Message]:
        """What stands in a chat, oldest first."""
        return [each for each in self.messages.values() if each.chat.number == chat_number]

    def find_newest_by_bot(self, chat_number: int) -> Message | None:
        """The bot's newest message that still stands."""
        own = [each for each in self.list_messages(chat_number) if each.author.is_bot]
        return own[-1] if own else None
