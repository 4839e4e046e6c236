"""The nested objects of a call, checked against python-telegram-bot's own classes."""

from collections.abc import Mapping
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScope,
    LinkPreviewOptions,
    MenuButton,
    MessageEntity,
    ReplyParameters,
    TelegramObject,
)
from telegram.error import TelegramError

from tests.telegram_api.refusals import breach

CLASSES: Mapping[str, type[TelegramObject]] = {
    "caption_entities": MessageEntity,
    "commands": BotCommand,
    "entities": MessageEntity,
    "link_preview_options": LinkPreviewOptions,
    "menu_button": MenuButton,
    "reply_parameters": ReplyParameters,
    "scope": BotCommandScope,
}


def check_shapes(parameters: dict[str, Any]) -> None:
    """Refuse nested objects with unknown or missing fields."""
    for name in parameters.keys() & CLASSES.keys():
        value = parameters[name]
        for each in value if isinstance(value, list) else [value]:
            read_object(CLASSES[name], each, name)


def read_object(kind: type[TelegramObject], value: Any, name: str) -> TelegramObject:
    """One nested object as python-telegram-bot reads it."""
    if not isinstance(value, dict):
        raise breach(f"can't parse {name}: expected an Object, found {value!r}")
    try:
        parsed = kind.de_json(dict(value), None)
    except (TypeError, KeyError, ValueError, TelegramError) as error:
        raise breach(f"can't parse {name}: {error}") from error
    if parsed.api_kwargs:
        raise breach(f"{kind.__name__} has no field {', '.join(parsed.api_kwargs)}")
    return parsed
