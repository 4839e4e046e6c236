"""Finished words and buttons: plain values, ready for any channel."""

from dataclasses import dataclass
from typing import Literal

from bot.dialogue.position import Position

BlockKind = Literal["heading", "paragraph", "item", "state", "card"]


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one style; `link` is where they lead (https:, mailto:, tel:) or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an entry of a list, a line on the state of the page, or a part of a card.

    `locale` is the language of its words: the parts of a card differ from the page.
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    locale: str

    @property
    def words(self) -> str:
        """The block's letters without style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Button:
    """A button: it leads to a position, or opens an address, or copies a text; exactly one of the three."""

    text: str
    icon: str = ""
    position: Position | None = None
    url: str = ""
    copies: str = ""


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One page in one language: its blocks and the rows of its buttons."""

    locale: str
    title: str
    blocks: tuple[Block, ...]
    rows: tuple[Row, ...] = ()

    @property
    def words(self) -> str:
        """All letters of the page, a line for each block."""
        return "\n".join(block.words for block in self.blocks)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row by row."""
        return tuple(button for row in self.rows for button in row)


def plain_block(kind: BlockKind, text: str, locale: str) -> Block:
    """Return a block of one run without style."""
    return Block(kind, (Run(text, bold=kind == "heading"),), locale)
