"""Telegram's HTML, read as strictly as Telegram reads it."""

import re
from dataclasses import dataclass, field
from html.entities import html5
from typing import Any

from tests.telegram_api.entities import Entity, FormattedText, check_entities, measure
from tests.telegram_api.refusals import RefusedError, breach

TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,7})|#([0-9]{1,7})|([a-zA-Z]+));?")
END_TAG = re.compile(r"</([^\s>]*)\s*>")
START_TAG = re.compile(r"<([^\s>]*)")
ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\s>])))?""")
HIGHEST = 0x10FFFF


@dataclass
class _Open:
    name: str
    attributes: dict[str, str]
    offset: int
    start: int


@dataclass
class _Reading:
    raw: str
    at: int = 0
    text: str = ""
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def refuse(self, sentence: str, start: int) -> RefusedError:
        offset = len(self.raw[:start].encode())
        return breach("can't parse entities: " + sentence.replace("{at}", f"at byte offset {offset}"))


def parse_html(raw: str) -> FormattedText:
    """The text and entities of a piece of HTML; raises what Telegram answers to faulty HTML."""
    reading = _Reading(raw)
    while reading.at < len(raw):
        _read_one(reading)
    if reading.opened:
        name = reading.opened[-1].name
        raise breach(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
    for entity in reading.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    checked = check_entities(reading.text, reading.entities)
    return FormattedText(checked.text, checked.entities, (*reading.remarks, *checked.remarks))


def _read_one(reading: _Reading) -> None:
    character = reading.raw[reading.at]
    if character == "&":
        _read_character(reading)
    elif reading.raw.startswith("</", reading.at):
        _read_end_tag(reading)
    elif character == "<":
        _read_start_tag(reading)
    else:
        reading.text += character
        reading.at += 1


def _decode(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < HIGHEST else None


def _read_character(reading: _Reading) -> None:
    match = CHARACTER.match(reading.raw, reading.at)
    decoded = _decode(match) if match else None
    if match and decoded is None and (match.group(3) or "") + ";" in html5:
        reading.remarks.append(f"{match.group()} is shown literally in Telegram")
    reading.text += decoded or "&"
    reading.at = match.end() if match and decoded else reading.at + 1


def _read_start_tag(reading: _Reading) -> None:
    start = reading.at
    head = START_TAG.match(reading.raw, start)
    assert head is not None
    name = head.group(1).lower()
    if head.end() == len(reading.raw):
        raise reading.refuse("Unclosed start tag {at}", start)
    if name not in TAGS:
        raise reading.refuse(f'Unsupported start tag "{name}" {{at}}', start)
    reading.at = head.end()
    attributes = _read_attributes(reading, name, start)
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise reading.refuse('Tag "span" must have class "tg-spoiler" {at}', start)
    reading.opened.append(_Open(name, attributes, measure(reading.text), len(reading.text)))


def _read_attributes(reading: _Reading, name: str, start: int) -> dict[str, str]:
    attributes: dict[str, str] = {}
    while not (end := re.compile(r"\s*>").match(reading.raw, reading.at)):
        match = ATTRIBUTE.match(reading.raw, reading.at)
        if match is None:
            raise reading.refuse(f'Unclosed start tag "{name}" {{at}}', start)
        key, *values = match.groups()
        value = next((value for value in values if value is not None), None)
        if value is None and (name, key) != ("blockquote", "expandable"):
            message = f'Expected equal sign in declaration of an attribute of the tag "{name}" {{at}}'
            raise reading.refuse(message, start)
        attributes[key.lower()] = CHARACTER.sub(lambda found: _decode(found) or found.group(), value or "")
        reading.at = match.end()
    reading.at = end.end()
    return attributes


def _read_end_tag(reading: _Reading) -> None:
    match = END_TAG.match(reading.raw, reading.at)
    if not reading.opened:
        raise reading.refuse("Unexpected end tag {at}", reading.at)
    if match is None:
        raise reading.refuse("Unclosed end tag {at}", reading.at)
    opened, name = reading.opened[-1], match.group(1).lower()
    if name not in {"", opened.name}:
        message = f'Unmatched end tag {{at}}, expected "</{opened.name}>", found "</{name}>"'
        raise reading.refuse(message, reading.at)
    reading.opened.pop()
    reading.at = match.end()
    _close(reading, opened)


def _close(reading: _Reading, opened: _Open) -> None:
    length = measure(reading.text) - opened.offset
    if not length:
        return
    entity: Entity = {"type": TAGS[opened.name], "offset": opened.offset, "length": length}
    entity |= _extra(opened, reading.text[opened.start :])
    last = reading.entities[-1] if reading.entities else {}
    if opened.name == "pre" and last.get("type") == "code" and last["offset"] == opened.offset:
        reading.entities.pop()
        entity |= {key: value for key, value in last.items() if key == "language"}
    reading.entities.append(entity)


def _extra(opened: _Open, covered: str) -> dict[str, Any]:
    attributes = opened.attributes
    match opened.name:
        case "a":
            return {"url": attributes.get("href") or covered}
        case "code" if attributes.get("class", "").startswith("language-"):
            return {"language": attributes["class"].removeprefix("language-")}
        case "tg-emoji":
            return {"custom_emoji_id": attributes.get("emoji-id", "")}
        case "tg-time":
            unix = attributes.get("unix", "")
            return {"unix_time": int(unix) if unix.isdigit() else 0}
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
    return {}
