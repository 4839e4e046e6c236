"""Charts: what they show is what is published, in any letters, and nothing leaves the picture."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n.locales import LANGUAGES
from bot.operators.chart_style import DARK, LIGHT, SERIES, SHADES, page_style
from bot.operators.chart_text import clean
from bot.operators.charts import Look, Pair, Point, bars, columns, grouped_bars
from tests.operators.svg import Shape, read, shapes, told, words

LOOK = Look(k=10)
NAMES = ("this week", "the week before")
TRICKY = (
    "",
    " ",
    "العربية " * 30,
    "ትግርኛ" * 40,
    "<b>&\"'</b>",
    "🙂" * 60,
    "\u202eevil",
    "a\x00\ud800\uffff",
    "﷽" * 9,
    "W" * 99,
)
labels = (
    st.text(max_size=80) | st.sampled_from(TRICKY) | st.sampled_from([each.own_name for each in LANGUAGES.values()])
)
figures = st.integers(0, 100_000).map(lambda n: n * 10)
rows_of_figures = st.lists(st.tuples(labels, figures), max_size=15)
parts_of_points = st.none() | st.dictionaries(labels, figures, max_size=8)


def all_charts(rows: Sequence[tuple[str, int]], look: Look) -> list[str]:
    """Return each kind of chart of the same rows."""
    pairs = [Pair(label, n, n // 2 - n // 2 % 10) for label, n in rows]
    points = [Point(label, {label: n, "other": 10}) for label, n in rows]
    return [bars("Title", rows, look), grouped_bars("Title", pairs, NAMES, look), columns("Title", points, look)]


@given(rows_of_figures, st.integers(200, 1200))
def test_nothing_leaves_the_picture_whatever_the_labels_are(rows: Sequence[tuple[str, int]], width: int) -> None:
    """Every chart is XML, and no shape has a negative size or stands outside."""
    for chart in all_charts(rows, Look(10, width)):
        root = read(chart)
        high, wide = float(root.get("height", "")), float(root.get("width", ""))
        for shape in shapes(chart):
            assert min(shape.x, shape.y, shape.width, shape.height) >= 0
            assert shape.x + shape.width <= wide + 0.1
            assert shape.y + shape.height <= high + 0.1


@given(rows_of_figures)
def test_each_label_is_in_the_chart(rows: Sequence[tuple[str, int]]) -> None:
    """Shown, or cut with the whole of it behind, and always in the description."""
    chart = bars("Title", rows, Look(10, most=15))
    read_whole = [line.whole for line in words(chart)]
    for label, _ in rows:
        assert clean(label) in read_whole
        assert clean(label) in told(chart)


@given(st.lists(figures, min_size=1, max_size=12))
def test_bars_are_as_long_as_their_figures(numbers: Sequence[int]) -> None:
    """Twice the figure, twice the bar; no bar for what is not shown."""
    drawn = [shape.width for shape in shapes(bars("Title", [("x", n) for n in numbers], LOOK), "now")]
    shown = [n for n in numbers if n]
    assert len(drawn) == len(shown)
    for width, n in zip(drawn, shown, strict=True):
        assert width / max(drawn) == pytest.approx(n / max(shown), abs=0.001)


@given(st.lists(st.tuples(figures, figures), min_size=1, max_size=8))
def test_both_periods_have_the_same_measure(numbers: Sequence[tuple[int, int]]) -> None:
    """A bar of last week can be compared with one of the week before."""
    chart = grouped_bars("Title", [Pair("x", now, before) for now, before in numbers], NAMES, LOOK)
    drawn = [shape.width for shape in shapes(chart, "now", "before")][2:]  # the legend comes first
    shown = [n for pair in numbers for n in pair if n]
    assert [round(width / max(drawn), 2) for width in drawn] == [
        pytest.approx(n / max(shown), abs=0.011) for n in shown
    ]


@given(st.lists(st.none() | figures, min_size=1, max_size=40))
def test_columns_are_as_tall_as_their_figures(numbers: Sequence[int | None]) -> None:
    """Twice the figure, twice the column; what is hidden or not published has none."""
    points = [Point("5 Oct", None if n is None else {"pages": n}) for n in numbers]
    drawn = [shape.height for shape in shapes(columns("Title", points, LOOK), "one")]
    shown = [n for n in numbers if n]
    assert len(drawn) == len(shown)
    for height, n in zip(drawn, shown, strict=True):
        assert height / max(drawn) == pytest.approx(n / max(shown), abs=0.001)


@given(st.lists(parts_of_points, min_size=1, max_size=40))
def test_parts_stand_upon_each_other(points: Sequence[Mapping[str, int] | None]) -> None:
    """Each part begins where the one below it ends, and all stay between the lowest and the highest line."""
    chart = columns("Title", [Point("5 Oct", parts) for parts in points], LOOK)
    lines = [shape.y + 0.5 for shape in shapes(chart, "line")]
    places: dict[float, list[Shape]] = defaultdict(list)
    for shape in shapes(chart, *SERIES):
        if shape.y + shape.height > min(lines):
            places[shape.x].append(shape)
    for parts in places.values():
        assert parts[0].y + parts[0].height == pytest.approx(max(lines), abs=0.02)
        for below, above in pairwise(parts):
            assert above.y + above.height == pytest.approx(below.y, abs=0.02)
        assert parts[-1].y >= min(lines) - 0.02


def test_a_gap_is_no_zero() -> None:
    """A week that is not published, and one in which all was hidden, look different and are explained."""
    chart = columns("Title", [Point("A", {"x": 20}), Point("B", {}), Point("C", None)], LOOK)
    assert told(chart) == "A: 20 (x 20). B: every count fewer than 10. C: nothing is published."
    assert [len(shapes(chart, kind)) for kind in ("gap", "quiet")] == [2, 2]  # each once in its place, once explained
    shown = [line.shown for line in words(chart)]
    assert {"every count fewer than 10, so not shown", "nothing is published"} <= set(shown)
    whole = columns("Title", [Point("A", {"x": 20})], LOOK)
    assert shapes(whole, "gap", "quiet") == []


def test_a_hidden_figure_says_so_and_has_no_bar() -> None:
    """Not 0, which would be a claim."""
    chart = grouped_bars("Title", [Pair("a", 0, 20)], NAMES, LOOK)
    assert [line.shown for line in words(chart)][-2:] == ["< 10", "20"]
    assert told(chart) == "a: this week fewer than 10, the week before 20."
    assert len(shapes(chart, "now")) == 1  # the legend alone


def test_a_long_list_is_cut_and_says_so() -> None:
    """Nobody takes the first five for all."""
    chart = bars("Title", [(f"row {n}", 100 - n * 10) for n in range(8)], Look(10, most=5))
    assert [line.shown for line in words(chart)][-1] == "and 3 more"
    assert len(shapes(chart, "now")) == 5


@pytest.mark.parametrize("chart", [bars("T", [], LOOK), grouped_bars("T", [], NAMES, LOOK), columns("T", [], LOOK)])
def test_a_chart_of_nothing_says_why(chart: str) -> None:
    """An empty frame would look broken."""
    assert "every count is fewer than 10" in " ".join(line.shown for line in words(chart))


def test_many_parts_share_the_last_colour() -> None:
    """The legend names four languages and "others"."""
    chart = columns("Title", [Point("A", {name: 100 - 10 * n for n, name in enumerate("abcdefg")})], LOOK)
    assert [line.shown for line in words(chart)][1:6] == ["a", "b", "c", "d", "others"]
    assert len(shapes(chart, "five")) == 2  # the three smallest together, and the legend
    assert told(chart).endswith("e 60, f 50, g 40).")


def test_each_shade_has_a_colour_for_light_and_dark() -> None:
    """A chart stands in a page under a strict policy: all of its look is classes that the page knows."""
    assert SHADES.keys() == LIGHT.keys() == DARK.keys()
    assert all(f".chart-{kind}{{" in page_style() for kind in SHADES)
    chart = columns("Title", [Point("A", {"x": 20})], LOOK)
    assert "style" not in chart
    assert " id=" not in chart


@pytest.mark.parametrize("colours", [(LIGHT, "#ffffff"), (DARK, "#12181e")], ids=["light", "dark"])
def test_words_and_bars_stand_out_from_the_ground(colours: tuple[Mapping[str, str], str]) -> None:
    """4.5 to 1 for words, 3 to 1 for shapes that carry a figure (WCAG 1.4.3 and 1.4.11)."""
    palette, ground = colours
    for kind, least in ({"ink": 4.5, "quiet": 4.5, "now": 3, "before": 3} | dict.fromkeys(SERIES, 3)).items():
        assert contrast(palette[kind], ground) >= least, kind


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
