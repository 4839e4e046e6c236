"""One step as a page."""

from dataclasses import replace
from datetime import date

from bot.content.ages import Age, age_of
from bot.content.library import Library
from bot.content.model import Option, Step
from bot.content.phrases import Phrase
from bot.content.showing import SHOWN_QUESTION
from bot.content.texts import step_context
from bot.dialogue.day_counter import counter_blocks, counter_rows
from bot.dialogue.helped_page import helped_row
from bot.dialogue.listening import listen_row, words_locale
from bot.dialogue.messages import Button, Message, Row, plain_block
from bot.dialogue.navigation import holds, navigation
from bot.dialogue.position import Act, Position
from bot.dialogue.state_line import state_blocks
from bot.dialogue.terms_page import terms_row
from bot.dialogue.turns import Count, Counted, Turn, crossed
from bot.dialogue.words import fill_facts, step_blocks
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE


def step_turn(library: Library, position: Position, step: Step, today: date) -> Turn:
    """Return a step's page; a sentence in its place if it is too old or not in this language."""
    here = replace(position, thing=f"step:{step.id}")
    locale = position.locale
    if age_of(library, step.id, today) is Age.WITHHELD:
        return Turn(_withheld(library, here, step), counts=(Count(Counted.WITHHELD, step.id),))
    if here.act is not Act.ORIGINAL and not library.is_readable(step, locale):
        return Turn(_missing(library, here, step), counts=(Count(Counted.FALLBACK, locale),))
    return Turn(_page(library, here, step, today), counts=_shown(here, step))


def _shown(position: Position, step: Step) -> tuple[Count, ...]:
    """Return what a page adds to: in the reader's language the page, in English the switch, for others nothing."""
    locale, words = position.locale, words_locale(position)
    if words == locale:
        return Count(Counted.STEP, step.id), Count(Counted.STEP_LOCALE, crossed(step.id, locale))
    return (Count(Counted.ENGLISH, locale),) if words == SOURCE_LOCALE else ()


def option_rows(library: Library, position: Position, step: Step) -> tuple[Row, ...]:
    """Return a step's options whose conditions hold, one a row."""
    rows: list[Row] = []
    for option in step.options:
        target = _target(position, step, option)
        if not holds(option.when, position):
            continue
        goal = library.find_step(option.to) if option.to else None
        if goal is not None and not holds(goal.when, target):
            continue
        text = library.text(position.locale, step_context(step, f"option.{option.slug}"))
        words = fill_facts(library, text, position.locale)
        rows.append((Button(words, option.icon or _icon(library, option), target),))
    return tuple(rows)


def _target(position: Position, step: Step, option: Option) -> Position:
    answered = position
    if step.remember and option.answer:
        answered = position.with_answer(step.remember, option.answer)
    if option.places:
        return answered.forward(Act.PLACES, f"kind:{option.places}")
    return answered.forward(Act.STEP, f"step:{option.to}")


def _icon(library: Library, option: Option) -> str:
    kind = library.bot.kinds.get(option.places or "")
    return kind.icon if kind else ""


def _page(library: Library, position: Position, step: Step, today: date) -> Message:
    wished = words_locale(position)
    shown = wished if library.is_readable(step, wished) else SOURCE_LOCALE
    heading, *words = step_blocks(library, step.id, shown)
    blocks = [heading, *counter_blocks(library, position, step, today), *words]
    blocks += state_blocks(library, step.id, position.locale, age_of(library, step.id, today), shown)
    rows = listen_row(library, position, step, today)
    here = position.without_answer(SHOWN_QUESTION)
    rows += counter_rows(library, here, step, today) + option_rows(library, here, step)
    rows += terms_row(library, here, step) + _original_row(library, here, step) + helped_row(library, here, step)
    return Message(position.locale, blocks[0].words, tuple(blocks), rows + navigation(library, here))


def _original_row(library: Library, position: Position, step: Step) -> tuple[Row, ...]:
    """Return the button between a translation that nobody vouches for and its English original."""
    if position.act is Act.ORIGINAL:
        own_name = LANGUAGES[position.locale].own_name
        return ((Button(own_name, "language", replace(position, act=Act.STEP)),),)
    if position.locale == SOURCE_LOCALE:
        return ()
    if library.step_states(step, position.locale).isdisjoint({State.MACHINE, State.OUTDATED}):
        return ()
    original = replace(position, act=Act.ORIGINAL)
    return ((Button(library.say(position.locale, Phrase.ORIGINAL), "language", original),),)


def _missing(library: Library, position: Position, step: Step) -> Message:
    """Say that the page is not there in this language, and offer those that have it, the fallbacks first."""
    locale = position.locale
    is_whole = State.MISSING not in library.step_states(step, locale)
    sentence = library.say(locale, Phrase.MISSING_REVIEW if is_whole else Phrase.MISSING)
    candidates = dict.fromkeys((*library.chain(locale), *library.locales))
    rows = tuple(
        (Button(LANGUAGES[other].own_name, "language", replace(position, locale=other)),)
        for other in candidates
        if other != locale and library.is_readable(step, other)
    )
    block = plain_block("paragraph", sentence, locale)
    return Message(locale, library.bot.name, (block,), rows + navigation(library, position))


def _withheld(library: Library, position: Position, step: Step) -> Message:
    """Say that the page is too old to be safe, and offer places where a person knows."""
    locale = position.locale
    kinds = [option.places for option in step.options if option.places]
    rows = tuple(
        (
            Button(
                library.text(locale, f"bot.kind.{kind}"),
                library.bot.kinds[kind].icon,
                position.forward(Act.PLACES, f"kind:{kind}"),
            ),
        )
        for kind in dict.fromkeys((*kinds, "legal"))
        if kind in library.bot.kinds
    )
    block = plain_block("paragraph", library.say(locale, Phrase.WITHHELD), locale)
    return Message(locale, library.bot.name, (block,), rows + navigation(library, position))
