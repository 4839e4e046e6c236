"""What the fields of a form mean: a button or a point; nothing of it ever stands in an address."""

from bot.content.library import Library
from bot.dialogue.position import Position, decode, home


def read_point(written: str) -> tuple[float, float] | None:
    """Return latitude and longitude of "51.054,3.717", or None; whether they lie on Earth is for the dialogue."""
    latitude, _, longitude = written.partition(",")
    try:
        return float(latitude), float(longitude)
    except ValueError:
        return None


def position_of(library: Library, data: str, locale: str) -> Position:
    """Return where a posted button leads, or the menu for one that means nothing."""
    return decode(data, library.keys) or home(locale)
