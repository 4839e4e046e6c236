"""The dashboard's content health: what waits for a person, worst first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from starlette.requests import Request

from bot.content.ages import aged_content, is_stale, share_of_interval
from bot.content.library import Library
from bot.content.model import Fact
from bot.content.progress import measure_all, weigh_texts
from bot.content.signing import is_signed_off
from bot.i18n.ledger import State
from bot.i18n.locales import SOURCE_LOCALE
from bot.operators.layout import Part, Sheet
from bot.operators.naming import name_language, name_page
from bot.operators.review_status import standing_of

_MOST = 20


@dataclass(frozen=True, slots=True)
class Language:
    """How far one language is: shares of its texts by weight, and how many are outdated or missing."""

    name: str
    present: int
    read: int
    outdated: int
    missing: int


def content_part(library_now: Callable[[], Library], now: Callable[[], datetime]) -> Part:
    """Return the page of content health."""

    async def show(request: Request) -> Sheet:
        del request
        return Sheet("content.html", describe(library_now(), now().date()))

    return Part("content", "Content", show)


def describe(library: Library, today: date) -> Mapping[str, object]:
    """Return everything that the page shows."""
    aged = aged_content(library, today)
    weights = weigh_texts(library, {})
    places = [place for place in library.places.values() if not place.status]
    return {
        "withheld": [name_page(library, step) for step in sorted(aged.withheld)][:_MOST],
        "counts": {
            "topics that no organisation has signed off": _count(library, signed=False),
            "topics signed off as they are now": _count(library, signed=True),
            "pages past their review, of which readers are warned": len(aged.overdue),
            "pages too old to be shown": len(aged.withheld),
            "facts past their review": len(_stale_facts(library, today)),
            "places that nobody has compared with their page": sum(place.checked is None for place in places),
            "places past their review": sum(is_stale(place, today) for place in places),
        },
        "flows": [(flow.title, standing_of(library, flow)) for flow in library.flows.values()],
        "facts": [(fact.id, fact.value) for fact in _stale_facts(library, today)][:_MOST],
        "overdue": [name_page(library, step) for step in sorted(aged.overdue)][:_MOST],
        "most": _MOST,
        "languages": [_language(library, locale, weights) for locale in library.locales if locale != SOURCE_LOCALE],
        "revision": library.revision,
        "content_date": library.content_date,
    }


def _count(library: Library, *, signed: bool) -> int:
    return sum(is_signed_off(library, flow) is signed for flow in library.flows.values())


def _stale_facts(library: Library, today: date) -> list[Fact]:
    """Return facts past their interval by themselves, though a flow compared as a whole may confirm them."""
    return [fact for fact in library.facts.values() if share_of_interval(fact, None, today) > 1]


def _language(library: Library, locale: str, weights: Mapping[str, float]) -> Language:
    progress = measure_all(library, locale, weights)
    states = progress.states
    return Language(
        name_language(locale),
        int(progress.present * 100 + 1e-9),
        int(progress.read * 100 + 1e-9),
        states[State.OUTDATED],
        states[State.MISSING],
    )
