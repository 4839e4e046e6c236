"""Where boxes of different heights stand in columns: the library finds an order with few crossings, we make room."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fast_sugiyama import from_edges


@dataclass(frozen=True, slots=True)
class Box:
    """What is to be placed: its column, counted from 0, and its height."""

    column: int
    height: float


@dataclass(slots=True)
class _Group:
    """Boxes that touch: they stand as near to where they want as they can together."""

    wish: float
    members: int


def place(boxes: Mapping[str, Box], lines: Iterable[tuple[str, str]], gap: float) -> dict[str, float]:
    """Return the top of each box; no two boxes of a column come nearer than the gap.

    Args:
        boxes: what is to be placed, in an order that decides where nothing else does.
        lines: pairs of boxes; those of neighbouring columns are taken into account.
        gap: the least distance between two boxes of a column.
    """
    wishes = _wishes(boxes, lines, gap)
    tops: dict[str, float] = {}
    for column in sorted({box.column for box in boxes.values()}):
        members = sorted((name for name, box in boxes.items() if box.column == column), key=lambda name: wishes[name])
        tops |= _make_room(members, boxes, wishes, gap)
    first = min(tops.values(), default=0.0)
    return {name: top - first for name, top in tops.items()}


def _wishes(boxes: Mapping[str, Box], lines: Iterable[tuple[str, str]], gap: float) -> dict[str, float]:
    """Return the middle that each box wishes, as the library sees it; boxes without a line come after all others."""
    names = list(boxes)
    numbers = {name: number for number, name in enumerate(names)}
    pairs = [
        (numbers[start], numbers[end])
        for start, end in dict.fromkeys(lines)
        if boxes[end].column == boxes[start].column + 1
    ]
    average = sum(box.height for box in boxes.values()) / max(1, len(boxes))
    wishes: dict[str, float] = {}
    edge = 0.0
    for positions, width, _, _ in from_edges(pairs, vertex_spacing=average + gap, crossing_minimization="median"):
        wishes |= {names[int(number)]: edge + across for number, (across, _) in positions}
        edge += width + average + gap
    for number, name in enumerate(name for name in names if name not in wishes):
        wishes[name] = edge + number * (average + gap)
    return wishes


def _make_room(
    members: Sequence[str], boxes: Mapping[str, Box], wishes: Mapping[str, float], gap: float
) -> dict[str, float]:
    """Return the tops of one column: the order stays, and all together move as little as possible.

    Measured from where each would stand in a pile, the boxes may not change their order: that is a regression under
    an order, which pooling neighbours solves.
    """
    piled: list[float] = []
    height = 0.0
    for name in members:
        piled.append(height)
        height += boxes[name].height + gap
    groups: list[_Group] = []
    for name, pile in zip(members, piled, strict=True):
        groups.append(_Group(wishes[name] - boxes[name].height / 2 - pile, 1))
        while len(groups) > 1 and groups[-1].wish < groups[-2].wish:
            last, before = groups.pop(), groups.pop()
            total = before.members + last.members
            wish = (before.wish * before.members + last.wish * last.members) / total
            groups.append(_Group(wish, total))
    shifts = [group.wish for group in groups for _ in range(group.members)]
    return {name: pile + shift for name, pile, shift in zip(members, piled, shifts, strict=True)}
