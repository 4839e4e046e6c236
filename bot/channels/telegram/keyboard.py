"""A message's buttons as an inline keyboard, and the keyboard that shares a location."""

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.channels.pictograms import PICTOGRAMS
from bot.content.keys import Keys
from bot.dialogue.messages import Button, Message
from bot.dialogue.position import encode
from bot.i18n.bidi import anchor
from bot.i18n.locales import direction_of


def write_keyboard(message: Message, keys: Keys) -> InlineKeyboardMarkup | None:
    """Return the rows of buttons, mirrored for right-to-left languages, which Telegram itself never does."""
    step = -1 if direction_of(message.locale) == "rtl" else 1
    rows = [[_write_button(button, message.locale, keys) for button in row[::step]] for row in message.rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def write_location_keyboard(words: str) -> ReplyKeyboardMarkup:
    """Return the one button with which a phone shares where it is; it folds away after one use."""
    button = KeyboardButton(words, request_location=True)
    return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)


def label(button: Button, locale: str) -> str:
    """Return a button's words with its pictogram before them, on the side where the language begins."""
    pictogram = PICTOGRAMS.get(button.icon, "")
    return anchor(f"{pictogram} {button.text}", locale) if pictogram else button.text


def _write_button(button: Button, locale: str, keys: Keys) -> InlineKeyboardButton:
    text = label(button, locale)
    if button.url:
        return InlineKeyboardButton(text, url=button.url)
    if button.copies:
        return InlineKeyboardButton(text, copy_text=CopyTextButton(button.copies))
    assert button.position is not None, "a button leads somewhere, opens an address or copies a text"
    return InlineKeyboardButton(text, callback_data=encode(button.position, keys))
