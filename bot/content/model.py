"""What editors write, as typed and frozen values: one class for each kind of entry."""

from datetime import date as Day  # noqa: N812 - entries have a key called date
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Icon = Literal[
    "info", "medical", "emergency", "return", "options", "detention", "paper", "legal", "places", "phone",
    "language", "back", "menu", "home", "family", "child", "pregnant", "money", "time", "privacy", "card",
    "search", "work", "school", "police", "help", "interpreter", "mail", "link", "question", "yes", "no",
    "hide", "map", "medicine", "mind", "travel", "trust", "warning", "listen",
]  # fmt: skip
ICONS: tuple[str, ...] = get_args(Icon)

Sensitivity = Literal["green", "yellow", "red"]
SourceKind = Literal["law", "official", "court", "organisation", "press"]
Precision = Literal["exact", "street", "postcode"]
Welcome = Literal[
    "without-papers", "adults", "women", "men", "families", "minors", "young-people", "asylum-seekers",
    "victims", "detained",
]  # fmt: skip
CounterPart = Literal["day", "number", "result"]

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
STEP_ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$"
FACT_ID_PATTERN = r"^[a-z]+\.[a-z][a-z0-9_]*$"
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def _split_commas(value: object) -> object:
    """Read "a, b" as two entries."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _listed(value: object) -> object:
    """Read a single word as a list of one."""
    return (value,) if isinstance(value, str) else value


def _no_sources(value: object) -> object:
    """Read "none" as: this text states nothing that needs a source."""
    return () if value == "none" else _split_commas(value)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
StepId = Annotated[str, StringConstraints(pattern=STEP_ID_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE_PATTERN)]
CommaSeparated = Annotated[tuple[str, ...], BeforeValidator(_split_commas)]
Sources = Annotated[tuple[Id, ...], BeforeValidator(_no_sources)]
Conditions = dict[Id, Annotated[tuple[str, ...], BeforeValidator(_listed)]]


class Entry(BaseModel):
    """Anything an editor writes: frozen, and no key passes unnoticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(Entry):
    """A choice as written in a step; it leads to a step or to places of a kind."""

    text: Annotated[Text, Field(description="The words on the button, at most 40 characters.")]
    to: Annotated[StepId | None, Field(description="The step it leads to.")] = None
    places: Annotated[Id | None, Field(description="A kind of places it leads to.")] = None
    answer: Annotated[Id | None, Field(description="The value remembered for the step's question.")] = None
    icon: Annotated[Icon | None, Field(description="A pictogram from the closed list.")] = None
    when: Annotated[Conditions, Field(description="Shown only when these answers were given.")] = {}

    @property
    def slug(self) -> str:
        """The name of this option among its step's texts; stays the same when options are reordered."""
        return (self.answer or self.to or f"places-{self.places}").replace(".", "-")


class Step(Entry):
    """One page of a flow: text and options."""

    id: StepId
    title: Annotated[Text, Field(description="Heading of the page, at most 60 characters.")]
    text: Annotated[Text, Field(description="The page, in small Markdown, at most 700 characters.")]
    sources: Annotated[Sources, Field(description="Ids from sources.yaml, or none.")]
    options: Annotated[tuple[Option, ...], Field(description="The buttons.")] = ()
    remember: Annotated[Id | None, Field(description="The question that the options answer.")] = None
    when: Annotated[Conditions, Field(description="Offered only when these answers were given.")] = {}
    card: Annotated[bool, Field(description="Shown in Dutch and French too.")] = False
    counter: Annotated[
        CounterPart | None,
        Field(description="A page of the day counter: pick a day, pick a number of days, the result."),
    ] = None
    numbers: Annotated[
        tuple[Annotated[int, Field(ge=1, le=60)], ...],
        BeforeValidator(_split_commas),
        Field(description="Numbers of days to choose from, on the second page of the day counter."),
    ] = ()
    then: Annotated[StepId | None, Field(description="The next page of the day counter.")] = None
    sensitivity: Annotated[Sensitivity, Field(description="What a mistake could do.")] = "green"
    always_shown: Annotated[bool, Field(alias="always-shown", description="Never withheld for its age.")] = False
    moved_from: Annotated[CommaSeparated, Field(alias="moved-from", description="Ids this step had before.")] = ()
    note: Annotated[str, Field(description="For translators; not shown.")] = ""
    keywords: Annotated[CommaSeparated, Field(description="Words people type to find this page.")] = ()

    @property
    def flow(self) -> str:
        """The id of the flow this step belongs to."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The id of this step inside its flow."""
        return self.id.partition(".")[2]


class SignOff(Entry):
    """That a competent role confirmed a flow; bound to the hash of what it confirmed."""

    role: Text
    date: Day
    hash: str


class Flow(Entry):
    """One topic: its steps and who looks after it."""

    flow: Annotated[Id, Field(description="The name of the file, without .yaml.")]
    title: Annotated[Text, Field(description="The topic, as people see it.")]
    owner: Annotated[Id, Field(description="The team that looks after it.")]
    start: Annotated[StepId, Field(description="The first step.")]
    checked: Annotated[Day | None, Field(description="The day it was compared with the live sources.")] = None
    signed_off: Annotated[SignOff | None, Field(alias="signed-off")] = None
    review: Annotated[
        Literal["required"] | None, Field(description="Shown only in languages where a person reviewed it.")
    ] = None
    steps: Annotated[dict[str, Step], Field(description="The pages.", min_length=1)]


