"""A chart as tests read it: parsed, with its shapes and its words."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Shape:
    """A rectangle: what it is, and where."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Words:
    """A line of text: what is shown, and what is read by pointing at it if it was cut."""

    shown: str
    whole: str


def read(svg: str) -> Element:
    """Return the root of a chart; a chart that is no XML fails here."""
    root: Element = fromstring(svg)
    assert root.tag == f"{SVG}svg"
    return root


def shapes(svg: str, *kinds: str) -> list[Shape]:
    """Return the rectangles of some kinds in their order, or all."""
    found = [_shape(element) for element in read(svg).iter(f"{SVG}rect")]
    return [shape for shape in found if not kinds or shape.kind in kinds]


def words(svg: str) -> list[Words]:
    """Return all lines of text."""
    lines = []
    for element in read(svg).iter(f"{SVG}text"):
        title = element.find(f"{SVG}title")
        shown = "".join(element.itertext()) if title is None else title.tail or ""
        lines.append(Words(shown, (title.text or "") if title is not None else shown))
    return lines


def told(svg: str) -> str:
    """Return the description."""
    return read(svg).findtext(f"{SVG}desc") or ""


def _shape(element: Element) -> Shape:
    place = (float(element.get(name, "nan")) for name in ("x", "y", "width", "height"))
    return Shape(element.get("class", "").removeprefix("chart-"), *place)
