"""One chat and what the bot can do in it; each act copes with the failures that belong to it."""

import asyncio
import contextlib

from telegram import Bot, LinkPreviewOptions, Message
from telegram.constants import BulkRequestLimit
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.keyboard import write_location_keyboard
from bot.channels.telegram.outbound import Page
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.patience import patiently, says

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PICTURE_NAME = "picture.png"
QUERY_SECONDS = 3.0
"""The answer to a press says nothing, so that nothing waits long for it."""
_UNCHANGED = ("message is not modified",)
_NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid", "no text in the message")


class LiveChat:
    """A chat, by its number, for as long as one answer takes."""

    def __init__(self, bot: Bot, number: int, pace: Pace) -> None:
        self._bot = bot
        self._number = number
        self._pace = pace

    async def send(self, page: Page) -> int:
        """Send a new message and return its number."""

        async def call() -> Message:
            return await self._bot.send_message(
                self._number,
                page.text,
                entities=page.entities,
                reply_markup=page.keyboard,
                link_preview_options=NO_PREVIEW,
            )

        return (await patiently(call, self._pace)).message_id

    async def send_picture(self, picture: bytes, caption: str) -> None:
        """Send a picture with words below it."""

        async def call() -> object:
            return await self._bot.send_photo(self._number, picture, caption, filename=PICTURE_NAME)

        await patiently(call, self._pace)

    async def send_file(self, file: bytes, name: str) -> None:
        """Send a file as it is: Telegram is not to look into it and make something else of it."""

        async def call() -> object:
            return await self._bot.send_document(self._number, file, filename=name, disable_content_type_detection=True)

        await patiently(call, self._pace)

    async def edit(self, message: int, page: Page) -> bool:
        """Change a message in place; True if it now reads so, False if it is gone or cannot be changed."""

        async def call() -> object:
            return await self._bot.edit_message_text(
                page.text,
                self._number,
                message,
                entities=page.entities,
                reply_markup=page.keyboard,
                link_preview_options=NO_PREVIEW,
            )

        try:
            await patiently(call, self._pace)
        except BadRequest as refusal:
            if says(refusal, *_NOT_EDITABLE):
                return False
            if not says(refusal, *_UNCHANGED):
                raise
        return True

    async def delete_back(self, newest: int, oldest: int) -> None:
        """Delete all messages from a number down to another; those of other chats are not touched by Telegram."""
        size = BulkRequestLimit.MAX_LIMIT
        for top in range(newest, max(oldest, 1) - 1, -size):
            numbers = list(range(top, max(top - size, oldest - 1, 0), -1))
            await self._delete_many(numbers)

    async def answer_query(self, query: str) -> None:
        """Stop the button from turning; a press that is too old, or answered before, is no trouble."""
        with contextlib.suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(QUERY_SECONDS):
                await patiently(lambda: self._bot.answer_callback_query(query), self._pace)

    async def ask_for_location(self, words: str, button: str) -> None:
        """Send a message whose button shares the place where the phone is."""
        keyboard = write_location_keyboard(button)

        async def call() -> object:
            return await self._bot.send_message(self._number, words, reply_markup=keyboard)

        await patiently(call, self._pace)

    async def leave(self) -> None:
        """Leave the group."""
        await patiently(lambda: self._bot.leave_chat(self._number), self._pace)

    async def _delete_many(self, numbers: list[int]) -> None:
        with contextlib.suppress(BadRequest):
            await patiently(lambda: self._bot.delete_messages(self._number, numbers), self._pace)
