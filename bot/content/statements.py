"""What a page states, one paragraph or list entry at a time, with the facts behind its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.facts import show_fact
from bot.content.library import Library
from bot.content.markup import Span, TextBlock, read_markup
from bot.content.model import Fact, Step
from bot.i18n.locales import SOURCE_LOCALE


@dataclass(frozen=True, slots=True)
class Part:
    """A run of letters of one style; `fact` is the id of the fact that they show, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph or an entry of a list, in English, with its facts filled in."""

    is_item: bool
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...]

    @property
    def words(self) -> str:
        """The statement without style."""
        return "".join(part.text for part in self.parts)

    @property
    def is_question(self) -> bool:
        """Tell whether the reader is asked something, so that nothing is stated."""
        return self.words.endswith("?")


def statements_of(library: Library, step: Step) -> Iterator[Statement]:
    """Yield the statements of a page in its order."""
    for block in read_markup(step.text):
        parts = tuple(_part(library, span) for span in block.spans)
        yield Statement(block.kind == "item", parts, _facts(library, block))


def _part(library: Library, span: Span) -> Part:
    fact = library.facts.get(span.name)
    text = show_fact(fact, SOURCE_LOCALE).text if fact else span.text
    return Part(text, span.bold, span.italic, span.name)


def _facts(library: Library, block: TextBlock) -> tuple[Fact, ...]:
    names = dict.fromkeys(span.name for span in block.spans if span.name)
    return tuple(library.facts[name] for name in names if name in library.facts)
