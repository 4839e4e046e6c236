"""Recordings of pages read aloud: each has a page, a file and an entry, and says what the page says."""

from collections import defaultdict
from collections.abc import Iterator

from bot.content.audio import ENTRIES, RecordingEntry, sound_file
from bot.content.checks.codes import Code
from bot.content.checks.inspection import Inspection
from bot.content.issues import Issue, Mark, warning
from bot.content.marks import suggest
from bot.content.reading_aloud import words_mark
from bot.content.sound import MAX_BYTES
from bot.i18n.locales import LANGUAGES

_ANEW = "Take the recording again: wegwijs audio new."


def check_pages(inspection: Inspection) -> Iterator[Issue]:
    """Every recording is of a page that exists, in a language of the bot."""
    library, unreadable = inspection.library, inspection.reading.unreadable
    for locale, entry in _entries(inspection):
        mark = _mark(inspection, locale, entry)
        if locale not in library.locales:
            sentence = f'The bot does not speak "{locale}", so nobody can hear this recording.'
            yield warning(Code.RECORDING_UNKNOWN, mark, sentence, suggest(locale, library.locales))
        elif library.find_step(entry.id) is None and f"flow:{entry.id.partition('.')[0]}" not in unreadable:
            sentence = f'There is no page "{entry.id}", so nobody can hear this recording.'
            yield warning(Code.RECORDING_UNKNOWN, mark, sentence, suggest(entry.id, library.steps))


def check_files(inspection: Inspection) -> Iterator[Issue]:
    """Every recording has its file, just the one that was taken, in a form that phones play."""
    for locale, entry in _entries(inspection):
        file = sound_file(locale, entry.id)
        sound = inspection.reading.sounds.get(file)
        mark = _mark(inspection, locale, entry, "sound")
        if sound is None:
            sentence = f"The file {file} is not there, so nobody can hear this recording."
            mend = "Bring it back, or remove the entry."
            yield warning(Code.RECORDING_MISSING, _mark(inspection, locale, entry), sentence, mend)
        elif sound.is_large:
            sentence = f"The file {file} has {sound.size} bytes, and a recording may have {MAX_BYTES}. Nobody hears it."
            mend = "Make it smaller as docs/editors.md shows, or split the page, and take it again."
            yield warning(Code.RECORDING_LARGE, mark, sentence, mend)
        elif sound.fault:
            sentence = f"The file {file} {sound.fault}. Nobody hears it."
            mend = "Make it anew as docs/editors.md shows, and take it again."
            yield warning(Code.RECORDING_BROKEN, mark, sentence, mend)
        elif sound.digest != entry.sound:
            sentence = f"The file {file} is not the one that was taken, so that nobody knows what it says."
            yield warning(Code.RECORDING_REPLACED, mark, sentence, f"Bring the former one back. {_ANEW}")


def check_words(inspection: Inspection) -> Iterator[Issue]:
    """Every recording says what its page says today."""
    if inspection.is_broken("facts.yaml"):
        return
    library = inspection.library
    outdated: dict[str, list[RecordingEntry]] = defaultdict(list)
    for locale, entry in _entries(inspection):
        step = library.find_step(entry.id)
        if step and locale in library.locales and words_mark(library, step, locale) != entry.words:
            outdated[locale].append(entry)
    for locale, entries in outdated.items():
        mark = _mark(inspection, locale, entries[0], "words")
        sentence = f"Outdated in {LANGUAGES[locale].own_name}: {len(entries)} of the recordings, this one first. "
        sentence += "Their pages have other words or facts now, so nobody can hear them."
        yield warning(Code.RECORDING_OUTDATED, mark, sentence, f"See them all: wegwijs audio status {locale}.")


def check_entries(inspection: Inspection) -> Iterator[Issue]:
    """Every file in the folder of recordings has its entry."""
    recorded = {sound_file(locale, entry.id) for locale, entry in _entries(inspection)}
    for file in sorted(set(inspection.reading.sounds) - recorded):
        folder, _, name = file.rpartition("/")
        entries = f"{folder}/{ENTRIES}"
        is_unreadable = (
            f"recording-{folder.rpartition('/')[2]}:{name.rpartition('.')[0]}" in inspection.reading.unreadable
        )
        if is_unreadable or inspection.is_broken(entries):
            continue
        sentence = f"No entry says which words {file} holds, so nobody can hear it."
        yield warning(Code.RECORDING_UNBOUND, Mark(file), sentence, f"{_ANEW} Or remove the file.")


def _entries(inspection: Inspection) -> Iterator[tuple[str, RecordingEntry]]:
    for locale, entries in inspection.reading.recordings.items():
        for entry in entries.values():
            yield locale, entry


def _mark(inspection: Inspection, locale: str, entry: RecordingEntry, *path: str) -> Mark:
    return inspection.mark(f"recording-{locale}:{entry.id}", *path)
