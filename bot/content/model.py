"""What editors write, as typed and frozen values: one class for each kind of entry; the rest of the house asks here."""

from bot.content.bot_model import Bot, Kind, Locale, MenuEntry, Pages, Telegram, Web
from bot.content.entry import (
    CommaSeparated,
    Conditions,
    Entry,
    Id,
    Link,
    PartialDate,
    Sources,
    StepId,
    Text,
    as_written,
    key,
    known_keys,
)
from bot.content.evidence_model import Campaign, Fact, Notice, Source, Term
from bot.content.flow_model import ICONS, CounterPart, Flow, Icon, Option, Sensitivity, SignOff, Step
from bot.content.place_model import Place, Point, Precision, Welcome

__all__ = [
    "ICONS",
    "Bot",
    "Campaign",
    "CommaSeparated",
    "Conditions",
    "CounterPart",
    "Entry",
    "Fact",
    "Flow",
    "Icon",
    "Id",
    "Kind",
    "Link",
    "Locale",
    "MenuEntry",
    "Notice",
    "Option",
    "Pages",
    "PartialDate",
    "Place",
    "Point",
    "Precision",
    "Sensitivity",
    "SignOff",
    "Source",
    "Sources",
    "Step",
    "StepId",
    "Telegram",
    "Term",
    "Text",
    "Web",
    "Welcome",
    "as_written",
    "key",
    "known_keys",
]
