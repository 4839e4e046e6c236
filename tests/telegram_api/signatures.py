"""The methods and parameters of the Bot API, as python-telegram-bot declares them."""

import inspect
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from telegram import Bot

from tests.telegram_api.refusals import breach

CONVENIENCES = frozenset(
    {
        "self",
        "read_timeout",
        "write_timeout",
        "connect_timeout",
        "pool_timeout",
        "api_kwargs",
        "allow_sending_without_reply",
        "reply_to_message_id",
        "disable_web_page_preview",
        "location",
        "venue",
        "contact",
        "filename",
    },
)
UNPLAYED = frozenset(
    {
        "business_connection_id",
        "direct_messages_topic_id",
        "inline_message_id",
        "message_effect_id",
        "message_thread_id",
        "suggested_post_parameters",
    },
)

JSON_TYPES: Mapping[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "array": (list,),
    "object": (dict,),
}


@dataclass(frozen=True)
class Upload:
    """A file sent along with a call."""

    filename: str
    data: bytes = field(repr=False)


@cache
def known_methods() -> Mapping[str, str]:
    """Telegram's methods; their names are found in any case."""
    names = [name for name in dir(Bot) if name[0].islower() and name != name.lower() and "_" not in name]
    return {name.lower(): name for name in [*names, "close"]}


@cache
def find_parameters(method: str) -> Mapping[str, str]:
    """The parameters of a method, each with its kind."""
    declared = inspect.signature(getattr(Bot, method)).parameters.values()
    return {each.name: _kind(str(each.annotation)) for each in declared if each.name not in CONVENIENCES}


def decode(method: str, raw: Mapping[str, str | Upload]) -> dict[str, Any]:
    """The parameters of a call with their types; refuses what the method does not know."""
    known = find_parameters(method)
    attached = {value.removeprefix("attach://") for value in raw.values() if isinstance(value, str)}
    decoded: dict[str, Any] = {}
    for name, value in raw.items():
        if isinstance(value, Upload) and name in attached:
            continue
        if name not in known:
            raise breach(f"{method} has no parameter {name}")
        if name in UNPLAYED:
            raise breach(f"the parameter {name} is not played by this stand-in")
        decoded[name] = _decode_one(name, known[name], value)
    return decoded


def _kind(annotation: str) -> str:
    if "FileInput" in annotation:
        return "file"
    if "Sequence" in annotation:
        return "array"
    words = set(re.findall(r"\b(int|str|float|bool)\b", annotation))
    if words == {"int", "str"}:
        return "chat"
    return words.pop() if len(words) == 1 else "object"


def _decode_one(name: str, kind: str, value: str | Upload) -> Any:
    if isinstance(value, Upload):
        if kind != "file":
            raise breach(f"parameter {name} is no file")
        return value
    if kind in {"str", "file"}:
        return value
    if kind == "chat":
        return int(value) if re.fullmatch(r"-?\d+", value) else value
    return _decode_json(name, kind, value)


def _decode_json(name: str, kind: str, value: str) -> Any:
    try:
        decoded = json.loads(value)
    except ValueError:
        raise breach(f"can't parse parameter {name}: expected {kind}, found {value[:40]!r}") from None
    if type(decoded) not in JSON_TYPES[kind]:
        raise breach(f"parameter {name} must be {kind}, found {value[:40]!r}")
    return decoded
