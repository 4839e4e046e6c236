"""Which buttons are plain links: those of pages that need no answers; everything else goes by POST."""

from starlette.requests import Request

from bot.content.library import Library
from bot.dialogue.position import Act, Position, act_again

VIEWS = {"words": Act.TERMS, "original": Act.ORIGINAL}
"""What can be seen of a step beside the step itself, and how an address says so."""
PLACES = "places"
"""The part of an address that no topic can have: bot.content.texts reserves it."""

_ENDINGS = {Act.STEP: ""} | {act: f"/{name}" for name, act in VIEWS.items()}


def link_of(library: Library, position: Position) -> str | None:
    """Return the address of a page that needs no answers, or None if its button must go by POST.

    The address holds the language and which page it is, and nothing of the person's way, answers or place.
    """
    if position.answers or position.area or position.page or position.day:
        return None
    act = act_again(position) if position.act is Act.SPEAK else position.act
    space, _, name = position.thing.partition(":")
    if act is Act.MENU:
        return f"/{position.locale}/"
    if act is Act.WHERE and not name:
        return f"/{position.locale}/{PLACES}/"
    if act is Act.PLACES and space == "kind" and name in library.bot.kinds:
        return f"/{position.locale}/{PLACES}/{name}"
    if act in _ENDINGS and space == "step" and name in library.steps:
        return step_path(position.locale, name) + _ENDINGS[act]
    return None


def step_path(locale: str, identifier: str) -> str:
    """Return the path of a step in a language."""
    return f"/{locale}/{identifier.replace('.', '/')}"


def sheet_path(locale: str, flow: str) -> str:
    """Return the path of a topic on paper."""
    return f"/{locale}/{flow}/"


def address_of(library: Library, request: Request) -> str:
    """Return the address of the site without a slash at its end: as set in bot.yaml, else as it was asked for."""
    return library.bot.web.address or str(request.base_url).rstrip("/")