class Fact(Entry):
    """A telephone number, link, amount, deadline, date or official term."""

    id: Annotated[str, StringConstraints(pattern=FACT_ID_PATTERN)]
    value: Text
    local: Annotated[dict[str, str], Field(alias="in", description="Other values for some languages.")] = {}
    sources: Sources = ()
    seen: Day | None = None
    checked: Day | None = None
    note: str = ""

    @property
    def kind(self) -> str:
        """What sort of fact it is: the part of its id before the dot."""
        return self.id.partition(".")[0]


class Source(Entry):
    """Where statements come from."""

    id: Id
    title: Text
    publisher: Text
    link: Link
    kind: SourceKind
    date: PartialDate | None = None
    seen: Day
    checked: Annotated[Day | None, Field(description="The day it was compared with the live page.")] = None
    note: str = ""


class Term(Entry):
    """An official word and what it means."""

    id: Id
    term: Text
    also: Annotated[CommaSeparated, Field(description="Other English forms under which pages use it.")] = ()
    text: Text
    official: dict[str, str] = {}
    sources: Sources = ()
    note: str = ""


class Point(Entry):
    """Latitude and longitude in degrees."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


def _read_point(value: object) -> object:
    """Read "51.05, 3.72" as a point."""
    if not isinstance(value, str):
        return value
    latitude, _, longitude = value.partition(",")
    return {"latitude": latitude.strip(), "longitude": longitude.strip()}


def _read_serves(value: object) -> object:
    """Read "Belgium" as everywhere (an empty list is nowhere in particular)."""
    return ("Belgium",) if value == "Belgium" else _split_commas(value)


class Place(Entry):
    """A desk or organisation; what is not known is absent."""

    id: Id
    name: Annotated[dict[str, Text], Field(min_length=1, description="Its own name, by language.")]
    kinds: Annotated[CommaSeparated, Field(min_length=1, description="Kinds from bot.yaml.")]
    street: str | None = None
    postcode: Annotated[str | None, StringConstraints(pattern=r"^[1-9][0-9]{3}$")] = None
    town: str | None = None
    serves: Annotated[tuple[str, ...], BeforeValidator(_read_serves)] = ()
    point: Annotated[Point | None, BeforeValidator(_read_point)] = None
    precision: Precision | None = None
    phones: CommaSeparated = ()
    emails: CommaSeparated = ()
    site: Link | None = None
    languages: CommaSeparated = ()
    hours: str | None = None
    appointment: Literal["required", "none"] | None = None
    cost: Literal["free", "partly", "paid"] | None = None
    who: Annotated[tuple[Welcome, ...], BeforeValidator(_split_commas), Field(description="Who can come.")] = ()
    asked: Annotated[Literal["none", "identity"] | None, Field(description="Papers that are asked for.")] = None
    confidential: Annotated[bool, Field(description="It says that it tells nobody.")] = False
    line: Annotated[bool, Field(description="A telephone line: help by telephone, for everybody it serves.")] = False
    status: Annotated[Literal["closed"] | None, Field(description="Closed for good: no list shows it.")] = None
    link: Link | None = None
    date: PartialDate | None = None
    seen: Day
    checked: Day | None = None
    note: str = ""


class Kind(Entry):
    """A kind of places, as people see it."""

    id: Id
    text: Text
    icon: Icon
    main: Annotated[bool, Field(description="Offered to a person who shared a point.")] = False
    competent: Annotated[bool, Field(description="The place that serves a town comes before a nearer one.")] = False


class MenuEntry(Entry):
    """One button of the menu."""

    text: Text
    icon: Icon
    to: StepId | None = None
    places: Literal["choose"] | None = None


class Locale(Entry):
    """A language the bot speaks and the languages it falls back to."""

    id: str
    fallback: CommaSeparated = ()


class Pages(Entry):
    """The steps the bot itself needs to know."""

    welcome: StepId
    privacy: StepId
    help: StepId
    emergency: StepId


class Bot(Entry):
    """What this copy of the bot is: its name, languages, menu and kinds of places. Who runs it is a fact."""

    name: Text
    description: Annotated[Text, Field(description="Shown by Telegram before the first message.")]
    about: Annotated[Text, Field(description="Shown by Telegram on the bot's profile.")]
    pages: Pages
    locales: dict[str, Locale]
    menu: Annotated[tuple[MenuEntry, ...], Field(min_length=1)]
    kinds: dict[str, Kind]
    provinces: Annotated[dict[Id, Text], Field(description="Names of the gazetteer's provinces.")]


class Notice(Entry):
    """A short-lived message above the menu."""

    id: Id
    text: Text
    since: Annotated[Day, Field(alias="from")]
    until: Day
    sources: Sources = ()


class Campaign(Entry):
    """A named outreach effort behind a start link."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,30}$")]
    name: Text
    to: StepId | None = None
    locale: str | None = None


def known_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys an editor may write in an entry of this kind."""
    injected = {"id"}
    return tuple(field.alias or name for name, field in model.model_fields.items() if name not in injected)


def as_written(entry: BaseModel) -> dict[str, Any]:
    """Return an entry as plain values, without what was left out (any: pydantic's own signature)."""
    return entry.model_dump(by_alias=True, exclude_defaults=True, exclude={"id"}, mode="json")
