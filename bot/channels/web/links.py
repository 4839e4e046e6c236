"""Which buttons are plain links: those of pages that need no answers; everything else goes by POST."""

from bot.content.library import Library
from bot.dialogue.listening import LISTENING
from bot.dialogue.position import Act, Position

_HIDDEN = frozenset({Act.SHARE, Act.HIDE}) | LISTENING
"""What only a chat application can do; a page that can be heard has a player."""


def is_shown(position: Position | None) -> bool:
    """Tell whether a button makes sense in a browser."""
    return position is None or position.act not in _HIDDEN


def link_of(library: Library, position: Position) -> str | None:
    """Return the address of a page that needs no answers, or None if its button must go by POST.

    The address holds the language, the flow and the step, and nothing of the person's way or answers.
    """
    if position.answers or position.area or position.page or position.day:
        return None
    if position.act is Act.MENU or (position.act is Act.SPEAK and not position.thing):
        return f"/{position.locale}/"
    space, _, identifier = position.thing.partition(":")
    if position.act in {Act.STEP, Act.SPEAK} and space == "step" and identifier in library.steps:
        return f"/{position.locale}/{identifier.replace('.', '/')}"
    return None
