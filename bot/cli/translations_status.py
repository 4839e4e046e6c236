"""`wegwijs translations status`: how far each language is, weighed by risk and by use."""

import asyncio
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import click

from bot.cli.catalogues import Catalogues, open_catalogues, today
from bot.cli.opening import content_folder
from bot.content.progress import Progress, measure, measure_all, weigh_texts
from bot.dialogue.turns import Counted
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES
from bot.settings import read_settings

DAYS = 28
"""How many closed days say what people read."""
_WIDTH = 110


@click.command()
@click.argument("folder", required=False)
@click.option("--flow", help="One topic only.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(folder: str | None, flow: str | None, form: str) -> None:
    """Show for each language how many texts are in which state, and how far each flow is, weighed by risk and use."""
    catalogues = open_catalogues(content_folder(folder))
    if flow:
        catalogues.check_flow(flow)
    shown = read_shown()
    weights = weigh_texts(catalogues.library, shown)
    measured = {
        locale: [each for each in measure(catalogues.library, locale, weights) if flow in {None, each.flow}]
        for locale in catalogues.locales
    }
    if form == "json":
        click.echo(as_json(each for flows in measured.values() for each in flows))
        return
    click.echo("\n".join(_summary(measured)))
    click.echo("\n" + _explanation(shown))
    for locale, flows in measured.items():
        click.echo("\n".join(_lines(catalogues, locale, flows, weights)))


def read_shown() -> Mapping[str, int]:
    """Return how often each page was shown in the last closed days, as far as that may be told; {} if nothing is."""
    settings = read_settings(os.environ)
    database = Path(settings.database)
    if not database.exists():
        return {}
    return asyncio.run(_read_shown(database, today()))


async def _read_shown(database: Path, day: date) -> Mapping[str, int]:
    from bot.storage.sqlite import open_database

    async with open_database(database) as storage:
        figures = await storage.figures.read([(day - timedelta(days=back)).isoformat() for back in range(1, DAYS + 1)])
    shown: Counter[str] = Counter()
    for figure in figures:
        if figure.what == Counted.STEP:
            shown[figure.value] += figure.n
    return shown


def as_json(measured: Iterable[Progress]) -> str:
    """Return the progress of every language and flow for a program to read."""
    rows = [
        {
            "locale": each.locale,
            "flow": each.flow,
            "weight": round(each.weight, 1),
            "present": percent(each.present),
            "read": percent(each.read),
            **{state.value: each.states[state] for state in State},
        }
        for each in measured
    ]
    return json.dumps(rows, indent=2)


def percent(share: float) -> int:
    """Return a share in whole percent, rounded down: only what is whole is 100 %."""
    return int(share * 100 + 1e-9)


def _summary(measured: Mapping[str, Sequence[Progress]]) -> list[str]:
    lines = [f"{'':14}" + "".join(f"{state.value:>10}" for state in State)]
    for locale, flows in measured.items():
        figures = "".join(f"{sum(each.states[state] for each in flows):>10}" for state in State)
        lines.append(f"{locale:4}{LANGUAGES[locale].own_name:10}{figures}")
    return lines


def _explanation(shown: Mapping[str, int]) -> str:
    use = f"the last {DAYS} closed days" if shown else "no figures yet, so all pages count alike"
    return (
        "Translated and in step with the English; in brackets, written or reviewed by a person. Pages weigh by the\n"
        f"harm of a mistake and by how often they were shown ({use})."
    )


def _lines(
    catalogues: Catalogues, locale: str, flows: Sequence[Progress], weights: Mapping[str, float]
) -> Iterable[str]:
    cells = [_cell(each.flow, each) for each in flows]
    if len(flows) > 1:
        cells.insert(0, _cell("all", measure_all(catalogues.library, locale, weights)))
    line = f"{locale:4}"
    for cell in cells:
        if len(line) + len(cell) > _WIDTH:
            yield line.rstrip()
            line = " " * 4
        line += f"{cell}  "
    yield line.rstrip()


def _cell(name: str, progress: Progress) -> str:
    return f"{name} {percent(progress.present)} % ({percent(progress.read)} %)"
