"""Keyboards under a message."""

import json
from collections.abc import Iterator
from typing import Any

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from tests.telegram_api.links import find_link_fault
from tests.telegram_api.refusals import breach
from tests.telegram_api.shapes import read_object

Markup = dict[str, Any]
MARKUP_BYTES = 10 * 1024
FIELDS = frozenset(InlineKeyboardButton.__slots__)
ACTIONS = FIELDS - {"text", "style", "icon_custom_emoji_id"}
PLAYED = frozenset({"url", "callback_data", "copy_text"})
OTHERS = {
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}


def check_markup(markup: Markup | None) -> Markup | None:
    """The keyboard as Telegram keeps it; an empty one is none."""
    if not markup:
        return None
    size = len(json.dumps(markup, ensure_ascii=False, separators=(",", ":")).encode())
    if size > MARKUP_BYTES:
        raise breach("reply markup is too long")
    for key, kind in OTHERS.items():
        if key in markup:
            read_object(kind, markup, "reply_markup")
            return markup
    return check_inline_markup(markup)


def check_inline_markup(markup: Markup | None) -> Markup | None:
    """An inline keyboard; the only kind that an edit may bring."""
    if not markup:
        return None
    if "inline_keyboard" not in markup:
        raise breach("inline keyboard expected")
    if len(json.dumps(markup, ensure_ascii=False, separators=(",", ":")).encode()) > MARKUP_BYTES:
        raise breach("reply markup is too long")
    read_object(InlineKeyboardMarkup, markup, "reply_markup")
    buttons = list(list_buttons(markup))
    if len(buttons) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise breach("reply markup is too long")
    for button in buttons:
        _check_button(button)
    return {"inline_keyboard": [row for row in markup["inline_keyboard"] if row]} if buttons else None


def list_buttons(markup: Markup) -> Iterator[dict[str, Any]]:
    """All buttons of an inline keyboard, row by row."""
    return (button for row in markup["inline_keyboard"] for button in row)


def _check_button(button: dict[str, Any]) -> None:
    if unknown := button.keys() - FIELDS:  # those that are known were read with the keyboard
        raise breach(f"InlineKeyboardButton has no field {', '.join(sorted(unknown))}")
    if not isinstance(button["text"], str) or not button["text"].strip():
        raise breach("inline keyboard button text must be non-empty")
    actions = set(ACTIONS & button.keys())
    if not actions:
        raise breach("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise breach(f"can't parse inline keyboard button: more than one action: {', '.join(sorted(actions))}")
    action = actions.pop()
    if action not in PLAYED:
        raise breach(f"can't parse inline keyboard button: {action} is not played by this stand-in")
    _check_action(action, button[action])


def _check_action(action: str, value: Any) -> None:
    if action == "url":
        fault = find_link_fault(value)
        if fault is None and not value.lower().startswith(("http://", "https://", "tg://")):
            fault = "Unsupported URL protocol"
        if fault is not None:
            raise breach(f"inline keyboard button URL '{value}' is invalid: {fault}")
    elif action == "callback_data":
        if not 1 <= len(value.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
            raise breach("BUTTON_DATA_INVALID")
    elif not 1 <= len(value.get("text", "")) <= InlineKeyboardButtonLimit.MAX_COPY_TEXT:
        raise breach("BUTTON_COPY_TEXT_INVALID")
