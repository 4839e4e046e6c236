"""`wegwijs audio`: which pages somebody has read aloud, what there is to read, and a new recording."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from bot.cli.opening import content_folder, open_reading
from bot.content.audio import entries_file, sound_file, write_entries
from bot.content.library import Library
from bot.content.model import Step
from bot.content.new_recording import HandedIn, entry_of, find_page_fault, find_refusal, without
from bot.content.reader import Reading
from bot.content.reading_aloud import Fit, by_importance, fit_of, script, words_mark
from bot.content.sound import MAX_BYTES, Sound, read_sound, unread_sound
from bot.content.talks import BELGIUM
from bot.errors import RecordingRefusedError
from bot.i18n.ledger import State
from bot.i18n.locales import LANGUAGES

_UNREAD = "No speaker has reviewed this machine draft. Have it reviewed before you lend it a voice."


@click.group()
def audio() -> None:
    """Have pages read aloud: see what is missing, print the words, take a recording."""


@audio.command()
@click.argument("locale", required=False)
@click.option("--missing", is_flag=True, help="List the pages that nobody has read aloud.")
@click.option("--outdated", is_flag=True, help="List the pages whose words have changed since.")
def status(locale: str | None, *, missing: bool, outdated: bool) -> None:
    """Show for each language how many pages can be heard; in lists, pages where a mistake harms most come first."""
    reading, library = open_reading(content_folder(None))
    if locale is not None and locale not in library.locales:
        raise RecordingRefusedError(f'The bot does not speak "{locale}". It speaks {", ".join(library.locales)}.')
    chosen = [locale] if locale else list(library.locales)
    listed = {fit for fit, is_wanted in ((Fit.MISSING, missing), (Fit.OUTDATED, outdated)) if is_wanted}
    fits = {one: _fits(reading, library, one) for one in chosen}
    click.echo("\n".join([*_table(fits), *_lists(fits, listed)]))


@audio.command("script")
@click.argument("locale")
@click.argument("step")
def print_script(locale: str, step: str) -> None:
    """Print what is to be read aloud of a page."""
    _, library = open_reading(content_folder(None))
    page = _find_page(library, locale, step)
    words = script(library, page, locale) or ""
    mark = words_mark(library, page, locale)
    click.echo(f"{words}\n\n--\n{len(words.split())} words. Read the title, wait a moment, read on. Say no name.")
    _echo_state(library, page, locale)
    click.echo(f"Then: wegwijs audio new {locale} {page.id} FILE --role ROLE --script {mark}")


@audio.command("new")
@click.argument("locale")
@click.argument("step")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--role", required=True, help="Who read, never a name: volunteer, interpreter.")
@click.option("--date", "day", default="", help="The day it was recorded: 2026-11-24. Without it: today.")
@click.option("--script", "mark", default="", help="The mark under the script that was read.")
def take(locale: str, step: str, file: Path, role: str, day: str, mark: str) -> None:  # noqa: PLR0913, PLR0917 - click
    """Take a recording of a page: Ogg Opus, of exactly the words that the page has now."""
    target = content_folder(None)
    reading, library = open_reading(target)
    today = datetime.now(BELGIUM).date()
    handed_in = HandedIn(locale, step, str(file), _read(file), role, day or today.isoformat(), mark)
    refusal = find_refusal(library, handed_in, today) or _find_broken(reading, locale)
    if refusal:
        raise RecordingRefusedError(refusal)
    page = _find_page(library, locale, step)
    _keep(target, reading, library, page, handed_in)
    seconds = round(handed_in.sound.seconds)
    click.echo(f"{page.id} can be heard in {LANGUAGES[locale].own_name}: {seconds} seconds.")
    _echo_state(library, page, locale)
    click.echo("Keep the change (git commit). A running bot takes it by itself.")


def _fits(reading: Reading, library: Library, locale: str) -> list[tuple[Step, Fit]]:
    """Return every page that has words in a language, the most important ones first."""
    steps = [step for step in by_importance(library) if words_mark(library, step, locale) is not None]
    return [(step, fit_of(library, reading.recordings, step, locale)) for step in steps]


def _table(fits: dict[str, list[tuple[Step, Fit]]]) -> Iterator[str]:
    yield f"{'':14}{'pages':>9}" + "".join(f"{fit.value:>10}" for fit in Fit)
    for locale, pages in fits.items():
        counted = Counter(fit for _, fit in pages)
        figures = "".join(f"{counted[fit]:>10}" for fit in Fit)
        yield f"{locale:4}{LANGUAGES[locale].own_name:10}{len(pages):>9}{figures}"


def _lists(fits: dict[str, list[tuple[Step, Fit]]], listed: set[Fit]) -> Iterator[str]:
    for locale, pages in fits.items():
        chosen = [(step, fit) for step, fit in pages if fit in listed]
        if chosen:
            yield ""
        for step, fit in chosen:
            yield f"{locale:4}{fit.value:10}{step.sensitivity:8}{step.id:44}{step.title}"


def _find_page(library: Library, locale: str, name: str) -> Step:
    fault = find_page_fault(library, locale, name)
    step = library.find_step(name)
    if fault or step is None:
        raise RecordingRefusedError(fault or f'There is no page "{name}".')
    return step


def _find_broken(reading: Reading, locale: str) -> str | None:
    """Say that the entries cannot be read, before they are written over."""
    file = entries_file(locale)
    if any(issue.mark.file == file for issue in reading.issues):
        return f"{file} cannot be read. Mend it first: wegwijs check"
    return None


def _read(file: Path) -> Sound:
    size = file.stat().st_size
    return unread_sound(size) if size > MAX_BYTES else read_sound(file.read_bytes())


def _keep(target: Path, reading: Reading, library: Library, step: Step, handed_in: HandedIn) -> None:
    """Copy the file, then write its entry: a file without one is not played."""
    locale = handed_in.locale
    former = reading.recordings.get(locale, {})
    others = without(library, step, former)
    sound = target / sound_file(locale, step.id)
    sound.parent.mkdir(parents=True, exist_ok=True)
    sound.write_bytes(Path(handed_in.file).read_bytes())
    entries = {**others, step.id: entry_of(library, step, handed_in)}
    (target / entries_file(locale)).write_bytes(write_entries(entries))
    for name in set(former) - set(entries):
        (target / sound_file(locale, name)).unlink(missing_ok=True)


def _echo_state(library: Library, step: Step, locale: str) -> None:
    if State.MACHINE in library.step_states(step, locale):
        click.echo(_UNREAD)
