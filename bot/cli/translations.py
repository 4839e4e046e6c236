"""`wegwijs translations`: templates, catalogues, drafts, and how far each language is."""

import json
from collections import Counter
from pathlib import Path

import click

from bot.cli.catalogues import Catalogues, open_catalogues, write_file
from bot.cli.opening import content_folder, open_reading
from bot.cli.translations_exchange import export_, import_
from bot.cli.translations_reading import review, typo
from bot.cli.translations_status import status
from bot.content.library import Library
from bot.content.merge import sources_by_domain, take_drafts
from bot.i18n.catalogues import CatalogueRow, write_catalogue
from bot.i18n.ledger import State


@click.group()
def translations() -> None:
    """Work on the translations of the content."""


for command in (status, review, typo, export_, import_):
    translations.add_command(command)


@translations.command()
@click.argument("folder", required=False)
def extract(folder: str | None) -> None:
    """Write a template for each catalogue: all English texts with their contexts and notes."""
    target = content_folder(folder)
    _, library = open_reading(target)
    for domain, sources in sources_by_domain(library).items():
        rows = [CatalogueRow(source) for source in sources]
        write_file(target / "locales" / "templates" / f"{domain}.pot", write_catalogue(rows, None, domain))
    click.echo(f"{len(library.source_texts)} texts in {len(sources_by_domain(library))} templates.")


@translations.command()
@click.argument("folder", required=False)
def update(folder: str | None) -> None:
    """Bring every catalogue and ledger in step with the English texts."""
    catalogues = open_catalogues(content_folder(folder))
    for locale in catalogues.locales:
        for domain in catalogues.sources:
            catalogues.save(locale, domain, catalogues.merged(locale, domain))
        click.echo(f"{locale}: {_summary(catalogues.library, locale)}")


@translations.command()
@click.argument("locale")
@click.argument("drafts", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1, required=True)
def draft(locale: str, drafts: tuple[Path, ...]) -> None:
    """Take machine drafts (JSON: context -> text) into the catalogues of a language, marked as machine."""
    catalogues = open_catalogues(content_folder(None))
    catalogues.check_locale(locale)
    taken: dict[str, str] = {}
    for file in drafts:
        taken |= _read_drafts(file)
    unknown = sorted(set(taken) - set(catalogues.library.source_texts))
    for context in unknown:
        click.echo(f"There is no text {context}; its draft is left out.", err=True)
    for domain in catalogues.sources:
        _take(catalogues, locale, domain, taken)
    click.echo(f"{len(taken) - len(unknown)} drafts taken into {locale}.")


@translations.command()
@click.argument("locale")
def terms(locale: str) -> None:
    """Propose a term base for a language from its translations, for a speaker to correct."""
    from bot.content.term_proposal import propose

    catalogues = open_catalogues(content_folder(None))
    catalogues.check_locale(locale)
    click.echo(propose(catalogues.library, locale), nl=False)


def _take(catalogues: Catalogues, locale: str, domain: str, drafts: dict[str, str]) -> None:
    sources = catalogues.sources[domain]
    mine = {source.context: drafts[source.context] for source in sources if source.context in drafts}
    catalogues.save(locale, domain, take_drafts(sources, catalogues.merged(locale, domain), mine))


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
