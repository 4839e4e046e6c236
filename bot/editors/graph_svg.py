"""A graph as SVG: boxes and lines that say the same in words, and never by colour alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape

from bot.editors.graph import CHIP_HEIGHT, LINE_HEIGHT, PADDING, Edge, Graph, Node, NodeKind, Point

GRAPH_STYLE = """
.graph { color-scheme: light dark; font-family: system-ui, sans-serif; }
.graph a { text-decoration: none; }
.graph a:hover .box, .graph a:focus .box { stroke-width: 3; }
.graph a:focus { outline: none; }
.graph .edge:hover { stroke-width: 3.5; stroke: #0b5394; }
@media (prefers-color-scheme: dark) {
  .graph .ground { fill: #12181e; }
  .graph .box { fill: #1e2832; stroke: #9fb3c8; }
  .graph .words { fill: #f2f5f8; }
  .graph .label { fill: #c9d5e0; stroke: #12181e; }
  .graph .current .box { fill: #1d3a57; stroke: #7db8f0; }
  .graph .faulty .box { fill: #46201f; stroke: #ff9b94; }
  .graph .sign { fill: #ff9b94; }
  .graph .mark { fill: #7db8f0; }
  .graph .chip { fill: #2b3845; }
  .graph .edge:hover { stroke: #7db8f0; }
}
"""
"""What makes it dark where the reader's screen is; without it the drawing is light and as readable."""
_SAID: dict[NodeKind, str] = {
    "start": "first page",
    "step": "page",
    "question": "question",
    "card": "card to show",
    "flow": "leads to another topic",
    "places": "leads to places",
}
_MARKS: dict[NodeKind, str] = {"start": "▶", "question": "?", "card": "▤", "flow": "↗", "places": "◎"}
_LETTER_WIDTH = 5.6
_LABEL_LETTERS = 24


def write_svg(
    graph: Graph,
    *,
    current: str = "",
    faulty: frozenset[str] = frozenset(),
    link: Callable[[str], str] | None = None,
    style: str = "",
) -> str:
    """Return a graph as one `svg` element.

    Args:
        graph: the flow, laid out.
        current: the step that is lit.
        faulty: steps with a fault.
        link: the address of a step; without it nothing is a link.
        style: CSS to put inside, for a file that stands alone; a page takes GRAPH_STYLE into its own style.
    """
    title = f"{graph.title}: {_count_pages(graph)}"
    size = f'width="{graph.width:.0f}" height="{graph.height:.0f}" viewBox="0 0 {graph.width:.0f} {graph.height:.0f}"'
    named = 'role="group" aria-labelledby="graph-title graph-desc" font-family="sans-serif"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="graph" {size} {named}>',
        f'<title id="graph-title">{escape(title)}</title>',
        f'<desc id="graph-desc">{escape(_describe(graph))}</desc>',
    ]
    if style:
        parts += [f"<style>{style}</style>", '<rect class="ground" width="100%" height="100%" fill="#ffffff"/>']
    nodes = {node.id: node for node in graph.nodes}
    drawn = _join(graph.edges)
    parts += [_line(nodes, edge, current) for edge in sorted(drawn, key=lambda edge: edge.is_nearest)]
    parts += [label for edge in drawn for label in _label(nodes, edge)]
    parts += [part for node in graph.nodes for part in _box(node, current, faulty, link)]
    return "\n".join([*parts, "</svg>\n"])


def _join(edges: Iterable[Edge]) -> list[Edge]:
    """Return one edge for all buttons of a page that lead to the same page: they are one line."""
    joined: dict[tuple[str, str], Edge] = {}
    for edge in edges:
        if edge.points:
            pair, words = (edge.source, edge.target), _words_of(edge)
            text = f"{joined[pair].text} / {words}" if pair in joined else words
            joined[pair] = replace(edge, text=text, condition="")
    return list(joined.values())


def _count_pages(graph: Graph) -> str:
    number = sum(not node.is_elsewhere for node in graph.nodes)
    return f"{number} page" if number == 1 else f"{number} pages"


def _describe(graph: Graph) -> str:
    sentences = ["Each box is a page; each column is one tap further from the first page."]
    sentences.append("Solid lines are the shortest way to a page, dashed lines all other buttons.")
    lost = [node.title for node in graph.nodes if not node.is_reached]
    if lost:
        sentences.append(f"No button of this topic leads to: {', '.join(lost)}.")
    return " ".join(sentences)


def _line(nodes: dict[str, Node], edge: Edge, current: str) -> str:
    (x1, y1), *handles = edge.points
    path = f"M{x1:.1f} {y1:.1f}C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in handles)
    is_lit = current and current in {edge.source, edge.target}
    look = 'stroke="#6b7885" stroke-width="1.6"' if edge.is_nearest else 'stroke="#8a96a3" stroke-width="1"'
    if is_lit:
        look = 'stroke="#2f7fc4" stroke-width="2.4"'
    dashes = "" if edge.is_nearest else ' stroke-dasharray="4 4"'
    kind = "edge lit" if is_lit else "edge"
    (end_x, end_y), (handle_x, _) = edge.points[-1], edge.points[-2]
    tip = 6 if handle_x > end_x else -6
    head = f"M{end_x + tip:.1f} {end_y - 3.5:.1f}L{end_x:.1f} {end_y:.1f}L{end_x + tip:.1f} {end_y + 3.5:.1f}"
    words = f"{nodes[edge.source].title} → {edge.text} → {nodes[edge.target].title}"
    return (
        f'<g class="{kind}" fill="none" {look}><title>{escape(words)}</title><path d="{path}"{dashes}/>'
        f'<path d="{head}"/></g>'
    )


def _words_of(edge: Edge) -> str:
    return f"{edge.text} (if {edge.condition})" if edge.condition else edge.text or "next"


def _label(nodes: dict[str, Node], edge: Edge) -> Iterator[str]:
    """Yield the words of the button over the shortest way to a page, if they say more than its title."""
    target = nodes[edge.target]
    if not edge.is_nearest or edge.text == target.title:
        return
    words = edge.text if len(edge.text) <= _LABEL_LETTERS else f"{edge.text[: _LABEL_LETTERS - 1].rstrip()}…"
    x, y = edge.points[-1]
    halo = 'fill="#3d4852" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    yield _words("label", (x - 9, y - 5), f'text-anchor="end" font-size="11" aria-hidden="true" {halo}', words)


def _box(node: Node, current: str, faulty: frozenset[str], link: Callable[[str], str] | None) -> Iterator[str]:
    is_current, is_faulty = node.id == current, node.id in faulty
    classes = ["node", node.kind, *["current"] * is_current, *["faulty"] * is_faulty]
    said = [node.title, _SAID[node.kind], *["shown now"] * is_current, *["has a fault"] * is_faulty]
    said += [] if node.is_reached else ["no button of this topic leads here"]
    href = link(node.step) if link and node.step else ""
    here = ' aria-current="step"' if is_current else ""
    if href:
        yield f'<a href="{escape(href)}"{here} data-step="{escape(node.step)}">'
    yield f'<g class="{" ".join(classes)}"><title>{escape(", ".join(said))}</title>'
    yield from _chip(node) if node.is_elsewhere else _page(node, is_current=is_current, is_faulty=is_faulty)
    yield "</g></a>" if href else "</g>"


def _page(node: Node, *, is_current: bool, is_faulty: bool) -> Iterator[str]:
    fill, stroke, width = "#ffffff", "#5b6875", 1.2
    if is_current:
        fill, stroke, width = "#dcecfb", "#0b5394", 3
    if is_faulty:
        fill, stroke, width = "#fdeceb", "#b3261e", 2.4
    dashes = ' stroke-dasharray="7 3"' if is_faulty or not node.is_reached else ""
    corners = 14 if node.kind in {"start", "question"} else 4
    shape = f'x="{node.x:.1f}" y="{node.y:.1f}" width="{node.width:.0f}" height="{node.height:.1f}" rx="{corners}"'
    yield f'<rect class="box" {shape} fill="{fill}" stroke="{stroke}" stroke-width="{width}"{dashes}/>'
    weight = ' font-weight="bold"' if node.kind == "start" or is_current else ""
    for number, line in enumerate(node.lines):
        y = node.y + PADDING + 12 + number * LINE_HEIGHT
        yield _words("words", (node.x + 10, y), f'font-size="13" fill="#17202a"{weight}', line)
    corner = (node.x + node.width - 10, node.y + PADDING + 12)
    if is_faulty:
        yield _words("sign", corner, 'font-size="15" text-anchor="end" fill="#b3261e"', "⚠")
    elif node.kind in _MARKS:
        yield _words("mark", corner, 'font-size="13" text-anchor="end" fill="#0b5394"', _MARKS[node.kind])


def _chip(node: Node) -> Iterator[str]:
    size = f'width="{node.width:.0f}" height="{node.height:.0f}" rx="{node.height / 2:.0f}"'
    yield f'<rect class="chip box" x="{node.x:.1f}" y="{node.y:.1f}" {size} fill="#eef2f6" stroke="none"/>'
    y = node.y + CHIP_HEIGHT - 6
    yield _words("mark", (node.x + 7, y), 'font-size="11" fill="#0b5394"', _MARKS[node.kind])
    yield _words("words", (node.x + 20, y), 'font-size="11" fill="#17202a"', node.lines[0])


def _words(kind: str, where: Point, look: str, words: str) -> str:
    return f'<text class="{kind}" x="{where[0]:.1f}" y="{where[1]:.1f}" {look}>{escape(words)}</text>'
