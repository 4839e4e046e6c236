"""What the commands about translations share: one catalogue with its ledger, opened, brought in step and saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from bot.cli.opening import open_reading
from bot.content.library import Library
from bot.content.marks import suggest
from bot.content.merge import Merged, former_contexts, merge, sources_by_domain
from bot.content.sign_offs import find_day_fault, find_role_fault
from bot.content.talks import BELGIUM
from bot.content.translations import catalogue_file, ledger_file, read_domain
from bot.errors import TranslationRefusedError
from bot.i18n.catalogues import SourceText, write_catalogue
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, write_ledger
from bot.i18n.locales import SOURCE_LOCALE
from bot.storage.content_folder import read_folder


@dataclass(frozen=True, slots=True)
class Catalogues:
    """The content folder with its English texts by catalogue, and every catalogue as it lies on disk."""

    target: Path
    library: Library
    files: Mapping[str, bytes]
    sources: Mapping[str, list[SourceText]]
    former: Mapping[str, str]

    @property
    def locales(self) -> list[str]:
        """The languages that are translated into, in the order of bot.yaml."""
        return [locale for locale in self.library.locales if locale != SOURCE_LOCALE]

    def read(self, locale: str, domain: str) -> tuple[dict[str, CatalogueEntry], dict[str, LedgerEntry]]:
        """Return one catalogue and its ledger.

        Raises:
            ClickException: one of the two cannot be read.
        """
        catalogue, ledger, faults = read_domain(self.files, locale, domain)
        if faults:
            lines = (f"{fault.mark.file}: {fault.sentence} {fault.mend}" for fault in faults)
            raise click.ClickException("\n".join(lines))
        return catalogue, ledger

    def merged(self, locale: str, domain: str) -> Merged:
        """Return one catalogue in step with the English."""
        return self.merge(domain, *self.read(locale, domain))

    def merge(self, domain: str, catalogue: Mapping[str, CatalogueEntry], ledger: Mapping[str, LedgerEntry]) -> Merged:
        """Return these texts in step with the English."""
        return merge(self.sources[domain], catalogue, ledger, self.former)

    def save(self, locale: str, domain: str, merged: Merged) -> None:
        """Write one catalogue and its ledger."""
        write_file(self.target / catalogue_file(locale, domain), write_catalogue(merged.rows, locale, domain))
        write_file(self.target / ledger_file(locale, domain), write_ledger(merged.ledger))

    def check_locale(self, locale: str) -> None:
        """Refuse a language that the bot does not speak.

        Raises:
            TranslationRefusedError: with the nearest that it does speak.
        """
        if locale not in self.locales:
            raise TranslationRefusedError(f'"{locale}" is no language of bot.yaml. {suggest(locale, self.locales)}')

    def check_flow(self, flow: str) -> None:
        """Refuse a topic that has no catalogue.

        Raises:
            TranslationRefusedError: with the nearest that has one.
        """
        if flow not in self.sources:
            raise TranslationRefusedError(f'There is no topic "{flow}". {suggest(flow, self.sources)}')


def open_catalogues(target: Path) -> Catalogues:
    """Return the catalogues of a content folder."""
    _, library = open_reading(target)
    sources = sources_by_domain(library)
    return Catalogues(target, library, read_folder(target), sources, former_contexts(library))


def check_role(role: str, day: str = "") -> str:
    """Return role and day as the ledger has them.

    Raises:
        TranslationRefusedError: the role is empty or too long, or the day has not come yet.
    """
    fault = find_role_fault(role) or (find_day_fault(day, today()) if day else None)
    if fault is None and '"' in role:
        fault = "The role is written between quotes already. Write it without them: volunteer, interpreter."
    if fault:
        raise TranslationRefusedError(fault)
    return f"{role.strip()} {day}".strip()


def today() -> date:
    """Return the day in Belgium."""
    return datetime.now(BELGIUM).date()


def write_file(file: Path, data: bytes) -> None:
    """Write a file, making its folder if needed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
