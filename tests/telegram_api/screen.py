"""A message as a person sees it, and the search for a button on it."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from tests.telegram_api.chats import Message
from tests.telegram_api.entities import cut

KINDS = ("venue", "location", "photo", "document", "audio", "sticker", "voice", "contact")
KEYCAP = "\N{COMBINING ENCLOSING KEYCAP}"


@dataclass(frozen=True)
class Screen:
    """A message at the moment it was looked at; it does not change when the message does."""

    number: int
    chat_number: int
    by_bot: bool
    kind: str
    text: str
    entities: tuple[dict[str, Any], ...]
    buttons: tuple[tuple[dict[str, Any], ...], ...]
    content: dict[str, Any]

    @property
    def rows(self) -> list[list[str]]:
        """The buttons' texts, row by row."""
        return [[button["text"] for button in row] for row in self.buttons]

    def covered(self, kind: str) -> list[str]:
        """The parts of the text under entities of one kind."""
        return [cut(self.text, each) for each in self.entities if each["type"] == kind]

    def find_button(self, label: str) -> dict[str, Any]:
        """The one button with this text, with or without its pictogram."""
        flat = [button for row in self.buttons for button in row]
        exact = [button for button in flat if button["text"] == label]
        found = exact or [button for button in flat if bare(button["text"]) == bare(label)]
        if len(found) != 1:
            raise AssertionError(f"{len(found)} buttons read {label!r}; the message has {self.rows}")
        return found[0]


def look_at(message: Message) -> Screen:
    """A message as it is shown now."""
    content = message.content
    markup = message.inline_markup or {"inline_keyboard": []}
    return Screen(
        number=message.number,
        chat_number=message.chat.number,
        by_bot=message.author.is_bot,
        kind=next((kind for kind in KINDS if kind in content), "text" if "text" in content else "service"),
        text=content.get("text") or content.get("caption") or "",
        entities=tuple(content.get("entities") or content.get("caption_entities") or ()),
        buttons=tuple(tuple(row) for row in markup["inline_keyboard"]),
        content=content,
    )


def bare(label: str) -> str:
    """A label without direction marks and without a pictogram before its words."""
    plain = "".join(each for each in label if unicodedata.category(each) != "Cf").strip()
    head, _, rest = plain.partition(" ")
    is_pictogram = KEYCAP in head or not any(each.isalnum() for each in head)
    return rest.strip() if is_pictogram and rest else plain
