"""The table of Belgian postcodes and place names, as typed and frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from bot.content.model import Point

COLUMNS = (
    "postcode", "local", "nl", "fr", "de", "province", "latitude", "longitude", "population", "further",
)  # fmt: skip
NAMED_LANGUAGES = ("nl", "fr", "de")
POSTCODES = range(1000, 10_000)


@dataclass(frozen=True, slots=True)
class Area:
    """A postcode, the names of its largest place, and what else people call it."""

    postcode: str
    names: Mapping[str, str] = field(hash=False)
    """Name by language; the languages of the place itself come first."""
    province: str
    point: Point
    population: int = 0
    """Inhabitants of its largest place; 0 is unknown."""
    further: tuple[str, ...] = ()
    """Other villages of the postcode and other spellings, in any script."""
    local: tuple[str, ...] = ()
    """The languages of the place, first its own."""

    def name(self, locale: str = "") -> str:
        """Return its name in this language, else as the signs there have it: "Bruxelles / Brussel"."""
        if locale in self.names:
            return self.names[locale]
        own = [self.names[language] for language in self.local if language in self.names]
        return " / ".join(dict.fromkeys(own or self.names.values()))


def read_gazetteer(data: bytes) -> tuple[Area, ...]:
    """Read the table; raise a ValueError that names the line if something in it is wrong."""
    areas: dict[str, Area] = {}
    header: tuple[str, ...] | None = None
    for number, line in enumerate(_decode(data).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if header is None:
            header = cells
            _check(header == COLUMNS, number, f"the columns must be: {', '.join(COLUMNS)}")
            continue
        _check(len(cells) == len(COLUMNS), number, f"{len(COLUMNS)} columns expected, {len(cells)} found")
        area = _read_area(dict(zip(COLUMNS, cells, strict=True)), number)
        _check(area.postcode not in areas, number, f"postcode {area.postcode} stands twice")
        areas[area.postcode] = area
    _check(bool(areas), 1, "the table is empty")
    return tuple(areas.values())


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise ValueError(f"gazetteer, line {line}: the file is not written in UTF-8") from problem


def _read_area(row: dict[str, str], number: int) -> Area:
    postcode, local = row["postcode"], tuple(row["local"].split())
    _check(_is_number(postcode) and int(postcode) in POSTCODES, number, f'"{postcode}" is not a postcode')
    _check(_is_number(row["population"]), number, f'the population "{row["population"]}" is not a number')
    _check(bool(row["province"]), number, "the province is missing")
    order = (*local, *NAMED_LANGUAGES)
    names = {language: row[language] for language in order if row.get(language)}
    _check(bool(local) and set(local) <= set(names), number, "a name in a language of the place is missing")
    return Area(
        postcode=postcode,
        names=names,
        province=row["province"],
        point=_read_point(row, number),
        population=int(row["population"]),
        further=tuple(name for name in row["further"].split("|") if name),
        local=local,
    )


def _read_point(row: dict[str, str], number: int) -> Point:
    try:
        return Point.model_validate({"latitude": row["latitude"], "longitude": row["longitude"]})
    except ValidationError as problem:
        written = f"{row['latitude']}, {row['longitude']}"
        raise ValueError(f'gazetteer, line {number}: "{written}" is not a point') from problem


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _check(holds: bool, number: int, sentence: str) -> None:  # noqa: FBT001 - the one thing it asks
    if not holds:
        raise ValueError(f"gazetteer, line {number}: {sentence}")
