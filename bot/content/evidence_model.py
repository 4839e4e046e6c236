"""What statements rest on, as an editor writes it: facts, sources, official words; and notices and campaigns."""

from datetime import date as Day  # noqa: N812 - entries have a key called date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bot.content.entry import (
    FACT_ID_PATTERN,
    CommaSeparated,
    Entry,
    Id,
    Link,
    PartialDate,
    Sources,
    StepId,
    Text,
    key,
)

SourceKind = Literal["law", "official", "court", "organisation", "press"]


class Fact(Entry):
    """A telephone number, link, amount, deadline, date or official term."""

    id: Annotated[str, StringConstraints(pattern=FACT_ID_PATTERN)]
    value: Annotated[
        Text, key("The number, address, amount (1.50 EUR), duration (3 months) or official word.", "+3280032745")
    ]
    local: Annotated[dict[str, str], key("Other values for some languages.", {"nl": "OCMW/CPAS"}, alias="in")] = {}  # noqa: RUF012 - pydantic copies it
    sources: Annotated[Sources, key("Ids from sources.yaml.", "fedasil-return")] = ()
    seen: Annotated[Day | None, key("The day the copy of the source that we read was made.", "2026-11-21")] = None
    checked: Annotated[Day | None, key("The day somebody compared it with the live source.", "2026-11-25")] = None
    note: Annotated[str, key("For editors; not shown.", "Free, day and night.")] = ""

    @property
    def kind(self) -> str:
        """What sort of fact it is: the part of its id before the dot."""
        return self.id.partition(".")[0]


class Source(Entry):
    """Where statements come from."""

    id: Id
    title: Annotated[Text, key("The title of the page or law.", "Medical help without legal stay")]
    publisher: Annotated[Text, key("Who published it.", "Fedasil")]
    link: Annotated[Link, key("Its whole address.", "https://www.fedasilinfo.be/en/medical-help")]
    kind: Annotated[SourceKind, key("What sort of source it is.", "official")]
    date: Annotated[
        PartialDate | None, key("Date of the page: a year, month or day; leave out if it has none.", "2021-05")
    ] = None
    seen: Annotated[Day, key("The day the copy that we read was made.", "2026-11-21")]
    checked: Annotated[Day | None, key("The day it was compared with the live page.", "2026-11-25")] = None
    note: Annotated[str, key("For editors; not shown.", "Another page gives ten days.")] = ""


class Term(Entry):
    """An official word and what it means."""

    id: Id
    term: Annotated[Text, key('The word; pages that use it get the button "Difficult words".', "urgent medical aid")]
    also: Annotated[CommaSeparated, key("Other English forms under which pages use it.", "urgent care")] = ()
    text: Annotated[Text, key("What it means, in plain words.", "Medical care for people without a residence permit.")]
    official: Annotated[dict[str, str], key("The official words, by language.", {"nl": "dringende medische hulp"})] = {}  # noqa: RUF012 - pydantic copies it
    sources: Annotated[Sources, key("Ids from sources.yaml.", "fedasilinfo-medical")] = ()
    note: Annotated[str, key("For translators; not shown.", "Not the same as emergency.")] = ""


class Notice(Entry):
    """A short-lived message above the menu."""

    id: Id
    text: Annotated[Text, key("What people read above the menu.", "The return line is closed today.")]
    since: Annotated[Day, Field(alias="from"), key("The first day.", "2026-12-01")]
    until: Annotated[Day, key("The last day.", "2026-12-02")]
    sources: Annotated[Sources, key("Ids from sources.yaml.", "fedasil-return")] = ()


class Campaign(Entry):
    """A named outreach effort behind a start link."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,30}$")]
    name: Annotated[Text, key("For operators; not shown.", "Poster in Antwerp North")]
    to: Annotated[
        StepId | None, key("The step that its link opens; leave out for the menu.", "urgent-medical-aid.start")
    ] = None
    locale: Annotated[str | None, key("The language of the flyer; leave out for the phone's own.", "ar")] = None
