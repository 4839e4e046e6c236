"""A finished message as Telegram takes it: letters, entities measured in UTF-16 units, buttons."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from telegram import InlineKeyboardMarkup, MessageEntity
from telegram.constants import MessageLimit

from bot.channels.telegram.keyboard import write_keyboard
from bot.content.keys import Keys
from bot.dialogue.messages import Block, Message, Run
from bot.i18n.bidi import anchor

log = logging.getLogger(__name__)

BULLET = "• "
_CLOSE_KINDS = frozenset({"item", "card"})


@dataclass(frozen=True, slots=True)
class Page:
    """What sendMessage and editMessageText need."""

    text: str
    entities: tuple[MessageEntity, ...] = ()
    keyboard: InlineKeyboardMarkup | None = None


def write_page(message: Message, keys: Keys) -> Page:
    """Return a message for Telegram; `keys` are those of the library that the message was made from."""
    sheet = _Sheet()
    for number, (_, blocks) in enumerate(groupby(message.blocks, key=lambda block: (block.kind, block.locale))):
        if number:
            sheet.write("\n\n")
        _write_group(sheet, list(blocks))
    text, entities = sheet.finish()
    return Page(text, entities, write_keyboard(message, keys))


class _Sheet:
    """Letters and their styles, written from left to right."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._entities: list[MessageEntity] = []
        self.units = 0

    def write(self, text: str, styles: Iterable[tuple[str, str | None]] = ()) -> None:
        start = self.units
        self._parts.append(text)
        self.units += measure(text)
        for kind, url in styles:
            self.mark(kind, start, url)

    def mark(self, kind: str, start: int, url: str | None = None) -> None:
        """Give a style to all letters from a place on; grow the last such entity if it ends there."""
        if self.units == start:
            return
        for number, last in enumerate(self._entities):
            if last.type == kind and last.url == url and last.offset + last.length == start:
                start = last.offset
                del self._entities[number]
                break
        self._entities.append(MessageEntity(kind, start, self.units - start, url=url))

    def finish(self) -> tuple[str, tuple[MessageEntity, ...]]:
        text = "".join(self._parts)
        if len(text) > MessageLimit.MAX_TEXT_LENGTH:
            log.error("A page of %d characters is longer than Telegram takes; its end is not shown.", len(text))
            text = text[: MessageLimit.MAX_TEXT_LENGTH]
        return text, tuple(_inside(self._entities, measure(text)))


def measure(text: str) -> int:
    """Return the length in UTF-16 units, as Telegram measures entities (but not the text itself)."""
    return len(text.encode("utf-16-le")) // 2


def _inside(entities: Iterable[MessageEntity], end: int) -> Iterator[MessageEntity]:
    for entity in sorted(entities, key=_place):
        if entity.offset < end:
            length = min(entity.length, end - entity.offset)
            yield MessageEntity(entity.type, entity.offset, length, url=entity.url)


def _place(entity: MessageEntity) -> tuple[int, int, bool]:
    """Return what sorts outer entities before inner ones; a quotation is always outermost."""
    return entity.offset, -entity.length, entity.type != MessageEntity.BLOCKQUOTE


def _write_group(sheet: _Sheet, blocks: list[Block]) -> None:
    """Write blocks of one kind and language; the parts of a card stand together in a quotation."""
    start = sheet.units
    kind = blocks[0].kind
    for number, block in enumerate(blocks):
        if number:
            sheet.write("\n" if kind in _CLOSE_KINDS else "\n\n")
        _write_block(sheet, block)
    if kind == "card":
        sheet.mark(MessageEntity.BLOCKQUOTE, start)


def _write_block(sheet: _Sheet, block: Block) -> None:
    """Write a block line by line: each line is a paragraph of its own to the rules of direction (UAX #9)."""
    for number, line in enumerate(_lines(block.runs)):
        lead = BULLET if block.kind == "item" and not number else ""
        words = lead + "".join(run.text for run in line)
        anchored = anchor(words, block.locale)
        sheet.write(("\n" if number else "") + anchored[: len(anchored) - len(words)] + lead)
        for run in line:
            sheet.write(run.text, _styles(run, block))


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(replace(run, text=part))
    return lines


def _styles(run: Run, block: Block) -> Iterator[tuple[str, str | None]]:
    """Yield the styles of a run; telephone numbers and e-mail addresses stay plain, Telegram drops such links."""
    if run.bold or block.kind == "heading":
        yield MessageEntity.BOLD, None
    if run.italic or block.kind == "state":
        yield MessageEntity.ITALIC, None
    if run.link.startswith(("https://", "http://")):
        yield MessageEntity.TEXT_LINK, run.link
