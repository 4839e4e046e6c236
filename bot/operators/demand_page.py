"""The dashboard's unmet demand: what was asked for and not covered, by its kind, never by its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request

from bot.content.library import Library
from bot.dialogue.turns import Counted
from bot.operators.charts import Look, bars
from bot.operators.layout import Part, Sheet
from bot.operators.naming import name_value
from bot.operators.report import name_of
from bot.operators.shelf import Shelf, Shelved
from bot.operators.views import Table, add_up

KINDS: Mapping[Counted, str] = {
    Counted.SEARCH: "Words that people wrote; what they were is not kept.",
    Counted.WANTED: "Languages of phones that the bot does not speak, when somebody began.",
    Counted.FALLBACK: "Pages that were asked for in a language in which they may not be shown.",
    Counted.ENGLISH: "Pages whose English original was opened: the translation may have been doubted.",
    Counted.WRONG: 'Pages on which somebody pressed "Something here is wrong".',
    Counted.WITHHELD: "Pages that were asked for and not shown, because they wait too long for a review.",
    Counted.OLD_BUTTON: "Buttons of old messages whose page is gone: it may need a moved-from.",
    Counted.UNSUPPORTED: "Photos, voice messages and documents, which the bot cannot read.",
    Counted.ERROR: "People who were told of a fault of the bot.",
}
"""What is shown, and what it means."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One kind: what it means, as a chart and as a table."""

    meaning: str
    chart: str
    rows: tuple[tuple[str, int], ...]


def demand_part(shelf: Shelf, library_now: Callable[[], Library], k: int) -> Part:
    """Return the page "asked, not covered"."""

    async def show(request: Request) -> Sheet:
        del request
        return Sheet("demand.html", describe(await shelf.look(), library_now(), k))

    return Part("demand", "Asked, not covered", show)


def describe(published: Shelved, library: Library, k: int) -> Mapping[str, object]:
    """Return everything that the page shows: the last closed month."""
    month = published.spans[-1].last
    tables = add_up(published.within(month), month)
    demands = [_demand(library, tables[what], meaning, k) for what, meaning in KINDS.items()]
    return {"k": k, "month": name_of(month), "demands": demands}


def _demand(library: Library, table: Table, meaning: str, k: int) -> Demand:
    rows = tuple((name_value(library, table.what, value), n) for value, n in table.figures)
    return Demand(meaning, bars(meaning, rows, Look(k)) if rows else "", rows)
