"""What the content keeps beside its files of words, brought in step with them: catalogues, ledgers, ids.lock."""

from collections.abc import Mapping

from bot.content.keys import write_lock
from bot.content.library import Library
from bot.content.merge import former_contexts, merge, sources_by_domain
from bot.content.reader import LOCK_FILE, Reading
from bot.content.translations import catalogue_file, ledger_file, read_domain
from bot.i18n.catalogues import SourceText, write_catalogue
from bot.i18n.ledger import CatalogueEntry, write_ledger
from bot.i18n.locales import SOURCE_LOCALE


def bring_in_step(reading: Reading, library: Library) -> dict[str, bytes]:
    """Return the files that have to be written anew, and nothing if all is in step.

    Only for content without errors: a page that cannot be read would lose its translations.
    """
    written: dict[str, bytes] = {}
    former = former_contexts(library)
    for locale in library.locales:
        for domain, sources in sources_by_domain(library).items() if locale != SOURCE_LOCALE else ():
            catalogue, ledger, faults = read_domain(reading.files, locale, domain)
            if faults or _is_in_step(sources, catalogue):
                continue
            merged = merge(sources, catalogue, ledger, former)
            written[catalogue_file(locale, domain)] = write_catalogue(merged.rows, locale, domain)
            written[ledger_file(locale, domain)] = write_ledger(merged.ledger)
    if set(library.keys.by_id) - set(reading.recorded):
        written[LOCK_FILE] = write_lock(library.keys.by_id)
    return {file: data for file, data in written.items() if reading.files.get(file) != data}


def _is_in_step(sources: list[SourceText], catalogue: Mapping[str, CatalogueEntry]) -> bool:
    """Tell whether a catalogue has just today's texts, each with today's English."""
    wanted = {source.context: source.text.strip() for source in sources}
    return {context: entry.source.strip() for context, entry in catalogue.items()} == wanted
