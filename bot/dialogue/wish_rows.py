"""Wishes as buttons under a list of places; they travel in the button like an answer."""

from collections.abc import Container
from dataclasses import replace

from bot.content.library import Library
from bot.content.phrases import Phrase
from bot.content.wishes import WISH_QUESTION, Wish, join_wishes, split_wishes
from bot.dialogue.messages import Button, Row
from bot.dialogue.position import Position

_WORDS = {Wish.OPEN: Phrase.WISH_OPEN, Wish.LANGUAGE: Phrase.WISH_LANGUAGE, Wish.WALK_IN: Phrase.WISH_WALK_IN}
_IN_A_ROW = 2


def wishes_of(position: Position) -> tuple[Wish, ...]:
    """Return the wishes of a person."""
    return split_wishes(position.answer(WISH_QUESTION) or "")


def wish_rows(library: Library, position: Position, useful: Container[Wish]) -> tuple[Row, ...]:
    """Return a button for each useful wish and each wish made; pressing it again takes the wish back."""
    made = wishes_of(position)
    buttons = [_button(library, position, wish, made) for wish in Wish if wish in useful or wish in made]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))


def _button(library: Library, position: Position, wish: Wish, made: tuple[Wish, ...]) -> Button:
    wanted = join_wishes(one for one in Wish if (one in made) != (one is wish))
    others = tuple(pair for pair in position.answers if pair[0] != WISH_QUESTION)
    goal = replace(position, answers=others, page=0)
    if wanted:
        goal = goal.with_answer(WISH_QUESTION, wanted)
    return Button(library.say(position.locale, _WORDS[wish]), "yes" if wish in made else "", goal)
