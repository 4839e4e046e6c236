"""The small Markdown of texts: paragraphs, lists, bold, italic, and placeholders."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.content.phrases import split_placeholders


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letters of one style; `name` is a placeholder still to be filled, and then text is empty."""

    text: str
    bold: bool = False
    italic: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph or one entry of a list."""

    kind: Literal["paragraph", "item"]
    spans: tuple[Span, ...]


# Only what editors may write is switched on; everything else stays as typed and a check points at it.
_PARSER = MarkdownIt("zero").enable(["list", "emphasis", "newline"])


@lru_cache(maxsize=8192)
def read_markup(text: str) -> tuple[TextBlock, ...]:
    """Return the paragraphs and list entries of a text."""
    blocks: list[TextBlock] = []
    depth = 0
    for token in _PARSER.parse(text):
        if token.type == "list_item_open":
            depth += 1
        elif token.type == "list_item_close":
            depth -= 1
        elif token.type == "inline":
            spans = _read_spans(token.children or [])
            blocks.append(TextBlock("item" if depth else "paragraph", spans))
    return tuple(blocks)


def _read_spans(tokens: list[Token]) -> tuple[Span, ...]:
    spans: list[Span] = []
    bold = italic = 0
    for token in tokens:
        if token.type in {"strong_open", "strong_close"}:
            bold += token.nesting
        elif token.type in {"em_open", "em_close"}:
            italic += token.nesting
        elif token.type in {"softbreak", "hardbreak"}:
            spans.append(Span(" ", bool(bold), bool(italic)))
        else:
            for part, is_name in split_placeholders(token.content):
                name = part if is_name else ""
                spans.append(Span("" if is_name else part, bool(bold), bool(italic), name))
    return tuple(spans)


def plain_words(text: str) -> str:
    """Return the text without markup, one line a block; placeholders stay as written."""
    return "\n".join(
        "".join(f"{{{span.name}}}" if span.name else span.text for span in block.spans) for block in read_markup(text)
    )
