"""Methods about the bot itself: its name, descriptions, commands and menu button."""

import json
import re
from typing import Any

from telegram.constants import BotCommandLimit, BotDescriptionLimit, BotNameLimit

from tests.telegram_api.chats import Json
from tests.telegram_api.refusals import breach
from tests.telegram_api.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(world: World, _parameters: Json) -> Json:
    """`getMe`."""
    rights = ("can_join_groups", "can_connect_to_business", "has_main_web_app")
    never = ("can_read_all_group_messages", "supports_inline_queries")
    return {**world.bot.as_json(), **dict.fromkeys(rights, True), **dict.fromkeys(never, False)}


def set_commands(world: World, parameters: Json) -> bool:
    """`setMyCommands`."""
    commands = parameters.get("commands") or []
    if not 1 <= len(commands) <= BotCommandLimit.MAX_COMMAND_NUMBER:
        raise breach(f"expected 1 to {BotCommandLimit.MAX_COMMAND_NUMBER.value} commands, found {len(commands)}")
    for each in commands:
        if not COMMAND.fullmatch(each["command"]):
            raise breach(f"BOT_COMMAND_INVALID: {each['command']}")
        if not 1 <= len(each["description"].strip()) <= BotCommandLimit.MAX_DESCRIPTION:
            raise breach(f"BOT_COMMAND_DESCRIPTION_INVALID: {each['command']}")
    world.profile[_commands_key(parameters), _read_language(parameters)] = commands
    return True


def delete_commands(world: World, parameters: Json) -> bool:
    """`deleteMyCommands`."""
    world.profile.pop((_commands_key(parameters), _read_language(parameters)), None)
    return True


def get_commands(world: World, parameters: Json) -> list[Json]:
    """`getMyCommands`: exactly this scope and language."""
    found: list[Json] = world.profile.get((_commands_key(parameters), _read_language(parameters)), [])
    return found


def set_name(world: World, parameters: Json) -> bool:
    """`setMyName`."""
    return _set_text(world, parameters, "name", BotNameLimit.MAX_NAME_LENGTH)


def set_description(world: World, parameters: Json) -> bool:
    """`setMyDescription`."""
    return _set_text(world, parameters, "description", BotDescriptionLimit.MAX_DESCRIPTION_LENGTH)


def set_short_description(world: World, parameters: Json) -> bool:
    """`setMyShortDescription`."""
    limit = BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH
    return _set_text(world, parameters, "short_description", limit)


def get_name(world: World, parameters: Json) -> Json:
    """`getMyName`."""
    return {"name": _get_text(world, parameters, "name") or world.bot.first_name}


def get_description(world: World, parameters: Json) -> Json:
    """`getMyDescription`."""
    return {"description": _get_text(world, parameters, "description")}


def get_short_description(world: World, parameters: Json) -> Json:
    """`getMyShortDescription`."""
    return {"short_description": _get_text(world, parameters, "short_description")}


def set_menu_button(world: World, parameters: Json) -> bool:
    """`setChatMenuButton`."""
    if "chat_id" in parameters:
        world.find_chat(parameters)
    button = parameters.get("menu_button") or {"type": "default"}
    world.profile["menu_button", str(parameters.get("chat_id", ""))] = button
    return True


def get_menu_button(world: World, parameters: Json) -> Json:
    """`getChatMenuButton`."""
    default: Json = world.profile.get(("menu_button", ""), {"type": "default"})
    found: Json = world.profile.get(("menu_button", str(parameters.get("chat_id", ""))), default)
    return found


def get_chat(world: World, parameters: Json) -> Json:
    """`getChat`."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return {
        **world.find_chat(parameters).as_json(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


def _commands_key(parameters: Json) -> str:
    scope = parameters.get("scope") or {"type": "default"}
    return "commands " + json.dumps(scope, sort_keys=True)


def _read_language(parameters: Json) -> str:
    language: str = parameters.get("language_code") or ""
    if language and not re.fullmatch("[a-z]{2}", language):
        raise breach(f"invalid language code specified: {language}")
    return language


def _set_text(world: World, parameters: Json, name: str, limit: int) -> bool:
    text = parameters.get(name) or ""
    if len(text) > limit:
        raise breach(f"bot {name} is too long: {len(text)} of at most {limit} characters")
    world.profile[name, _read_language(parameters)] = text
    return True


def _get_text(world: World, parameters: Json, name: str) -> Any:
    default = world.profile.get((name, ""), "")
    return world.profile.get((name, _read_language(parameters))) or default
