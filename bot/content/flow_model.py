"""A flow as an editor writes it: steps, their options, and who confirmed them."""

from datetime import date as Day  # noqa: N812 - entries have a key called date
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from bot.content.entry import CommaSeparated, Conditions, Entry, Id, Sources, StepId, Text, key, split_commas

Icon = Literal[
    "info", "medical", "emergency", "return", "options", "detention", "paper", "legal", "places", "phone",
    "language", "back", "menu", "home", "family", "child", "pregnant", "money", "time", "privacy", "card",
    "search", "work", "school", "police", "help", "interpreter", "mail", "link", "question", "yes", "no",
    "hide", "map", "medicine", "mind", "travel", "trust", "warning", "leave", "print",
    "listen",
]  # fmt: skip
ICONS: tuple[str, ...] = get_args(Icon)

Sensitivity = Literal["green", "yellow", "red"]
CounterPart = Literal["day", "number", "result"]


class Option(Entry):
    """A choice as written in a step; it leads to a step or to places of a kind."""

    text: Annotated[Text, key("The words on the button, at most 40 characters.", "What does it pay for?")]
    to: Annotated[StepId | None, key("The step it leads to: of this flow, or flow.step.", "emergency.numbers")] = None
    places: Annotated[Id | None, key("A kind of places it leads to, from bot.yaml.", "medical")] = None
    answer: Annotated[Id | None, key("The value remembered for the step's question.", "none")] = None
    icon: Annotated[Icon | None, key("A pictogram from the closed list.", "emergency")] = None
    when: Annotated[Conditions, key("Shown only when these answers were given.", {"home": ["none", "not-given"]})] = {}  # noqa: RUF012 - pydantic copies it

    @property
    def slug(self) -> str:
        """The name of this option among its step's texts; stays the same when options are reordered."""
        return (self.answer or self.to or f"places-{self.places}").replace(".", "-")


class Step(Entry):
    """One page of a flow: text and options."""

    id: StepId
    title: Annotated[Text, key("Heading of the page, at most 60 characters.", "Urgent medical aid")]
    text: Annotated[
        Text,
        key(
            "Paragraphs, **bold**, _italic_, lists with - ; at most 700 characters. Numbers and links are facts.",
            "You can call {phone.emergency}. The call is **free**.\n",
        ),
    ]
    sources: Annotated[Sources, key("Ids from sources.yaml, or none.", "fedasilinfo-medical, medimmigrant-uma")]
    options: Annotated[
        tuple[Option, ...],
        key(
            "The buttons; Back, Menu, Emergency and Language are added by the bot.",
            [{"text": "Where do I go?", "to": "where-to-go"}],
        ),
    ] = ()
    remember: Annotated[Id | None, key("The question that the options answer; stored nowhere.", "home")] = None
    when: Annotated[Conditions, key("Offered only when these answers were given.", {"home": "none"})] = {}  # noqa: RUF012 - pydantic copies it
    card: Annotated[bool, key("Shown in Dutch and French too, to show at a desk.", "true")] = False
    counter: Annotated[
        CounterPart | None,
        key("A page of the day counter: pick a day, pick a number of days, the result.", "day"),
    ] = None
    numbers: Annotated[
        tuple[Annotated[int, Field(ge=1, le=60)], ...],
        BeforeValidator(split_commas),
        key("Numbers of days to choose from, on the second page of the day counter.", "5, 10, 30"),
    ] = ()
    then: Annotated[StepId | None, key("The next page of the day counter.", "count-number")] = None
    sensitivity: Annotated[
        Sensitivity, key("What a mistake could do: green (public), yellow (protection), red (personal).", "red")
    ] = "green"
    always_shown: Annotated[
        bool, key("Never withheld for its age: emergency, contacts.", "true", alias="always-shown")
    ] = False
    moved_from: Annotated[
        CommaSeparated, key("Ids this step had before, so that old buttons still work.", "homeless", alias="moved-from")
    ] = ()
    note: Annotated[
        str, key("For translators; not shown.", "The word can is conditional: a social worker decides.")
    ] = ""
    keywords: Annotated[CommaSeparated, key("Words people type to find this page.", "doctor, hospital, ill")] = ()

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

    role: Annotated[Text, key("The role that confirmed it, never a name.", "lawyer")]
    date: Annotated[Day, key("The day of the signature.", "2026-12-01")]
    hash: Annotated[
        str, key("The hash on the signed sheet: any change makes the flow a draft again.", "4b4bd810c2f09f37")
    ]


class Flow(Entry):
    """One topic: its steps and who looks after it."""

    flow: Annotated[Id, key("The name of the file, without .yaml. For life.", "urgent-medical-aid")]
    title: Annotated[Text, key("The topic, as people see it.", "Doctor and medicine")]
    owner: Annotated[Id, key("The team that looks after it.", "content-team")]
    start: Annotated[StepId, key("The first step.", "what-it-is")]
    checked: Annotated[
        Day | None,
        key("The day it was compared with the live sources; wegwijs review confirm writes it.", "2026-11-20"),
    ] = None
    signed_off: Annotated[
        SignOff | None,
        key(
            "Which role confirmed exactly this text; wegwijs review import writes it.",
            {"role": "lawyer", "date": "2026-12-01", "hash": "4b4bd810c2f09f37"},
            alias="signed-off",
        ),
    ] = None
    review: Annotated[
        Literal["required"] | None, key("Shown only in languages where a person reviewed it.", "required")
    ] = None
    steps: Annotated[
        dict[str, Step],
        key(
            "The pages, each below its id: small letters, digits, hyphens. For life.",
            {"what-it-is": {"title": "Urgent medical aid", "text": "A doctor can help you.", "sources": "none"}},
            min_length=1,
        ),
    ]
