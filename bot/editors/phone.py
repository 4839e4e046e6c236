"""A page as a phone shows it: the bubble, the rows of buttons, and what of the step is not shown just now."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.channels.pictograms import PICTOGRAMS
from bot.content.library import Library
from bot.content.model import Conditions, Option, Step
from bot.content.texts import step_context
from bot.dialogue.messages import Block, Button, Message
from bot.dialogue.position import Act, Position, encode
from bot.dialogue.respond import respond
from bot.dialogue.step_page import option_rows
from bot.dialogue.turns import AskForLocation, ClearChat, Effect, ForgetChat, PlayAloud, RememberLanguage
from bot.dialogue.words import fill_facts
from bot.editors.situation import Situation
from bot.i18n.bidi import anchor
from bot.i18n.locales import LANGUAGES, direction_of


@dataclass(frozen=True, slots=True)
class Key:
    """A button of the keyboard; `data` is the position it carries, `link` the site it opens."""

    words: str
    data: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """An option that the person does not see with the answers given so far, and why."""

    words: str
    reason: str
    step: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stand together: the parts of a card, the entries of a list."""

    kind: str
    direction: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone: the page in one language, and in words what the channel would do beside it."""

    locale: str
    language: str
    direction: str
    groups: tuple[Group, ...]
    rows: tuple[tuple[Key, ...], ...]
    effects: tuple[str, ...]
    branches: tuple[Branch, ...]


def show(library: Library, situation: Situation) -> Phone:
    """Return the phone of a person in this situation."""
    turn = respond(library, situation.position, situation.given, situation.moment)
    message = turn.message
    return Phone(
        message.locale,
        LANGUAGES[message.locale].own_name,
        direction_of(message.locale),
        tuple(_groups(message)),
        tuple(_rows(library, message)),
        tuple(describe_effect(effect) for effect in turn.effects),
        tuple(_branches(library, situation.here)) if not situation.said else (),
    )


def _groups(message: Message) -> Iterator[Group]:
    for (kind, locale), blocks in groupby(message.blocks, key=lambda block: (block.kind, block.locale)):
        yield Group(kind, direction_of(locale), tuple(blocks))


def _rows(library: Library, message: Message) -> Iterator[tuple[Key, ...]]:
    """Yield the rows from left to right: our channel mirrors them, since Telegram does not."""
    step = -1 if direction_of(message.locale) == "rtl" else 1
    for row in message.rows:
        yield tuple(_key(library, button, message.locale) for button in row[::step])


def _key(library: Library, button: Button, locale: str) -> Key:
    pictogram = PICTOGRAMS.get(button.icon, "")
    words = anchor(f"{pictogram} {button.text}", locale) if pictogram else button.text
    if button.position is None:
        return Key(words, link=button.url)
    return Key(words, encode(button.position, library.keys))


def describe_effect(effect: Effect) -> str:
    """Say what a channel does beside showing the page."""
    match effect:
        case RememberLanguage():
            return f"The bot keeps the language {LANGUAGES[effect.locale].own_name} for this chat."
        case ForgetChat():
            return "The bot deletes what it keeps of this chat."
        case ClearChat():
            return "The bot removes its messages from the chat."
        case AskForLocation():
            return f"Telegram shows its own button to share a location: {effect.button}"
        case PlayAloud():
            return f"The bot sends the recording of this page ({effect.recording.length})."


def _branches(library: Library, here: Position) -> Iterator[Branch]:
    """Yield the options of the step that is shown which cannot be seen just now."""
    step = library.steps.get(here.thing.removeprefix("step:")) if here.act in {Act.STEP, Act.ORIGINAL} else None
    for option in step.options if step else ():
        assert step is not None
        if not option_rows(library, here, step.model_copy(update={"options": (option,)})):
            words = library.text(here.locale, step_context(step, f"option.{option.slug}"))
            goal = library.find_step(option.to) if option.to else None
            reason = " · ".join(_reasons(option, goal))
            yield Branch(fill_facts(library, words, here.locale), reason, goal.id if goal else "")


def _reasons(option: Option, goal: Step | None) -> Iterator[str]:
    for condition in (option.when, goal.when if goal else {}):
        yield from _describe_condition(condition)


def _describe_condition(condition: Conditions) -> Iterator[str]:
    for question, values in condition.items():
        yield f"{question}: {' or '.join(values)}"
