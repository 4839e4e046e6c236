"""The first page of operators: what needs somebody, now."""

from collections.abc import Callable, Sequence

from starlette.requests import Request

from bot.operators.layout import Part, Sheet


def standing_part(standing: Callable[[], Sequence[str]], revision: Callable[[], str]) -> Part:
    """Return the page at /operators; `standing` gives what operators should see for as long as it lasts."""

    async def show(request: Request) -> Sheet:
        del request
        return Sheet("standing.html", {"standing": tuple(standing()), "revision": revision()})

    return Part("", "Now", show)
