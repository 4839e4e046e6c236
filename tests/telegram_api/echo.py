"""A small bot for the tests of the stand-in: it answers each update and only then asks for the next."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import TelegramError

MENU = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("✅ English", callback_data="en"),
            InlineKeyboardButton("العربية", callback_data="ar"),
        ],
        [
            InlineKeyboardButton("Site", url="https://example.org/"),
            InlineKeyboardButton("None", callback_data="0"),
        ],
    ],
)


@contextlib.asynccontextmanager
async def echoing(bot: Bot) -> AsyncIterator[None]:
    """The bot runs as long as the block."""
    running = asyncio.create_task(_run(bot))
    try:
        yield
    finally:
        running.cancel()
        await asyncio.wait({running})


async def _run(bot: Bot) -> None:
    offset = 0
    while True:
        try:
            for update in await bot.get_updates(offset=offset, timeout=10, limit=20):
                offset = update.update_id + 1
                await answer(bot, update)
        except TelegramError:
            await asyncio.sleep(0.01)


async def answer(bot: Bot, update: Update) -> None:
    """A message is repeated with a menu, a press changes the message, a group is left."""
    chat = update.effective_chat
    assert chat is not None
    if update.callback_query:
        await update.callback_query.answer("heard")
        await update.callback_query.edit_message_text(f"pressed {update.callback_query.data}", reply_markup=MENU)
    elif update.my_chat_member and chat.type == "group" and update.my_chat_member.new_chat_member.status == "member":
        await bot.leave_chat(chat.id)
    elif update.message and chat.type == "private":
        await bot.send_message(chat.id, f"you sent {update.message.text or 'no text'}", reply_markup=MENU)
