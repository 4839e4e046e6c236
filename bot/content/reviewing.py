"""Marks translations as reviewed: by which role, on which day, of exactly which text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.i18n.catalogues import SourceText
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, fingerprint, state_of


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What is to be written for the texts that somebody reviewed."""

    entries: Mapping[str, CatalogueEntry]
    ledger: Mapping[str, LedgerEntry]


def find_unreviewable(
    sources: Iterable[SourceText],
    catalogue: Mapping[str, CatalogueEntry],
    ledger: Mapping[str, LedgerEntry],
    *,
    still_holds: bool,
) -> dict[str, State]:
    """Return the texts that nobody can review as they are: context -> missing, or outdated.

    Args:
        sources: the texts that somebody says were reviewed.
        catalogue: what the translators have, by context.
        ledger: what is known of it, by context.
        still_holds: the reader compared outdated ones with today's English too, and nothing has to change.
    """
    bad = {State.MISSING} if still_holds else {State.MISSING, State.OUTDATED}
    states = {
        source.context: state_of(source.text, catalogue.get(source.context), ledger.get(source.context))
        for source in sources
    }
    return {context: state for context, state in states.items() if state in bad}


def mark_reviewed(
    sources: Iterable[SourceText],
    catalogue: Mapping[str, CatalogueEntry],
    ledger: Mapping[str, LedgerEntry],
    reviewed: str,
) -> Reviewed:
    """Return the entries and ledger lines of texts that were read and found good beside today's English."""
    entries: dict[str, CatalogueEntry] = {}
    lines: dict[str, LedgerEntry] = {}
    for source in sources:
        text = catalogue[source.context].text
        known = ledger.get(source.context)
        line = known if known and known.text == fingerprint(text) else LedgerEntry("", fingerprint(text), "human")
        entries[source.context] = CatalogueEntry(source.text, text)
        lines[source.context] = replace(line, source=fingerprint(source.text), reviewed=reviewed)
    return Reviewed(entries, lines)
