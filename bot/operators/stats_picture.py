"""The picture beside the figures: menus by language in the last eight weeks, as they are published."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.dialogue.turns import Counted
from bot.operators.charts import Look, Point, columns
from bot.operators.naming import own_name
from bot.operators.periods import WEEK_DAYS, Period, week_of
from bot.operators.report import explain
from bot.operators.stats_message import Published
from bot.operators.views import add_up, labels_of

WEEKS = 8
TITLE = "Menus, by language: the last eight weeks"


def draw_weeks(published: Published, today: date) -> str:
    """Return the chart as SVG; empty if there is nothing to draw.

    Args:
        published: all that is published.
        today: the day after the last closed one.
    """
    points = [_point(published, week) for week in _last_weeks(today)]
    if not any(point.total for point in points):
        return ""
    return columns(
        TITLE, points, Look(published.k, note=" ".join(("By the Monday of each week.", *explain(published.k))))
    )


def _last_weeks(today: date) -> Iterator[Period]:
    this = week_of(today).first
    return (week_of(this - timedelta(days=WEEK_DAYS * back)) for back in range(WEEKS, 0, -1))


def _point(published: Published, week: Period) -> Point:
    label = f"{week.first.day} {week.first:%b}"
    if labels_of([week]).isdisjoint(published.closed):
        return Point(label, None)
    menus = add_up(published.figures, week)[Counted.LOCALE]
    return Point(label, {own_name(locale): n for locale, n in menus.figures})
