"""The page of `wegwijs places map`: every place as a dot on plain outlines, and a table of all."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import cycle

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.content.ages import is_stale
from bot.content.library import Library
from bot.content.model import Place, Point
from bot.i18n.locales import SOURCE_LOCALE
from bot.places.areas import Gazetteer, gazetteer_of
from bot.places.checks import is_abroad
from bot.places.outline import View, draw_provinces, label_point, view_of
from bot.places.overview import province_of

COLOURS = (
    "#c1121f", "#1d4ed8", "#7c3aed", "#b45309", "#15803d", "#0e7490", "#4b5563", "#db2777", "#a16207",
    "#65a30d", "#0f172a", "#ea580c", "#0d9488", "#9333ea", "#57534e",
)  # fmt: skip
"""One for each kind, in their order; each stands out on the pale ground (WCAG: 3 to 1)."""
MARGIN, CAPITAL_MARGIN = 12.0, 2.5
"""Kilometres around the country and the capital: a place just over the border still stands on the picture."""
CAPITAL = "brussels"
"""The province whose places stand so close that it gets a picture of its own."""
CELLS = 200
"""Squares from west to east."""
RADIUS, CAPITAL_RADIUS = 1 / 160, 1 / 110
"""Of a dot, against the width of its picture; the capital's picture is shown smaller."""
TINTS = ("#e4dfd5", "#ece9e1", "#d9dfe0", "#efe8da", "#dfe5da", "#e9e0e0", "#e0e0ea")
"""Seven, so that in the order of bot.yaml no two provinces beside each other have the same."""
_TEMPLATES = Environment(
    loader=PackageLoader("bot.cli"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


@dataclass(frozen=True, slots=True)
class Dot:
    """A place as the page shows it."""

    place: Place
    name: str
    kinds: str
    colour: str
    province: str
    flags: tuple[str, ...]

    @property
    def title(self) -> str:
        """What a pointer on the dot shows."""
        address = ", ".join(part for part in (self.place.street, self.address) if part)
        return " · ".join(part for part in (self.name, self.kinds, address, *self.flags) if part)

    @property
    def address(self) -> str:
        """Postcode and town."""
        return " ".join(part for part in (self.place.postcode, self.place.town) if part)


@dataclass(frozen=True, slots=True)
class Shape:
    """The ground of a province and where its name stands."""

    name: str
    path: str
    tint: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing: a part of the country, the shapes of its provinces, and the dots on it."""

    title: str
    view: View
    cell: float
    shapes: tuple[Shape, ...]
    dots: tuple[tuple[float, float, Dot], ...]
    radius: float


def draw_page(library: Library, today: date) -> str:
    """Return the page; the same content on the same day gives the same page."""
    gazetteer = gazetteer_of(library)
    colours = dict(zip(library.bot.kinds, cycle(COLOURS), strict=False))
    dots = [_dot(place, library, gazetteer, today, colours) for place in library.places.values()]
    dots.sort(key=lambda dot: (not dot.province, dot.province, dot.place.postcode or "", dot.name))
    country = view_of(library.areas, MARGIN)
    pictures = [
        Picture(
            "Belgium",
            country,
            country.width / CELLS,
            _shapes(library, country),
            _on_view(dots, country),
            country.width * RADIUS,
        )
    ]
    capital = [area for area in library.areas if area.province == CAPITAL]
    if capital:
        view = view_of(capital, CAPITAL_MARGIN)
        inside = [dot for dot in dots if dot.place.point and view.shows(dot.place.point)]
        name = library.bot.provinces[CAPITAL]
        pictures.append(
            Picture(
                name,
                view,
                view.width / CELLS,
                _shapes(library, view),
                _on_view(inside, view),
                view.width * CAPITAL_RADIUS,
            )
        )
    return _TEMPLATES.get_template("places_map.html").render(
        pictures=pictures,
        dots=dots,
        kinds=[(kind.text, colours[kind.id]) for kind in library.bot.kinds.values()],
        flags=Counter(flag for dot in dots for flag in dot.flags),
        without_point=sum(dot.place.point is None for dot in dots),
        today=today,
    )


def _dot(place: Place, library: Library, gazetteer: Gazetteer, today: date, colours: dict[str, str]) -> Dot:
    kinds = library.bot.kinds
    province = province_of(place, gazetteer)
    return Dot(
        place,
        place.name.get(SOURCE_LOCALE) or next(iter(place.name.values())),
        ", ".join(kinds[kind].text if kind in kinds else kind for kind in place.kinds),
        next((colours[kind] for kind in place.kinds if kind in colours), COLOURS[0]),
        library.bot.provinces.get(province, province),
        tuple(_flags(place, library, today)),
    )


def _flags(place: Place, library: Library, today: date) -> Iterable[str]:
    """Yield what an editor has to look at."""
    if place.status == "closed":
        yield "closed"
    if place.checked is None:
        yield "unverified"
    if is_stale(place, today):
        yield "stale"
    if place.point and is_abroad(place.point, library.areas):
        yield "outside Belgium"


def _shapes(library: Library, view: View) -> tuple[Shape, ...]:
    shown = [area for area in library.areas if view.shows(area.point)]
    paths = draw_provinces(shown, view, view.width / CELLS)
    return tuple(
        Shape(name, paths[province], tint, *view.flat(label_point(area for area in shown if area.province == province)))
        for (province, name), tint in zip(library.bot.provinces.items(), cycle(TINTS), strict=False)
        if province in paths
    )


def _on_view(dots: Iterable[Dot], view: View) -> tuple[tuple[float, float, Dot], ...]:
    """Return where the dots stand, those outside the picture at its edge, those with most flags last and on top."""
    drawn = [(*_at_edge(view, dot.place.point), dot) for dot in dots if dot.place.point]
    return tuple(sorted(drawn, key=lambda entry: len(entry[2].flags)))


def _at_edge(view: View, point: Point) -> tuple[float, float]:
    x, y = view.flat(point)
    edge = 2 * view.width * RADIUS
    return min(max(x, edge), view.width - edge), min(max(y, edge), view.height - edge)
