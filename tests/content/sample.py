"""A small content without any fault, as files; tests plant one fault in it."""

from functools import cache
from pathlib import Path

from bot.content.audio import AUDIO_FOLDER, RecordingEntry, entries_file, sound_file, write_entries
from bot.content.issues import Issue
from bot.content.keys import write_lock
from bot.content.library import Library
from bot.content.merge import sources_by_domain
from bot.content.reader import Reading, read_content
from bot.content.reading_aloud import words_mark
from bot.content.sound import read_sound, sound_digest
from bot.content.translations import catalogue_file, ledger_file
from bot.dialogue.checking import check_content
from bot.i18n.catalogues import CatalogueRow, write_catalogue
from bot.i18n.ledger import LedgerEntry, fingerprint, write_ledger
from tests.content.opus import opus_file
from tests.content.sample_texts import TEXTS

LOCALE = "ar"
"""The one language the sample is translated into; another script and direction find more faults."""
ARABIC_WORD = "نص"
"""Added to the English, it makes a "translation" that no check complains about."""
INTERFACE = Path(__file__).parents[2] / "content" / "interface.yaml"

RECORDED = "help.numbers"
"""The one page that somebody read aloud, in both languages."""

Files = dict[str, bytes]
"""Path -> bytes, those of recordings too, as they lie on disk."""


def sample_files() -> Files:
    """Return the files of the sample; each call a fresh dictionary."""
    return dict(_complete())


@cache
def _complete() -> tuple[tuple[str, bytes], ...]:
    files = {name: text.encode() for name, text in TEXTS.items()}
    files["interface.yaml"] = INTERFACE.read_bytes()
    library = read_content(files).library
    assert library is not None
    for domain, sources in sources_by_domain(library).items():
        rows = [CatalogueRow(source, f"{source.text} {ARABIC_WORD}") for source in sources]
        files[catalogue_file(LOCALE, domain)] = write_catalogue(rows, LOCALE, domain)
        ledger = {
            row.source.context: LedgerEntry(fingerprint(row.source.text), fingerprint(row.text), "machine")
            for row in rows
        }
        files[ledger_file(LOCALE, domain)] = write_ledger(ledger)
    files["ids.lock"] = write_lock(library.keys.by_id)
    for locale in library.locales:
        files |= recorded(files, locale, RECORDED)
    return tuple(files.items())


def recorded(files: Files, locale: str, step: str, sound: bytes | None = None) -> Files:
    """Return the files of a recording of a page as its words are now."""
    library = library_of(files)
    mark = words_mark(library, library.steps[step], locale)
    data = sound or opus_file(notes=[f"ENCODER=by hand, in {locale}"])
    values = {"id": step, "words": mark, "sound": sound_digest(data), "date": "2026-11-21", "role": "volunteer"}
    entry = RecordingEntry.model_validate(values)
    return {entries_file(locale): write_entries({step: entry}), sound_file(locale, step): data}


def written(folder: Path, files: Files) -> Path:
    """Write files into a folder, as a content folder has them, and return it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def library_of(files: Files) -> Library:
    """Return files as a library."""
    library = reading_of(files).library
    assert library is not None
    return library


def planted(file: str, old: str, new: str) -> Files:
    """Return the sample with one place of one file changed; the place must be there exactly once."""
    files = sample_files()
    text = files.get(file, b"").decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    files[file] = text.replace(old, new).encode()
    return files


def with_catalogue_text(context: str, new: str) -> Files:
    """Return the sample with one translation changed, as a person would in Poedit."""
    files = sample_files()
    library = read_content(files).library
    assert library is not None
    domain = library.source_texts[context].domain
    rows = [
        CatalogueRow(source, new if source.context == context else f"{source.text} {ARABIC_WORD}")
        for source in sources_by_domain(library)[domain]
    ]
    files[catalogue_file(LOCALE, domain)] = write_catalogue(rows, LOCALE, domain)
    return files


def reading_of(files: Files) -> Reading:
    """Return files as read, as the two readers of the content folder part them."""
    is_sound = {name: name.startswith(AUDIO_FOLDER) and not name.endswith(".yaml") for name in files}
    sounds = {name: read_sound(data) for name, data in files.items() if is_sound[name]}
    return read_content({name: data for name, data in files.items() if not is_sound[name]}, sounds)


def issues_of(files: Files) -> list[Issue]:
    """Return everything that is said against files, without a clock."""
    return check_content(reading_of(files))


def line_of(files: Files, file: str, fragment: str) -> int:
    """Return the first line of a file that holds a fragment."""
    lines = files[file].decode().splitlines()
    return next(number for number, line in enumerate(lines, 1) if fragment in line)


def assert_readable(issue: Issue) -> None:
    """Check that an issue speaks to an editor: whole sentences, a mend, no Python, no empty quotes."""
    for words in (issue.sentence, issue.mend):
        assert words, f"{issue.code} has an empty sentence or mend"
        assert not words[0].islower(), words
        assert not any(sign in words for sign in ("None", "Traceback", "<class", "''", "\n")), words
    assert issue.sentence[-1] in '.?:…"' or issue.code.startswith("talk-"), issue.sentence
