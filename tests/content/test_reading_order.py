"""The order in which a reader of paper meets the pages of a topic."""

from bot.content.library import Library
from bot.content.reading_order import reading_order
from tests.content.sample import library_of, planted

NEW_PAGE = """\
  decision:
    title: A decision about your stay
"""
LONELY = """\
  lonely:
    title: No button leads here
    text: Nothing.
    sources: none
    options:
      - text: A decision
        to: decision

"""


def test_every_page_of_every_topic_stands_in_it_once(library: Library) -> None:
    """Nothing is lost on paper, and nothing is printed twice."""
    for flow in library.flows.values():
        steps = [leaf.step.id for leaf in reading_order(library, flow.flow)]
        assert steps[0] == flow.start
        assert sorted(steps) == sorted(step.id for step in flow.steps.values())


def test_a_page_is_followed_by_those_it_is_the_nearest_way_to(library: Library) -> None:
    """Chapters stay together, although buttons lead across them."""
    order = {leaf.step.name: (number, leaf.depth) for number, leaf in enumerate(reading_order(library, "detention"))}
    assert order["start"] == (0, 0)
    assert order["first-hours"] == (1, 1)
    assert order["first-hours"][0] < order["lawyer"][0] < order["lawyer-and-judge"][0]
    assert order["lawyer"][1] == 2


def test_the_pages_of_the_day_counter_follow_each_other(library: Library) -> None:
    """They lead on by themselves, not by options."""
    steps = [leaf.step.name for leaf in reading_order(library, "paper")]
    first = steps.index("day-counter")
    assert steps[first : first + 3] == ["day-counter", "count-number", "count-result"]


def test_what_the_start_does_not_reach_comes_last() -> None:
    """A page that only other topics lead to is printed too."""
    library = library_of(planted("flows/paper.yaml", NEW_PAGE, LONELY + NEW_PAGE))
    assert [leaf.step.name for leaf in reading_order(library, "paper")] == ["start", "decision", "lonely"]
