"""gettext catalogues: one file for each domain and locale, each text found by its context."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from bot.i18n.ledger import CatalogueEntry, State
from bot.i18n.locales import plural_forms
from bot.i18n.plain_catalogue import read_plain


@dataclass(frozen=True, slots=True)
class SourceText:
    """A translatable string of the content: where it belongs, the English, and what a translator should know."""

    domain: str
    context: str
    text: str
    note: str = ""
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in one language and its state."""

    text: str
    state: State


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One entry to be written: the source text, its translation, and whether it needs another look."""

    source: SourceText
    text: str = ""
    outdated: bool = False


def read_catalogue(data: bytes) -> dict[str, CatalogueEntry]:
    """Read a catalogue: context -> entry. Fuzzy entries are read too; the ledger knows their state.

    Raises:
        ValueError: the file is no catalogue; the message names the line.
    """
    plain = read_plain(data)
    if plain is not None:
        return {one.context: CatalogueEntry(one.source.strip(), one.text.strip()) for one in plain if one.source}
    try:
        catalogue = read_po(io.BytesIO(data), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as problem:
        raise ValueError(f"The catalogue cannot be read: {problem}") from problem
    entries = {}
    for message in catalogue:
        if message.id and message.context and isinstance(message.id, str):
            text = message.string if isinstance(message.string, str) else ""
            entries[message.context] = CatalogueEntry(message.id.strip(), text.strip())
    return entries


def write_catalogue(rows: Iterable[CatalogueRow], locale: str | None, domain: str) -> bytes:
    """Return a catalogue file (a template if locale is None), sorted as the content is, without a date.

    The header's Plural-Forms come from CLDR: Babel's table lacks half of our languages.
    """
    catalogue = Catalog(charset="utf-8")
    for row in rows:
        notes = [row.source.note] if row.source.note else []
        if row.source.limit:
            notes.append(f"At most {row.source.limit} characters.")
        if row.outdated:
            notes.append("The English has changed since this was translated.")
        flags = ["fuzzy"] if row.outdated else []
        catalogue.add(row.source.text, row.text, context=row.source.context, flags=flags, auto_comments=notes)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=True, width=100)
    return _header(locale, domain).encode() + buffer.getvalue()


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
