"""Texts of the library as blocks in a language, with facts put in."""

from bot.content.facts import Shown, show_fact
from bot.content.library import Library
from bot.content.markup import Span, read_markup
from bot.content.model import Step
from bot.content.phrases import split_placeholders
from bot.content.remembering import remembered
from bot.content.texts import step_context
from bot.dialogue.messages import Block, BlockKind, Run
from bot.i18n.bidi import isolate, isolate_commands, isolate_name

CARD_LOCALES = ("nl", "fr")
"""A card shows these languages under the reader's: those of desks and doctors in Belgium."""


@remembered
def step_blocks(library: Library, step_id: str, locale: str) -> tuple[Block, ...]:
    """Return a page's heading and text in a language that has them."""
    step = library.steps[step_id]
    heading = fill_facts(library, library.text(locale, step_context(step, "title")), locale)
    blocks = [Block("heading", (Run(heading, bold=True),), locale)]
    blocks += text_blocks(library, library.text(locale, step_context(step, "text")), locale)
    if step.card:
        blocks += _card_blocks(library, step, locale)
    return tuple(blocks)


def _card_blocks(library: Library, step: Step, locale: str) -> list[Block]:
    """Return the same text in Dutch and French, where they exist and the reader's language is another."""
    blocks: list[Block] = []
    for other in CARD_LOCALES:
        if other == locale or other not in library.bot.locales or not library.is_readable(step, other):
            continue
        heading = fill_facts(library, library.text(other, step_context(step, "title")), other)
        blocks.append(Block("card", (Run(heading, bold=True),), other))
        text = library.text(other, step_context(step, "text"))
        blocks += [Block("card", block.runs, other) for block in text_blocks(library, text, other)]
    return blocks


def text_blocks(library: Library, text: str, locale: str) -> list[Block]:
    """Return the paragraphs and list entries of a text, facts put in."""
    blocks: list[Block] = []
    for block in read_markup(text):
        kind: BlockKind = "item" if block.kind == "item" else "paragraph"
        blocks.append(Block(kind, tuple(_run(library, span, locale) for span in block.spans), locale))
    return blocks


def _run(library: Library, span: Span, locale: str) -> Run:
    if not span.name:
        return Run(isolate_commands(span.text, locale), span.bold, span.italic)
    fact = library.facts.get(span.name)
    if fact is None:
        return Run(f"{{{span.name}}}", span.bold, span.italic)
    shown = show_fact(fact, locale)
    return Run(inserted(shown, locale), span.bold, span.italic, shown.link)


def inserted(shown: Shown, locale: str) -> str:
    """Return a fact's words so that they keep their own direction inside a sentence."""
    return isolate_name(shown.text, locale) if shown.is_name else isolate(shown.text, locale)


@remembered
def fill_facts(library: Library, text: str, locale: str) -> str:
    """Return a short text (a title, a button) with its facts put in, without style."""
    parts = []
    for part, is_name in split_placeholders(text):
        fact = library.facts.get(part) if is_name else None
        parts.append(inserted(show_fact(fact, locale), locale) if fact else part)
    return "".join(parts)
