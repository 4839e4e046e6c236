"""A flow as a graph."""

from dataclasses import replace

from bot.content.library import Library
from bot.editors.graph import BOX_WIDTH, Graph, layout
from tests.content.sample import library_of, planted, sample_files

LONELY = """\
  lonely:
    title: No button leads here
    text: Nothing.
    sources: none

"""


def sample_graph(flow: str = "paper") -> Graph:
    return layout(library_of(sample_files()), flow)


def test_a_page_stands_in_the_column_of_its_taps_and_says_what_it_is() -> None:
    """Start on the left; what a card, a question and a page elsewhere are is told by kind."""
    graph = sample_graph()
    nodes = {node.id: node for node in graph.nodes}
    assert [(node.id, node.kind, node.step) for node in graph.nodes] == [
        ("paper.start", "start", "paper.start"),
        ("paper.decision", "card", "paper.decision"),
        ("paper.decision>0", "places", ""),
        ("paper.decision>1", "flow", "help.numbers"),
    ]
    assert nodes["paper.start"].x + BOX_WIDTH < nodes["paper.decision"].x
    assert (nodes["paper.decision>0"].title, nodes["paper.decision>1"].title) == (
        "Legal help",
        "Help: Numbers to call",
    )
    page, inside = nodes["paper.decision"], nodes["paper.decision>1"]
    assert page.y < inside.y
    assert inside.y + inside.height < page.y + page.height


def test_each_button_is_an_edge_with_its_words_and_its_condition() -> None:
    """One way to a page is the nearest; what leads elsewhere needs no line."""
    edges = {(edge.source, edge.text): edge for edge in sample_graph().edges}
    assert len(edges) == 4
    assert edges["paper.start", "At an address"].is_nearest
    lawyer = edges["paper.decision", "A lawyer near me"]
    assert (lawyer.target, lawyer.condition, lawyer.points) == ("paper.decision>0", "home: none / not-given", ())


def test_a_line_back_leaves_on_the_left() -> None:
    """Forward from right to left, back from left to right."""
    back = next(edge for edge in sample_graph("help").edges if edge.text == "What this bot does")
    (start, *_, end) = back.points
    assert start[0] > end[0]
    assert not back.is_nearest


def test_a_page_that_nothing_leads_to_is_marked() -> None:
    """It is drawn, so that the editor sees it."""
    library = library_of(planted("flows/paper.yaml", "  decision:\n", f"{LONELY}  decision:\n"))
    lonely = next(node for node in layout(library, "paper").nodes if node.id == "paper.lonely")
    assert not lonely.is_reached
    assert lonely.kind == "step"


def test_a_button_that_leads_nowhere_has_no_edge() -> None:
    """A broken flow is drawn too; the check tells what is wrong with it."""
    library = library_of(planted("flows/help.yaml", "        to: numbers\n", "        to: nmbers\n"))
    graph = layout(library, "help")
    assert "Numbers to call" not in {edge.text for edge in graph.edges}
    assert not next(node for node in graph.nodes if node.id == "help.numbers").is_reached


def test_a_kind_of_places_that_does_not_exist_keeps_its_id() -> None:
    """Nothing of a broken flow is hidden."""
    library = library_of(planted("flows/help.yaml", "places: medical", "places: madical"))
    assert "madical" in {node.title for node in layout(library, "help").nodes}


def test_every_shipped_topic_is_drawn_the_same_twice_and_nothing_overlaps(library: Library) -> None:
    """Sixty pages too; the day counter's pages follow each other."""
    for flow in library.flows:
        graph = layout(library, flow)
        assert graph == layout(replace(library), flow)
        pages = [node for node in graph.nodes if not node.is_elsewhere]
        assert len(pages) == len(library.flows[flow].steps)
        for one in pages:
            assert one.x + one.width < graph.width
            assert one.y + one.height < graph.height
            for other in pages:
                apart = one.x != other.x or one.y + one.height < other.y or other.y + other.height < one.y
                assert one is other or apart
    assert any(edge.text == "" for edge in layout(library, "paper").edges)
