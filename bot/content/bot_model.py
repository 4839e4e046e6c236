"""What a copy of the bot is, as an editor writes it: name, languages, menu, kinds of places, its page in a browser."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from bot.content.entry import (
    Colour,
    CommaSeparated,
    Entry,
    Id,
    Link,
    SiteAddress,
    StepId,
    Text,
    UserName,
    key,
    split_commas,
)
from bot.content.flow_model import Icon


class Kind(Entry):
    """A kind of places, as people see it."""

    id: Id
    text: Annotated[Text, key("What people read.", "Legal help")]
    icon: Annotated[Icon, key("A pictogram from the closed list.", "legal")]
    main: Annotated[bool, key("Offered to a person who shared a point.", "yes")] = False
    competent: Annotated[bool, key("The place that serves a town comes before a nearer one.", "yes")] = False


class MenuEntry(Entry):
    """One button of the menu."""

    text: Annotated[Text, key("The words on the button.", "Doctor and medicine")]
    icon: Annotated[Icon, key("A pictogram from the closed list.", "medical")]
    to: Annotated[StepId | None, key("The step it leads to.", "urgent-medical-aid.start")] = None
    places: Annotated[Literal["choose"] | None, key("Leads to the choice of a kind of places.", "choose")] = None


class Locale(Entry):
    """A language the bot speaks and the languages it falls back to."""

    id: str
    fallback: Annotated[CommaSeparated, key("Languages offered where a page is missing, nearest first.", "fr, en")] = ()


class Pages(Entry):
    """The steps the bot itself needs to know."""

    welcome: Annotated[StepId, key("The page after the choice of a language.", "trust.welcome")]
    privacy: Annotated[StepId, key("What is kept: /privacy.", "trust.privacy")]
    help: Annotated[StepId, key("What the bot does: /help.", "trust.help")]
    emergency: Annotated[StepId, key("The page behind the button Emergency.", "emergency.numbers")]
    browser: Annotated[StepId, key("What a browser keeps.", "trust.browser")]


class Web(Entry):
    """The page in a browser: where it is, how it looks, and who may show it."""

    address: Annotated[
        SiteAddress,
        key(
            "Where people reach the page, without a slash at the end; printed on sheets.", "https://wegwijs.example.org"
        ),
    ] = ""
    colour: Annotated[Colour, key("The colour of the bar on top and of links, as #rrggbb.", "#0b5394")] = "#0b5394"
    leave: Annotated[Link, key("The neutral site that the button for leaving opens.", "https://www.meteo.be/")] = (
        "https://www.meteo.be/"
    )
    frames: Annotated[
        tuple[SiteAddress, ...],
        BeforeValidator(split_commas),
        key("Sites that may show the page inside their own, as https://host.", "https://www.example.org"),
    ] = ()
    listed: Annotated[bool, key("Search engines may list the pages.", "no")] = False
    offline: Annotated[bool, key("People may keep pages on their phone, to read without internet.", "no")] = False


class Telegram(Entry):
    """The bot's account on Telegram. Its token is a setting, never content."""

    user_name: Annotated[
        UserName,
        key(
            "The bot's user name, as BotFather gave it, without @; printed on posters.", "WegwijsBot", alias="user-name"
        ),
    ] = ""


class Bot(Entry):
    """What this copy of the bot is: its name, languages, menu and kinds of places. Who runs it is a fact."""

    name: Annotated[Text, key("The name of the bot.", "Wegwijs")]
    description: Annotated[
        Text, key("Shown by Telegram before the first message.", "Information. Free. In your language.")
    ]
    about: Annotated[Text, key("Shown by Telegram on the bot's profile.", "Free information. No name needed.")]
    pages: Annotated[
        Pages,
        key(
            "Steps that the bot opens by itself.",
            {
                "welcome": "trust.welcome", "privacy": "trust.privacy", "help": "trust.help",
                "emergency": "emergency.numbers", "browser": "trust.browser",
            },
        ),
    ]  # fmt: skip
    locales: Annotated[
        dict[str, Locale],
        key("The languages it speaks, in the order of the choice.", {"en": {}, "ar": {"fallback": "fr, en"}}),
    ]
    menu: Annotated[
        tuple[MenuEntry, ...],
        key(
            "The buttons of the menu.", [{"text": "I got a paper", "icon": "paper", "to": "paper.start"}], min_length=1
        ),
    ]
    kinds: Annotated[
        dict[str, Kind], key("The kinds of places.", {"legal": {"text": "Legal help", "icon": "legal", "main": "yes"}})
    ]
    provinces: Annotated[dict[Id, Text], key("Names of the gazetteer's provinces.", {"antwerp": "Antwerp"})]
    web: Annotated[Web, key("The page in a browser.", {"colour": "#0b5394", "listed": "no"})] = Web()
    telegram: Annotated[Telegram, key("The bot's account on Telegram.", {"user-name": "WegwijsBot"})] = Telegram()
