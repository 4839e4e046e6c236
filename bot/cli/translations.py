"""`wegwijs translations`: templates, catalogues, drafts, and how far each language is."""

import json
from collections import Counter
from pathlib import Path

import click

from bot.cli.opening import content_folder, open_reading
from bot.content.library import Library
from bot.content.merge import Merged, former_contexts, merge, sources_by_domain, take_drafts
from bot.content.translations import catalogue_file, ledger_file, read_domain
from bot.i18n.catalogues import CatalogueRow, write_catalogue
from bot.i18n.ledger import State, write_ledger
from bot.i18n.locales import LANGUAGES, SOURCE_LOCALE
from bot.storage.content_folder import read_folder


@click.group()
def translations() -> None:
    """Work on the translations of the content."""


@translations.command()
@click.argument("folder", required=False)
def extract(folder: str | None) -> None:
    """Write a template for each catalogue: all English texts with their contexts and notes."""
    target = content_folder(folder)
    _, library = open_reading(target)
    for domain, sources in sources_by_domain(library).items():
        rows = [CatalogueRow(source) for source in sources]
        _write(target / "locales" / "templates" / f"{domain}.pot", write_catalogue(rows, None, domain))
    click.echo(f"{len(library.source_texts)} texts in {len(sources_by_domain(library))} templates.")


@translations.command()
@click.argument("folder", required=False)
def update(folder: str | None) -> None:
    """Bring every catalogue and ledger in step with the English texts."""
    target = content_folder(folder)
    _, library = open_reading(target)
    for locale in _locales(library):
        for domain in sources_by_domain(library):
            _save(target, locale, domain, _merged(library, target, locale, domain))
        click.echo(f"{locale}: {_summary(library, locale)}")


@translations.command()
@click.argument("locale")
@click.argument("drafts", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1, required=True)
def draft(locale: str, drafts: tuple[Path, ...]) -> None:
    """Take machine drafts (JSON: context -> text) into the catalogues of a language, marked as machine."""
    target = content_folder(None)
    _, library = open_reading(target)
    if locale not in _locales(library):
        raise click.BadParameter(f"{locale} is no language of bot.yaml: {', '.join(_locales(library))}.")
    taken: dict[str, str] = {}
    for file in drafts:
        taken |= _read_drafts(file)
    unknown = sorted(set(taken) - set(library.source_texts))
    for context in unknown:
        click.echo(f"There is no text {context}; its draft is left out.", err=True)
    for domain, sources in sources_by_domain(library).items():
        merged = _merged(library, target, locale, domain)
        mine = {source.context: taken[source.context] for source in sources if source.context in taken}
        _save(target, locale, domain, take_drafts(sources, merged, mine))
    click.echo(f"{len(taken) - len(unknown)} drafts taken into {locale}.")


@translations.command()
@click.argument("folder", required=False)
def status(folder: str | None) -> None:
    """Show for each language how many texts are in which state."""
    _, library = open_reading(content_folder(folder))
    click.echo(f"{'':14}" + "".join(f"{state.value:>10}" for state in State))
    for locale in _locales(library):
        counted = Counter(library.texts[locale][context].state for context in library.source_texts)
        figures = "".join(f"{counted[state]:>10}" for state in State)
        click.echo(f"{locale:4}{LANGUAGES[locale].own_name:10}{figures}")


def _locales(library: Library) -> list[str]:
    return [locale for locale in library.locales if locale != SOURCE_LOCALE]


def _merged(library: Library, target: Path, locale: str, domain: str) -> Merged:
    catalogue, ledger, faults = read_domain(read_folder(target), locale, domain)
    if faults:
        raise click.ClickException("\n".join(f"{fault.mark.file}: {fault.sentence} {fault.mend}" for fault in faults))
    return merge(sources_by_domain(library)[domain], catalogue, ledger, former_contexts(library))


def _save(target: Path, locale: str, domain: str, merged: Merged) -> None:
    _write(target / catalogue_file(locale, domain), write_catalogue(merged.rows, locale, domain))
    _write(target / ledger_file(locale, domain), write_ledger(merged.ledger))


def _summary(library: Library, locale: str) -> str:
    counted = Counter(library.texts[locale][context].state for context in library.source_texts)
    return ", ".join(f"{counted[state]} {state.value}" for state in State if counted[state])


def _read_drafts(file: Path) -> dict[str, str]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise click.ClickException(f"{file} is not JSON: {problem}") from problem
    if not isinstance(values, dict) or not all(isinstance(text, str) for text in values.values()):
        raise click.ClickException(f"{file} must map each context to its text.")
    return values


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
