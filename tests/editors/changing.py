"""Comparing the sample with a changed sample, as lines of text."""

from bot.content.reader import Reading
from bot.editors.differences import Differences, compare
from bot.editors.differences_words import write_text
from tests.content.sample import Files, reading_of, sample_files


def edited(*edits: tuple[str, str, str]) -> Files:
    """Return the sample with several places changed: file, old, new; each stands there exactly once."""
    files = sample_files()
    for file, old, new in edits:
        text = files[file].decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        files[file] = text.replace(old, new).encode()
    return files


def differences(*edits: tuple[str, str, str], old: Reading | None = None) -> Differences:
    """Return what these edits change."""
    return compare(old or reading_of(sample_files()), reading_of(edited(*edits)))


def told(*edits: tuple[str, str, str]) -> list[str]:
    """Return what is told of these edits, line by line, translations aside; headings have no line under them."""
    text = write_text(differences(*edits)).partition("\nTranslations\n")[0]
    return [line.strip() for line in text.splitlines() if line.strip(" =")]
