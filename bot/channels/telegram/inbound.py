"""Telegram's update -> what a person did; None for what is not answered."""

import re
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User

from bot.dialogue.inputs import (
    AddedToGroup,
    Commanded,
    Input,
    Pressed,
    Said,
    SentSomethingElse,
    SharedPoint,
    Started,
)
from bot.reception import Visit

CHANNEL = "telegram"
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
"""The kinds we ask for, every time: Telegram keeps the last list it was given."""
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@[A-Za-z0-9_]+)?(?:\s+(.*))?", re.DOTALL)
_INSIDE = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.RESTRICTED})
_OUTSIDE = frozenset({ChatMember.LEFT, ChatMember.BANNED})
# Messages that Telegram writes itself in a private chat; nobody said anything that could be answered.
_SERVICE = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "write_access_allowed",
    "chat_background_set",
    "connected_website",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A visit and where Telegram shows it: the chat, the sent or pressed message, the press to be answered.

    It lives as long as the answer takes; nothing of it is kept or logged.
    """

    visit: Visit
    chat: int
    message: int = 0
    query: str = ""


def read_update(update: Update) -> Arrival | None:
    """Return what a person did, or None: other groups, channels, edits, service messages, being blocked."""
    if update.message:
        return _read_message(update.message)
    if update.callback_query:
        return _read_query(update.callback_query)
    if update.my_chat_member:
        return _read_membership(update.my_chat_member)
    return None


def lane_of(update: Update) -> int:
    """Return the number of the chat whose updates must stay in order; 0 for an update of no chat."""
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0


def _read_message(message: Message) -> Arrival | None:
    sender = message.from_user
    if message.chat.type != Chat.PRIVATE or sender is None or sender.is_bot:
        return None
    given = _read_content(message)
    if given is None:
        return None
    visit = Visit(CHANNEL, given, chat=str(message.chat.id), phone_language=_language(sender))
    return Arrival(visit, message.chat.id, message.message_id)


def _read_content(message: Message) -> Input | None:
    if message.text is not None:
        return _read_text(message.text)
    if message.location:
        return SharedPoint(message.location.latitude, message.location.longitude)
    if any(getattr(message, name) for name in _SERVICE):
        return None
    return SentSomethingElse()


def _read_text(text: str) -> Input:
    command = _COMMAND.fullmatch(text.strip())
    if command is None:
        return Said(text)
    name = command.group(1).lower()
    if name == "start":
        return Started(code=(command.group(2) or "").strip())
    return Commanded(name)


def _read_query(query: CallbackQuery) -> Arrival | None:
    if query.message is None or query.message.chat.type != Chat.PRIVATE:
        return None
    chat = query.message.chat.id
    visit = Visit(CHANNEL, Pressed(), query.data or "", str(chat), _language(query.from_user))
    return Arrival(visit, chat, query.message.message_id, query.id)


def _read_membership(change: ChatMemberUpdated) -> Arrival | None:
    """Tell only of being added to a group or channel; nothing is kept for it, so the visit names no chat."""
    was_added = change.old_chat_member.status in _OUTSIDE and change.new_chat_member.status in _INSIDE
    if change.chat.type == Chat.PRIVATE or not was_added:
        return None
    visit = Visit(CHANNEL, AddedToGroup(), phone_language=_language(change.from_user))
    return Arrival(visit, change.chat.id)


def _language(person: User) -> str:
    return person.language_code or ""
