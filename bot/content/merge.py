"""Our own merge of catalogues: an exact context keeps its text, a changed source makes it outdated, all else is empty.

gettext's tools guess by likeness, also across contexts; here a similar sentence is not the same statement
("you have no right to …"). A text moves to another context only where a step says `moved-from`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.content.library import Library
from bot.i18n.catalogues import CatalogueRow, SourceText
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, fingerprint, state_of


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalogue and its ledger after a merge or a draft."""

    rows: tuple[CatalogueRow, ...]
    ledger: Mapping[str, LedgerEntry]


def sources_by_domain(library: Library) -> dict[str, list[SourceText]]:
    """Return the texts to be translated, in the order of the content, for each catalogue."""
    domains: dict[str, list[SourceText]] = {}
    for source in library.source_texts.values():
        domains.setdefault(source.domain, []).append(source)
    return domains


def former_contexts(library: Library) -> dict[str, str]:
    """Return today's context -> the former one, for every text of a step that moved."""
    former: dict[str, str] = {}
    for old, new in library.moved.items():
        for context in library.source_texts:
            if context.startswith(f"{new}."):
                former[context] = old + context.removeprefix(new)
    return former


def merge(
    sources: Iterable[SourceText],
    catalogue: Mapping[str, CatalogueEntry],
    ledger: Mapping[str, LedgerEntry],
    former: Mapping[str, str],
) -> Merged:
    """Return the catalogue for today's texts.

    Args:
        sources: today's texts of the domain.
        catalogue: what the translators have, by context.
        ledger: what is known of it, by context.
        former: contexts that moved, today's -> former.
    """
    rows: list[CatalogueRow] = []
    kept: dict[str, LedgerEntry] = {}
    for source in sources:
        context = source.context
        if context not in catalogue and former.get(context) in catalogue:
            context = former[source.context]
        entry, known = catalogue.get(context), ledger.get(context)
        state = state_of(source.text, entry, known)
        text = entry.text if entry else ""
        is_outdated = state is State.OUTDATED
        previous = former_english(entry, known) if entry and is_outdated else ""
        rows.append(CatalogueRow(source, text, is_outdated, previous))
        if entry and text:
            kept[source.context] = _remember(source, entry, known, state)
    return Merged(tuple(rows), kept)


def former_english(entry: CatalogueEntry, known: LedgerEntry | None) -> str:
    """Return the English that a translation was made from; "" if neither catalogue nor ledger can prove it."""
    if known is None or known.text != fingerprint(entry.text):
        return entry.source
    return next((text for text in (entry.source, entry.previous) if fingerprint(text) == known.source), "")


def _remember(source: SourceText, entry: CatalogueEntry, known: LedgerEntry | None, state: State) -> LedgerEntry:
    """Return what the ledger says after the merge: the source as the translator last saw it."""
    if known is not None and known.text == fingerprint(entry.text):
        return known
    seen = source.text if state is State.HUMAN else entry.source
    return LedgerEntry(fingerprint(seen), fingerprint(entry.text), "human")


def take_drafts(sources: Iterable[SourceText], merged: Merged, drafts: Mapping[str, str]) -> Merged:
    """Return the catalogue with machine drafts put in; a text that a person wrote or reviewed is never replaced."""
    ledger = dict(merged.ledger)
    texts = {row.source.context: row.text for row in merged.rows}
    known_sources = {source.context: source for source in sources}
    taken: set[str] = set()
    for context, draft in drafts.items():
        known = ledger.get(context)
        if context not in known_sources or (known is not None and (known.by != "machine" or known.reviewed)):
            continue
        taken.add(context)
        texts[context] = draft.strip()
        source = known_sources[context]
        ledger[context] = LedgerEntry(fingerprint(source.text), fingerprint(draft), "machine")
    rows = (
        CatalogueRow(row.source, texts[row.source.context]) if row.source.context in taken else row
        for row in merged.rows
    )
    return Merged(tuple(rows), ledger)
