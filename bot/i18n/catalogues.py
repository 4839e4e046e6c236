"""gettext catalogues: one file for each domain and locale, each text found by its context."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, denormalize, normalize, read_po, write_po

from bot.i18n.ledger import CatalogueEntry, State
from bot.i18n.locales import SOURCE_LOCALE, plural_forms
from bot.i18n.plain_catalogue import read_plain

_WIDTH = 100
"""Signs in a line of a catalogue."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A translatable string of the content: where it belongs, the English, and what a translator should know.

    `page` is the heading of the page it stands on, `path` that page's address without the language; both are "" for
    texts of no single page.
    """

    domain: str
    context: str
    text: str
    note: str = ""
    limit: int = 0
    page: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in one language and its state."""

    text: str
    state: State


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One entry to be written: the source text, its translation, and whether it needs another look.

    `previous` is the English that an outdated translation was made from, "" if nobody knows it any more.
    """

    source: SourceText
    text: str = ""
    outdated: bool = False
    previous: str = ""


def read_catalogue(data: bytes) -> dict[str, CatalogueEntry]:
    """Read a catalogue: context -> entry. Fuzzy entries are read too; the ledger knows their state.

    Raises:
        ValueError: the file is no catalogue; the message names the line.
    """
    # The quick reader passes over comments, and the former English of an outdated text stands in one.
    plain = None if b"\n#| " in data else read_plain(data)
    if plain is not None:
        return {one.context: CatalogueEntry(one.source.strip(), one.text.strip()) for one in plain if one.source}
    try:
        catalogue = read_po(io.BytesIO(data), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as problem:
        raise ValueError(f"The catalogue cannot be read: {problem}") from problem
    entries = {}
    previous = _read_previous(data.decode("utf-8", "replace"))
    for message in catalogue:
        if message.id and message.context and isinstance(message.id, str):
            text = message.string if isinstance(message.string, str) else ""
            former = previous.get(message.context, "")
            entries[message.context] = CatalogueEntry(message.id.strip(), text.strip(), former)
    return entries


def write_catalogue(rows: Sequence[CatalogueRow], locale: str | None, domain: str) -> bytes:
    """Return a catalogue file (a template if locale is None), sorted as the content is, without a date.

    The header's Plural-Forms come from CLDR: Babel's table lacks half of our languages.
    """
    catalogue = Catalog(charset="utf-8")
    for row in rows:
        notes = [row.source.note] if row.source.note else []
        if row.source.path:
            notes.append(f'Page "{row.source.page}": /{locale or SOURCE_LOCALE}/{row.source.path}')
        if row.source.limit:
            notes.append(f"At most {row.source.limit} characters.")
        if row.outdated:
            notes.append("The English has changed since this was translated.")
        flags = ["fuzzy"] if row.outdated else []
        catalogue.add(row.source.text, row.text, context=row.source.context, flags=flags, auto_comments=notes)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=True, width=_WIDTH)
    written = buffer.getvalue().decode().split("\n\n")
    entries = (_with_previous(entry, row.previous) for entry, row in zip(written, rows, strict=False))
    return ((_header(locale, domain) + "\n\n".join(entries)).rstrip("\n") + "\n").encode()


def _with_previous(entry: str, previous: str) -> str:
    """Put the former English before an entry, as msgmerge does; Babel would break its lines inside a word."""
    if not previous:
        return entry
    lines = f"msgid {normalize(previous, width=_WIDTH)}".splitlines()
    return f"\n{entry}".replace("\nmsgctxt ", "".join(f"\n#| {line}" for line in lines) + "\nmsgctxt ", 1)[1:]


def _read_previous(text: str) -> dict[str, str]:
    """Return context -> the former English, from the comments that Babel overlooks."""
    found: dict[str, str] = {}
    former: list[str] = []
    lines = text.splitlines() if "#| msgid " in text else []
    for number, line in enumerate(lines):
        if line.startswith("#| msgid "):
            former = [line.removeprefix("#| msgid ")]
        elif line.startswith('#| "') and former:
            former.append(line.removeprefix("#| "))
        elif line.startswith("msgctxt ") and former:
            found[_read_string(lines[number:], "msgctxt ")] = denormalize("\n".join(former)).strip()
            former = []
    return found


def _read_string(lines: list[str], keyword: str) -> str:
    """Return the string that begins in the first of these lines."""
    further = takewhile(lambda line: line.startswith('"'), lines[1:])
    return denormalize("\n".join([lines[0].removeprefix(keyword), *further]))


def _header(locale: str | None, domain: str) -> str:
    lines = [
        f"# Wegwijs, {domain}. Texts: CC BY 4.0.",
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: wegwijs\\n"',
        f'"Language: {locale or ""}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: {plural_forms(locale) if locale else "nplurals=INTEGER; plural=EXPRESSION;"}\\n"',
    ]
    return "\n".join(lines) + "\n\n"
