"""Which words a recording binds, and when it no longer fits them."""

import pytest

from bot.content.audio import entries_file, sound_file
from bot.content.library import Library
from bot.content.reading_aloud import Fit, by_importance, fit_of, script, words_mark
from tests.content.opus import opus_file
from tests.content.sample import (
    RECORDED,
    Files,
    library_of,
    planted,
    reading_of,
    recorded,
    sample_files,
    with_catalogue_text,
)

HELP = "flows/help.yaml"


def fits(files: Files, locale: str) -> Fit:
    """Return how the recording of the sample stands in a language."""
    reading = reading_of(files)
    assert reading.library is not None
    return fit_of(reading.library, reading.recordings, reading.library.steps[RECORDED], locale)


def test_a_recording_that_fits_is_in_the_library_without_its_sound() -> None:
    recording = library_of(sample_files()).recordings["ar", RECORDED]
    assert recording.file == "audio/ar/help.numbers.ogg"
    assert recording.length == "1:20"
    assert fits(sample_files(), "ar") is fits(sample_files(), "en") is Fit.FITS


def test_a_changed_word_makes_recordings_of_its_language_outdated() -> None:
    """The English changed: the Arabic page still shows what was read, and says itself that it is older."""
    files = planted(HELP, "if somebody is in danger", "if you are in danger")
    assert (fits(files, "en"), fits(files, "ar")) == (Fit.OUTDATED, Fit.FITS)
    assert ("en", RECORDED) not in library_of(files).recordings
    translated = with_catalogue_text(f"{RECORDED}.text", "اتصل بـ {phone.emergency} إذا كان أحد في خطر.")
    assert (fits(translated, "en"), fits(translated, "ar")) == (Fit.FITS, Fit.OUTDATED)


def test_a_changed_fact_makes_every_recording_of_it_outdated() -> None:
    """A telephone number is what people act on: yesterday's must not be heard."""
    files = planted("facts.yaml", 'value: "112"', 'value: "+3280032745"')
    assert (fits(files, "en"), fits(files, "ar")) == (Fit.OUTDATED, Fit.OUTDATED)


def test_what_nobody_hears_changes_nothing() -> None:
    for old, new in (
        ("Call {phone.emergency}", "**Call** {phone.emergency}"),
        ("  numbers:", "  numbers:\n    note: x"),
    ):
        assert fits(planted(HELP, old, new), "en") is Fit.FITS
    assert fits(planted("facts.yaml", 'value: "112"', 'value: "112"\n  checked: 2026-11-21'), "en") is Fit.FITS


@pytest.mark.parametrize("data", [b"ID3", opus_file(5), opus_file(notes=("ARTIST=X",))])
def test_a_file_that_is_not_the_one_that_was_taken_is_never_offered(data: bytes) -> None:
    assert fits(sample_files() | {sound_file("ar", RECORDED): data}, "ar") is Fit.MISSING


def test_a_page_that_moved_takes_its_recording_along() -> None:
    """An hour of somebody's work is not lost to a better id."""
    files = {
        name: data if name.startswith(("audio/", "ids.lock")) else data.replace(b"help.numbers", b"help.calls")
        for name, data in sample_files().items()
    }
    moved = files[HELP].replace(b"  numbers:\n", b"  calls:\n    moved-from: numbers\n")
    library = library_of(files | {HELP: moved.replace(b"to: numbers", b"to: calls")})
    assert library.recordings["en", "help.calls"].file == "audio/en/help.numbers.ogg"


def test_a_page_that_is_not_translated_has_nothing_to_read() -> None:
    library = library_of({name: data for name, data in sample_files().items() if "locales/" not in name})
    step = library.steps[RECORDED]
    assert script(library, step, "ar") is None
    assert words_mark(library, step, "ar") is None
    assert ("ar", RECORDED) not in library.recordings


def test_the_script_shows_numbers_as_readers_see_them_and_no_signs_of_style() -> None:
    library = library_of(planted(HELP, "Call {phone.emergency}", "**Call** {phone.emergency}"))
    words = script(library, library.steps[RECORDED], "en")
    assert words is not None
    assert words.startswith("Numbers to call\n\nCall 112 if somebody is in danger.")


def test_pages_where_a_mistake_harms_most_come_first_then_the_emergency_then_the_menu() -> None:
    order = [step.id for step in by_importance(library_of(sample_files()))]
    assert order == ["paper.decision", "help.start", "help.numbers", "paper.start"]


def test_what_is_recorded_anew_fits_again() -> None:
    files = planted("facts.yaml", 'value: "112"', 'value: "+3280032745"')
    assert fits(files | recorded(files, "en", RECORDED, opus_file(9)), "en") is Fit.FITS
    assert entries_file("en") in files


def test_a_page_that_names_another_day_for_each_reader_cannot_be_recorded(library: Library) -> None:
    """The day stands in no text, so that a voice would leave out what matters."""
    (result,) = (step for step in library.steps.values() if step.counter == "result")
    assert words_mark(library, result, "en") is None
