"""The dashboard's topics: how often each page of a topic was shown, in which languages, and whether it helped."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from bot.content.library import Library
from bot.content.model import Flow
from bot.content.reading_order import reading_order
from bot.dialogue.turns import Counted
from bot.operators.charts import Look, bars
from bot.operators.helpfulness import Helpfulness, measure_help
from bot.operators.layout import Part, Sheet
from bot.operators.naming import name_language, name_page
from bot.operators.periods import period_named
from bot.operators.report import name_of
from bot.operators.shelf import Shelf, Shelved
from bot.operators.views import add_up

WEEKS = 13
"""Weeks that answers to "Did this page help?" are added up over: a quarter."""
_MOST_PAGES = 25


@dataclass(frozen=True, slots=True)
class Grid:
    """Pages by language in one week: the languages that are shown, and for each page a figure for each of them."""

    week: str
    languages: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Helped:
    """The answers on one page, as words."""

    page: str
    id: str
    counts: Helpfulness
    share: str


def topics_part(shelf: Shelf, library_now: Callable[[], Library], k: int) -> Part:
    """Return the page of topics."""

    async def show(request: Request) -> Sheet:
        library = library_now()
        wished = request.query_params.get("topic", "")
        flow = library.flows.get(wished) or next(iter(library.flows.values()))
        return Sheet("topics.html", describe(await shelf.look(), library, flow, k))

    return Part("topics", "Topics", show)


def describe(published: Shelved, library: Library, flow: Flow, k: int) -> Mapping[str, object]:
    """Return everything that the page shows."""
    month = published.spans[-1].last
    shown = dict(add_up(published.within(month), month)[Counted.STEP].figures)
    order = [leaf.step.id for leaf in reading_order(library, flow.flow)]
    pages = [(name_page(library, step), step, shown.get(step, 0)) for step in order]
    return {
        "k": k,
        "flow": flow.flow,
        "title": flow.title,
        "month": name_of(month),
        "topics": [(each.flow, each.title, _total(each, shown)) for each in library.flows.values()],
        "funnel": bars(
            f"{flow.title}, in reading order", [(name, n) for name, _, n in pages], Look(k, most=len(pages))
        ),
        "pages": pages,
        "grid": _grid(published, library, flow),
        "helped": [_helped(library, one) for one in _answers(published) if one.step in _ids(flow)],
        "weeks": WEEKS,
    }


def _ids(flow: Flow) -> frozenset[str]:
    return frozenset(step.id for step in flow.steps.values())


def _total(flow: Flow, shown: Mapping[str, int]) -> int:
    return sum(shown.get(step, 0) for step in _ids(flow))


def _grid(published: Shelved, library: Library, flow: Flow) -> Grid | None:
    """Return the newest closed week; None before there is one."""
    weeks = published.weeks(1)
    if not weeks:
        return None
    cells: dict[str, dict[str, int]] = defaultdict(dict)
    for figure in published.of(weeks[0]):
        step, _, locale = figure.value.partition("|")
        if figure.what == Counted.STEP_LOCALE and step in _ids(flow):
            cells[step][locale] = figure.n
    languages = [locale for locale in library.locales if any(locale in row for row in cells.values())]
    order = sorted(cells, key=lambda step: -sum(cells[step].values()))
    rows = tuple(
        (name_page(library, step), step, tuple(cells[step].get(each, 0) for each in languages))
        for step in order[:_MOST_PAGES]
    )
    names = tuple(name_language(each) for each in languages)
    return Grid(name_of(period_named(weeks[0])), names, rows, max(len(order) - _MOST_PAGES, 0))


def _answers(published: Shelved) -> list[Helpfulness]:
    weeks = published.weeks(WEEKS)
    figures = [figure for week in weeks for figure in published.of(week)]
    return measure_help(figures, {week: published.closed[week] for week in weeks})


def _helped(library: Library, one: Helpfulness) -> Helped:
    share = f"between {one.least:.0%} and {one.most:.0%}"
    return Helped(name_page(library, one.step), one.step, one, share)
