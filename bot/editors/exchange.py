"""Translations that leave the project as a table and come back: what goes out, and which rows are taken."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.content.checks import languages, limits, placeholders, prose, styles
from bot.content.checks.inspection import Inspection
from bot.content.checks.looking import Check
from bot.content.checks.written import TextGroup, Written, kind_of
from bot.content.issues import Mark, Severity
from bot.content.library import Library
from bot.content.reader import Reading
from bot.i18n.ledger import State, fingerprint

CHECKS: tuple[Check, ...] = (
    placeholders.check_names,
    placeholders.check_sameness,
    placeholders.check_braces,
    prose.check_addresses,
    prose.check_exclamations,
    prose.check_invisible,
    styles.check_markup,
    limits.check_lengths,
    languages.check_numbers,
    languages.check_shape,
    languages.check_scripts,
    languages.check_leftovers,
    languages.check_directions,
)
"""What each row that comes back is held to: the same as a text in a catalogue."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text on its way out: all that a translator should see, and a mark of the translation as it went.

    `link` is the path of its page in the reader's language, "" for texts of no single page; `limit` 0 means none.
    """

    context: str
    page: str
    english: str
    note: str
    limit: int
    state: str
    translation: str
    link: str
    mark: str


@dataclass(frozen=True, slots=True)
class Returned:
    """One text that came back; `number` is its row. Without a mark nobody knows what it was when it left."""

    number: int
    context: str
    english: str
    translation: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """All texts of one file that came back, and the language that it says it is in."""

    locale: str
    rows: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken of a file: context -> text, how many rows were as they had been, and why others were refused."""

    texts: dict[str, str]
    unchanged: int
    refusals: tuple[str, ...]


def rows_of(library: Library, locale: str, flows: Collection[str], states: Collection[State]) -> list[Row]:
    """Return the texts of a language to be sent out: of these flows and in these states, all if none is named."""
    rows = []
    for context, source in library.source_texts.items():
        found = library.texts[locale][context]
        if (flows and source.domain not in flows) or (states and found.state not in states):
            continue
        written = Written(source, kind_of(source), locale, found.text, found.state, Mark(""))
        link = f"/{locale}/{source.path}" if source.path else ""
        mark = fingerprint(found.text)
        rows.append(
            Row(
                context, source.page, source.text, source.note, limits.limit_of(written),
                found.state.value, found.text, link, mark,
            )
        )  # fmt: skip
    return rows


def take(reading: Reading, library: Library, locale: str, returned: Iterable[Returned]) -> Taken:
    """Return which rows of a file can be taken into a language."""
    changed: dict[str, Returned] = {}
    refusals: list[tuple[int, str, str]] = []
    unchanged = 0
    for row in returned:
        current = library.texts[locale][row.context].text if row.context in library.source_texts else ""
        if row.translation in {"", current} or fingerprint(row.translation) == row.mark:
            unchanged += 1
            continue
        fault = (
            "Another row has this text too; neither is taken."
            if row.context in changed
            else _find_fault(library, row, current)
        )
        if fault:
            refusals.append((row.number, row.context, fault))
        else:
            changed[row.context] = row
    refusals += _check(reading, library, locale, changed.values())
    refused = {context for _, context, _ in refusals}
    texts = {context: row.translation for context, row in changed.items() if context not in refused}
    return Taken(
        texts, unchanged, tuple(f"Row {number}, {context}: {why}" for number, context, why in sorted(refusals))
    )


def _find_fault(library: Library, row: Returned, current: str) -> str | None:
    if row.context not in library.source_texts:
        return "There is no such text any more."
    if row.english != library.source_texts[row.context].text:
        return "It was made from another English than today's. Export this text anew."
    if row.mark and row.mark != fingerprint(current):
        return "Somebody changed this translation here after the export. Export this text anew and compare."
    return None


def _check(reading: Reading, library: Library, locale: str, rows: Iterable[Returned]) -> Iterator[tuple[int, str, str]]:
    """Yield what the checks of the content say against these rows."""
    sources = library.source_texts
    written = tuple(
        Written(
            sources[row.context], kind_of(sources[row.context]), locale, row.translation, State.HUMAN,
            Mark(row.context, row.number),
        )
        for row in rows
    )  # fmt: skip
    group = TextGroup(locale, "", (), (), "", {}, {}).only(written)
    inspection = Inspection(reading, library, None, (group,))
    for check in CHECKS:
        for issue in check(inspection):
            if issue.severity is Severity.ERROR:
                yield issue.mark.line, issue.mark.file, f"{issue.sentence} {issue.mend}".strip()
