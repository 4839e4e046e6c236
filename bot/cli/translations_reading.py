"""`wegwijs translations review` and `typo`: what people say of translations goes into the ledgers."""

from collections.abc import Sequence

import click

from bot.cli.catalogues import Catalogues, check_role, open_catalogues, today
from bot.cli.opening import content_folder
from bot.content.corrections import Corrected, correct
from bot.content.marks import suggest
from bot.content.reviewing import find_unreviewable, mark_reviewed
from bot.errors import TranslationRefusedError
from bot.i18n.catalogues import SourceText

Found = dict[tuple[str, str], Corrected | str | None]
"""What comes of a correction, for each text and language."""
MOST_NAMED = 10
"""How many texts a refusal names."""


@click.command()
@click.argument("locale")
@click.argument("flow")
@click.option("--context", "contexts", multiple=True, help="One text, such as detention.start.text; repeat it.")
@click.option("--role", required=True, help="Who read it, never a name: interpreter, volunteer.")
@click.option("--date", "day", default="", help="The day it was read, if not today: 2026-11-24.")
@click.option(
    "--still-holds", is_flag=True, help="The English of these texts changed, and the translation still says it."
)
def review(  # noqa: PLR0913 - one for each option
    locale: str, flow: str, contexts: tuple[str, ...], role: str, day: str, *, still_holds: bool
) -> None:
    """Record that a person read translations of a flow beside the English and found them right."""
    catalogues = open_catalogues(content_folder(None))
    catalogues.check_locale(locale)
    catalogues.check_flow(flow)
    reviewed = check_role(role, day or today().isoformat())
    if still_holds and not contexts:
        raise TranslationRefusedError("Name each text whose translation still holds: --context detention.start.text.")
    sources = _chosen(catalogues.sources[flow], contexts)
    catalogue, ledger = catalogues.read(locale, flow)
    bad = find_unreviewable(sources, catalogue, ledger, still_holds=still_holds)
    if bad:
        raise TranslationRefusedError(_refusal([f"{context} is {state.value}" for context, state in bad.items()]))
    done = mark_reviewed(sources, catalogue, ledger, reviewed)
    catalogues.save(locale, flow, catalogues.merge(flow, {**catalogue, **done.entries}, {**ledger, **done.ledger}))
    click.echo(f"{len(sources)} texts of {flow} in {locale} are reviewed: {reviewed}.")


@click.command()
@click.argument("contexts", metavar="CONTEXT...", nargs=-1, required=True)
def typo(contexts: tuple[str, ...]) -> None:
    """Take translations along after a correction of the English that changes no meaning, such as a comma."""
    catalogues = open_catalogues(content_folder(None))
    sources = _chosen([text for texts in catalogues.sources.values() for text in texts], contexts)
    found: Found = {}
    for domain in dict.fromkeys(source.domain for source in sources):
        mine = [source for source in sources if source.domain == domain]
        for locale in catalogues.locales:
            found |= _corrections(catalogues, locale, domain, mine)
    _refuse_new_texts(sources, found)
    for domain in dict.fromkeys(source.domain for source in sources):
        for locale in catalogues.locales:
            _save(catalogues, locale, domain, found)
    for (context, locale), outcome in found.items():
        if isinstance(outcome, Corrected):
            click.echo(f"{locale} {context}: stays as it was")
        elif outcome:
            click.echo(f"{locale} {context}: stays outdated, {outcome}")
    taken = sum(isinstance(outcome, Corrected) for outcome in found.values())
    click.echo(f"{taken} translations were taken along.")


def _corrections(catalogues: Catalogues, locale: str, domain: str, sources: Sequence[SourceText]) -> Found:
    catalogue, ledger = catalogues.read(locale, domain)
    return {
        (source.context, locale): correct(source, catalogue.get(source.context), ledger.get(source.context))
        for source in sources
    }


def _refuse_new_texts(sources: Sequence[SourceText], found: Found) -> None:
    """Stop where no language can be taken along: then the change is none of a comma."""
    refusals = []
    for source in sources:
        outcomes = [outcome for (context, _), outcome in found.items() if context == source.context and outcome]
        if outcomes and all(isinstance(outcome, str) for outcome in outcomes):
            refusals.append(f"{source.context}: {outcomes[0]}")
    if refusals:
        raise TranslationRefusedError(
            "This is more than a correction, so its translations must be looked at:\n" + "\n".join(refusals)
        )


def _save(catalogues: Catalogues, locale: str, domain: str, found: Found) -> None:
    mine = {
        context: outcome
        for (context, where), outcome in found.items()
        if where == locale and context.partition(".")[0] == domain and isinstance(outcome, Corrected)
    }
    if not mine:
        return
    catalogue, ledger = catalogues.read(locale, domain)
    catalogue |= {context: corrected.entry for context, corrected in mine.items()}
    ledger |= {context: corrected.known for context, corrected in mine.items()}
    catalogues.save(locale, domain, catalogues.merge(domain, catalogue, ledger))


def _chosen(sources: Sequence[SourceText], contexts: Sequence[str]) -> list[SourceText]:
    """Return the texts with these contexts, all if none is named."""
    known = {source.context: source for source in sources}
    unknown = [
        f'There is no text "{context}" here. {suggest(context, known)}' for context in contexts if context not in known
    ]
    if unknown:
        raise TranslationRefusedError("\n".join(unknown))
    return [known[context] for context in contexts] if contexts else list(sources)


def _refusal(faults: Sequence[str]) -> str:
    more = f"\nand {len(faults) - MOST_NAMED} more" if len(faults) > MOST_NAMED else ""
    return (
        "Nothing was recorded. These cannot be reviewed as they are:\n"
        + "\n".join(faults[:MOST_NAMED])
        + more
        + "\nMissing: translate it first. Outdated: correct it, or name it with --context and --still-holds."
    )
