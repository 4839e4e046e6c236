"""`wegwijs new`: asks for what a new flow, step, place, fact or language needs, and writes it correctly."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.asking import FOLDER, ask, say_next, write_accepted
from bot.cli.opening import content_folder, open_reading
from bot.content.inserting import Written
from bot.content.library import Library
from bot.content.reader import Reading
from bot.content.talks import BELGIUM
from bot.editors.adding import Button, add_entry, add_flow, add_language, add_option, add_step
from bot.editors.entry_text import Value
from bot.i18n.locales import LANGUAGES
from bot.i18n.units import KILOMETRES, has_units

_BUTTON_LIMIT = 40
_TRANSLATE = (
    "wegwijs translations update, and translate. Until then readers of other languages are offered English: "
    "for the new page, and for the page with the new button."
)


@click.group()
def new() -> None:
    """Add something to the content. Each answer can be given as an option; then nothing is asked."""


@new.command()
@ask("id", "Id of the topic, for life (small letters, digits, hyphens)")
@ask("title", "The topic, as people see it")
@ask("step", "Id of its first page", "start")
@ask("step-title", "Heading of its first page")
@ask("text", "Text of its first page; \\n begins a new line")
@ask("sources", "Sources of that page: ids from sources.yaml with commas, or none", "none")
@ask("owner", "Who looks after it", "content-team")
@ask("from", "Page that gets a button to it (flow.step)")
@ask("button", "Words on that button, at most 40 characters")
@ask("to", "Page that the new page leads to (flow.step); empty: the one it is reached from", "")
@FOLDER
def flow(folder: str | None, **given: str) -> None:
    """Add a topic: a file with its first page, and a button that leads there."""
    target, reading, library = _open(folder)
    values = {"title": given["step_title"], "text": _text(given), "sources": given["sources"]}
    step: dict[str, Written] = {**values, "options": [_way_on(library, given["to"] or given["from"], given["id"])]}
    head = {"title": given["title"], "owner": given["owner"]}
    changed = add_flow(reading.files, given["id"], head, (given["step"], step))
    goal = f"{given['id']}.{given['step']}"
    changed = {**changed, **add_option(reading.files, library, Button(given["from"], given["button"]), goal)}
    write_accepted(target, reading, changed)
    say_next(f"Write its other pages: wegwijs new step --flow {given['id']}", *_afterwards(given["sources"]))


@new.command()
@ask("flow", "Topic: the name of its file without .yaml")
@ask("id", "Id of the page, for life (small letters, digits, hyphens)")
@ask("title", "Heading of the page, at most 60 characters")
@ask("text", "Text of the page; \\n begins a new line")
@ask("sources", "Sources: ids from sources.yaml with commas, or none", "none")
@click.option(
    "--sensitivity", type=click.Choice(["green", "yellow", "red"]), default="green", show_default=True,
    prompt="What a mistake could do: green (public), yellow (protection), red (personal)",
    help="What a mistake could do.",
)  # fmt: skip
@ask("from", "Page that gets a button to it (flow.step)")
@ask("button", "Words on that button, at most 40 characters")
@ask("to", "Page that the new page leads to (flow.step); empty: the one it is reached from", "")
@FOLDER
def step(folder: str | None, **given: str) -> None:
    """Add a page to a topic, and a button that leads there."""
    target, reading, library = _open(folder)
    values: dict[str, Written] = {"title": given["title"], "text": _text(given), "sources": given["sources"]}
    values |= {"sensitivity": given["sensitivity"]} if given["sensitivity"] != "green" else {}
    values |= {"options": [_way_on(library, given["to"] or given["from"], given["flow"])]}
    goal = f"{given['flow']}.{given['id']}"
    changed = add_option(reading.files, library, Button(given["from"], given["button"]), goal)
    changed = {**changed, **add_step({**reading.files, **changed}, given["flow"], given["id"], values)}
    write_accepted(target, reading, changed)
    say_next(
        "Add its other buttons (options:) in the file, and keywords: words people type.", *_afterwards(given["sources"])
    )


@new.command()
@ask("id", "Id of the place, for life (small letters, digits, hyphens)")
@ask("name", "Its own name, as on the door")
@ask("language", "Language of that name", "nl")
@ask("kinds", "Kinds from bot.yaml, with commas")
@ask("street", "Street and number; empty if not known", "")
@ask("postcode", "Postcode; empty if not known", "")
@ask("town", "Town; empty if not known", "")
@ask("point", "Latitude, longitude; empty if not known", "")
@ask("phones", "Telephone numbers with +32, with commas; empty if not known", "")
@ask("site", "Its site; empty if not known", "")
@ask("link", "The page you took this from", "")
@ask("seen", "The day you read that page", datetime.now(BELGIUM).date().isoformat())
@click.option("--file", "file", help="File in places/; without it, the one of its first kind.")
@FOLDER
def place(folder: str | None, file: str | None, **given: str) -> None:
    """Add a desk or organisation."""
    target, reading, library = _open(folder)
    kinds = given["kinds"]
    file = f"places/{(file or _file_of(library, reading, kinds)).removesuffix('.yaml')}.yaml"
    values = {key: given[key] for key in ("street", "postcode", "town", "point")}
    values |= {"precision": "street" if given["street"] else "postcode"} if given["point"] else {}
    values |= {key: given[key] for key in ("phones", "site", "link", "seen")}
    entry: dict[str, Value] = {"name": {given["language"]: given["name"]}, "kinds": kinds, **values}
    write_accepted(target, reading, add_entry(reading.files, file, given["id"], entry))
    say_next(
        "Add what else is known (hours, languages, appointment, serves): docs/editors.md, Places.",
        "Compare it with its live page and write the day as checked:",
        "wegwijs places check",
    )


@new.command()
@ask("id", "Its name: kind.name, as in phone.return_line or deadline.appeal")
@ask("value", "Its value: +32…, https://…, 3 months, 1.50 EUR, or the official word")
@ask("sources", "Sources: ids from sources.yaml, with commas", "")
@ask("seen", "The day you read the source", datetime.now(BELGIUM).date().isoformat())
@ask("note", "A note for editors; empty for none", "")
@FOLDER
def fact(folder: str | None, **given: str) -> None:
    """Add a number, link, amount, deadline or official word."""
    target, reading, _ = _open(folder)
    values = {key: given[key] for key in ("value", "sources", "seen", "note")}
    write_accepted(target, reading, add_entry(reading.files, "facts.yaml", given["id"], values))
    say_next(f"Use it in a text: {{{given['id']}}}. Until then, wegwijs check warns that nobody uses it.")


@new.command()
@ask("code", "Code of the language, such as uk")
@ask("fallback", "Languages offered where a page is missing, nearest first, with commas", "en")
@FOLDER
def language(folder: str | None, code: str, fallback: str) -> None:
    """Add a language: its line in bot.yaml, empty catalogues and ledgers."""
    if code not in LANGUAGES:
        raise click.BadParameter(f"{code} is unknown. Known: {', '.join(LANGUAGES)}. docs/developers.md adds others.")
    target, reading, library = _open(folder)
    if code in library.locales:
        raise click.BadParameter(f"The bot speaks {code} already.")
    write_accepted(target, reading, add_language(reading.files, code, fallback))
    missing = [] if has_units(code) else ["Durations are said in English: add their words to bot/i18n/units.py."]
    missing += [] if code in KILOMETRES or LANGUAGES[code].script == "Latn" else ["The sign for kilometres, there too."]
    say_next(
        f"Translate: docs/translators.md. wegwijs translations status says how far {code} is.",
        f"Words that persuade or frighten: content/tone/{code}.yaml does not exist yet (docs/editors.md, Tone).",
        *missing,
    )


def _open(folder: str | None) -> tuple[Path, Reading, Library]:
    target = content_folder(folder)
    return target, *open_reading(target)


def _text(given: dict[str, str]) -> str:
    return given["text"].replace("\\n", "\n")


def _way_on(library: Library, target: str, flow: str) -> dict[str, str]:
    """Return the first button of a new page, named after the page it leads to: nobody may end at a dead end."""
    goal = library.steps.get(target)
    if goal is None:
        raise click.BadParameter(f"There is no page {target}. Write it as flow.step.")
    return {"text": goal.title[:_BUTTON_LIMIT], "to": target.removeprefix(f"{flow}.")}


def _file_of(library: Library, reading: Reading, kinds: str) -> str:
    """Return the file in which most places of the first kind stand, or one named after the kind."""
    kind = kinds.partition(",")[0].strip()
    files = [reading.homes[f"place:{place.id}"][0] for place in library.places.values() if kind in place.kinds]
    return max(set(files), key=files.count).removeprefix("places/") if files else kind


def _afterwards(sources: str) -> list[str]:
    return [*(["It names no source: add one if it states anything."] if sources == "none" else []), _TRANSLATE]
