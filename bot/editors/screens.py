"""Every screen of the bot in the order of reading, in several languages, with all answers that change it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from bot.content.library import Library
from bot.content.model import Step
from bot.content.reading_order import reading_order
from bot.dialogue.helped_page import helped_row
from bot.dialogue.inputs import Commanded, Input, Pressed, Said, SentSomethingElse, Started
from bot.dialogue.messages import Block, Button, Message, Row, plain_block
from bot.dialogue.navigation import navigation
from bot.dialogue.position import Act, Position, home
from bot.dialogue.respond import respond
from bot.dialogue.talk_runner import NOON
from bot.dialogue.words import text_blocks

Answers = tuple[tuple[str, str], ...]
"""Pairs of a question and the answer given."""

BOT = "the-bot-itself"
WORDS = "difficult-words"
_OWN: tuple[tuple[str, str, Input, Act], ...] = (
    ("start", "Somebody opens the bot", Started(), Act.MENU),
    ("menu", "The menu", Pressed(), Act.MENU),
    ("where", "Help near me", Pressed(), Act.WHERE),
    ("old-button", "A button that is too old", Pressed(is_old=True), Act.MENU),
    ("no-words", "Words that no page answers", Said("xqzw"), Act.MENU),
    ("no-command", "A command that does not exist", Commanded("xqzw"), Act.MENU),
    ("unsupported", "A picture or a voice message", SentSomethingElse(), Act.MENU),
    ("cleared", "The chat was cleared", Commanded("clear"), Act.MENU),
    ("forgotten", "The language was forgotten", Commanded("forget"), Act.MENU),
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A screen as it is after some answers: the shortest combinations that show it; an empty one is no answer."""

    answers: tuple[Answers, ...]
    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A page in one language, in all its variants; the first is without any answer where there is such a one."""

    locale: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in several languages; `before` holds those screens of earlier content that differ."""

    id: str
    title: str
    depth: int
    screens: tuple[Screen, ...]
    before: Mapping[str, Screen]


@dataclass(frozen=True, slots=True)
class Section:
    """A topic, or the bot's own pages."""

    id: str
    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be shown: languages, and topics; no topics means all, and the bot's own pages too."""

    locales: tuple[str, ...]
    topics: tuple[str, ...] = ()


def make_screens(library: Library, wish: Wish, before: Library | None = None) -> tuple[Section, ...]:
    """Return the screens of a content, by topic.

    Args:
        library: the content.
        wish: what is to be shown.
        before: earlier content; only what differs from it is shown, with how it was.
    """
    sections: list[Section] = []
    if not wish.topics:
        sections.append(Section(BOT, "The bot itself", tuple(_own_sheets(library, wish, before))))
    for name in wish.topics or _topics(library):
        leaves = reading_order(library, name)
        sheets = (_sheet(library, wish, leaf.step, leaf.depth, before) for leaf in leaves)
        sections.append(Section(name, library.flows[name].title, tuple(sheet for sheet in sheets if sheet.screens)))
    if not wish.topics:
        sections.append(Section(WORDS, "Difficult words", tuple(_word_sheets(library, wish, before))))
    return tuple(section for section in sections if section.sheets)


def _topics(library: Library) -> tuple[str, ...]:
    """Return all topics: first those of the menu, in its order."""
    steps = (library.find_step(entry.to) for entry in library.bot.menu if entry.to)
    return tuple(dict.fromkeys((*(step.flow for step in steps if step), *library.flows)))


def _sheet(library: Library, wish: Wish, step: Step, depth: int, before: Library | None) -> Sheet:
    former = _former(before, step) if before else None
    now = [_step_screen(library, step, locale) for locale in wish.locales]
    old = [_step_screen(before, former, locale) for locale in wish.locales] if before and former else []
    return _compared(Sheet(step.id, step.title, depth, tuple(now), {}), before, old)


def _former(before: Library, step: Step) -> Step | None:
    """Return the page as it was, by this id or by one it had before."""
    names = (old if "." in old else f"{step.flow}.{old}" for old in step.moved_from)
    return next((before.steps[name] for name in (step.id, *names) if name in before.steps), None)


