"""What a person can wish of a place, and how wishes travel in a button: as the answer to a question of their own."""

from collections.abc import Iterable
from enum import StrEnum

WISH_QUESTION = "wish"
"""No step asks it; the buttons above a list of places do."""
_SEPARATOR = "+"


class Wish(StrEnum):
    """A wish of a person; what is not known of a place does not fulfil it."""

    OPEN = "open"
    LANGUAGE = "language"
    WALK_IN = "walk-in"


def join_wishes(wishes: Iterable[Wish]) -> str:
    """Return wishes as one answer: "open+walk-in"; "" for none."""
    wanted = set(wishes)
    return _SEPARATOR.join(wish.value for wish in Wish if wish in wanted)


def split_wishes(answer: str) -> tuple[Wish, ...]:
    """Return the wishes that an answer holds; words that are none are left out."""
    written = answer.split(_SEPARATOR)
    return tuple(wish for wish in Wish if wish.value in written)


def wish_identifiers() -> list[str]:
    """Return the ids that buttons with wishes carry: the question, and each combination as an answer."""
    every = tuple(Wish)
    combinations = [
        [wish for bit, wish in enumerate(every) if number >> bit & 1] for number in range(1, 2 ** len(every))
    ]
    return [f"question:{WISH_QUESTION}", *(f"answer:{join_wishes(wishes)}" for wishes in combinations)]
