"""The dashboard's figures: what was used on the last closed day, week or month, beside the one before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.content.library import Library
from bot.dialogue.turns import Counted
from bot.operators.charts import Look, Pair, Point, columns, grouped_bars
from bot.operators.export import write_csv
from bot.operators.layout import Part, Sheet
from bot.operators.naming import name_value
from bot.operators.periods import Period, day_of
from bot.operators.report import TITLES, explain, name_of
from bot.operators.shelf import Shelf, Shelved
from bot.operators.views import Spans, Table, add_up

SHOWN: tuple[Counted, ...] = (
    Counted.STEP,
    Counted.LOCALE,
    Counted.CHANNEL,
    Counted.HOUR,
    Counted.CAMPAIGN,
    Counted.KIND,
    Counted.PROVINCE,
    Counted.LISTENED,
)
_CARDS = (Counted.STEP, Counted.LOCALE, Counted.KIND, Counted.SEARCH)
_DAYS = 28
_MOST = 12
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Card:
    """One total: of the last closed period, and of the one before; 0 is not shown."""

    name: str
    period: str
    n: int
    before: int


@dataclass(frozen=True, slots=True)
class Section:
    """One dimension: a chart, and the same numbers as a table."""

    title: str
    chart: str
    rows: tuple[tuple[str, str, int, int], ...]
    total: int
    before: int


def figures_parts(shelf: Shelf, library_now: Callable[[], Library], k: int) -> list[Part]:
    """Return the page of figures and, without a place in the navigation, their CSV."""

    async def show(request: Request) -> Sheet:
        published = await shelf.look()
        spans = chosen_span(published.spans, request.query_params.get("span", "week"))
        return Sheet("figures.html", describe(published, library_now(), spans, k))

    async def download(request: Request) -> Response:
        del request
        published = await shelf.look()
        name = f"wegwijs-figures-{published.today - _DAY}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(write_csv(published.all(), published.closed), media_type="text/csv", headers=headers)

    return [Part("figures", "Figures", show), Part("figures.csv", "", download)]


def chosen_span(spans: Sequence[Spans], wished: str) -> Spans:
    """Return the span that is asked for, or the week."""
    by_name = {span.name: span for span in spans}
    return by_name.get(wished, by_name["week"])


def describe(published: Shelved, library: Library, span: Spans, k: int) -> Mapping[str, object]:
    """Return everything that the page shows."""
    now = add_up(published.within(span.last), span.last)
    before = add_up(published.within(span.before), span.before)
    return {
        "explanation": explain(k),
        "k": k,
        "span": span.name,
        "spans": [each.name for each in published.spans],
        "last": name_of(span.last),
        "before": name_of(span.before),
        "cards": [card for each in published.spans for card in _cards(published, each)],
        "days": columns(f"Menus, the last {_DAYS} closed days", _points(published), Look(k)),
        "days_rows": [(point.label, point.total if point.parts is not None else None) for point in _points(published)],
        "most": _MOST,
        "sections": [_section(library, now[what], before[what], k) for what in SHOWN],
        "is_empty": not published.all(),
    }


def _cards(published: Shelved, span: Spans) -> list[Card]:
    now, before = (add_up(published.within(period), period) for period in (span.last, span.before))
    names = {Counted.STEP: "pages", Counted.LOCALE: "menus", Counted.KIND: "lists of places", Counted.SEARCH: "words"}
    return [
        Card(names[what], f"{span.name.capitalize()} {span.last.label}", now[what].total, before[what].total)
        for what in _CARDS
    ]


def _points(published: Shelved) -> list[Point]:
    days = [day_of(published.today - back * _DAY) for back in range(_DAYS, 0, -1)]
    return [_point(published, day) for day in days]


def _point(published: Shelved, day: Period) -> Point:
    label = f"{day.first.day} {day.first:%b}"
    if day.label not in published.closed:
        return Point(label, None)
    table = add_up(published.of(day.label), day)[Counted.CHANNEL]
    return Point(label, {{"telegram": "Telegram", "web": "browser"}.get(value, value): n for value, n in table.figures})


def _section(library: Library, now: Table, before: Table, k: int) -> Section:
    earlier = dict(before.figures)
    values = list(dict.fromkeys((*(value for value, _ in now.figures), *earlier)))
    if now.what is Counted.HOUR:
        values.sort()
    shown = dict(now.figures)
    rows = [(name_value(library, now.what, each), each, shown.get(each, 0), earlier.get(each, 0)) for each in values]
    title = TITLES[now.what]
    return Section(title, _chart(now, title, rows, k), tuple(rows), now.total, before.total)


def _chart(table: Table, title: str, rows: Sequence[tuple[str, str, int, int]], k: int) -> str:
    """Return columns for the hours of a day, bars for all else."""
    if table.what is Counted.HOUR:
        shown = dict(table.figures)
        hours = [f"{hour:02}" for hour in range(24)]
        points = [Point(hour, {"menus": shown[hour]} if hour in shown else {}) for hour in hours]
        return columns(title.capitalize(), points, Look(k))
    pairs = [Pair(name, n, was) for name, _, n, was in rows]
    return grouped_bars(title.capitalize(), pairs, ("this", "before"), Look(k, most=_MOST))