def _compared(sheet: Sheet, before: Library | None, old: list[Screen]) -> Sheet:
    """Return the sheet with only those screens that differ, if there is something to compare with."""
    if before is None:
        return sheet
    known = {screen.locale: screen for screen in old}
    changed = tuple(screen for screen in sheet.screens if known.get(screen.locale) != screen)
    former = {screen.locale: known[screen.locale] for screen in changed if screen.locale in known}
    return replace(sheet, screens=changed, before=former)


def _step_screen(library: Library, step: Step, locale: str) -> Screen:
    found: dict[tuple[object, ...], tuple[list[Answers], Variant]] = {}
    for answers in _answers(library, step):
        position = Position(Act.STEP, locale, f"step:{step.id}", answers)
        message = respond(library, position, Pressed(), _noon(library)).message
        variant = _variant(message, (*helped_row(library, position, step), *navigation(library, position)))
        found.setdefault((variant.blocks, variant.rows), ([], variant))[0].append(answers)
    return Screen(locale, tuple(replace(variant, answers=_shortest(given)) for given, variant in found.values()))


def _shortest(given: list[Answers]) -> tuple[Answers, ...]:
    """Return the combinations that hold no other one; no answer at all says nothing of those that hold it."""
    return tuple(one for one in given if not any(other and set(other) < set(one) for other in given))


def _noon(library: Library) -> datetime:
    return datetime.combine(library.content_date, NOON)


def _variant(message: Message, on_every_page: tuple[Row, ...]) -> Variant:
    """Return what is the page's own: without the rows of every page, and without the answers that buttons carry on."""
    rows = tuple(tuple(map(_without_answers, row)) for row in message.rows if row not in on_every_page)
    return Variant(((),), message.blocks, rows)


def _without_answers(button: Button) -> Button:
    if button.position is None:
        return button
    return replace(button, position=Position(button.position.act, button.position.locale, button.position.thing))


def _answers(library: Library, step: Step) -> Iterator[Answers]:
    """Yield each combination of the answers that can change a page: by its buttons, or by what they lead to."""
    goals = [library.find_step(option.to) for option in step.options if option.to]
    conditions = [option.when for option in step.options] + [goal.when for goal in goals if goal]
    questions = sorted({question for condition in conditions for question in condition})
    given = [_given(library, question) for question in questions]
    for values in product(*([None, *answers] for answers in given)):
        yield tuple((question, value) for question, value in zip(questions, values, strict=True) if value)


def _given(library: Library, question: str) -> list[str]:
    """Return the answers that some button gives to a question, in the order of the content."""
    asking = (step for step in library.steps.values() if step.remember == question)
    return list(dict.fromkeys(option.answer for step in asking for option in step.options if option.answer))


def _own_sheets(library: Library, wish: Wish, before: Library | None) -> Iterator[Sheet]:
    for name, title, given, act in _OWN:
        now = [_own_screen(library, locale, given, act) for locale in wish.locales]
        old = [_own_screen(before, locale, given, act) for locale in wish.locales] if before else []
        sheet = _compared(Sheet(f"bot.{name}", title, 0, tuple(now), {}), before, old)
        if sheet.screens:
            yield sheet


def _own_screen(library: Library, locale: str, given: Input, act: Act) -> Screen:
    position = replace(home(locale), act=act)
    message = respond(library, position, given, _noon(library)).message
    is_menu = act is Act.MENU and given == Pressed()
    rows = message.rows if is_menu or isinstance(given, Started) or act is Act.WHERE else ()
    return Screen(locale, (Variant(((),), message.blocks, tuple(tuple(map(_without_answers, row)) for row in rows)),))


def _word_sheets(library: Library, wish: Wish, before: Library | None) -> Iterator[Sheet]:
    for name, term in library.glossary.items():
        now = [_word_screen(library, locale, name) for locale in wish.locales]
        is_old = before is not None and name in before.glossary
        old = [_word_screen(before, locale, name) for locale in wish.locales] if before and is_old else []
        sheet = _compared(Sheet(f"glossary.{name}", term.term, 0, tuple(now), {}), before, old)
        if sheet.screens:
            yield sheet


def _word_screen(library: Library, locale: str, name: str) -> Screen:
    heading = plain_block("heading", library.text(locale, f"glossary.{name}.term"), locale)
    meaning = text_blocks(library, library.text(locale, f"glossary.{name}.text"), locale)
    return Screen(locale, (Variant(((),), (heading, *meaning), ()),))
