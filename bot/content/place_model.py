"""A place as an editor writes it: a desk or organisation, and where it is."""

from datetime import date as Day  # noqa: N812 - entries have a key called date
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from bot.content.entry import CommaSeparated, Entry, Id, Link, PartialDate, Text, key, split_commas

Precision = Literal["exact", "street", "postcode"]
Welcome = Literal[
    "without-papers", "adults", "women", "men", "families", "minors", "young-people", "asylum-seekers",
    "victims", "detained",
]  # fmt: skip


class Point(Entry):
    """Latitude and longitude in degrees; never printed, since it may be a person's."""

    model_config = ConfigDict(hide_input_in_errors=True)

    latitude: Annotated[float, Field(ge=-90, le=90, repr=False), key("Degrees north.", "51.05")]
    longitude: Annotated[float, Field(ge=-180, le=180, repr=False), key("Degrees east.", "3.72")]


def _read_point(value: object) -> object:
    """Read "51.05, 3.72" as a point."""
    if not isinstance(value, str):
        return value
    latitude, _, longitude = value.partition(",")
    return {"latitude": latitude.strip(), "longitude": longitude.strip()}


def _read_serves(value: object) -> object:
    """Read "Belgium" as everywhere (an empty list is nowhere in particular)."""
    return ("Belgium",) if value == "Belgium" else split_commas(value)


class Place(Entry):
    """A desk or organisation; what is not known is absent."""

    id: Id
    name: Annotated[
        dict[str, Text],
        key(
            "Its own name, by language; the one on the door first.", {"nl": "Terugkeerloket Fedasil Gent"}, min_length=1
        ),
    ]
    kinds: Annotated[CommaSeparated, key("Kinds from bot.yaml.", "return-desk, general", min_length=1)]
    street: Annotated[str | None, key("Street and number.", "Lange Straat 1")] = None
    postcode: Annotated[
        str | None, StringConstraints(pattern=r"^[1-9][0-9]{3}$"), key("A Belgian postcode.", "2018")
    ] = None
    town: Annotated[str | None, key("The town, in English.", "Ghent")] = None
    serves: Annotated[
        tuple[str, ...],
        BeforeValidator(_read_serves),
        key("Postcodes or provinces it works for, or: Belgium.", ["9000", "9030"]),
    ] = ()
    point: Annotated[Point | None, BeforeValidator(_read_point), key("Latitude, longitude.", "51.0543, 3.7174")] = None
    precision: Annotated[Precision | None, key("How well the point is known; compulsory with point.", "street")] = None
    phones: Annotated[CommaSeparated, key("Telephone numbers with +32, or short ones.", "+3280032745")] = ()
    emails: Annotated[CommaSeparated, key("E-mail addresses.", "info@example.org")] = ()
    site: Annotated[Link | None, key("Its own site.", "https://www.example.org")] = None
    languages: Annotated[CommaSeparated, key("Codes of the languages spoken there.", "nl, fr")] = ()
    hours: Annotated[str | None, key("Hours in OpenStreetMap's syntax.", "Mo-Fr 09:00-12:30")] = None
    appointment: Annotated[
        Literal["required", "none"] | None, key("Whether one must make an appointment.", "required")
    ] = None
    cost: Annotated[Literal["free", "partly", "paid"] | None, key("What it costs a person.", "free")] = None
    who: Annotated[
        tuple[Welcome, ...], BeforeValidator(split_commas), key("Who can come.", "without-papers, families")
    ] = ()
    asked: Annotated[Literal["none", "identity"] | None, key("Papers that are asked for.", "none")] = None
    confidential: Annotated[bool, key("It says itself that it tells nobody.", "yes")] = False
    line: Annotated[bool, key("A telephone line: help by telephone, for everybody it serves.", "yes")] = False
    status: Annotated[Literal["closed"] | None, key("Closed for good: no list shows it.", "closed")] = None
    link: Annotated[Link | None, key("The page this entry was taken from.", "https://www.example.org/desks")] = None
    date: Annotated[PartialDate | None, key("Date of that page; leave out if it has none.", "2020-04")] = None
    seen: Annotated[Day, key("The day the copy of the page that we read was made.", "2026-11-21")]
    checked: Annotated[Day | None, key("The day somebody compared it with the live page.", "2026-11-25")] = None
    note: Annotated[str, key("For editors; not shown.", "Bring proof of income.")] = ""
