"""A flow as a graph: each page a box in the column of how many taps it lies from the start."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.content.library import Library
from bot.content.model import Conditions, Flow, Step
from bot.content.reading_order import reading_order
from bot.dialogue.words import fill_facts
from bot.editors.columns import Box, place
from bot.i18n.locales import SOURCE_LOCALE

NodeKind = Literal["start", "step", "question", "card", "flow", "places"]
Point = tuple[float, float]

BOX_WIDTH = 200.0
COLUMN_GAP = 150.0
ROW_GAP = 14.0
LINE_HEIGHT = 17.0
CHIP_HEIGHT = 18.0
PADDING = 9.0
MARGIN = 24.0
LETTERS_OF_A_LINE = 26
LETTERS_OF_A_CHIP = 28


@dataclass(frozen=True, slots=True)
class Node:
    """A page of the flow, or what a button of it opens elsewhere: a page of another flow, places of a kind.

    `step` is the step to open, empty for places. What lies elsewhere stands inside the box of the page that leads
    there.
    """

    id: str
    step: str
    title: str
    lines: tuple[str, ...]
    kind: NodeKind
    x: float
    y: float
    width: float
    height: float
    is_reached: bool = True

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is no page of this flow."""
        return self.kind in {"flow", "places"}


@dataclass(frozen=True, slots=True)
class Edge:
    """A button that leads from one node to another; its line is a curve through `points` (start, two handles, end).

    `is_nearest` marks the way with the fewest taps to its page; without points it leads to a node inside its own box.
    """

    source: str
    target: str
    text: str
    condition: str
    points: tuple[Point, ...]
    is_nearest: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """A flow, laid out."""

    flow: str
    title: str
    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a page: an option, or the next page of the day counter; `goal` is None if it leads to no page."""

    text: str
    condition: str
    goal: Step | None
    places: str = ""
    answer: str = ""


def layout(library: Library, flow_id: str) -> Graph:
    """Return a flow as a graph; the same content gives the same graph.

    Raises:
        KeyError: there is no such flow, or its first page does not exist.
    """
    flow = library.flows[flow_id]
    leaves = reading_order(library, flow_id)
    ways = {leaf.step.id: tuple(ways_of(library, leaf.step)) for leaf in leaves}
    boxes = {leaf.step.id: Box(leaf.depth, _box_height(library, leaf.step, ways[leaf.step.id])) for leaf in leaves}
    inner = [
        (start, way.goal.id) for start, found in ways.items() for way in found if way.goal and way.goal.id in boxes
    ]
    tops = place(boxes, inner, ROW_GAP)
    nearest = _nearest(inner, boxes)
    nodes: list[Node] = []
    for leaf in leaves:
        box = boxes[leaf.step.id]
        corner = (MARGIN + box.column * (BOX_WIDTH + COLUMN_GAP), MARGIN + tops[leaf.step.id])
        is_reached = leaf.depth > 0 or leaf.step.id == flow.start
        nodes += _nodes_of(library, leaf.step, ways[leaf.step.id], corner, is_reached=is_reached)
    known = {node.id: node for node in nodes}
    edges = tuple(
        _edge(known, start, way, number, nearest)
        for start, found in ways.items()
        for number, way in enumerate(found)
        if way.goal or way.places
    )
    width = max(node.x + node.width for node in nodes) + MARGIN + COLUMN_GAP / 3
    return Graph(flow_id, flow.title, width, max(node.y + node.height for node in nodes) + MARGIN, tuple(nodes), edges)


def ways_of(library: Library, step: Step) -> Iterator[Way]:
    """Yield the ways out of a page, in the order of its buttons."""
    for option in step.options:
        goal = library.find_step(option.to) if option.to else None
        condition = _say(option.when) or (_say(goal.when) if goal else "")
        yield Way(_plain(library, option.text), condition, goal, option.places or "", option.answer or "")
    if step.then:
        yield Way("", "", library.find_step(step.then))


def kind_of(flow: Flow, step: Step) -> NodeKind:
    """Return what sort of page a step is."""
    if step.id == flow.start:
        return "start"
    if step.card:
        return "card"
    return "question" if step.remember or step.counter else "step"


def _say(conditions: Conditions) -> str:
    return ", ".join(f"{question}: {' / '.join(values)}" for question, values in conditions.items())


def _plain(library: Library, text: str) -> str:
    return fill_facts(library, text, SOURCE_LOCALE)


def _wrap(text: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, LETTERS_OF_A_LINE)) or ("",)


def _leads_away(step: Step, way: Way) -> bool:
    return bool(way.places) or (way.goal is not None and way.goal.flow != step.flow)


def _box_height(library: Library, step: Step, ways: tuple[Way, ...]) -> float:
    chips = sum(_leads_away(step, way) for way in ways)
    return 2 * PADDING + LINE_HEIGHT * len(_wrap(_plain(library, step.title))) + CHIP_HEIGHT * chips


def _nearest(lines: list[tuple[str, str]], boxes: dict[str, Box]) -> dict[str, str]:
    """Return page -> the page that is the nearest way to it."""
    nearest: dict[str, str] = {}
    for start, end in lines:
        if boxes[end].column == boxes[start].column + 1:
            nearest.setdefault(end, start)
    return nearest


def _chip_id(step: str, number: int) -> str:
    return f"{step}>{number}"


def _nodes_of(
    library: Library, step: Step, ways: tuple[Way, ...], corner: Point, *, is_reached: bool
) -> Iterator[Node]:
    title = _plain(library, step.title)
    lines = _wrap(title)
    kind = kind_of(library.flows[step.flow], step)
    height = _box_height(library, step, ways)
    yield Node(step.id, step.id, title, lines, kind, *corner, BOX_WIDTH, height, is_reached)
    top = corner[1] + PADDING + LINE_HEIGHT * len(lines) + 2
    for number, way in enumerate(ways):
        if _leads_away(step, way):
            where = (corner[0] + PADDING, top, BOX_WIDTH - 2 * PADDING, CHIP_HEIGHT - 2)
            yield _chip(library, _chip_id(step.id, number), way, where)
            top += CHIP_HEIGHT


def _chip(library: Library, identifier: str, way: Way, where: tuple[float, float, float, float]) -> Node:
    words = way.text if len(way.text) <= LETTERS_OF_A_CHIP else f"{way.text[: LETTERS_OF_A_CHIP - 1].rstrip()}…"
    line = (words,)
    if way.goal:
        title = f"{library.flows[way.goal.flow].title}: {_plain(library, way.goal.title)}"
        return Node(identifier, way.goal.id, title, line, "flow", *where)
    kind = library.bot.kinds.get(way.places)
    return Node(identifier, "", kind.text if kind else way.places, line, "places", *where)


def _edge(known: dict[str, Node], start: str, way: Way, number: int, nearest: dict[str, str]) -> Edge:
    inside = known.get(_chip_id(start, number))
    if inside or way.goal is None:
        return Edge(start, _chip_id(start, number), way.text, way.condition, (), is_nearest=False)
    source, target = known[start], known[way.goal.id]
    is_nearest = nearest.get(target.id) == start
    return Edge(start, target.id, way.text, way.condition, _curve(source, target), is_nearest)


def _curve(source: Node, target: Node) -> tuple[Point, ...]:
    """Return the line between two boxes: forward from right to left, back from left to right, aside round the right."""
    left, right = source.y + source.height / 2, target.y + target.height / 2
    if target.x > source.x:
        start, end = source.x + source.width, target.x
        bend = COLUMN_GAP / 2
        return (start, left), (start + bend, left), (end - bend, right), (end, right)
    if target.x == source.x:
        edge = source.x + source.width
        return (
            (edge, left + 6),
            (edge + COLUMN_GAP / 3, left + 6),
            (edge + COLUMN_GAP / 3, right - 6),
            (edge, right - 6),
        )
    start, end = source.x, target.x + target.width
    return (start, left + 6), (start - COLUMN_GAP / 2, left + 6), (end + COLUMN_GAP / 2, right + 6), (end, right + 6)
