"""A graph as SVG."""

from xml.etree import ElementTree as ET

from bot.content.library import Library
from bot.editors.graph import layout
from bot.editors.graph_svg import GRAPH_STYLE, write_svg
from tests.content.sample import library_of, planted, sample_files
from tests.editors.test_graph import LONELY, sample_graph

SVG = "{http://www.w3.org/2000/svg}"


def titles(drawing: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(drawing).iter(f"{SVG}title")]  # noqa: S314 - our own words


def test_the_picture_says_in_words_what_it_shows() -> None:
    """Whoever does not see it has every page, its kind, and every button."""
    assert titles(write_svg(sample_graph())) == [
        "I got a paper: 2 pages",
        "Where do you live? → At an address / No fixed address → A decision about your stay",
        "Where do you live?, first page",
        "A decision about your stay, card to show",
        "Legal help, leads to places",
        "Help: Numbers to call, leads to another topic",
    ]


def test_pages_are_links_and_places_are_not() -> None:
    """The preview opens a page by its box."""
    drawing = write_svg(sample_graph(), link=lambda step: f"/edit?step={step}&x=1")
    links = [element.get("href") for element in ET.fromstring(drawing).iter(f"{SVG}a")]  # noqa: S314 - our own words
    assert links == [f"/edit?step={step}&x=1" for step in ("paper.start", "paper.decision", "help.numbers")]


def test_the_page_shown_now_and_a_faulty_one_are_told_in_words_shape_and_colour() -> None:
    """Never by colour alone."""
    drawing = write_svg(
        sample_graph(), current="paper.start", faulty=frozenset({"paper.decision"}), link=lambda step: f"#{step}"
    )
    assert 'aria-current="step"' in drawing
    assert "Where do you live?, first page, shown now" in titles(drawing)
    assert "A decision about your stay, card to show, has a fault" in titles(drawing)
    assert "⚠" in drawing
    assert drawing.count("edge lit") == 1


def test_nothing_in_it_needs_an_inline_style() -> None:
    """A strict policy lets it pass; a file that stands alone carries its style."""
    assert "style" not in write_svg(sample_graph()).replace("font-style", "")
    assert GRAPH_STYLE in write_svg(sample_graph(), style=GRAPH_STYLE)


def test_a_page_without_a_way_to_it_and_a_topic_of_one_page_are_said() -> None:
    """The description names what no button leads to."""
    lost = layout(library_of(planted("flows/paper.yaml", "  decision:\n", f"{LONELY}  decision:\n")), "paper")
    assert "No button of this topic leads to: No button leads here." in write_svg(lost)
    library = library_of(sample_files())
    alone = layout(library, "help")
    pages = tuple(node for node in alone.nodes if node.id == "help.start")
    single = type(alone)(alone.flow, alone.title, alone.width, alone.height, pages, ())
    assert "Help: 1 page<" in write_svg(single)


def test_every_shipped_topic_is_well_formed(library: Library) -> None:
    """Every title and button, whatever signs are in it."""
    for flow in library.flows:
        graph = layout(library, flow)
        lines = len({(edge.source, edge.target) for edge in graph.edges if edge.points})
        assert len(titles(write_svg(graph, style=GRAPH_STYLE))) == 1 + lines + len(graph.nodes)
