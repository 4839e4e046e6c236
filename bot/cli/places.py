"""`wegwijs places`: what an editor wants to know of the directory: faults, gaps, and how it lies on the map."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from bot.cli.check_words import as_report
from bot.cli.opening import content_folder, open_reading
from bot.content.checks.dates import check_future
from bot.content.checks.inspection import make_inspection
from bot.content.issues import Issue, has_errors
from bot.content.library import Library
from bot.content.reader import Reading
from bot.content.talks import BELGIUM
from bot.places.areas import gazetteer_of
from bot.places.checks import PLACE_CHECKS
from bot.places.nearest import EVERYWHERE
from bot.places.overview import NOWHERE, Tally, tally

FOLDER = "places/"
_KIND = 18
_HEADS = {EVERYWHERE: "whole-country", NOWHERE: "not-known"}


@click.group()
def places() -> None:
    """Look after the directory of places."""


@places.command("check")
@click.argument("folder", required=False)
def check_places(folder: str | None) -> None:
    """Say what is wrong with places, today, and count them by kind and province; ends with 1 if there is an error."""
    reading, library = open_reading(content_folder(folder))
    issues = issues_of_places(reading, library, datetime.now(BELGIUM).date())
    files = sum(name.startswith(FOLDER) for name in reading.files)
    click.echo(as_report(issues, files))
    click.echo("\n".join(["", *write_tallies(library)]))
    if has_errors(issues):
        sys.exit(1)


@places.command("map")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("folder", required=False)
def draw_map(file: Path, folder: str | None) -> None:
    """Write one page with every place on a map; it needs no network and no script."""
    from bot.cli.places_map import draw_page

    _, library = open_reading(content_folder(folder))
    file.write_text(draw_page(library, datetime.now(BELGIUM).date()), encoding="utf-8")
    click.echo(f"{len(library.places)} places in {file}. Open it in a browser.")


def issues_of_places(reading: Reading, library: Library, today: date) -> list[Issue]:
    """Return the issues of the files of places, by file and line."""
    inspection = make_inspection(reading, library, today)
    found = [*reading.issues, *(issue for check in (*PLACE_CHECKS, check_future) for issue in check(inspection))]
    ours = [issue for issue in found if issue.mark.file.startswith(FOLDER)]
    return sorted(ours, key=lambda issue: (issue.mark.file, issue.mark.line, issue.mark.column, issue.code))


def write_tallies(library: Library) -> list[str]:
    """Return two tables: the kinds by province, and what is not known of the places of each kind."""
    rows = tally(library.places.values(), library.bot.kinds, gazetteer_of(library))
    columns = [*library.bot.provinces, EVERYWHERE, *([NOWHERE] if any(row.provinces[NOWHERE] for row in rows) else [])]
    return [*_by_province(rows, columns), "", *_by_gap(rows), "", "A place of two kinds is counted in both."]


def _by_province(rows: Iterable[Tally], columns: Sequence[str]) -> list[str]:
    heads = [_HEADS.get(column, column).partition("-")[::2] for column in columns]
    widths = [max(len(upper), len(lower), 5) for upper, lower in heads]
    lines = [_line("", [head[part] for head in heads], widths) for part in (0, 1)]
    return lines + [_line(row.kind, [str(row.provinces[column] or "-") for column in columns], widths) for row in rows]


def _by_gap(rows: Iterable[Tally]) -> list[str]:
    heads = ("all", "verified", "unverified", "without point", "without phone")
    widths = [len(head) for head in heads]
    lines = [_line("", heads, widths)]
    for row in rows:
        counts = (row.total, row.verified, row.unverified, row.without_point, row.without_phone)
        lines.append(_line(row.kind, [str(count or "-") for count in counts], widths))
    return lines


def _line(name: str, cells: Iterable[str], widths: Sequence[int]) -> str:
    written = "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    return f"{name:{_KIND}}  {written}".rstrip()
