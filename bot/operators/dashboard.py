"""The dashboard: all pages made of published figures and of the content, for the frame of the operators' pages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from bot.content.library import Library
from bot.errors import StorageError
from bot.operators.content_page import content_part
from bot.operators.demand_page import demand_part
from bot.operators.figures_page import figures_parts
from bot.operators.layout import Part, Sheet, Show
from bot.operators.shelf import Shelf
from bot.operators.topics_page import topics_part
from bot.ports import Figures


def dashboard_parts(
    figures: Figures, library_now: Callable[[], Library], now: Callable[[], datetime], k: int
) -> list[Part]:
    """Return the parts of the dashboard in the order of the navigation."""
    shelf = Shelf(figures, now)
    parts = [
        *figures_parts(shelf, library_now, k),
        topics_part(shelf, library_now, k),
        demand_part(shelf, library_now, k),
    ]
    return [*(replace(part, show=_or_say_why(part.show)) for part in parts), content_part(library_now, now)]


def _or_say_why(show: Show) -> Show:
    """Return a page that says what is wrong where the database cannot be read."""

    async def answer(request: Request) -> Sheet | Response:
        try:
            return await show(request)
        except StorageError as problem:
            return Sheet("unreadable.html", {"reason": str(problem)})

    return answer
