"""Content that nobody looks after grows old while the bot runs: operators are told on the day it happens."""

from collections.abc import Callable
from datetime import date

from bot.content.ages import Aged, aged_content
from bot.content.library import Library
from bot.ports import Cause, News, Operators

_SHOWN = 5
_MEND = "Compare them with the live pages: wegwijs check --today names all."


class AgeWatch:
    """Looks once a day, and again after a reload, which pages and places are past their review."""

    def __init__(self, library_now: Callable[[], Library], operators: Operators) -> None:
        self._library_now = library_now
        self._operators = operators
        self._looked: tuple[str, date] | None = None
        self._aged = Aged()

    def look(self, today: date) -> None:
        """Tell operators what became too old since the last look; nothing if there is nothing new."""
        library = self._library_now()
        if self._looked == (library.revision, today):
            return
        self._looked = library.revision, today
        before, self._aged = self._aged, aged_content(library, today)
        gone = "Pages too old to be safe, which readers do not see any more"
        overdue = "{} past their review, of which readers are warned"
        self._tell(self._aged.withheld - before.withheld, gone, Cause.PAGES_WITHHELD)
        self._tell(self._aged.overdue - before.overdue, overdue.format("Pages"), Cause.PAGES_OVERDUE)
        self._tell(self._aged.places - before.places, overdue.format("Places"), Cause.PLACES_OVERDUE)

    def standing(self) -> tuple[str, ...]:
        """Return what operators should see for as long as it lasts: counts, no names."""
        counted = {
            "pages not shown, too old": len(self._aged.withheld),
            "pages past their review": len(self._aged.overdue),
            "places past their review": len(self._aged.places),
        }
        return tuple(f"{what}: {number}" for what, number in counted.items() if number)

    def _tell(self, new: frozenset[str], what: str, cause: Cause) -> None:
        if new:
            names = ", ".join(sorted(new)[:_SHOWN]) + (", …" if len(new) > _SHOWN else "")
            is_urgent = cause is Cause.PAGES_WITHHELD
            self._operators.tell(News(f"{what}: {len(new)} ({names}). {_MEND}", cause, is_urgent))
