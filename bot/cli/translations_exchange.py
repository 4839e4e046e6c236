"""`wegwijs translations export` and `import`: texts leave for a translator's program and come back."""

import sys
from pathlib import Path

import click

from bot.cli.catalogues import Catalogues, check_role, open_catalogues
from bot.cli.opening import content_folder, open_reading
from bot.content.marks import suggest
from bot.errors import TranslationRefusedError
from bot.i18n.ledger import CatalogueEntry, LedgerEntry, State, fingerprint

FORMATS = (".xlsx", ".xlf")


@click.command("export")
@click.argument("locale")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--flow", "flows", multiple=True, help="One topic only; repeat it for several.")
@click.option("--state", "states", default="", help="Only texts in these states: missing,machine,outdated.")
def export_(locale: str, file: Path, flows: tuple[str, ...], states: str) -> None:
    """Write texts of a language into a spreadsheet (.xlsx) or an XLIFF file (.xlf) for a translator."""
    from bot.editors.exchange import rows_of
    from bot.editors.spreadsheet import write_spreadsheet
    from bot.editors.xliff import write_xliff

    catalogues = open_catalogues(content_folder(None))
    catalogues.check_locale(locale)
    for flow in flows:
        catalogues.check_flow(flow)
    rows = rows_of(catalogues.library, locale, flows, _read_states(states))
    write = write_spreadsheet if _format(file) == ".xlsx" else write_xliff
    file.write_bytes(write(rows, locale))
    click.echo(
        f"{file}: {len(rows)} texts. When it comes back: wegwijs translations import {locale} {file} --role ROLE"
    )


@click.command("import")
@click.argument("locale")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--role", required=True, help="Who translated, never a name: translator, volunteer.")
def import_(locale: str, file: Path, role: str) -> None:
    """Take translations from a file that export wrote; refuse rows that lost something, and take the rest."""
    from bot.editors.exchange import take
    from bot.editors.spreadsheet import read_spreadsheet
    from bot.editors.xliff import read_xliff

    target = content_folder(None)
    catalogues = open_catalogues(target)
    catalogues.check_locale(locale)
    who = check_role(role)
    read = read_spreadsheet if _format(file) == ".xlsx" else read_xliff
    try:
        table = read(file.read_bytes())
    except ValueError as problem:
        raise TranslationRefusedError(f"{file} cannot be taken. {problem}") from problem
    if table.locale != locale:
        raise TranslationRefusedError(f'{file} is in "{table.locale}", not in "{locale}". Nothing was written.')
    reading, library = open_reading(target)
    taken = take(reading, library, locale, table.rows)
    _save(catalogues, locale, taken.texts, who)
    for refusal in taken.refusals:
        click.echo(refusal, err=True)
    click.echo(f"{len(taken.texts)} texts taken, {taken.unchanged} as they were, {len(taken.refusals)} refused.")
    if taken.refusals:
        sys.exit(1)


def _save(catalogues: Catalogues, locale: str, texts: dict[str, str], role: str) -> None:
    for domain, sources in catalogues.sources.items():
        mine = [source for source in sources if source.context in texts]
        if not mine:
            continue
        catalogue, ledger = catalogues.read(locale, domain)
        for source in mine:
            text = texts[source.context]
            catalogue[source.context] = CatalogueEntry(source.text, text)
            ledger[source.context] = LedgerEntry(fingerprint(source.text), fingerprint(text), "human", role=role)
        catalogues.save(locale, domain, catalogues.merge(domain, catalogue, ledger))


def _format(file: Path) -> str:
    suffix = file.suffix.lower().replace(".xliff", ".xlf")
    if suffix not in FORMATS:
        raise TranslationRefusedError(f"{file} must end in .xlsx (spreadsheet) or .xlf (XLIFF).")
    return suffix


def _read_states(states: str) -> frozenset[State]:
    names = [name.strip() for name in states.split(",") if name.strip()]
    unknown = [name for name in names if name not in set(State)]
    if unknown:
        raise TranslationRefusedError(f'There is no state "{unknown[0]}". {suggest(unknown[0], set(State))}')
    return frozenset(map(State, names))
