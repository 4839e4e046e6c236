"""A whole topic for paper: every page of a flow once, in one language, with references in place of buttons.

People in closed centres have no smartphone; visitors bring paper. What the bot says under a page it says here too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.content.ages import Age, age_of
from bot.content.confidence import evidence_of
from bot.content.facts import OPERATOR
from bot.content.library import Library
from bot.content.model import Flow, Source, Step
from bot.content.phrases import Phrase
from bot.content.reading_order import Leaf, reading_order
from bot.content.signing import facts_shown
from bot.dialogue.messages import Block, plain_block
from bot.dialogue.sheet_answers import answers_before, condition_words, option_words
from bot.dialogue.state_line import say_sign_off, state_blocks
from bot.dialogue.words import fill_facts, step_blocks
from bot.i18n.bidi import isolate_name
from bot.i18n.formats import format_day, format_partial_date
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE


@dataclass(frozen=True, slots=True)
class Reference:
    """What was a button: its words, and where they lead on paper.

    `number` is a page of this sheet, `topic` the title of another topic; with neither, paper leads nowhere.
    """

    words: str
    number: int = 0
    topic: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the flow; `answers` are those that lead to it, `sources` the numbers of its sources."""

    number: int
    depth: int
    step: str
    heading: Block
    answers: str
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    state: tuple[Block, ...] = ()
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list at the end: its date, or the month in which it was read."""

    number: int
    source: Source
    when: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A topic as it is printed: who says it and how sure it is, numbers for an emergency, pages, sources."""

    locale: str
    flow: str
    heading: Block
    about: tuple[Block, ...]
    emergency: tuple[Block, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceLine, ...]


def make_sheet(library: Library, flow: Flow, locale: str, today: date) -> Sheet:
    """Return a topic in a language as it may be shown on a day."""
    return _Printer(library, flow, locale, today).sheet()


class _Printer:
    """Numbers the pages and sources of one sheet."""

    def __init__(self, library: Library, flow: Flow, locale: str, today: date) -> None:
        self._library, self._flow, self._locale, self._today = library, flow, locale, today
        self._leaves = reading_order(library, flow.flow)
        self._numbers: Mapping[str, int] = {leaf.step.id: number for number, leaf in enumerate(self._leaves, 1)}
        self._sources: dict[str, Source] = {}

    def sheet(self) -> Sheet:
        """Return the sheet."""
        sections = tuple(map(self._section, self._leaves))
        return Sheet(
            locale=self._locale,
            flow=self._flow.flow,
            heading=_title(self._library, self._flow, self._locale),
            about=tuple(self._about()),
            emergency=self._emergency(),
            sections=sections,
            sources=tuple(self._source_line(number, one) for number, one in enumerate(self._sources.values(), 1)),
        )

    def _about(self) -> Iterator[Block]:
        """Yield who runs the bot, whether anybody confirmed these pages, who translated them, and their date."""
        library, locale = self._library, self._locale
        if OPERATOR in library.facts:
            operator = fill_facts(library, f"{{{OPERATOR}}}", locale)
            name = isolate_name(library.bot.name, locale)
            words = library.say(locale, Phrase.SHEET_OPERATOR, name=name, operator=operator)
            yield plain_block("paragraph", words, locale)
        yield plain_block("state", say_sign_off(library, self._flow, locale, Phrase.SHEET_DRAFT), locale)
        if any(State.MACHINE in library.step_states(leaf.step, locale) for leaf in self._leaves):
            yield plain_block("state", library.say(locale, Phrase.MACHINE), locale)
        day = isolate_name(format_day(library.content_date, locale), locale)
        yield plain_block("paragraph", library.say(locale, Phrase.SHEET_CONTENT, date=day), locale)

    def _emergency(self) -> tuple[Block, ...]:
        """Return the numbers for an emergency, in English rather than not at all; nothing if they are a page here."""
        step = self._library.steps[self._library.bot.pages.emergency]
        if step.id in self._numbers:
            return ()
        locale = self._locale if self._library.is_readable(step, self._locale) else SOURCE_LOCALE
        age = age_of(self._library, step.id, self._today)
        return step_blocks(self._library, step.id, locale) + state_blocks(self._library, step.id, locale, age)

    def _section(self, leaf: Leaf) -> Section:
        library, step, locale = self._library, leaf.step, self._locale
        number = self._numbers[step.id]
        if not library.is_readable(step, locale):
            title = plain_block("heading", fill_facts(library, step.title, SOURCE_LOCALE), SOURCE_LOCALE)
            return Section(number, leaf.depth, step.id, title, "", self._sentence(Phrase.SHEET_MISSING))
        heading, *blocks = step_blocks(library, step.id, locale)
        age = age_of(library, step.id, self._today)
        if age is Age.WITHHELD:
            return Section(number, leaf.depth, step.id, heading, "", self._sentence(Phrase.SHEET_WITHHELD))
        return Section(
            number,
            leaf.depth,
            step.id,
            heading,
            answers=answers_before(library, step.id, locale),
            blocks=self._sentence(Phrase.SHEET_COUNTER) if step.counter else tuple(blocks),
            references=self._references(step),
            state=() if step.counter else state_blocks(library, step.id, locale, age),
            sources=() if step.counter else self._sources_of(step),
        )

    def _sentence(self, phrase: Phrase) -> tuple[Block, ...]:
        return (plain_block("paragraph", self._library.say(self._locale, phrase), self._locale),)

    def _references(self, step: Step) -> tuple[Reference, ...]:
        """Return where a page leads: within the sheet, to other topics, and what only a phone can do."""
        found = []
        for option in step.options:
            words = option_words(self._library, step, option, self._locale)
            answers = condition_words(self._library, option.when, self._locale)
            goal = self._library.find_step(option.to) if option.to else None
            if goal and goal.id in self._numbers:
                found.append(Reference(words, self._numbers[goal.id], answers=answers))
            elif goal:
                topic = _title(self._library, self._library.flows[goal.flow], self._locale).words
                found.append(Reference(words, topic=topic, answers=answers))
            elif option.places:
                found.append(Reference(words, answers=answers))
        return tuple(found)

    def _sources_of(self, step: Step) -> tuple[int, ...]:
        """Return the numbers of a page's sources and of those of its facts; new ones get the next number."""
        named = evidence_of(self._library, step, facts_shown(self._library, step))
        for source in named:
            self._sources.setdefault(source.id, source)
        numbers = {name: number for number, name in enumerate(self._sources, 1)}
        return tuple(sorted(numbers[source.id] for source in named))

    def _source_line(self, number: int, source: Source) -> SourceLine:
        locale = self._locale
        if source.date:
            return SourceLine(number, source, isolate_name(format_partial_date(source.date, locale), locale))
        month = isolate_name(format_partial_date(source.seen.isoformat()[:7], locale), locale)
        return SourceLine(number, source, self._library.say(locale, Phrase.SHEET_READ, date=month))


def _title(library: Library, flow: Flow, locale: str) -> Block:
    """Return a topic's title, in English if it is not there in the language."""
    found = library.find_text(locale, f"{flow.flow}.title")
    text, spoken = (found.text, locale) if found else (flow.title, SOURCE_LOCALE)
    return plain_block("heading", fill_facts(library, text, spoken), spoken)
