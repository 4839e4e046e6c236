"""The whole directory at a glance: in which province each place is, and what is missing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.content.model import Place
from bot.places.areas import Gazetteer
from bot.places.nearest import EVERYWHERE

NOWHERE = ""
"""The province of a place of which nothing says where it is."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The places of one kind: how many in each province, and of how many something is not known."""

    kind: str
    provinces: Counter[str]
    verified: int
    without_point: int
    without_phone: int

    @property
    def total(self) -> int:
        """All places of the kind."""
        return self.provinces.total()

    @property
    def unverified(self) -> int:
        """Places that nobody compared with their live page."""
        return self.total - self.verified


def province_of(place: Place, gazetteer: Gazetteer) -> str:
    """Return the province a place is in, else the one it serves first, else EVERYWHERE, else NOWHERE."""
    area = gazetteer.get(place.postcode or "") or (gazetteer.nearest(place.point) if place.point else None)
    if area:
        return area.province
    for served in place.serves:
        area = gazetteer.get(served)
        if area or served in gazetteer.provinces:
            return area.province if area else served
    return EVERYWHERE if EVERYWHERE in place.serves else NOWHERE


def tally(places: Iterable[Place], kinds: Iterable[str], gazetteer: Gazetteer) -> tuple[Tally, ...]:
    """Return a row for each kind; a place of two kinds counts in both, one that is closed for good in none."""
    standing = [place for place in places if place.status != "closed"]
    return tuple(_tally(kind, [place for place in standing if kind in place.kinds], gazetteer) for kind in kinds)


def _tally(kind: str, places: list[Place], gazetteer: Gazetteer) -> Tally:
    return Tally(
        kind,
        Counter(province_of(place, gazetteer) for place in places),
        sum(place.checked is not None for place in places),
        sum(place.point is None for place in places),
        sum(not place.phones for place in places),
    )
