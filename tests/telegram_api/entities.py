"""Entities of a text: measured in UTF-16 units, checked, and moved when the text is trimmed."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from telegram.constants import MessageEntityType, MessageLimit

from tests.telegram_api.links import check_link
from tests.telegram_api.refusals import breach

Entity = dict[str, Any]
KNOWN = frozenset(kind.value for kind in MessageEntityType)
PLAIN = frozenset({"code", "pre"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
NEEDS = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}


@dataclass(frozen=True)
class FormattedText:
    """A finished text, its entities, and what Telegram silently does differently from what was written."""

    text: str
    entities: tuple[Entity, ...] = ()
    remarks: tuple[str, ...] = ()


def measure(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, entity: Entity) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le")
    start = entity["offset"] * 2
    return units[start : start + entity["length"] * 2].decode("utf-16-le", "replace")


def check_entities(text: str, entities: list[Entity]) -> FormattedText:
    """Refuse entities that do not fit the text; drop links that Telegram drops."""
    if len(entities) > MessageLimit.MESSAGE_ENTITIES:
        raise breach(f"can't parse entities: more than {MessageLimit.MESSAGE_ENTITIES.value} entities")
    for entity in entities:
        _check_one(text, entity)
    _check_nesting(entities)
    kept, remarks = _follow_links(entities)
    return FormattedText(text, tuple(sorted(kept, key=_place)), tuple(remarks))


def trim(formatted: FormattedText) -> FormattedText:
    """Take white space off both ends, as Telegram does, and move the entities along."""
    text = formatted.text.strip()
    lead = measure(formatted.text) - measure(formatted.text.lstrip())
    limit = measure(text)
    moved = []
    for entity in formatted.entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, limit)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return FormattedText(text, tuple(moved), formatted.remarks)


def _place(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _check_one(text: str, entity: Entity) -> None:
    kind, offset, length = entity.get("type"), entity.get("offset"), entity.get("length")
    if kind not in KNOWN:
        raise breach(f"can't parse MessageEntity: unknown type {kind!r}")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 1:
        raise breach(f"can't parse MessageEntity: {kind} has offset {offset!r} and length {length!r}")
    if offset + length > measure(text):
        raise breach(f"can't parse entities: {kind} ends at {offset + length}, beyond the text")
    if "\ufffd" in cut(text, entity) and "\ufffd" not in text:
        raise breach(f"can't parse entities: {kind} cuts a character in two")
    if kind in NEEDS and not entity.get(NEEDS[kind]):
        raise breach(f"can't parse MessageEntity: {kind} needs {NEEDS[kind]}")


def _check_nesting(entities: list[Entity]) -> None:
    for outer, inner in combinations(sorted(entities, key=_place), 2):
        end = outer["offset"] + outer["length"]
        if inner["offset"] >= end:
            continue
        if inner["offset"] + inner["length"] > end:
            raise breach(f"can't parse entities: {outer['type']} and {inner['type']} overlap")
        if not _may_nest(outer["type"], inner["type"]):
            raise breach(f"can't parse entities: {inner['type']} can't be nested in {outer['type']}")


def _may_nest(outer: str, inner: str) -> bool:
    if outer in PLAIN or (inner in PLAIN and outer not in QUOTES):
        return False
    if outer in QUOTES:
        return inner not in QUOTES
    return outer in STYLES or inner in STYLES


def _follow_links(entities: list[Entity]) -> tuple[list[Entity], list[str]]:
    kept: list[Entity] = []
    remarks: list[str] = []
    for entity in entities:
        if entity["type"] != "text_link":
            kept.append(entity)
            continue
        url, remark = check_link(entity["url"])
        remarks += [remark] if remark else []
        kept += [{**entity, "url": url}] if url else []
    return kept, remarks
