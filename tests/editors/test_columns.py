"""Boxes in columns: never one over another, and nothing left to chance."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.editors.columns import Box, place

GAP = 10.0


@given(st.data())
def test_boxes_of_a_column_never_touch_and_the_same_boxes_stand_the_same(data: st.DataObject) -> None:
    """Whatever the lines say, each box has its room."""
    columns = data.draw(st.lists(st.integers(0, 3), min_size=1, max_size=20))
    heights = data.draw(st.lists(st.floats(10, 200), min_size=len(columns), max_size=len(columns)))
    boxes = {str(i): Box(column, height) for i, (column, height) in enumerate(zip(columns, heights, strict=True))}
    lines = data.draw(st.lists(st.tuples(st.sampled_from(sorted(boxes)), st.sampled_from(sorted(boxes))), max_size=40))
    tops = place(boxes, lines, GAP)
    assert tops == place(boxes, lines, GAP)
    assert tops.keys() == boxes.keys()
    assert min(tops.values()) == 0
    for column in set(columns):
        stacked = sorted((name for name in boxes if boxes[name].column == column), key=lambda name: tops[name])
        for above, below in pairwise(stacked):
            assert tops[above] + boxes[above].height + GAP <= tops[below] + 1e-6


def test_a_box_without_lines_comes_last_in_its_column() -> None:
    """A page that no button leads to stands below all others."""
    boxes = {"lost": Box(0, 20), "start": Box(0, 20), "next": Box(1, 20)}
    tops = place(boxes, [("start", "next")], GAP)
    assert tops["lost"] > tops["start"]


def test_nothing_is_placed_nowhere() -> None:
    """No boxes give no tops."""
    assert place({}, [], GAP) == {}
