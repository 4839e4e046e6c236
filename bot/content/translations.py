"""Catalogues and ledgers of all languages, read into texts with their states."""

from collections.abc import Mapping
from functools import partial

from bot.content.issues import Issue, Mark, error
from bot.content.memo import Memo
from bot.content.model import Bot
from bot.i18n.catalogues import SourceText, Translated, read_catalogue
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, read_ledger, state_of
from bot.i18n.locales import SOURCE_LOCALE

Texts = dict[str, Mapping[str, Translated]]
Domain = tuple[dict[str, CatalogueEntry], dict[str, LedgerEntry], list[Issue]]
"""A catalogue, its ledger, and what could not be read of them."""


def catalogue_file(locale: str, domain: str) -> str:
    """Return where a catalogue stands below the content folder."""
    return f"locales/{locale}/LC_MESSAGES/{domain}.po"


def ledger_file(locale: str, domain: str) -> str:
    """Return where a ledger stands below the content folder."""
    return f"locales/{locale}/ledger/{domain}.yaml"


def read_translations(
    files: Mapping[str, bytes], bot: Bot, sources: Mapping[str, SourceText], memo: Memo
) -> tuple[Texts, list[Issue]]:
    """Return locale -> context -> text for every language of the bot, and what could not be read."""
    issues: list[Issue] = []
    domains: dict[str, list[SourceText]] = {}
    for source in sources.values():
        domains.setdefault(source.domain, []).append(source)
    wishes = {domain: tuple((one.context, one.text) for one in domains[domain]) for domain in sorted(domains)}
    texts: Texts = {}
    for locale in bot.locales:
        if locale == SOURCE_LOCALE:
            texts[locale] = {name: Translated(source.text, State.REVIEWED) for name, source in sources.items()}
            continue
        found: dict[str, Translated] = {}
        for domain, wanted in wishes.items():
            key = (locale, domain, files.get(catalogue_file(locale, domain)), files.get(ledger_file(locale, domain)))
            read = memo.recall(("domain", *key), partial(read_domain, files, locale, domain))
            found |= memo.recall(("translated", *key, wanted), partial(_translate, read, wanted))
            faults = read[2]
            issues += faults
        texts[locale] = found
    return texts, issues


def _translate(read: Domain, wanted: tuple[tuple[str, str], ...]) -> dict[str, Translated]:
    """Return the text of each wanted context of a domain, with its state against today's English."""
    entries, known, _ = read
    return {
        context: Translated(
            entries[context].text if context in entries else "",
            state_of(source, entries.get(context), known.get(context)),
        )
        for context, source in wanted
    }


def read_domain(files: Mapping[str, bytes], locale: str, domain: str) -> Domain:
    """Return one catalogue, its ledger, and what could not be read of them."""
    issues: list[Issue] = []
    catalogue: dict[str, CatalogueEntry] = {}
    ledger: dict[str, LedgerEntry] = {}
    file = catalogue_file(locale, domain)
    try:
        catalogue = read_catalogue(files[file]) if file in files else {}
    except ValueError as problem:
        issues.append(error("catalogue-broken", Mark(file), _sentence(problem), "Save it again with Poedit."))
    file = ledger_file(locale, domain)
    try:
        ledger = read_ledger(files[file]) if file in files else {}
    except ValueError as problem:
        issues.append(error("ledger-broken", Mark(file), _sentence(problem), "Bring the file back as it was before."))
    return catalogue, ledger, issues


def _sentence(problem: ValueError) -> str:
    return f"{str(problem).rstrip('.')}."
